//! The desks of operations by themselves. Each is made when its page is first opened, and lives as long as the page.

use super::signals::DeskSignals;
use super::sketch::{MakeSketch, Prepare};
use super::{DeskId, Session};
use leptos::prelude::*;
use playground_core::auth::{Secret, Token, TokenKind};
use playground_core::catalogue::Operation;
use playground_core::desk::{Desk, Ticket};
use playground_core::form::RequestForm;
use playground_core::http::Exchange;
use std::sync::{Arc, PoisonError, RwLock};

/// The desk of an operation by itself.
pub(in crate::ui) struct OperationDesk {
    desk: RwLock<Desk>,
    signals: DeskSignals,
    ways: Ways,
}

/// What makes the request of a form, and what follows from an outcome. Whoever opens a desk brings it along, so that a page which
/// opens none does without.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Ways {
    /// Makes the request, or says what keeps it from being sent.
    pub(in crate::ui) prepare: Prepare,
    /// Makes as much of the request as is there.
    pub(in crate::ui) sketch: MakeSketch,
    /// Takes note of what an outcome brings for other desks, and of what was made, before the secrets of the request are forgotten.
    pub(in crate::ui) settle: fn(Session, usize, &Exchange),
}

impl OperationDesk {
    fn new(operation: &'static Operation, ways: Ways) -> Self {
        Self {
            desk: RwLock::new(Desk::new(RequestForm::with_parts(operation))),
            signals: DeskSignals::new(),
            ways,
        }
    }

    /// Returns what wakes the desk.
    pub(super) fn signals(&self) -> &DeskSignals {
        &self.signals
    }

    /// Returns what makes its requests.
    pub(super) fn ways(&self) -> Ways {
        self.ways
    }

    /// Looks at the desk without being woken.
    pub(super) fn with_untracked<T>(&self, look: impl FnOnce(&Desk) -> T) -> T {
        look(&self.desk.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Changes the desk and wakes what is drawn of it.
    pub(super) fn change<T>(&self, change: impl FnOnce(&mut Desk) -> T) -> T {
        let done = change(&mut self.desk.write().unwrap_or_else(PoisonError::into_inner));
        self.signals.form.notify();
        done
    }

    /// Whether the outcome of a request is waited for.
    pub(super) fn awaits(&self, ticket: &Ticket) -> bool {
        self.with_untracked(|desk| desk.awaits(ticket))
    }

    /// Takes the outcome of a request in; none where it comes too late. Nothing is woken: the response is drawn first.
    pub(super) fn receive(&self, ticket: Ticket, exchange: Exchange) -> Option<Arc<Exchange>> {
        let mut desk = self.desk.write().unwrap_or_else(PoisonError::into_inner);
        desk.finish(ticket, exchange)
    }

    /// Wakes what follows from an outcome.
    pub(super) fn follow(&self) {
        self.signals.form.notify();
        self.signals.outcome.notify();
    }

    /// Forgets all that was filled in and answered.
    fn forget(&self) {
        self.change(Desk::forget);
        self.signals.show(None);
        self.signals.outcome.notify();
    }
}

impl Session {
    /// Opens the desk of an operation, by its place in the catalogue. It is the same one each time.
    pub(in crate::ui) fn open_operation(
        self,
        place: usize,
        operation: &'static Operation,
        ways: Ways,
    ) -> DeskId {
        if self.operation(place).is_none() {
            let desk: &_ = Box::leak(Box::new(OperationDesk::new(operation, ways)));
            let token = operation.token.and_then(|kind| self.token(kind));
            desk.change(|desk| desk.form.token = token);
            self.operations.update_value(|all| all.push((place, desk)));
        }
        DeskId::Operation(place)
    }

    /// Returns the token of a kind that was entered for another operation last.
    fn token(self, kind: TokenKind) -> Option<Token> {
        self.operations.with_value(|all| {
            let mut all = all.iter().rev();
            all.find_map(|(_, desk)| {
                desk.with_untracked(|desk| {
                    let token = desk.form.token.as_ref();
                    token.filter(|token| token.kind == kind).cloned()
                })
            })
        })
    }

    /// Returns the desk of an operation, if it was opened.
    pub(super) fn operation(self, place: usize) -> Option<&'static OperationDesk> {
        self.operations.with_value(|all| {
            let mut all = all.iter();
            all.find(|(other, _)| *other == place)
                .map(|(_, desk)| *desk)
        })
    }

    /// Looks at the tokens that stand at the desks of operations. Woken by the next answer.
    pub(in crate::ui) fn each_operation_token(
        self,
        mut look: impl FnMut(&'static Operation, &Token),
    ) {
        self.with_values(|_| ());
        for (_, desk) in self.operations.with_value(Clone::clone) {
            desk.with_untracked(|desk| {
                if let Some(token) = &desk.form.token {
                    look(desk.form.operation, token);
                }
            });
        }
    }

    /// Forgets a token at the desks of operations.
    pub(super) fn forget_operations_token(self, secret: &Secret) {
        for (_, desk) in self.operations.with_value(Clone::clone) {
            desk.change(|desk| desk.forget_token(secret));
            desk.signals
                .show(desk.with_untracked(|desk| desk.exchange().cloned()));
            desk.signals.outcome.notify();
        }
    }

    /// Forgets what stands at the desks of operations.
    pub(super) fn forget_operations(self) {
        let desks = self.operations.with_value(Clone::clone);
        for (_, desk) in desks {
            desk.forget();
        }
    }
}

//! The form of a desk, as the page shows and changes it: that of a step, or that of an operation by itself.

use super::operations::OperationDesk;
use super::runs::StepRun;
use super::signals::DeskSignals;
use super::{DeskId, Session, StepKey};
use leptos::prelude::*;
use playground_core::auth::Token;
use playground_core::auth::{Claims, Secret};
use playground_core::catalogue::FieldPath;
use playground_core::desk::Desk;
use playground_core::form::{Entry, Origin, RequestForm};
use playground_core::http::Exchange;
use playground_core::walkthrough::{Run, Status};
use std::sync::Arc;

/// The form of a desk. Where there is no such desk, it is empty, and changes do nothing.
#[derive(Clone, Copy)]
pub(in crate::ui) enum DeskForm {
    /// That of a step.
    Step(StepRun),
    /// That of an operation.
    Operation(&'static OperationDesk),
}

impl DeskForm {
    /// Returns what wakes the desk.
    pub(super) fn signals(self) -> Option<&'static DeskSignals> {
        match self {
            Self::Step(run) => run.desk(),
            Self::Operation(desk) => Some(desk.signals()),
        }
    }

    /// Reads the form, whose changes wake the reader.
    pub(in crate::ui) fn with<T>(self, look: impl FnOnce(&RequestForm) -> T) -> Option<T> {
        if let Some(signals) = self.signals() {
            signals.form.track();
        }
        self.with_untracked(look)
    }

    /// Reads without being woken.
    pub(in crate::ui) fn with_untracked<T>(
        self,
        look: impl FnOnce(&RequestForm) -> T,
    ) -> Option<T> {
        self.with_desk(|desk| look(&desk.form))
    }

    fn with_desk<T>(self, look: impl FnOnce(&Desk) -> T) -> Option<T> {
        match self {
            Self::Step(run) => run.with_untracked(|all| all.desk(run.step()).map(look)),
            Self::Operation(desk) => Some(desk.with_untracked(look)),
        }
    }

    /// Changes the form, and wakes the desk.
    pub(in crate::ui) fn edit(self, edit: &mut dyn FnMut(&mut RequestForm)) {
        match self {
            Self::Step(run) => run.update(|all| all.edit(run.step(), edit)),
            Self::Operation(desk) => desk.change(|desk| edit(&mut desk.form)),
        }
    }

    /// Returns the text that stands at a place.
    pub(in crate::ui) fn text(self, path: &FieldPath) -> String {
        let text = self.with(|form| form.text(path).to_owned());
        text.unwrap_or_default()
    }

    /// Makes something of the secret that stands at a place; of none where none does.
    pub(in crate::ui) fn secret<T>(
        self,
        path: &FieldPath,
        make: impl Fn(Option<&Secret>) -> T,
    ) -> T {
        let made = self.with(|form| make(form.secret(path)));
        made.unwrap_or_else(|| make(None))
    }

    /// Says where it comes from.
    pub(in crate::ui) fn origin(self, path: &FieldPath) -> Origin {
        let origin = self.with(|form| form.origin(path));
        origin.unwrap_or(Origin::Empty)
    }

    /// Takes what the person typed.
    pub(in crate::ui) fn set(self, path: &FieldPath, text: String) {
        let mut text = Some(text);
        self.edit(&mut |form| form.type_into(path, text.take().unwrap_or_default()));
    }

    /// Takes the token that the person entered, or that there is none any more.
    pub(in crate::ui) fn set_token(self, token: Option<Token>) {
        let mut token = Some(token);
        self.edit(&mut |form| form.token = token.take().flatten());
    }

    /// Takes a file that the person chose, or that none is chosen any more.
    pub(in crate::ui) fn choose_file(self, path: &FieldPath, file: Option<Entry>) {
        let mut file = Some(file);
        self.edit(&mut |form| form.choose_file(path, file.take().flatten()));
    }

    /// Takes back what the person entered.
    pub(in crate::ui) fn give_back(self, path: &FieldPath) {
        self.edit(&mut |form| form.give_back(path));
    }

    /// Whether something was filled in at a place for the person.
    pub(in crate::ui) fn is_filled(self, path: &FieldPath) -> bool {
        self.with(|form| form.defaults.at(path).is_some()) == Some(true)
    }

    /// Says whether a text that the person emptied is sent empty, or not at all.
    pub(in crate::ui) fn send_empty(self, path: &FieldPath, is_sent: bool) {
        self.edit(&mut |form| form.send_empty(path, is_sent));
    }

    /// Whether the person has emptied what can be sent empty.
    pub(in crate::ui) fn can_be_empty(self, path: &FieldPath) -> bool {
        self.with(|form| form.can_be_empty(path)) == Some(true)
    }

    /// Whether an empty text is sent from a place.
    pub(in crate::ui) fn is_sent_empty(self, path: &FieldPath) -> bool {
        self.with(|form| form.is_sent_empty(path)) == Some(true)
    }

    /// Returns the last request with its outcome, without being woken.
    pub(in crate::ui) fn exchange(self) -> Option<Arc<Exchange>> {
        self.with_desk(|desk| desk.exchange().cloned()).flatten()
    }

    /// Returns what the token says of itself; none where it says nothing. Woken by the desk.
    pub(in crate::ui) fn claims(self) -> Option<Claims> {
        let claims = self.with(|form| form.token.as_ref()?.claims.clone());
        claims.flatten()
    }

    /// Returns the exchange before the last one, where the same was asked and answered.
    pub(in crate::ui) fn previous(self) -> Option<Arc<Exchange>> {
        self.with_desk(|desk| desk.previous().cloned()).flatten()
    }

    /// Has the reader woken when something else follows from the outcome.
    pub(in crate::ui) fn track_outcome(self) {
        if let Some(signals) = self.signals() {
            signals.outcome.track();
        }
    }

    /// Says how far the desk is. Woken by the desk.
    pub(in crate::ui) fn status(self) -> Status {
        match self {
            Self::Step(run) => run.with(|all| all.status(run.step())),
            Self::Operation(desk) => {
                desk.signals().form.track();
                desk.with_untracked(status)
            }
        }
    }

    /// Whether values of earlier steps are missing. Woken by the desk.
    pub(in crate::ui) fn is_waiting(self) -> bool {
        match self {
            Self::Step(run) => run.with(|all: &Run| !all.missing(run.step()).is_empty()),
            Self::Operation(_) => false,
        }
    }
}

fn status(desk: &Desk) -> Status {
    match desk.exchange() {
        _ if desk.is_sending() => Status::Sending,
        None => Status::Ready,
        Some(exchange) => match exchange.answer() {
            Some(answer) if answer.is_success() && !answer.takes_success_back() => Status::Done,
            _ => Status::Failed,
        },
    }
}

impl Session {
    /// Returns the form of a desk.
    pub(in crate::ui) fn form(self, desk: DeskId) -> DeskForm {
        let operation = match desk {
            DeskId::Step(key) => return DeskForm::Step(self.run(key)),
            DeskId::Operation(place) => self.operation(place),
        };
        match operation {
            Some(desk) => DeskForm::Operation(desk),
            None => DeskForm::Step(self.run(StepKey::NONE)),
        }
    }

    /// Returns the exchange that a desk shows.
    pub(in crate::ui) fn shown(self, desk: DeskId) -> Option<Arc<Exchange>> {
        self.form(desk).signals()?.response.get()
    }

    /// Has a desk show an exchange, before anything that follows from it is drawn.
    pub(super) fn show(self, desk: DeskId, exchange: Arc<Exchange>) {
        if let Some(signals) = self.form(desk).signals() {
            signals.show(Some(exchange));
        }
    }
}

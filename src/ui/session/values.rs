//! What the page knows of the things that answers told of. Nothing of it is stored.
//!
//! Answers of all desks are kept for a while, until the part of the page that learns from them is there: nobody needs it before a form of the
//! reference stands open.

use super::{DeskId, Session};
use leptos::prelude::*;
use playground_core::catalogue::{FieldPath, Operation};
use playground_core::http::Exchange;
use playground_core::known::Known;
use std::collections::VecDeque;
use std::sync::{Arc, PoisonError, RwLock};

/// The most answers that are kept.
const MOST: usize = 48;

/// The largest answer that is learned from, in bytes.
const LARGEST: usize = 1_000_000;

/// An answer that nothing was learned from yet.
pub(in crate::ui) struct Heard {
    /// What was asked.
    pub(in crate::ui) operation: &'static Operation,
    /// What was sent and came.
    pub(in crate::ui) exchange: Arc<Exchange>,
    /// When it came, in seconds since 1970.
    pub(in crate::ui) at: u64,
}

/// Somebody who has left a form to get something for it.
#[derive(Clone, PartialEq)]
pub(in crate::ui) struct Errand {
    /// The desk of the form.
    pub(in crate::ui) desk: DeskId,
    /// What it sends.
    pub(in crate::ui) operation: &'static Operation,
    /// The field; none for the token.
    pub(in crate::ui) field: Option<FieldPath>,
    /// The address of the form.
    pub(in crate::ui) address: String,
    /// The address of the operation that gives it.
    pub(in crate::ui) giver: String,
}

/// What is known, what is to be learned, and who waits for it.
#[derive(Default)]
pub(in crate::ui) struct Values {
    /// What is known.
    pub(in crate::ui) known: Known,
    /// Answers that nothing was learned from yet.
    pub(in crate::ui) heard: VecDeque<Heard>,
    /// Whether a token is among what is known.
    pub(in crate::ui) gave_token: bool,
    /// The errands that are under way, the last one on top.
    pub(in crate::ui) errands: Vec<Errand>,
}

/// The values of the page, and what wakes those who read them.
#[derive(Default)]
pub(super) struct Shelf {
    values: RwLock<Values>,
    changed: ArcTrigger,
}

impl Session {
    /// Reads what is known. Woken when there is more to learn, and when all is forgotten.
    pub(in crate::ui) fn with_values<T>(self, look: impl FnOnce(&Values) -> T) -> T {
        self.shelf.changed.track();
        look(
            &self
                .shelf
                .values
                .read()
                .unwrap_or_else(PoisonError::into_inner),
        )
    }

    /// Changes what is known, without waking anybody.
    pub(in crate::ui) fn change_values<T>(self, change: impl FnOnce(&mut Values) -> T) -> T {
        change(
            &mut self
                .shelf
                .values
                .write()
                .unwrap_or_else(PoisonError::into_inner),
        )
    }

    /// Wakes those who read what is known.
    pub(in crate::ui) fn wake_values(self) {
        self.shelf.changed.notify();
    }

    /// Keeps the answer that a desk has just got.
    pub(super) fn hear(self, desk: DeskId) {
        let form = self.form(desk);
        let operation = form.with_untracked(|form| form.operation);
        let Some((operation, exchange)) = operation.zip(form.exchange()) else {
            return;
        };
        let answer = exchange.answer().filter(|answer| answer.is_success());
        if answer.is_none_or(|answer| answer.body.bytes().len() > LARGEST) {
            return;
        }
        let at = self.now.get_untracked();
        self.change_values(|values| {
            values.heard.push_back(Heard {
                operation,
                exchange,
                at,
            });
            if values.heard.len() > MOST {
                values.heard.pop_front();
            }
        });
        self.wake_values();
    }

    /// Forgets all of it.
    pub(super) fn forget_values(self) {
        self.change_values(|values| *values = Values::default());
        self.wake_values();
    }
}

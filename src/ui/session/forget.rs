//! Forgetting everything.

use super::servers::{KEPT_BASE, KEPT_PINNED, KEPT_RECENT};
use super::{Practice, Remaining, Session};
use crate::browser::files;
use crate::browser::storage::{self, Keep};
use crate::walkthroughs::CONTENTS;
use leptos::prelude::*;
use playground_core::auth::Secret;
use playground_core::http::{Ledger, Server};
use playground_core::walkthrough::Run;

impl Session {
    /// Forgets one token: where it was entered, the responses that it stands in, and how to remove what it made. What is drawn of
    /// it is drawn anew.
    pub(in crate::ui) fn forget_token(self, secret: &Secret) {
        for (_, run) in self.0.runs.all() {
            run.change(|run| run.forget_token(secret));
            run.follow();
        }
        self.forget_operations_token(secret);
        self.change_values(|values| {
            values.known.forget(secret);
            values.gave_token = values
                .known
                .things()
                .any(|thing| thing.given_token().is_some());
            values.heard.retain(|heard| !heard.exchange.has(secret));
        });
        self.wake_values();
        self.made.update(|made| {
            made.iter_mut().for_each(|thing| thing.forget_token(secret));
        });
        self.ledger.update(|ledger| ledger.forget(secret));
        self.forgotten.update(|times| *times += 1);
        self.say("The token is forgotten.");
    }

    /// Forgets what was entered, what came, what was sent and made, and how it was looked at. The memory that held it is
    /// overwritten (`browser::memory`).
    pub(in crate::ui) fn forget(self) {
        for sending in self
            .sendings
            .try_update_value(std::mem::take)
            .into_iter()
            .flatten()
        {
            sending.1.cancel();
        }
        for (_, run) in self.0.runs.all() {
            run.change(Run::reset);
            run.follow();
        }
        for walkthrough in 0..CONTENTS.len() {
            self.forget_done(walkthrough);
        }
        self.typed.set_value(String::new());
        self.forget_operations();
        self.forget_values();
        self.made.set(Vec::new());
        self.ledger.set(Ledger::default());
        self.remaining.set(Remaining::default());
        self.unshown.set(None);
        self.under_way.set(Vec::new());
        self.looks.set_value(Vec::new());
        files::forget();
        self.base.set(String::new());
        storage::remove(Keep::Tab, KEPT_BASE);
        storage::remove(Keep::Tab, KEPT_RECENT);
        storage::remove(Keep::Tab, KEPT_PINNED);
        if !self.server.with_untracked(Server::is_in_page) {
            self.practice.set(Practice::Off);
        }
        // What stands in fields that no run knows of goes with the fields.
        self.forgotten.update(|times| *times += 1);
        self.say("Everything is forgotten.");
        // The other host that links may lead to is too. A lock for both ends with a reload, which has nothing left to cost.
        let server = self.server.get_untracked();
        if server.links().is_some() {
            self.choose(server.with_links(None));
        }
    }
}

//! Which steps are done: kept for the tab, so that a reload does not lose it. Neither values nor answers are kept.

use super::{Session, StepKey};
use crate::browser::storage::{self, Keep};
use crate::walkthroughs::ALL;
use leptos::prelude::*;

fn name(walkthrough: usize) -> Option<String> {
    let id = ALL.get(walkthrough)?.id;
    Some(["done:", id].concat())
}

impl Session {
    /// Notes which steps of a walkthrough are done, beside the server that they were done on.
    pub(super) fn remember(self, walkthrough: usize) {
        let mut text = self
            .server
            .with_untracked(|server| server.origin().to_owned());
        for id in self.run(walkthrough).with_untracked(|run| run.ticked()) {
            text.push(' ');
            text.push_str(id);
        }
        if let Some(name) = name(walkthrough) {
            storage::set(Keep::Tab, &name, &text);
        }
    }

    /// Takes up what this tab noted about its server.
    pub(super) fn recall(self) {
        let origin = self
            .server
            .with_untracked(|server| server.origin().to_owned());
        for walkthrough in 0..ALL.len() {
            let noted = name(walkthrough).and_then(|name| storage::get(Keep::Tab, &name));
            let noted = noted.unwrap_or_default();
            let mut words = noted.split(' ');
            let is_of_server = words.next() == Some(origin.as_str());
            let ids: Vec<&str> = words.filter(|_| is_of_server).collect();
            self.run(walkthrough).update(|run| run.recall(&ids));
        }
    }

    /// Has everything of a walkthrough drawn anew that shows responses and outcomes.
    pub(super) fn redraw(self, walkthrough: usize) {
        if let Some(state) = self.run_states().get(walkthrough) {
            state.draw();
        }
    }

    /// Has everything of a walkthrough drawn anew that follows from outcomes. The responses stand there already.
    pub(super) fn recount(self, walkthrough: usize) {
        if let Some(state) = self.run_states().get(walkthrough) {
            let numbers = state.outcomes.iter();
            numbers.for_each(|number| number.update(|number| *number += 1));
        }
    }

    /// Has drawn anew what another choice from a list changes: later steps may have been taken back.
    pub(in crate::ui) fn redraw_after_choice(self, key: StepKey) {
        self.redraw(key.walkthrough);
        self.remember(key.walkthrough);
    }

    /// Forgets which steps of a walkthrough were done.
    pub(super) fn forget_done(self, walkthrough: usize) {
        if let Some(name) = name(walkthrough) {
            storage::remove(Keep::Tab, &name);
        }
    }

    /// Begins a walkthrough anew. What it made is still listed.
    pub(in crate::ui) fn restart(self, walkthrough: usize) {
        self.run(walkthrough)
            .update(playground_core::walkthrough::Run::reset);
        self.redraw(walkthrough);
        self.forget_done(walkthrough);
        let step = 0;
        StepKey { walkthrough, step }.open();
        self.say("This walkthrough begins anew.");
    }
}

//! Which steps are done: kept for the tab, so that a reload does not lose it. Neither values nor answers are kept.

use super::{Session, StepKey};
use crate::browser::storage::{self, Keep};
use crate::walkthroughs::ALL;
use leptos::prelude::*;
use playground_core::walkthrough::Run;

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
        let run = self.whole_run(walkthrough);
        for id in run.with_untracked(Run::ticked) {
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
            let run = self.whole_run(walkthrough);
            run.change(|run| run.recall(&ids));
            run.wake();
        }
    }

    /// Forgets which steps of a walkthrough were done.
    pub(super) fn forget_done(self, walkthrough: usize) {
        if let Some(name) = name(walkthrough) {
            storage::remove(Keep::Tab, &name);
        }
    }

    /// Begins a walkthrough anew. What it made is still listed.
    pub(in crate::ui) fn restart(self, walkthrough: usize) {
        let run = self.whole_run(walkthrough);
        run.change(Run::reset);
        run.follow();
        self.forget_done(walkthrough);
        let step = 0;
        StepKey { walkthrough, step }.open();
        self.say("This walkthrough begins anew.");
    }
}

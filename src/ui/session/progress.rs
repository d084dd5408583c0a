//! Which steps are done: kept for the tab, so that a reload does not lose it. Neither values nor answers are kept.

use super::runs::WholeRun;
use super::{Session, StepKey};
use crate::browser::storage::{self, Keep};
use crate::walkthroughs::CONTENTS;
use leptos::prelude::*;
use playground_core::walkthrough::Run;

fn name(walkthrough: usize) -> Option<String> {
    let id = CONTENTS.get(walkthrough)?.id;
    Some(["done:", id].concat())
}

/// What the tab noted of a walkthrough; empty where it noted nothing.
fn noted(walkthrough: usize) -> String {
    let noted = name(walkthrough).and_then(|name| storage::get(Keep::Tab, &name));
    noted.unwrap_or_default()
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
    pub(super) fn recall(self, walkthrough: usize, run: &WholeRun) {
        let origin = self
            .server
            .with_untracked(|server| server.origin().to_owned());
        let noted = noted(walkthrough);
        let mut words = noted.split(' ');
        let is_of_server = words.next() == Some(origin.as_str());
        let ids: Vec<&str> = words.filter(|_| is_of_server).collect();
        run.change(|run| run.recall(&ids));
        run.wake();
    }

    /// Whether this tab noted or kept something of a walkthrough.
    pub(in crate::ui) fn has_noted(self) -> bool {
        let mut all = 0..CONTENTS.len();
        all.any(|place| !noted(place).is_empty())
            || self.typed.try_with_value(|typed| !typed.is_empty()) == Some(true)
    }

    /// Lists the walkthroughs of which this tab noted or kept something.
    pub(in crate::ui) fn noted_walkthroughs(self) -> Vec<usize> {
        let all = 0..CONTENTS.len();
        all.filter(|&place| !noted(place).is_empty() || self.has_typed(place))
            .collect()
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
        self.remaining.update(|remaining| {
            remaining.stopped.take_if(|(of, _)| *of == walkthrough);
        });
        let step = 0;
        StepKey { walkthrough, step }.open();
        self.say("This walkthrough starts over.");
    }
}

//! Sends what remains of a walkthrough, and stops where the person has to decide something.

use super::doubt;
use crate::browser::{clock, task};
use crate::ui::session::{Remaining, Session, StepKey};
use leptos::prelude::*;
use playground_core::walkthrough::{Decision, Status, Stop};
use playground_core::words;

impl Session {
    /// Sends the remaining steps of a walkthrough one after the other.
    pub(in crate::ui) fn run_rest(self, walkthrough: usize) {
        if self
            .remaining
            .with_untracked(|remaining| remaining.running.is_some())
        {
            return;
        }
        self.remaining.set(Remaining {
            running: Some(walkthrough),
            stopped: None,
        });
        task::spawn(async move {
            let stop = self.rest(walkthrough).await;
            self.say(words::step::stopped(
                &stop,
                self.whole_run(walkthrough).walkthrough(),
            ));
            self.remaining.set(Remaining {
                running: None,
                stopped: Some((walkthrough, stop)),
            });
        });
    }

    /// Goes on until something stops it, and says what.
    async fn rest(self, walkthrough: usize) -> Stop {
        let run = self.whole_run(walkthrough);
        loop {
            let Some(step) = run.with_untracked(|run| run.first_undone()) else {
                return Stop::Finished;
            };
            let key = StepKey { walkthrough, step };
            if let Some(Decision::Choose { step, title }) =
                run.with_untracked(|run| run.decision(key.step))
            {
                StepKey { walkthrough, step }.open();
                if run.with_untracked(|run| run.to_choose(step)).is_some() {
                    return Stop::ToChoose { step, title };
                }
                // Who runs the rest once more has seen what stands there.
                self.settle_choices(StepKey { walkthrough, step });
                return Stop::Chosen { step, title };
            }
            key.open();
            let decision = run.with_untracked(|run| run.decision(step));
            if let Some(Decision::Confirm(what)) = decision {
                return Stop::ActsOn { step, what };
            }
            let waits = decision.is_some()
                || run.with_untracked(|run| !run.missing(step).is_empty())
                || doubt::is_open(self, key).await;
            let request = match self.prepared(key.into()) {
                Some(request) if !waits => request,
                _ => return Stop::Needs(step),
            };
            // The step's form has to stand before its request is sent, so that it can be cancelled there.
            clock::turn().await;
            self.perform(key.into(), request).await;
            if run.with_untracked(|run| run.status(step)) != Status::Done {
                return Stop::Failed(step);
            }
        }
    }
}

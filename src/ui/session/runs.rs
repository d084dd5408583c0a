//! The runs of the walkthroughs, and what is woken when something of one changes.
//!
//! What is drawn of a desk reads its run through a [`StepRun`], and is woken by that desk alone. A keystroke wakes what reads the
//! form of its desk, and nothing else. What follows from an outcome is drawn in a frame after the response itself.

use super::{DeskId, Session, StepKey};
use leptos::prelude::*;
use playground_core::http::Exchange;
use playground_core::walkthrough::{Action, Run, Walkthrough};
use std::sync::Arc;

/// The run of a walkthrough.
#[derive(Clone, Copy)]
pub(in crate::ui) struct WholeRun {
    run: StoredValue<Run>,
    desks: StoredValue<Vec<DeskSignals>>,
    /// Another step may be done, or not be done any more.
    ticks: Trigger,
}

/// The run of a walkthrough, as the desk of a step reads and changes it.
#[derive(Clone, Copy)]
pub(in crate::ui) struct StepRun {
    whole: WholeRun,
    step: usize,
    /// None where the walkthrough has no such step.
    desk: Option<DeskSignals>,
}

/// What wakes the parts of a desk. They are drawn in frames of their own: first the response, then what follows from it.
#[derive(Clone, Copy)]
pub(super) struct DeskSignals {
    /// Something of the desk is different.
    form: Trigger,
    /// What follows from an outcome is different.
    outcome: Trigger,
    /// The exchange that is shown.
    response: RwSignal<Option<Arc<Exchange>>>,
}

impl WholeRun {
    /// Begins a walkthrough.
    pub(super) fn new(walkthrough: &'static Walkthrough) -> Self {
        let desk = |_| DeskSignals {
            form: Trigger::new(),
            outcome: Trigger::new(),
            response: RwSignal::new(None),
        };
        let mut run = Run::new(walkthrough);
        // Nothing of it is drawn yet that would have to be woken.
        run.take_changed();
        Self {
            run: StoredValue::new(run),
            desks: StoredValue::new(walkthrough.steps.iter().map(desk).collect()),
            ticks: Trigger::new(),
        }
    }

    /// The same, for the desk of a step.
    fn at(self, step: usize) -> StepRun {
        StepRun {
            whole: self,
            step,
            desk: self.desks.with_value(|desks| desks.get(step).copied()),
        }
    }

    /// Reads which steps are done. Woken when that may have changed.
    pub(in crate::ui) fn with<T>(self, look: impl FnOnce(&Run) -> T) -> T {
        self.ticks.track();
        self.with_untracked(look)
    }

    /// Reads the values that steps have given. Woken when these may have changed.
    pub(in crate::ui) fn with_values<T>(self, look: impl FnOnce(&Run) -> T) -> T {
        self.each(|desk| desk.outcome.track());
        self.with_untracked(look)
    }

    /// Reads without being woken.
    pub(in crate::ui) fn with_untracked<T>(self, look: impl FnOnce(&Run) -> T) -> T {
        self.run.with_value(look)
    }

    /// Changes the run and wakes nothing yet: [`WholeRun::wake`] or [`WholeRun::follow`] does.
    pub(super) fn change<T>(self, change: impl FnOnce(&mut Run) -> T) -> Option<T> {
        self.run.try_update_value(change)
    }

    /// Wakes everything but what follows from outcomes.
    pub(super) fn wake(self) {
        self.change(Run::take_changed);
        self.each(|desk| desk.form.notify());
        self.ticks.notify();
    }

    /// Wakes everything. A desk shows the exchange that the run has for it.
    pub(super) fn follow(self) {
        let steps = 0..self.desks.with_value(Vec::len);
        let now = |run: &Run| steps.map(|step| run.exchange(step).cloned()).collect();
        let mut exchanges: Vec<_> = self.with_untracked(now);
        let mut exchanges = exchanges.drain(..);
        self.each(|desk| {
            desk.show(exchanges.next().flatten());
            desk.outcome.notify();
        });
        self.wake();
    }

    fn each(self, mut act: impl FnMut(DeskSignals)) {
        self.desks
            .with_value(|desks| desks.iter().for_each(|desk| act(*desk)));
    }
}

impl StepRun {
    /// Reads for the desk, whose changes wake the reader.
    pub(in crate::ui) fn with<T>(self, look: impl FnOnce(&Run) -> T) -> T {
        if let Some(desk) = self.desk {
            desk.form.track();
        }
        self.with_untracked(look)
    }

    /// Reads without being woken.
    pub(in crate::ui) fn with_untracked<T>(self, look: impl FnOnce(&Run) -> T) -> T {
        self.whole.with_untracked(look)
    }

    /// Takes what the person filled in, and wakes the desk.
    pub(in crate::ui) fn update(self, edit: impl FnOnce(&mut Run)) {
        let was_ticked = self.is_ticked();
        self.whole.change(edit);
        self.edited(was_ticked);
    }

    /// Wakes the desks that show something else now: of a request its own, of values for other steps theirs too.
    fn edited(self, was_ticked: bool) {
        let changed = self.whole.change(Run::take_changed).unwrap_or_default();
        for step in changed {
            if let Some(desk) = self.whole.at(step).desk {
                desk.form.notify();
            }
        }
        let gives = self.with_untracked(|run| {
            let step = run.walkthrough().steps.get(self.step);
            step.is_some_and(|step| matches!(step.action, Action::Provide(_)))
        });
        if let Some(desk) = self.desk.filter(|_| gives) {
            desk.outcome.notify();
        }
        if self.is_ticked() != was_ticked {
            self.whole.ticks.notify();
        }
    }

    fn is_ticked(self) -> bool {
        self.with_untracked(|run| run.is_ticked(self.step))
    }
}

impl DeskSignals {
    /// Shows an exchange, unless it is there already.
    fn show(self, exchange: Option<Arc<Exchange>>) {
        let is_there = self
            .response
            .with_untracked(|shown| match (shown, &exchange) {
                (Some(shown), Some(exchange)) => Arc::ptr_eq(shown, exchange),
                (shown, exchange) => shown.is_none() && exchange.is_none(),
            });
        if !is_there {
            self.response.set(exchange);
        }
    }
}

impl Session {
    /// Returns the run of a walkthrough. Where there is no such walkthrough, it has no steps.
    pub(in crate::ui) fn whole_run(self, walkthrough: usize) -> WholeRun {
        let run = self.runs.with_value(|runs| runs.get(walkthrough).copied());
        run.unwrap_or(self.no_run)
    }

    /// Returns the run of a walkthrough, for the desk of a step.
    pub(in crate::ui) fn run(self, key: StepKey) -> StepRun {
        self.whole_run(key.walkthrough).at(key.step)
    }

    /// Has the reader woken when something else follows from the outcome of a step.
    pub(in crate::ui) fn track_outcome(self, key: StepKey) {
        if let Some(desk) = self.run(key).desk {
            desk.outcome.track();
        }
    }

    /// Returns the exchange that a desk shows.
    pub(in crate::ui) fn shown(self, desk: DeskId) -> Option<Arc<Exchange>> {
        self.run(desk.step()?).desk?.response.get()
    }

    /// Has a desk show an exchange, before anything that follows from it is drawn.
    pub(super) fn show(self, desk: DeskId, exchange: Arc<Exchange>) {
        let signals = desk.step().and_then(|key| self.run(key).desk);
        if let Some(signals) = signals {
            signals.show(Some(exchange));
        }
    }

    /// Takes what stands in each list of a step as chosen: the person was shown it.
    pub(in crate::ui) fn settle_choices(self, key: StepKey) {
        let run = self.whole_run(key.walkthrough);
        run.change(|run| run.settle(key.step));
        run.follow();
    }

    /// Chooses an entry of a list in the answer of a step. Later steps may be taken back, and other values glow.
    pub(in crate::ui) fn choose_entry(self, key: StepKey, choice: usize, entry: Option<usize>) {
        let run = self.run(key);
        run.whole.change(|run| run.choose(key.step, choice, entry));
        run.whole.follow();
        if let Some(desk) = run.desk {
            desk.response.notify();
        }
        self.remember(key.walkthrough);
    }
}

#[cfg(test)]
mod tests;

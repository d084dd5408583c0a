//! The runs of the walkthroughs, and what is woken when something of one changes.
//!
//! What is drawn of a desk reads its run through a [`StepRun`], and is woken by that desk alone. A keystroke wakes what reads the
//! form of its desk, and nothing else. What follows from an outcome is drawn in a frame after the response itself.

use super::signals::DeskSignals;
use super::{Session, StepKey};
use crate::data::Data;
use leptos::prelude::*;
use playground_core::http::Exchange;
use playground_core::walkthrough::{Action, Run, Status, Walkthrough};
use std::sync::{OnceLock, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

/// The runs of the walkthroughs that were opened, by their places in the list.
#[derive(Default)]
pub(super) struct Runs {
    begun: RwLock<Vec<(usize, &'static WholeRun)>>,
    /// One was opened.
    opened: ArcTrigger,
}

impl Runs {
    /// Returns them all, without being woken by the next.
    pub(super) fn all(&self) -> Vec<(usize, &'static WholeRun)> {
        let begun = self.begun.read();
        begun.unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn of(&self, walkthrough: usize) -> Option<&'static WholeRun> {
        let mut all = self.all().into_iter();
        all.find_map(|(place, run)| (place == walkthrough).then_some(run))
    }
}

/// The run of a walkthrough. It lives as long as the page.
pub(in crate::ui) struct WholeRun {
    walkthrough: &'static Walkthrough,
    run: RwLock<Run>,
    desks: Vec<DeskSignals>,
    /// Another step may be done, or not be done any more.
    ticks: ArcTrigger,
}

/// The run of a walkthrough, as the desk of a step reads and changes it.
#[derive(Clone, Copy)]
pub(in crate::ui) struct StepRun {
    whole: &'static WholeRun,
    step: usize,
}

impl WholeRun {
    /// Begins a walkthrough.
    pub(super) fn new(walkthrough: &'static Walkthrough) -> Self {
        let mut run = Run::new(walkthrough);
        // Nothing of it is drawn yet that would have to be woken.
        run.take_changed();
        let mut desks = Vec::new();
        for _ in walkthrough.steps {
            desks.push(DeskSignals::new());
        }
        Self {
            walkthrough,
            run: RwLock::new(run),
            desks,
            ticks: ArcTrigger::new(),
        }
    }

    /// Returns the walkthrough.
    pub(in crate::ui) fn walkthrough(&self) -> &'static Walkthrough {
        self.walkthrough
    }

    /// The same, for the desk of a step.
    fn at(&'static self, step: usize) -> StepRun {
        StepRun { whole: self, step }
    }

    /// Returns what wakes the desk of a step; none where the walkthrough has no such step.
    fn desk(&self, step: usize) -> Option<&DeskSignals> {
        self.desks.get(step)
    }

    fn read(&self) -> RwLockReadGuard<'_, Run> {
        self.run.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Run> {
        self.run.write().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads which steps are done. Woken when that may have changed.
    pub(in crate::ui) fn with<T>(&self, look: impl FnOnce(&Run) -> T) -> T {
        self.ticks.track();
        self.with_untracked(look)
    }

    /// Reads the values that steps have given. Woken when these may have changed.
    pub(in crate::ui) fn with_values<T>(&self, look: impl FnOnce(&Run) -> T) -> T {
        for desk in &self.desks {
            desk.outcome.track();
        }
        self.with_untracked(look)
    }

    /// Reads without being woken.
    pub(in crate::ui) fn with_untracked<T>(&self, look: impl FnOnce(&Run) -> T) -> T {
        look(&self.read())
    }

    /// Looks for something in the last exchange of each step.
    pub(super) fn find_in_exchanges(
        &self,
        find: &dyn Fn(&Exchange) -> Option<String>,
    ) -> Option<String> {
        let run = self.read();
        let mut exchanges = (0..self.desks.len()).filter_map(|step| run.exchange(step));
        exchanges.find_map(|exchange| find(exchange))
    }

    /// Changes the run and wakes nothing yet: [`WholeRun::wake`] or [`WholeRun::follow`] does.
    pub(super) fn change<T>(&self, change: impl FnOnce(&mut Run) -> T) -> T {
        change(&mut self.write())
    }

    /// Wakes everything but what follows from outcomes.
    pub(super) fn wake(&self) {
        self.change(Run::take_changed);
        for desk in &self.desks {
            desk.form.notify();
        }
        self.ticks.notify();
    }

    /// Wakes everything. A desk shows the exchange that the run has for it.
    pub(super) fn follow(&self) {
        for (step, desk) in self.desks.iter().enumerate() {
            let exchange = self.read().exchange(step).cloned();
            desk.show(exchange);
            desk.outcome.notify();
        }
        self.wake();
    }
}

impl StepRun {
    /// Returns what wakes the desk; none where the walkthrough has no such step.
    pub(super) fn desk(self) -> Option<&'static DeskSignals> {
        self.whole.desk(self.step)
    }

    /// Returns the place of the step.
    pub(super) fn step(self) -> usize {
        self.step
    }

    fn track(self) {
        if let Some(desk) = self.desk() {
            desk.form.track();
        }
    }

    /// Reads for the desk, whose changes wake the reader.
    pub(in crate::ui) fn with<T>(self, look: impl FnOnce(&Run) -> T) -> T {
        self.track();
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
        for step in self.whole.change(Run::take_changed) {
            if let Some(desk) = self.whole.desk(step) {
                desk.form.notify();
            }
        }
        let gives = self.with_untracked(|run| {
            let step = run.walkthrough().steps.get(self.step);
            step.is_some_and(|step| matches!(step.action, Action::Provide(_)))
        });
        if let Some(desk) = self.desk().filter(|_| gives) {
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

impl Session {
    /// Begins a walkthrough that was fetched, with what the tab kept of it. Where it is begun already, it stays as it is.
    pub(in crate::ui) fn begin_run(self, place: usize, walkthrough: Data) {
        let runs = &self.0.runs;
        if runs.of(place).is_some() {
            return;
        }
        let walkthrough = Box::leak(Box::new(walkthrough.unpack()));
        let run: &WholeRun = Box::leak(Box::new(WholeRun::new(walkthrough)));
        let begun = runs.begun.write();
        begun
            .unwrap_or_else(PoisonError::into_inner)
            .push((place, run));
        self.recall(place, run);
        self.retype(place, run);
        runs.opened.notify();
    }

    /// Returns the runs of the walkthroughs that were opened. Woken when another one is.
    pub(in crate::ui) fn runs(self) -> Vec<(usize, &'static WholeRun)> {
        self.0.runs.opened.track();
        self.0.runs.all()
    }

    /// Returns the run of a walkthrough, if it was opened. Woken when it is.
    pub(in crate::ui) fn opened_run(self, walkthrough: usize) -> Option<&'static WholeRun> {
        self.0.runs.opened.track();
        self.0.runs.of(walkthrough)
    }

    /// Returns the run of a walkthrough. Where it was not opened, it has no steps.
    pub(in crate::ui) fn whole_run(self, walkthrough: usize) -> &'static WholeRun {
        static NONE: OnceLock<WholeRun> = OnceLock::new();
        let begun = self.0.runs.of(walkthrough);
        begun.unwrap_or_else(|| NONE.get_or_init(|| WholeRun::new(&Walkthrough::NONE)))
    }

    /// Returns the walkthrough of a step.
    pub(in crate::ui) fn walkthrough(self, key: StepKey) -> &'static Walkthrough {
        self.whole_run(key.walkthrough).walkthrough()
    }

    /// Returns the run of a walkthrough, for the desk of a step.
    pub(in crate::ui) fn run(self, key: StepKey) -> StepRun {
        self.whole_run(key.walkthrough).at(key.step)
    }

    /// Has the reader woken when something else follows from the outcome of a step.
    pub(in crate::ui) fn track_outcome(self, key: StepKey) {
        if let Some(desk) = self.run(key).desk() {
            desk.outcome.track();
        }
    }

    /// Takes the way that a step is on, which was opened.
    pub(in crate::ui) fn take_way_to(self, walkthrough: usize, step: usize) {
        let run = self.whole_run(walkthrough);
        if run.with_untracked(|run| run.status(step)) == Status::Unneeded {
            run.change(|run| run.take_way_to(step));
            run.wake();
        }
    }

    /// Takes the way around a step, or the straight one.
    pub(in crate::ui) fn take_way(self, key: StepKey, around: bool) {
        let run = self.whole_run(key.walkthrough);
        run.change(|run| run.take_way(key.step, around));
        run.wake();
    }

    /// Takes the refusals back that were of another token than the person has entered by now. Woken by every form of the walkthrough.
    pub(in crate::ui) fn forget_stale_refusals(self, walkthrough: usize) {
        let run = self.whole_run(walkthrough);
        run.desks.iter().for_each(|desk| desk.form.track());
        if run.change(Run::forget_stale_refusals) {
            run.follow();
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
        if let Some(desk) = run.desk() {
            desk.response.notify();
        }
        self.remember(key.walkthrough);
    }
}

#[cfg(test)]
mod tests;

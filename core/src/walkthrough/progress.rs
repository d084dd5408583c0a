//! How far a run is, and which step comes next.

use super::fill;
use super::model::{Action, Reference};
use super::run::Run;
use super::state::StepState;
use super::view::Status;
use crate::catalogue::{Harm, Place};
use crate::json::Document;

/// What stands in the way of sending a step without the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Something is to be chosen from a list of an earlier step.
    Choose {
        /// The step whose answer has the list.
        step: usize,
        /// What is chosen.
        title: &'static str,
    },
    /// The person has to say what is written.
    Write,
    /// The person has to confirm who or what the request acts on: this.
    Confirm(ActedOn),
}

/// A person or a base that a request acts on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActedOn {
    /// Its name, or what the person entered in its place.
    pub name: String,
    /// The login of a person.
    pub login: Option<String>,
}

/// Why the rest of a walkthrough is not run by itself any further. Steps count from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// Everything is done.
    Finished,
    /// Something has to be chosen.
    ToChoose {
        /// Where.
        step: usize,
        /// What.
        title: &'static str,
    },
    /// Something is chosen that the person may want to look at.
    Chosen {
        /// Where.
        step: usize,
        /// What.
        title: &'static str,
    },
    /// The person has to confirm who or what a step acts on.
    ActsOn {
        /// The step.
        step: usize,
        /// This.
        what: ActedOn,
    },
    /// This step needs something from the person.
    Needs(usize),
    /// This step did not work.
    Failed(usize),
}

impl Run {
    /// Returns the step that this one stands in for, or helps to do without.
    pub fn instead_of(&self, step: usize) -> Option<usize> {
        self.call(step)?.0.extras.instead_of
    }

    /// Whether a step is done, in this run or before the page was loaded.
    pub fn is_ticked(&self, step: usize) -> bool {
        // What was sent since then counts for more.
        let earlier = |state: &StepState| state.earlier && !state.is_answered();
        self.steps.get(step).is_some_and(earlier) || self.status(step) == Status::Done
    }

    /// Counts the steps that are done, and all: the way around one counts as that one.
    pub fn progress(&self) -> (usize, usize) {
        let all = (0..self.steps.len()).filter(|&step| self.instead_of(step).is_none());
        all.fold((0, 0), |(done, all), step| {
            let is_done = self.is_ticked(self.gone_for(step));
            (done + usize::from(is_done), all + 1)
        })
    }

    /// Returns the step that gives what this one would give, by the way that was taken.
    fn gone_for(&self, step: usize) -> usize {
        let stands_in = |other: &usize| self.instead_of(*other) == Some(step);
        let around = self.goes_around(step);
        let mut others = (0..self.steps.len()).rev().filter(|_| around);
        others.find(stands_in).unwrap_or(step)
    }

    /// Whether the way around a step was taken.
    pub fn goes_around(&self, step: usize) -> bool {
        self.steps.get(step).is_some_and(|state| state.around)
    }

    /// Takes the way around a step, or the straight one.
    pub fn take_way(&mut self, step: usize, around: bool) {
        if let Some(state) = self.steps.get_mut(step) {
            state.around = around;
        }
        self.spread_all();
    }

    /// Takes the way that a step is on: it was opened.
    pub fn take_way_to(&mut self, step: usize) {
        if self.is_on_the_way(step) {
            return;
        }
        match self.instead_of(step) {
            Some(goal) => self.take_way(goal, true),
            None => self.take_way(step, false),
        }
    }

    /// Whether a step is on the way that was taken. What asks for values stays on either.
    pub(super) fn is_on_the_way(&self, step: usize) -> bool {
        match self.instead_of(step) {
            Some(goal) => self.goes_around(goal),
            None => !self.goes_around(step) || self.inputs(step).is_some(),
        }
    }

    /// Returns the next step, those left out that need not be done.
    pub fn next_after(&self, step: usize) -> Option<usize> {
        (step + 1..self.steps.len()).find(|&next| self.status(next) != Status::Unneeded)
    }

    /// Returns the first step of the way around this one, if there is one.
    pub fn way_around(&self, step: usize) -> Option<usize> {
        (0..self.steps.len()).find(|&other| self.instead_of(other) == Some(step))
    }

    /// Returns a step that shows whether a request was carried out: the next one that reads and can be sent, else the last one
    /// before it.
    pub fn look(&self, step: usize) -> Option<usize> {
        let shows = |other: &usize| {
            let reads = self.call(*other).is_some_and(|(call, _)| {
                let gives_token = call
                    .outputs
                    .iter()
                    .any(|output| output.kind.token().is_some());
                call.operation.harm == Harm::Reads && !gives_token
            });
            reads && self.missing(*other).is_empty() && self.status(*other) != Status::Unneeded
        };
        let mut later = step + 1..self.steps.len();
        later.find(shows).or_else(|| (0..step).rev().find(shows))
    }

    /// Returns the first step on the way that waits to be done.
    pub fn first_undone(&self) -> Option<usize> {
        (0..self.steps.len()).find(|&step| {
            let status = self.status(step);
            !matches!(status, Status::Done | Status::Unneeded)
        })
    }

    /// Names the person or base that the request of a step acts on; `None` if it acts on none, or that is not known yet.
    pub fn acts_on(&self, step: usize) -> Option<ActedOn> {
        let (call, _) = self.call(step)?;
        let acts_on = call.extras.acts_on.as_ref()?;
        let typed = &self.form(step)?.typed;
        // What the person entered in its place has no other name.
        let named =
            |from: Reference| fill::references(acts_on.name).any(|other| other.step == from.step);
        let mut presets = self.presets(call).into_iter();
        let entered = presets.find_map(|preset| {
            let is_it =
                preset.path.place == Place::Path && fill::references(preset.template).any(named);
            typed.at(&preset.path).filter(|_| is_it)
        });
        if let Some(entered) = entered {
            let name = entered.entry.text().to_owned();
            return Some(ActedOn { name, login: None });
        }
        let login = match acts_on.login {
            Some(login) => Some(self.fill(login)?),
            None => None,
        };
        let name = self.fill(acts_on.name)?;
        Some(ActedOn { name, login })
    }

    /// Returns what the person has to decide before a step is sent. None does not mean that nothing is missing.
    pub fn decision(&self, step: usize) -> Option<Decision> {
        let (call, _) = self.call(step)?;
        // Also what only a later step takes: nobody wants to be asked for the row once the file is uploaded.
        for source in 0..step {
            let open = self
                .choices(source)
                .into_iter()
                .find(|choice| !choice.settled);
            if let Some(choice) = open {
                return Some(Decision::Choose {
                    step: source,
                    title: choice.title,
                });
            }
        }
        if let Some(what) = self.acts_on(step) {
            return Some(Decision::Confirm(what));
        }
        let row = call.extras.row.as_ref()?;
        let draft = self.form(step)?.text(&row.path);
        let document = Document::parse(draft.as_bytes().to_vec());
        let is_empty = document
            .pointer(row.pointer)
            .is_some_and(|node| document.is_empty(node));
        is_empty.then_some(Decision::Write)
    }

    /// Lists the ids of the steps that are done, for the tab to remember.
    pub fn ticked(&self) -> Vec<&'static str> {
        let steps = self.walkthrough.steps.iter().enumerate();
        let is_request = |action: &Action| matches!(action, Action::Send(_));
        steps
            .filter(|(i, step)| is_request(&step.action) && self.is_ticked(*i))
            .map(|(_, step)| step.id)
            .collect()
    }

    /// Takes up which steps were done before the page was loaded.
    pub fn recall(&mut self, ids: &[&str]) {
        for (step, state) in self.walkthrough.steps.iter().zip(&mut self.steps) {
            state.earlier = ids.contains(&step.id);
        }
        for step in 0..self.steps.len() {
            let is_gone = self.steps.get(step).is_some_and(|state| state.earlier);
            let goal = self.instead_of(step).filter(|_| is_gone);
            if let Some(state) = goal.and_then(|goal| self.steps.get_mut(goal)) {
                state.around = true;
            }
        }
        self.spread_all();
    }
}

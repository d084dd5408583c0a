//! The run of a walkthrough: a desk for each of its requests, the values that its steps give, and what is chosen between them.
//!
//! This is how a run goes on: a request begins, its outcome is received and judged, its outputs are taken, entries of its
//! lists are chosen, and what was done with other values is taken back. Each of these ends with [`Run::spread`], the one place
//! where the values of a step reach the forms of others. Every method takes any index and any place: a step or field that
//! is not there is empty, and changes nothing.

use super::criterion::{self, Context};
use super::found::{Checked, Found};
use super::model::Walkthrough;
use super::state::{Sent, StepState};
use super::view::Verdict;
use super::window::Window;
use crate::desk::{Desk, Ticket};
use crate::http::Exchange;
use crate::json::pointer;
use std::mem;
use std::sync::Arc;

/// A run of a walkthrough.
pub struct Run {
    pub(super) walkthrough: &'static Walkthrough,
    pub(super) steps: Vec<StepState>,
    /// The steps of which something changed since the values last reached the forms.
    touched: Vec<usize>,
    /// The steps that show something else since the page asked last.
    changed: Vec<usize>,
}

impl Run {
    /// Begins a walkthrough.
    pub fn new(walkthrough: &'static Walkthrough) -> Self {
        let mut run = Self {
            walkthrough,
            steps: walkthrough.steps.iter().map(StepState::new).collect(),
            touched: Vec::new(),
            changed: Vec::new(),
        };
        run.spread_all();
        run
    }

    /// Returns the walkthrough.
    pub fn walkthrough(&self) -> &'static Walkthrough {
        self.walkthrough
    }

    /// Begins a request. None while that step's last one is under way, as long as a value is missing, and for a step
    /// that sends nothing.
    pub fn begin(&mut self, step: usize) -> Option<Ticket> {
        let (call, _) = self.call(step)?;
        if !self.missing(step).is_empty() {
            return None;
        }
        let token = call
            .credential
            .filter(|from| self.inputs(from.step).is_some())
            .and_then(|from| self.value(from).cloned());
        let state = self.steps.get_mut(step)?;
        let desk = state.desk.as_mut()?;
        let ticket = desk.begin()?;
        state.sent = Sent {
            token,
            changed: desk.form.changed(),
        };
        self.touch(step);
        self.spread();
        Some(ticket)
    }

    /// Gives a request up: its outcome will be dropped, and the step is as it was before. A later request of the same
    /// step goes on.
    pub fn give_up(&mut self, step: usize, ticket: &Ticket) {
        if let Some(desk) = self.desk_mut(step) {
            desk.give_up(ticket);
        }
        self.touch(step);
        self.spread();
    }

    /// Takes the outcome of a request with all that follows from it. False where it came too late: the request was
    /// cancelled, and nothing changes.
    pub fn finish(&mut self, step: usize, ticket: Ticket, exchange: Exchange) -> bool {
        let is_taken = self.receive(step, ticket, exchange).is_some();
        if is_taken {
            self.follow(step);
        }
        is_taken
    }

    /// Takes the outcome of a request, without its secrets, and nothing of what follows from it: [`Run::follow`] does that.
    /// `None` if it came too late.
    pub fn receive(
        &mut self,
        step: usize,
        ticket: Ticket,
        exchange: Exchange,
    ) -> Option<Arc<Exchange>> {
        self.desk_mut(step)?.finish(ticket, exchange)
    }

    /// Does what follows from the outcome that a step has received.
    ///
    /// An answer that is what the walkthrough expected gives the step's outputs, and any other answer takes the old
    /// ones away. Where no answer came, nothing new is known, and the old ones stay.
    pub fn follow(&mut self, step: usize) {
        let verdicts = self.judge(step);
        let Some(state) = self.steps.get_mut(step) else {
            return;
        };
        // In another part of a list, the same place is somebody else's.
        let is_other = state.desk.as_ref().and_then(Desk::previous).is_none();
        let is_answered = verdicts.is_some();
        state.verdicts = verdicts.unwrap_or_default();
        if is_answered {
            state.stood_in = false;
            if is_other {
                state.choices.chosen.fill(None);
            }
            self.take_outputs(step);
            self.note_written(step);
        }
        self.spend_passwords(step);
        self.touch(step);
        self.spread();
    }

    /// Judges the answer that a step has received; `None` if none came.
    fn judge(&self, step: usize) -> Option<Vec<Verdict>> {
        let (call, _) = self.call(step)?;
        let exchange = self.exchange(step)?;
        let answer = exchange.answer()?;
        let value = |from| Some((self.value(from)?, self.is_secret(from)));
        let cell = |column| self.cell(column, &answer.body, answer.body.root()?);
        let context = Context {
            cell: &cell,
            window: Window::of(&call.operation, &exchange.request),
            answer,
            outputs: call.outputs,
            value: &value,
        };
        let criteria = call.criteria.iter().map(|criterion| {
            let (held, found) = criterion::check(&criterion.test, &context);
            let missing = criterion::needs(&criterion.test)
                .into_iter()
                .find(|from| self.value(*from).is_none());
            let unchecked = missing.filter(|_| !held).map(|from| Found::NotGiven {
                step: self.walkthrough.number(from.step),
                name: self.label(from),
            });
            Verdict {
                checks: Checked::Condition(criterion.text),
                held: held || unchecked.is_some(),
                checked: unchecked.is_none(),
                found: unchecked.unwrap_or(found),
            }
        });
        Some(criteria.chain(super::lack::whole(answer)).collect())
    }

    /// Takes the outputs of a step out of its answer again, and what follows from other values than before.
    pub(super) fn take_outputs(&mut self, step: usize) {
        let Some((call, state)) = self.call(step) else {
            return;
        };
        let Some(exchange) = state.desk.as_ref().and_then(Desk::exchange) else {
            return;
        };
        let Some(answer) = exchange.answer() else {
            return;
        };
        let values = match state.is_good() {
            true => super::pick::outputs(call, &state.choices, exchange, answer),
            false => call.outputs.iter().map(|_| None).collect(),
        };
        let Some(state) = self.steps.get_mut(step) else {
            return;
        };
        let before = mem::replace(&mut state.values, values);
        self.find_open(step);
        self.stand_in(step, call);
        self.unsettle(step, &before);
        self.read_rows();
    }

    /// Takes another entry of a list, or none.
    pub fn choose(&mut self, step: usize, choice: usize, index: Option<usize>) {
        let Some((call, _)) = self.call(step) else {
            return;
        };
        let (Some(list), Some(state)) = (call.extras.choices.get(choice), self.steps.get_mut(step))
        else {
            return;
        };
        let all = call.extras.choices.iter().enumerate();
        for ((i, other), chosen) in all.zip(&mut state.choices.chosen) {
            if i == choice {
                *chosen = index;
            } else if pointer::is_within(other.list, list.list) {
                // Its entries are others now.
                *chosen = None;
            }
        }
        self.take_outputs(step);
        self.touch(step);
        self.spread();
    }

    /// Takes what stands in each list of a step as chosen: the person was shown it.
    pub fn settle(&mut self, step: usize) {
        let shown = self.choices(step);
        if let Some(state) = self.steps.get_mut(step) {
            for (chosen, choice) in state.choices.chosen.iter_mut().zip(shown) {
                *chosen = choice.chosen;
            }
        }
        self.find_open(step);
        self.touch(step);
        self.spread();
    }

    /// Finds out what has to be chosen yet and what is lacking. That is done here, since the first module does without what finds it.
    fn find_open(&mut self, step: usize) {
        let open = self.find_to_choose(step);
        if let Some(state) = self.steps.get_mut(step) {
            state.choices.open = open;
        }
        let lacking = self.find_lacking(step);
        if let Some(state) = self.steps.get_mut(step) {
            state.lacking = lacking;
        }
    }

    /// Begins again: everything typed, answered and chosen is forgotten.
    pub fn reset(&mut self) {
        for (step, state) in self.walkthrough.steps.iter().zip(&mut self.steps) {
            *state = StepState::new(step);
        }
        self.spread_all();
    }

    /// Returns the steps that show something else than when this was last asked.
    pub fn take_changed(&mut self) -> Vec<usize> {
        mem::take(&mut self.changed)
    }

    /// Takes note that something of a step changed.
    pub(super) fn touch(&mut self, step: usize) {
        if !self.touched.contains(&step) {
            self.touched.push(step);
        }
    }

    /// Takes note that a step changed in a way that no other step shows.
    pub(super) fn change(&mut self, step: usize) {
        if !self.changed.contains(&step) {
            self.changed.push(step);
        }
    }

    /// Fills the forms of all steps that show something of those that were touched.
    pub(super) fn spread(&mut self) {
        let touched = mem::take(&mut self.touched);
        for (step, definition) in self.walkthrough.steps.iter().enumerate() {
            let mut shown = definition.shows.iter();
            if touched.contains(&step) || shown.any(|other| touched.contains(other)) {
                self.fill_form(step);
                self.change(step);
            }
        }
    }

    pub(super) fn spread_all(&mut self) {
        self.touched = (0..self.steps.len()).collect();
        self.spread();
    }
}

//! What a step's new values change: the values that they stand in for, and the later steps that were done with the old ones.

use super::fill;
use super::model::{Action, Call, Reference};
use super::run::{Run, State};
use super::value::Value;
use crate::row;
use std::mem;

impl Run {
    /// Takes the outputs of a step out of its answer anew.
    pub(super) fn retake(&mut self, step: usize) {
        let Some((call, state)) = self.call(step) else {
            return;
        };
        let Some(exchange) = state.exchange.as_deref() else {
            return;
        };
        let Some(answer) = exchange.answer() else {
            return;
        };
        let good = state.verdicts.iter().all(|verdict| verdict.held);
        let values = if good {
            Self::picked(call, state, exchange, answer)
        } else {
            call.outputs.iter().map(|_| None).collect()
        };
        let Some(state) = self.steps.get_mut(step) else {
            return;
        };
        let before = mem::replace(&mut state.values, values);
        let to_choose = self.find_to_choose(step);
        if let Some(state) = self.steps.get_mut(step) {
            state.to_choose = to_choose;
        }
        let lacking = self.find_lacking(step);
        if let Some(state) = self.steps.get_mut(step) {
            state.lacking = lacking;
        }
        self.stand_in(step, call);
        self.unsettle(step, &before);
        self.read_rows();
    }

    /// Reads the rows that steps change, by the names of their columns: the person may have asked for keys instead.
    fn read_rows(&mut self) {
        for step in 0..self.steps.len() {
            let current = self.call(step).and_then(|(call, _)| {
                let row = call.extras.row.as_ref()?;
                let (current, columns) = (self.value(row.current?)?, self.value(row.columns)?);
                Some(row::named(current.json(), columns.json()))
            });
            if let Some(state) = self.steps.get_mut(step) {
                state.current = current;
            }
        }
    }

    /// Hands the values of a step to the one that it stands in for.
    fn stand_in(&mut self, step: usize, call: &Call) {
        for substitute in call.extras.substitutes {
            let from = Reference {
                step,
                value: substitute.output,
            };
            let Some(value) = self.value(from).cloned() else {
                continue;
            };
            let of = substitute.of;
            let is_input = self.inputs(of.step).is_some();
            let Some(state) = self.steps.get_mut(of.step) else {
                continue;
            };
            if is_input && let Some(typed) = state.typed.get_mut(of.value) {
                *typed = Some(value.plain().to_owned());
            }
            if let Some(place) = state.values.get_mut(of.value) {
                let before = place.replace(value);
                state.stood_in = true;
                if before.is_some() && before != *place {
                    self.forget_done_with(&mut vec![of]);
                }
            }
        }
    }

    /// Takes back the later steps that were done with values which are others now.
    fn unsettle(&mut self, step: usize, before: &[Option<Value>]) {
        let Some(state) = self.steps.get(step) else {
            return;
        };
        let pairs = before.iter().zip(&state.values).enumerate();
        let mut changed: Vec<Reference> = pairs
            .filter(|(_, (before, now))| before.is_some() && before != now)
            .map(|(value, _)| Reference { step, value })
            .collect();
        self.forget_done_with(&mut changed);
    }

    /// Forgets the answers of the steps that took these values, and of those that took theirs.
    ///
    /// A token is no reason: a new one opens what the old one did.
    fn forget_done_with(&mut self, changed: &mut Vec<Reference>) {
        for (step, definition) in self.walkthrough.steps.iter().enumerate() {
            let Action::Send(call) = definition.action else {
                continue;
            };
            let Some(state) = self.steps.get_mut(step) else {
                continue;
            };
            let is_later = changed.iter().any(|from| from.step < step);
            if state.exchange.is_none() || !is_later || !takes(call, state, changed) {
                continue;
            }
            let given = state.values.iter().enumerate();
            changed.extend(
                given
                    .filter(|(_, value)| value.is_some())
                    .map(|(value, _)| Reference { step, value }),
            );
            state.exchange = None;
            state.verdicts.clear();
            state.values.fill_with(|| None);
            state.chosen.fill(None);
            state.stood_in = false;
        }
        self.forget_written(changed);
    }

    /// Forgets what was written to a row that is another one now.
    fn forget_written(&mut self, changed: &[Reference]) {
        for (definition, state) in self.walkthrough.steps.iter().zip(&mut self.steps) {
            let Action::Send(call) = definition.action else {
                continue;
            };
            let current = call.extras.row.as_ref().and_then(|row| row.current);
            if current.is_some_and(|from| changed.contains(&from)) {
                state.written = None;
            }
        }
    }
}

/// Whether a request takes one of these values into a field that the person left to the walkthrough.
fn takes(call: &Call, state: &State, values: &[Reference]) -> bool {
    let own = call.presets.iter();
    let all = own.chain(
        call.extras
            .variants
            .iter()
            .flat_map(|variant| variant.presets),
    );
    let is_left = |field: usize| !matches!(state.typed.get(field), Some(Some(_)));
    let mut taken = all
        .filter(|preset| is_left(preset.field))
        .flat_map(|preset| fill::references(preset.template));
    taken.any(|from| values.contains(&from))
        || call
            .extras
            .row
            .as_ref()
            .is_some_and(|row| row.current.is_some_and(|from| values.contains(&from)))
}

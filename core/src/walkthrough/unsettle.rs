//! What a step's new values change: the values that they stand in for, and the later steps that were done with the old ones.

use super::fill;
use super::model::{Action, Call, Reference};
use super::run::Run;
use super::state::StepState;
use super::value::Given;
use crate::catalogue::FieldPath;

impl Run {
    /// Hands the values of a step to the one that it stands in for.
    pub(super) fn stand_in(&mut self, step: usize, call: &Call) {
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
                *typed = Some(value.secret().clone());
            }
            let Some(place) = state.values.get_mut(of.value) else {
                continue;
            };
            let before = place.replace(value);
            let is_other = before.is_some() && before != *place;
            state.stood_in = true;
            self.touch(of.step);
            if is_other {
                self.forget_done_with(&mut vec![of]);
            }
        }
    }

    /// Takes back the later steps that were done with values which are others now.
    pub(super) fn unsettle(&mut self, step: usize, before: &[Option<Given>]) {
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

    /// Forgets the refusals of tokens that the person has corrected since: they say nothing of the new ones. Says whether there were any.
    ///
    /// Not a part of what typing does, since the first module does without it.
    pub fn forget_stale_refusals(&mut self) -> bool {
        let is_stale = |&step: &usize| {
            self.call(step).is_some_and(|(call, state)| {
                let now = call.credential.and_then(|from| self.value(from));
                let sent = state.sent.token.as_ref();
                sent.is_some() && now.is_some() && sent != now && state.is_refused()
            })
        };
        let stale: Vec<usize> = (0..self.steps.len()).filter(is_stale).collect();
        for &step in &stale {
            if let Some(state) = self.steps.get_mut(step) {
                state.unanswer();
            }
            self.touch(step);
        }
        self.spread();
        !stale.is_empty()
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
            if !is_later || !state.is_answered() || !takes(call, state, changed) {
                continue;
            }
            let given = state.values.iter().enumerate();
            changed.extend(
                given
                    .filter(|(_, value)| value.is_some())
                    .map(|(value, _)| Reference { step, value }),
            );
            state.unanswer();
            self.touch(step);
        }
        self.forget_written(changed);
    }
}

/// Whether a request takes one of these values into a field that the person left to the walkthrough.
fn takes(call: &Call, state: &StepState, values: &[Reference]) -> bool {
    let is_left = |path: &FieldPath| {
        let form = state.desk.as_ref().map(|desk| &desk.form);
        form.is_some_and(|form| form.typed.at(path).is_none())
    };
    let variants = call.extras.variants.iter();
    let mut taken = variants
        .flat_map(|variant| variant.presets)
        .chain(call.presets)
        .filter(|preset| is_left(&preset.path))
        .flat_map(|preset| fill::references(preset.template));
    taken.any(|from| values.contains(&from))
        || call
            .extras
            .row
            .as_ref()
            .is_some_and(|row| row.current.is_some_and(|from| values.contains(&from)))
}

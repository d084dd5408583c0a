//! What the steps were answered, the values that they have given, and where those go.

use super::fill;
use super::model::Reference;
use super::run::Run;
use super::value::Given;
use super::view::{Use, User, ValueView, Verdict};
use crate::http::{Answer, Exchange};
use std::sync::Arc;

impl Run {
    /// Returns the last request of a step with its outcome.
    pub fn exchange(&self, step: usize) -> Option<&Arc<Exchange>> {
        self.desk(step)?.exchange()
    }

    /// Returns the exchange before the last one of a step, where the same was asked and answered.
    pub fn previous(&self, step: usize) -> Option<&Arc<Exchange>> {
        self.desk(step)?.previous()
    }

    /// Returns the last answer of a step, if its last request got one.
    pub(super) fn answer(&self, step: usize) -> Option<&Answer> {
        self.desk(step)?.answer()
    }

    /// Returns what became of each condition on the last answer.
    pub fn verdicts(&self, step: usize) -> &[Verdict] {
        self.steps.get(step).map_or(&[], |state| &state.verdicts)
    }

    /// Returns the exact JSON text of a value that an earlier step gave.
    pub fn json(&self, reference: Reference) -> Option<&str> {
        self.value(reference).map(Given::json)
    }

    /// Lists the values that a step has given.
    pub fn values(&self, step: usize) -> Vec<ValueView<'_>> {
        let count = self.steps.get(step).map_or(0, |state| state.values.len());
        (0..count)
            .filter_map(|value| self.value_view(Reference { step, value }))
            .collect()
    }

    /// Returns a value that a step has given.
    pub fn value_view(&self, reference: Reference) -> Option<ValueView<'_>> {
        let value = self.value(reference)?;
        let described = self.described(reference)?;
        Some(ValueView {
            name: described.name,
            reference,
            json: value.json(),
            plain: value.plain(),
            kind: described.kind,
            token: value.token(),
        })
    }

    /// Lists the places that a value goes to.
    pub fn users_of(&self, reference: Reference) -> Vec<User> {
        let mut users = Vec::new();
        for step in 0..self.steps.len() {
            let Some((call, _)) = self.call(step) else {
                continue;
            };
            if call.credential == Some(reference) {
                users.push(User {
                    step,
                    place: Use::Credential,
                });
            }
            for preset in self.presets(call) {
                if fill::references(preset.template).any(|from| from == reference) {
                    users.push(User {
                        step,
                        place: Use::Field(preset.path.clone()),
                    });
                }
            }
        }
        users
    }
}

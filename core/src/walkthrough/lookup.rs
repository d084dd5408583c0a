//! Looking things up in a run: steps, their requests, and what is known of values.

use super::model::{Action, Call, Input, Output, Reference, Step};
use super::run::Run;
use super::state::StepState;
use super::value::Given;
use crate::catalogue::ValueKind;

/// What is known of a value before it is there.
pub(super) struct Description {
    pub(super) name: &'static str,
    pub(super) kind: ValueKind,
    pub(super) required: bool,
}

fn describe(step: &Step, value: usize) -> Option<Description> {
    Some(match step.action {
        Action::Provide(inputs) => {
            let &Input {
                title: name,
                kind,
                required,
                ..
            } = inputs.get(value)?;
            Description {
                name,
                kind,
                required,
            }
        }
        Action::Send(call) => {
            let &Output {
                name,
                kind,
                required,
                ..
            } = call.outputs.get(value)?;
            Description {
                name,
                kind,
                required,
            }
        }
    })
}

impl Run {
    pub(super) fn step(&self, step: usize) -> Option<(&'static Step, &StepState)> {
        Some((self.walkthrough.steps.get(step)?, self.steps.get(step)?))
    }

    pub(super) fn call(&self, step: usize) -> Option<(&'static Call, &StepState)> {
        match self.step(step)? {
            (
                Step {
                    action: Action::Send(call),
                    ..
                },
                state,
            ) => Some((call, state)),
            _ => None,
        }
    }

    pub(super) fn inputs(&self, step: usize) -> Option<&'static [Input]> {
        match self.walkthrough.steps.get(step)?.action {
            Action::Provide(inputs) => Some(inputs),
            Action::Send(_) => None,
        }
    }

    pub(super) fn value(&self, reference: Reference) -> Option<&Given> {
        self.steps
            .get(reference.step)?
            .values
            .get(reference.value)?
            .as_ref()
    }

    pub(super) fn described(&self, reference: Reference) -> Option<Description> {
        describe(self.walkthrough.steps.get(reference.step)?, reference.value)
    }

    pub(super) fn label(&self, reference: Reference) -> &'static str {
        self.described(reference)
            .map_or("", |described| described.name)
    }

    pub(super) fn is_required(&self, reference: Reference) -> bool {
        self.described(reference)
            .is_none_or(|described| described.required)
    }

    pub(super) fn is_secret(&self, reference: Reference) -> bool {
        self.described(reference)
            .is_none_or(|described| described.kind.is_secret())
    }
}

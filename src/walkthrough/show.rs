//! What a run tells of itself.

use super::fill;
use super::model::{Action, Call, Input, Output, Reference, Step, Template};
use super::run::{Run, State};
use super::value::Value;
use super::view::{FieldView, Missing, Origin, Status, Use, User, ValueView, Verdict};
use crate::auth::{Secret, TokenKind};
use crate::http::Exchange;
use std::sync::Arc;

impl Run {
    /// Says how far a step is.
    pub fn status(&self, step: usize) -> Status {
        let Some((definition, state)) = self.step(step) else {
            return Status::Waiting;
        };
        let inputs = match definition.action {
            Action::Provide(inputs) => inputs,
            Action::Send(_) => return self.status_of_call(step, state),
        };
        let entered = |(input, value): (&Input, &Option<Value>)| {
            value.is_some() || !input.required || (state.spent && input.secret)
        };
        if inputs.iter().zip(&state.values).all(entered) {
            Status::Done
        } else {
            Status::Ready
        }
    }

    fn status_of_call(&self, step: usize, state: &State) -> Status {
        match &state.exchange {
            _ if state.sending.is_some() => Status::Sending,
            Some(exchange)
                if exchange.answer().is_some()
                    && state.verdicts.iter().all(|verdict| verdict.held) =>
            {
                Status::Done
            }
            Some(_) => Status::Failed,
            None if self.missing(step).is_empty() => Status::Ready,
            None => Status::Waiting,
        }
    }

    /// Lists the values of earlier steps that a step needs and that are not there: the earliest first, each once.
    /// A field that the person filled needs none.
    pub fn missing(&self, step: usize) -> Vec<Missing> {
        let mut needed: Vec<Reference> = Vec::new();
        let mut need = |from: Reference| {
            if self.value(from).is_none() && self.is_required(from) && !needed.contains(&from) {
                needed.insert(needed.partition_point(|other| *other < from), from);
            }
        };
        if let Some((call, state)) = self.call(step) {
            call.credential.into_iter().for_each(&mut need);
            for preset in call
                .presets
                .iter()
                .filter(|preset| !is_typed(state, preset.field))
            {
                fill::references(preset.template).for_each(&mut need);
            }
        }
        needed
            .into_iter()
            .map(|from| Missing {
                label: self.label(from),
                from,
            })
            .collect()
    }

    /// Returns what was typed into an input.
    pub fn input(&self, step: usize, input: usize) -> &str {
        self.steps
            .get(step)
            .and_then(|state| state.typed.get(input)?.as_deref())
            .unwrap_or("")
    }

    /// Returns a field of a step's form.
    pub fn field(&self, step: usize, field: usize) -> FieldView {
        let empty = FieldView {
            text: String::new(),
            origin: Origin::Empty,
        };
        let Some((call, state)) = self.call(step) else {
            return empty;
        };
        if let Some(Some(text)) = state.typed.get(field) {
            return FieldView {
                text: text.clone(),
                origin: Origin::Yours,
            };
        }
        let Some(preset) = call.presets.iter().find(|preset| preset.field == field) else {
            return empty;
        };
        let origin = fill::references(preset.template)
            .next()
            .map_or(Origin::Walkthrough, Origin::Step);
        FieldView {
            text: self.fill(preset.template).unwrap_or_default(),
            origin,
        }
    }

    /// Returns the token that a step sends, if it is there.
    pub fn credential(&self, step: usize) -> Option<Secret> {
        let (call, _) = self.call(step)?;
        self.value(call.credential?)
            .map(|value| Secret::new(value.plain()))
    }

    /// Returns the last request of a step with its outcome.
    pub fn exchange(&self, step: usize) -> Option<&Arc<Exchange>> {
        self.steps.get(step)?.exchange.as_ref()
    }

    /// Returns what became of each condition on the last answer.
    pub fn verdicts(&self, step: usize) -> &[Verdict] {
        self.steps.get(step).map_or(&[], |state| &state.verdicts)
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
        let described = describe(self.walkthrough.steps.get(reference.step)?, reference.value)?;
        Some(ValueView {
            name: described.name,
            reference,
            json: value.json(),
            plain: value.plain(),
            secret: described.secret,
            token: described.token,
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
            for preset in call.presets {
                if fill::references(preset.template).any(|from| from == reference) {
                    users.push(User {
                        step,
                        place: Use::Field(preset.field),
                    });
                }
            }
        }
        users
    }
}

fn is_typed(state: &State, field: usize) -> bool {
    matches!(state.typed.get(field), Some(Some(_)))
}

/// What is known of a value before it is there.
struct Description {
    name: &'static str,
    token: Option<TokenKind>,
    secret: bool,
    required: bool,
}

fn describe(step: &Step, value: usize) -> Option<Description> {
    Some(match step.action {
        Action::Provide(inputs) => {
            let &Input {
                title: name,
                token,
                secret,
                required,
                ..
            } = inputs.get(value)?;
            Description {
                name,
                token,
                secret,
                required,
            }
        }
        Action::Send(call) => {
            let &Output {
                name,
                token,
                secret,
                ..
            } = call.outputs.get(value)?;
            Description {
                name,
                token,
                secret,
                required: true,
            }
        }
    })
}

/// Looking things up.
impl Run {
    pub(super) fn step(&self, step: usize) -> Option<(&'static Step, &State)> {
        Some((self.walkthrough.steps.get(step)?, self.steps.get(step)?))
    }

    pub(super) fn call(&self, step: usize) -> Option<(&'static Call, &State)> {
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

    pub(super) fn value(&self, reference: Reference) -> Option<&Value> {
        self.steps
            .get(reference.step)?
            .values
            .get(reference.value)?
            .as_ref()
    }

    pub(super) fn fill(&self, template: Template) -> Option<String> {
        fill::template(template, |from| self.value(from))
    }

    fn described(&self, reference: Reference) -> Option<Description> {
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
            .is_none_or(|described| described.secret)
    }
}

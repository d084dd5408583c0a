//! What a run tells of itself.

use super::fill;
use super::model::{Action, Input, Reference};
use super::run::{Run, State};
use super::value::Value;
use super::view::{FieldView, Missing, Origin, Status, Use, User, ValueView, Verdict};
use crate::auth::{self, Claims, Secret};
use crate::http::Exchange;
use crate::json::Kind;
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
            value.as_ref().is_some_and(|value| is_usable(input, value))
                || !input.required
                || (state.spent && input.secret && input.token.is_none())
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
                    && state.verdicts.iter().all(|verdict| verdict.held)
                    && self.lacking(step).is_empty() =>
            {
                Status::Done
            }
            Some(_) => Status::Failed,
            None if state.stood_in => Status::Done,
            None if self.is_unneeded(step) => Status::Unneeded,
            None if self.missing(step).is_empty() => Status::Ready,
            None => Status::Waiting,
        }
    }

    /// Lists the values of earlier steps that a step needs and that are not there: the earliest first, each once.
    /// A field that the person filled needs none.
    pub fn missing(&self, step: usize) -> Vec<Missing> {
        let mut needed: Vec<Reference> = Vec::new();
        let mut need = |from: Reference, required: bool| {
            let required = required || self.is_required(from);
            if required && self.value(from).is_none() && !needed.contains(&from) {
                needed.insert(needed.partition_point(|other| *other < from), from);
            }
        };
        if let Some((call, state)) = self.call(step) {
            call.credential
                .into_iter()
                .for_each(|from| need(from, true));
            for (field, from) in self.taken(call, state) {
                let field = call.operation.fields.get(field);
                need(from, field.is_some_and(|field| field.required));
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

    /// Returns what was entered for the input of that name, if anything was.
    pub fn input_named(&self, name: &str) -> Option<&str> {
        let inputs = self.inputs(0)?;
        let place = inputs.iter().position(|input| input.name == name)?;
        Some(self.input(0, place)).filter(|text| !text.is_empty())
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
        let Some(preset) = self.preset(call, field) else {
            return empty;
        };
        let origin = fill::references(preset.template)
            .next()
            .map_or(Origin::Walkthrough, Origin::Step);
        FieldView {
            text: self.filled(call, field, state).unwrap_or_default(),
            origin,
        }
    }

    /// Returns the token that a step sends, if it is there.
    pub fn credential(&self, step: usize) -> Option<Secret> {
        let (call, _) = self.call(step)?;
        self.value(call.credential?)
            .map(|value| Secret::new(value.plain()))
    }

    /// Returns what the token that a step sends says of itself; none where it says nothing.
    pub fn claims(&self, step: usize) -> Option<Claims> {
        let (call, _) = self.call(step)?;
        Claims::read(self.value(call.credential?)?.plain())
    }

    /// Counts the entries of the first list in the last answer of a step.
    pub fn entry_count(&self, step: usize) -> Option<usize> {
        let body = &self.exchange(step)?.answer()?.body;
        let root = body.root()?;
        let list = body
            .children(root)
            .find(|&id| body.kind(id) == Kind::Array)?;
        Some(body.len(list))
    }

    /// Whether the walkthrough fills a field.
    pub fn is_filled(&self, step: usize, field: usize) -> bool {
        self.call(step)
            .is_some_and(|(call, _)| self.preset(call, field).is_some())
    }

    /// Returns the exact JSON text of a value that an earlier step gave.
    pub fn json(&self, reference: Reference) -> Option<&str> {
        self.value(reference).map(Value::json)
    }

    /// Returns the exchange before the last one of a step, where the same was asked and answered.
    pub fn previous(&self, step: usize) -> Option<&Arc<Exchange>> {
        self.steps.get(step)?.previous.as_ref()
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
        let described = self.described(reference)?;
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
            for field in 0..call.operation.fields.len() {
                let preset = self.preset(call, field);
                let takes = |preset: &super::Preset| {
                    fill::references(preset.template).any(|from| from == reference)
                };
                if preset.is_some_and(takes) {
                    users.push(User {
                        step,
                        place: Use::Field(field),
                    });
                }
            }
        }
        users
    }
}

/// Whether a token can be the one that was asked for; everything else may be anything.
fn is_usable(input: &Input, value: &Value) -> bool {
    let kind = input.token;
    kind.is_none_or(|kind| auth::accept(kind, value.plain()).is_ok())
}

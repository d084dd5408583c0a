//! What a run tells of itself.

use super::fill;
use super::model::{Action, Call, Input, Reference};
use super::run::{Run, State};
use super::value::Value;
use super::view::{FieldView, Missing, Origin, Status, Use, User, ValueView, Verdict};
use crate::auth::{self, Claims, Secret};
use crate::catalogue::Place;
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
            Some(_) if state.is_answered_well() && self.lacking(step).is_empty() => Status::Done,
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
            // Who does not go the way around goes this one with all that it takes.
            let is_all_needed = self.way_around(step).is_some();
            for (field, from) in self.taken(call, state) {
                if self.is_spent(step, from) {
                    continue;
                }
                let field = call.operation.field(field);
                need(
                    from,
                    is_all_needed || field.is_some_and(|field| field.required),
                );
            }
            if is_all_needed {
                needed.extend(self.emptied(call, state));
            }
        }
        needed
            .into_iter()
            .map(|from| self.given_by(from))
            .map(|from| Missing {
                label: self.label(from),
                from,
            })
            .collect()
    }

    /// Lists the values whose fields the person has emptied.
    fn emptied(&self, call: &'static Call, state: &State) -> Vec<Reference> {
        let typed = state.typed.iter().enumerate();
        let is_blank = |text: &Option<String>| {
            let text = text.as_ref();
            text.is_some_and(|text| text.trim().is_empty())
        };
        typed
            .filter(|(_, text)| is_blank(text))
            .filter_map(|(field, _)| self.preset(call, field))
            .filter_map(|preset| fill::references(preset.template).next())
            .collect()
    }

    /// Whether a value is a password that a step has sent and that was forgotten when its token came.
    fn is_spent(&self, step: usize, from: Reference) -> bool {
        let input = self
            .inputs(from.step)
            .and_then(|inputs| inputs.get(from.value));
        input.is_some_and(|input| input.secret && input.token.is_none())
            && self.steps.get(from.step).is_some_and(|state| state.spent)
            && self.value(from).is_none()
            && self.steps.get(step).is_some_and(State::is_answered_well)
    }

    /// Whether a field of a step was sent with a password that is forgotten since.
    pub(super) fn is_forgotten(&self, step: usize, field: usize) -> bool {
        self.call(step).is_some_and(|(call, state)| {
            let taken = self.taken(call, state).into_iter();
            taken
                .filter(|(other, _)| *other == field)
                .any(|(_, from)| self.is_spent(step, from))
        })
    }

    /// Returns where a value comes from by the way that was gone: the step that stands in, once it has its response.
    fn given_by(&self, from: Reference) -> Reference {
        let gone = (0..self.steps.len()).filter(|&step| self.exchange(step).is_some());
        let mut substitutes = gone.filter_map(|step| {
            let (call, _) = self.call(step)?;
            let substitute = call.extras.substitutes.iter().find(|it| it.of == from)?;
            Some(Reference {
                step,
                value: substitute.output,
            })
        });
        substitutes.next().unwrap_or(from)
    }

    /// Whether the person has emptied a field that can be sent empty: an optional text.
    pub fn can_be_empty(&self, step: usize, field: usize) -> bool {
        self.call(step).is_some_and(|(call, state)| {
            let is_emptied = matches!(state.typed.get(field), Some(Some(text)) if text.is_empty());
            let definition = call.operation.field(field);
            is_emptied
                && definition.is_some_and(|field| {
                    !field.required
                        && field.is_text()
                        && matches!(field.place, Place::Query | Place::Body)
                })
        })
    }

    /// Whether a field is sent although it is empty.
    pub fn is_sent_empty(&self, step: usize, field: usize) -> bool {
        let state = self.steps.get(step);
        state.is_some_and(|state| state.sent_empty.contains(&field))
            && self.can_be_empty(step, field)
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
            let is_yours = !text.is_empty() || state.sent_empty.contains(&field);
            return FieldView {
                text: text.clone(),
                origin: if is_yours {
                    Origin::Yours
                } else {
                    Origin::Emptied
                },
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
            for field in 0..call.operation.field_count() {
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

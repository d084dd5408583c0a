//! How far a step is, and what it waits for.

use super::fill;
use super::model::{Action, Call, Input, Reference};
use super::run::Run;
use super::state::StepState;
use super::value::Given;
use super::view::{Missing, Status};
use crate::auth::Token;
use crate::form::RequestForm;

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
        let entered = |(input, value): (&Input, &Option<Given>)| {
            value.as_ref().is_some_and(is_usable)
                || input.around != state.around
                || !(input.required || input.around)
                || (state.spent && input.kind.is_password())
        };
        if inputs.iter().zip(&state.values).all(entered) {
            Status::Done
        } else {
            Status::Ready
        }
    }

    fn status_of_call(&self, step: usize, state: &StepState) -> Status {
        match &state.desk {
            _ if !self.is_on_the_way(step) => Status::Unneeded,
            Some(desk) if desk.is_sending() => Status::Sending,
            Some(desk) if desk.exchange().is_some() => {
                if state.is_answered_well() && self.lacking(step).is_empty() {
                    Status::Done
                } else {
                    Status::Failed
                }
            }
            _ if state.stood_in => Status::Done,
            _ if self.missing(step).is_empty() => Status::Ready,
            _ => Status::Waiting,
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
        if let (Some((call, _)), Some(form)) = (self.call(step), self.form(step)) {
            call.credential
                .into_iter()
                .for_each(|from| need(from, true));
            // Who does not go the way around goes this one with all that it takes.
            let is_all_needed = self.way_around(step).is_some();
            for (path, from) in self.taken(step) {
                if !self.is_spent(step, from) {
                    let field = call.operation.field_at(path);
                    need(from, is_all_needed || field.is_some_and(|it| it.required));
                }
            }
            if is_all_needed {
                needed.extend(self.emptied(call, form));
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
    fn emptied(&self, call: &'static Call, form: &RequestForm) -> Vec<Reference> {
        let is_blank = |preset: &&super::Preset| {
            let typed = form.typed.at(&preset.path);
            typed.is_some_and(|typed| typed.entry.is_blank())
        };
        let presets = self.presets(call).into_iter().filter(is_blank);
        presets
            .filter_map(|preset| fill::references(preset.template).next())
            .collect()
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
}

/// Whether a token can be the one that was asked for; everything else may be anything.
fn is_usable(value: &Given) -> bool {
    value.token().and_then(Token::fault).is_none()
}

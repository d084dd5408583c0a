//! The fields of an operation, filled with what a step says.

mod body;
mod parameters;

use crate::expression::Expression;
use crate::fault::Faults;
use crate::payload::Payload;
use crate::step::{Body, Parameter, Step};
use crate::template::Writer;
use crate::values::Values;
use crate::yaml::Position;
use playground_core::catalogue::{Field, Operation, Shape};
use playground_core::walkthrough::{Preset, Reference, Template, TemplatePart};

/// What a document says about a request.
pub(crate) struct Filling<'a> {
    pub(crate) at: Position,
    pub(crate) parameters: &'a [Parameter<'a>],
    pub(crate) body: Option<&'a Body<'a>>,
    /// Whether it says all that the operation needs, or only what differs from that.
    pub(crate) whole: bool,
    /// Whether the answer of the step is there by then.
    pub(crate) answered: bool,
    /// Whether the token is that of the request itself, so that it says nothing of it.
    pub(crate) own_token: bool,
}

impl<'a> Filling<'a> {
    /// The request of a step.
    pub(crate) fn of_step(step: &'a Step<'a>) -> Self {
        Self {
            at: step.at,
            parameters: &step.parameters,
            body: step.body.as_ref(),
            whole: true,
            answered: false,
            own_token: false,
        }
    }
}

/// What a request is filled with: where its token comes from, and its fields with their places in the document.
pub(crate) type Filled = (Option<Reference>, Vec<(Preset, Position)>);

/// Fills the fields of an operation with what the document says.
pub(crate) fn fill(
    filling: &Filling<'_>,
    operation: &Operation,
    values: &mut Values,
    faults: &mut Faults,
) -> Filled {
    let mut filler = Filler {
        operation,
        values,
        faults,
        answered: filling.answered,
        presets: Vec::new(),
        named: Vec::new(),
    };
    let credential = filler.parameters(filling);
    filler.body(filling);
    if filling.whole {
        filler.nothing_missing(filling);
    }
    (credential, filler.presets)
}

struct Filler<'a> {
    operation: &'a Operation,
    values: &'a mut Values,
    faults: &'a mut Faults,
    answered: bool,
    presets: Vec<(Preset, Position)>,
    /// The fields that the step names, also those whose value is at fault: they are not missing.
    named: Vec<usize>,
}

impl Filler<'_> {
    /// Notes that the step names a field; false where it does so twice.
    fn name(&mut self, field: usize, at: Position) -> bool {
        let twice = self.named.contains(&field);
        if twice {
            let name = self.operation.field(field).map_or("", |field| field.name);
            let found = format!("\"{name}\" a second time");
            self.faults.push(at, found, "each field once");
        }
        self.named.push(field);
        !twice
    }

    fn fill(&mut self, place: usize, payload: &Payload, at: Position) {
        let Some(field) = self.operation.field(place) else {
            return;
        };
        let Some(template) = self.template(&field, payload) else {
            return;
        };
        if let Some((found, expected)) = misfit(&field, &template) {
            self.faults.push(payload.at, found, expected);
        }
        for part in template.parts {
            if let TemplatePart::Value { from, .. } = part {
                let is_whole = template.parts.len() == 1;
                self.values
                    .mark_field(*from, self.operation, &field, is_whole);
            }
        }
        let preset = Preset {
            path: field.path(),
            template,
        };
        self.presets.push((preset, at));
    }

    fn template(&mut self, field: &Field<'_>, payload: &Payload) -> Option<Template> {
        let mut writer = Writer::answered(self.answered);
        let (values, faults) = (&*self.values, &mut *self.faults);
        let mut resolve =
            |expression: &Expression, at: Position| values.resolve(expression, at, faults);
        let written = match field.shape() {
            Shape::File => false,
            shape if shape.is_json() => {
                writer.json(payload, 0, &mut resolve);
                true
            }
            _ => writer.plain(payload, &mut resolve),
        };
        if !written {
            let (found, expected) = match field.shape() {
                Shape::File => ("a value for the file", "none: the person chooses the file"),
                _ => ("a list or an object for", "a single value"),
            };
            let found = format!("{found} \"{}\"", field.name);
            self.faults.push(payload.at, found, expected);
        }
        written.then(|| writer.finish())
    }

    fn nothing_missing(&mut self, filling: &Filling<'_>) {
        for (place, field) in self.operation.fields().enumerate() {
            let left_out = !self.named.contains(&place) && *field.shape() != Shape::File;
            if field.required && left_out {
                let found = format!("a step without the required \"{}\"", field.name);
                self.faults.push(filling.at, found, "a value for it");
            }
        }
    }

    fn field(&self, is_it: impl Fn(Field<'_>) -> bool) -> Option<usize> {
        self.operation.fields().position(is_it)
    }

    fn names(&self, which: impl Fn(&Field<'_>) -> bool) -> String {
        let names: Vec<&str> = self
            .operation
            .fields()
            .filter(|f| which(f))
            .map(|f| f.name)
            .collect();
        if names.is_empty() {
            "it has none".to_owned()
        } else {
            names.join(", ")
        }
    }
}

/// Says why a fixed text cannot be what a field takes.
fn misfit(field: &Field<'_>, template: &Template) -> Option<(String, String)> {
    let [TemplatePart::Literal(text)] = template.parts else {
        return None;
    };
    let expected = match field.shape() {
        Shape::Integer { .. } if text.parse::<i64>().is_err() => "a whole number".to_owned(),
        Shape::Number if text.parse::<f64>().is_err() => "a number".to_owned(),
        Shape::Boolean if !matches!(*text, "true" | "false") => "true or false".to_owned(),
        Shape::Choice(choices) if !choices.iter().any(|choice| choice == text) => {
            choices.join(" or ")
        }
        _ => return None,
    };
    Some((format!("\"{text}\" for \"{}\"", field.name), expected))
}

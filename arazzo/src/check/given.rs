//! The values that inputs and steps give, as the document has them and as the page does.

use super::leak;
use crate::call::Resolved;
use crate::document;
use crate::expression::Expression;
use crate::extension::Choice;
use crate::fault::Faults;
use crate::step;
use crate::values::Given;
use playground_core::catalogue::ValueKind;
use playground_core::walkthrough::{Input, Output, Pick};

impl Given {
    pub(super) fn of_input(input: &document::Input<'_>) -> Self {
        Self {
            name: input.name.text.clone(),
            title: input.title.text.clone(),
            hint: input.hint.map_or("", |hint| hint.text.trim()).to_owned(),
            pick: Pick::Body(""),
            kind: match input.password {
                true => ValueKind::Secret,
                false => ValueKind::Other,
            },
            required: input.required,
            default: input.default.map_or("", |text| text.text.trim()).to_owned(),
            extended: false,
        }
    }

    /// `open` are the choices of the step.
    pub(super) fn of_output(
        output: &step::Output<'_>,
        call: Option<&Resolved>,
        open: &[Choice<'_>],
        extended: bool,
        faults: &mut Faults,
    ) -> Self {
        let pick = match &output.value {
            Some(Expression::Body(pointer)) => Pick::Body(leak(pointer)),
            Some(Expression::Header(name)) => Pick::Header(leak(name)),
            Some(Expression::Sent(place)) if extended => Pick::Sent(*place),
            None => Pick::Body(""),
            Some(_) => {
                let found = format!(
                    "the output \"{}\", which is not from the response",
                    output.name.text
                );
                faults.push(
                    output.name.at,
                    found,
                    "$response.body#/pointer or $response.header.name",
                );
                Pick::Body("")
            }
        };
        let kind = call.map_or(ValueKind::Other, |call| kind_of(call, pick));
        let mut open = open.iter().filter(|choice| choice.none.is_some());
        let required = !open.any(|choice| {
            matches!(pick, Pick::Body(pointer) if pointer.starts_with(&choice.entry.pointer))
        });
        Self {
            name: output.name.text.clone(),
            title: output.name.text.clone(),
            hint: String::new(),
            pick,
            kind,
            required,
            default: String::new(),
            extended,
        }
    }

    pub(super) fn input(&self) -> Input {
        Input {
            name: leak(&self.name),
            title: leak(&self.title),
            hint: leak(&self.hint),
            kind: self.kind,
            required: self.required,
            around: false,
            default: leak(&self.default),
        }
    }

    pub(super) fn output(&self) -> Output {
        Output {
            name: leak(&self.name),
            pick: self.pick,
            kind: self.kind,
            required: self.required,
        }
    }
}

/// Returns what an answer has at a place.
fn kind_of(call: &Resolved, pick: Pick) -> ValueKind {
    let mut gives = call.operation.gives.iter();
    let found = match pick {
        Pick::Body(pointer) => gives.find(|gives| gives.is_at(pointer)),
        Pick::Header(_) | Pick::Sent(_) => None,
    };
    found.map_or(ValueKind::Other, |gives| gives.kind)
}

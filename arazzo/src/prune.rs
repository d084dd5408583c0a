//! What the form of a walkthrough does without: the page that is fetched first has none of it.

use playground_core::catalogue::{Operation, Schema, Shape};
use std::borrow::Cow;

/// Takes out of an operation what the form of a step does not use: its words, its answers, and what stands inside of members that
/// are written as JSON there.
pub(crate) fn prune(mut operation: Operation) -> Operation {
    operation.title = "".into();
    operation.group = "".into();
    operation.answers = Cow::Borrowed(&[]);
    for parameter in operation.parameters.to_mut() {
        prune_schema(&mut parameter.schema);
    }
    let Some(body) = &mut operation.body else {
        return operation;
    };
    match &mut body.schema.shape {
        Shape::Object { members, .. } if !members.is_empty() => {
            for member in members.to_mut() {
                prune_schema(&mut member.schema);
            }
        }
        _ => prune_schema(&mut body.schema),
    }
    operation
}

fn prune_schema(schema: &mut Schema) {
    schema.format = None;
    schema.pattern = None;
    schema.hint = None;
    schema.default.take_if(|default| default.is_empty());
    // What is secret in a text of JSON is found by its schema.
    if schema.has_secret() {
        return;
    }
    match &mut schema.shape {
        shape if shape.is_json() => *shape = Shape::Json,
        Shape::Text { shortest, longest } => (*shortest, *longest) = (None, None),
        Shape::Integer { choices, .. } => *choices = Cow::Borrowed(&[]),
        Shape::Choice(choices) => choices.to_mut().retain(|choice| !choice.is_empty()),
        _ => {}
    }
}

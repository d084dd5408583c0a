//! Places of fields as notes name them: `query/page`, or `body/rows/*/name`, where `*` stands for any entry.

use playground_core::catalogue::{FieldPath, Further, Operation, Place, Schema, Shape};

/// Reads a place; `None` if it is in no part of a request.
pub(crate) fn read(text: &str) -> Option<FieldPath> {
    let (place, steps) = text.split_once('/').unwrap_or((text, ""));
    let place = match place {
        "path" => Place::Path,
        "query" => Place::Query,
        "header" => Place::Header,
        "body" => Place::Body,
        _ => return None,
    };
    let steps = steps.to_owned().into();
    Some(FieldPath { place, steps })
}

/// Whether an operation has a field there.
pub(crate) fn exists(operation: &Operation, path: &FieldPath) -> bool {
    if path.place == Place::Body {
        let body = operation.body.as_ref();
        return body.is_some_and(|body| is_below(&body.schema, &path.steps));
    }
    let mut parameters = operation.parameters.iter();
    parameters.any(|parameter| parameter.place == path.place && parameter.name == path.steps)
}

fn is_below(schema: &Schema, steps: &str) -> bool {
    if steps.is_empty() {
        return true;
    }
    let (step, rest) = steps.split_once('/').unwrap_or((steps, ""));
    match &schema.shape {
        Shape::List(item) => step == "*" && is_below(item, rest),
        Shape::Object {
            further: Further::Of(schema),
            ..
        } if step == "*" => is_below(schema, rest),
        Shape::Object { members, .. } => {
            let mut members = members.iter();
            members.any(|member| member.name == step && is_below(&member.schema, rest))
        }
        Shape::OneOf(kinds) => kinds.iter().any(|kind| is_below(kind, steps)),
        _ => false,
    }
}

/// Whether something in an operation's request or answers has a name.
pub(crate) fn has_name(operation: &Operation, name: &str) -> bool {
    let body = operation.body.as_ref().map(|body| &body.schema);
    let answers = operation
        .answers
        .iter()
        .filter_map(|answer| answer.schema.as_ref());
    operation
        .parameters
        .iter()
        .any(|parameter| parameter.name == name)
        || body
            .into_iter()
            .chain(answers)
            .any(|schema| names(schema, name))
}

fn names(schema: &Schema, name: &str) -> bool {
    match &schema.shape {
        Shape::List(item) => names(item, name),
        Shape::OneOf(kinds) => kinds.iter().any(|kind| names(kind, name)),
        Shape::Object { members, further } => {
            members
                .iter()
                .any(|member| member.name == name || names(&member.schema, name))
                || matches!(further, Further::Of(schema) if names(schema, name))
        }
        _ => false,
    }
}

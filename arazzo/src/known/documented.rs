//! Places in documented answers.

use playground_core::catalogue::{Further, Operation, Schema, Shape};

/// What the document says of a place in the answers of success.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Documented {
    /// It cannot be there.
    No,
    /// The document leaves open what is there.
    Open,
    /// It is there.
    Yes,
}

/// Looks a place up: a JSON Pointer, in which `*` stands for every item or member.
pub(super) fn documented(operation: &Operation, place: &str) -> Documented {
    let answers = operation.answers.iter();
    let success = answers.filter(|answer| (200..300).contains(&answer.status));
    let schemas = success.filter_map(|answer| answer.schema.as_ref());
    let found = schemas.map(|schema| at(schema, place.get(1..).unwrap_or_default()));
    found.max().unwrap_or(Documented::Open)
}

fn at(schema: &Schema, steps: &str) -> Documented {
    if steps.is_empty() {
        return Documented::Yes;
    }
    let (step, rest) = steps.split_once('/').unwrap_or((steps, ""));
    match &schema.shape {
        Shape::List(item) if step == "*" => at(item, rest),
        Shape::Object { members, further } => {
            let mut members = members.iter();
            let is_open = members.len() == 0 || *further != Further::None;
            let found = match step {
                "*" => members.map(|member| at(&member.schema, rest)).max(),
                name => members
                    .find(|member| member.name == name)
                    .map(|member| at(&member.schema, rest)),
            };
            let open = if is_open {
                Documented::Open
            } else {
                Documented::No
            };
            found.unwrap_or(open)
        }
        Shape::OneOf(kinds) => {
            let found = kinds.iter().map(|kind| at(kind, steps));
            found.max().unwrap_or(Documented::Open)
        }
        // A text can be JSON.
        Shape::Json | Shape::Text { .. } => Documented::Open,
        _ => Documented::No,
    }
}

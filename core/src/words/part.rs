//! What is said of the parts of a field: items and members.

use crate::catalogue::{Schema, Shape};

/// Names an item of a list.
pub fn item_of(list: &str, place: usize) -> String {
    format!("{list} {}", place + 1)
}

/// Says what a button does: it adds to a list or an object.
pub fn add_to(name: &str) -> String {
    format!("Add to {name}")
}

/// Says what a button does: it moves an item up.
pub fn up(name: &str) -> String {
    format!("Move {name} up")
}

/// Says what a button does: it moves an item down.
pub fn down(name: &str) -> String {
    format!("Move {name} down")
}

/// Says what a button does: it takes an item or a member out.
pub fn out(name: &str) -> String {
    format!("Leave out {name}")
}

/// Names the field for the name of a member.
pub fn name_of(name: &str) -> String {
    format!("Name of {name}")
}

/// Names the field for the name of a new member.
pub fn new_name(object: &str) -> String {
    format!("New name in {object}")
}

/// Names the choice of the kind that a value is of.
pub fn kind_of(name: &str) -> String {
    format!("Kind of {name}")
}

/// Names an optional object.
pub fn fill_in(name: &str) -> String {
    format!("Fill in {name}")
}

/// Says how many items of a list are not drawn yet.
pub fn more_items(count: usize) -> String {
    format!("Show more ({count} left)")
}

/// Says how many values are optional.
pub fn optional(count: usize) -> String {
    match count {
        1 => "1 optional value".to_owned(),
        count => format!("{count} optional values"),
    }
}

/// Says what a control takes; empty if the control shows it.
pub fn range(schema: &Schema) -> String {
    match &schema.shape {
        Shape::Integer {
            minimum: Some(least),
            maximum: Some(most),
            ..
        } => {
            format!("A whole number from {least} to {most}.")
        }
        Shape::Integer {
            minimum: Some(least),
            ..
        } => format!("A whole number from {least} on."),
        Shape::Integer {
            maximum: Some(most),
            ..
        } => format!("A whole number up to {most}."),
        Shape::Integer { choices, .. } if choices.is_empty() => "A whole number.".to_owned(),
        Shape::Number => "A number.".to_owned(),
        Shape::Text {
            longest: Some(most),
            ..
        } => format!("At most {most} characters."),
        _ => String::new(),
    }
}

/// Names a kind of a value among others, by what tells it apart.
pub fn kind(schema: &Schema) -> String {
    let Shape::Object { members, .. } = &schema.shape else {
        return shape(&schema.shape).to_owned();
    };
    let marks: Vec<_> = members
        .iter()
        .filter_map(|member| member.schema.only_choice())
        .collect();
    if let Some(mark) = marks.iter().find(|mark| !mark.is_empty()) {
        return (*mark).to_owned();
    }
    let choices = members
        .iter()
        .find_map(|member| match &member.schema.shape {
            Shape::Choice(choices) => Some(choices),
            _ => None,
        });
    match choices {
        Some(choices) => choices
            .iter()
            .take(4)
            .map(AsRef::as_ref)
            .collect::<Vec<_>>()
            .join(", "),
        None => members
            .iter()
            .map(|member| member.name.as_ref())
            .collect::<Vec<_>>()
            .join(", "),
    }
}

fn shape(shape: &Shape) -> &'static str {
    match shape {
        Shape::Integer { .. } => "whole number",
        Shape::Number => "number",
        Shape::Boolean => "true or false",
        Shape::List(_) => "list",
        Shape::Object { .. } => "object",
        Shape::File => "file",
        Shape::OneOf(_) | Shape::Json => "JSON",
        Shape::Text { .. } | Shape::Secret | Shape::Choice(_) => "text",
    }
}

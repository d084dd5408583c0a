//! The kind that the documents give a value, and whether a value is of it.

use crate::catalogue::{Further, Schema, Shape};
use crate::json::{Document, Kind, NodeId};

/// The kind that the documents give a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A text.
    Text,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A list.
    List,
    /// An object.
    Object,
    /// One of several kinds.
    OneOf,
    /// Any.
    Any,
}

impl Expected {
    /// Returns the kind that a shape gives.
    pub(super) fn of(shape: &Shape) -> Self {
        match shape {
            Shape::Text { .. } | Shape::Secret | Shape::Choice(_) | Shape::File => Self::Text,
            Shape::Integer { .. } => Self::Integer,
            Shape::Number => Self::Number,
            Shape::Boolean => Self::Boolean,
            Shape::List(_) => Self::List,
            Shape::Object { .. } => Self::Object,
            Shape::OneOf(_) => Self::OneOf,
            Shape::Json => Self::Any,
        }
    }
}

/// Whether a value is of the kind that a schema gives, whatever stands inside. Of a value that may be of several kinds, that is asked of
/// each of them.
pub(super) fn is_of_kind(document: &Document, id: NodeId, schema: &Schema) -> bool {
    let kind = document.kind(id);
    if kind == Kind::Null && schema.nullable {
        return true;
    }
    match Expected::of(&schema.shape) {
        Expected::Text => kind == Kind::String,
        Expected::Integer => kind == Kind::Number && is_whole(document.source(id)),
        Expected::Number => kind == Kind::Number,
        Expected::Boolean => kind == Kind::Boolean,
        Expected::List => kind == Kind::Array,
        Expected::Object => kind == Kind::Object,
        Expected::OneOf | Expected::Any => true,
    }
}

/// Whether a number has no fraction: `1.0` is a whole number to JSON Schema. One with an exponent gets the benefit of the doubt.
fn is_whole(number: &[u8]) -> bool {
    let mut parts = number.splitn(2, |byte| *byte == b'.');
    let fraction = parts.nth(1).unwrap_or_default();
    fraction.contains(&b'e')
        || fraction.contains(&b'E')
        || fraction.iter().all(|digit| *digit == b'0')
}

/// Whether a value is one of those that a schema names; true where it names none.
pub(super) fn is_listed(document: &Document, id: NodeId, shape: &Shape) -> bool {
    match shape {
        Shape::Choice(choices) => {
            let text = document.string(id);
            text.is_none_or(|text| choices.iter().any(|choice| *choice == text))
        }
        Shape::Integer { choices, .. } if !choices.is_empty() => {
            let number = document.text(id).parse::<i64>();
            number.is_ok_and(|number| choices.contains(&number))
        }
        _ => true,
    }
}

/// Whether a schema says nothing of what stands inside a value.
pub(super) fn says_nothing(shape: &Shape) -> bool {
    match shape {
        Shape::Json => true,
        Shape::Object { members, further } => members.is_empty() && *further == Further::Any,
        Shape::List(item) => item.shape == Shape::Json,
        _ => false,
    }
}

//! Comparing two values, as Arazzo's simple conditions do.

use super::model::Comparison;
use super::value::Given;
use crate::json::compare_numbers;
use std::cmp::Ordering;

/// A value as comparisons see it.
pub(super) enum Scalar {
    Absent,
    Null,
    Boolean(bool),
    Number(String),
    Text(String),
    /// An array or an object, by its JSON text.
    Composite(String),
}

impl Scalar {
    /// Sees what a step gave.
    pub(super) fn of(value: &Given) -> Self {
        match value.json().as_bytes() {
            [b'"', ..] => Self::Text(value.plain().to_owned()),
            b"null" => Self::Null,
            b"true" => Self::Boolean(true),
            b"false" => Self::Boolean(false),
            [b'[' | b'{', ..] => Self::Composite(value.json().to_owned()),
            _ => Self::Number(value.json().to_owned()),
        }
    }
}

/// Compares. What is absent is comparable with nothing, so that no condition on it holds.
pub(super) fn holds(left: &Scalar, comparison: Comparison, right: &Scalar) -> bool {
    if matches!(left, Scalar::Absent) || matches!(right, Scalar::Absent) {
        return false;
    }
    let ordering = compare(left, right);
    match comparison {
        Comparison::Equal => ordering == Some(Ordering::Equal),
        Comparison::NotEqual => ordering != Some(Ordering::Equal),
        Comparison::Less => ordering == Some(Ordering::Less),
        Comparison::LessOrEqual => matches!(ordering, Some(Ordering::Less | Ordering::Equal)),
        Comparison::Greater => ordering == Some(Ordering::Greater),
        Comparison::GreaterOrEqual => matches!(ordering, Some(Ordering::Greater | Ordering::Equal)),
    }
}

/// Orders two values of one type; `None` if their types have no order between them.
fn compare(left: &Scalar, right: &Scalar) -> Option<Ordering> {
    match (left, right) {
        (Scalar::Number(left), Scalar::Number(right)) => compare_numbers(left, right),
        (Scalar::Text(left), Scalar::Text(right)) => {
            Some(left.to_ascii_lowercase().cmp(&right.to_ascii_lowercase()))
        }
        (Scalar::Boolean(left), Scalar::Boolean(right)) if left == right => Some(Ordering::Equal),
        (Scalar::Composite(left), Scalar::Composite(right)) if left == right => {
            Some(Ordering::Equal)
        }
        (Scalar::Null, Scalar::Null) => Some(Ordering::Equal),
        _ => None,
    }
}

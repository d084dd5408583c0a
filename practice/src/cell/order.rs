//! The order of cells.

use serde_json::Value;
use std::cmp::Ordering;

/// A cell as it is sorted: empty cells first, then numbers, then text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum SortKey {
    Empty,
    Number(f64),
    Text(String),
}

/// Returns the place of a value among others.
pub(crate) fn sort_key(value: &Value) -> SortKey {
    match value {
        Value::Null => SortKey::Empty,
        Value::Bool(flag) => SortKey::Number(f64::from(u8::from(*flag))),
        Value::Number(number) => SortKey::Number(number.as_f64().unwrap_or_default()),
        Value::String(text) => SortKey::Text(text.clone()),
        other => SortKey::Text(other.to_string()),
    }
}

impl Eq for SortKey {}

impl PartialOrd for SortKey {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for SortKey {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Empty, Self::Empty) => Ordering::Equal,
            (Self::Empty, _) => Ordering::Less,
            (_, Self::Empty) => Ordering::Greater,
            (Self::Number(a), Self::Number(b)) => a.total_cmp(b),
            (Self::Number(_), Self::Text(_)) => Ordering::Less,
            (Self::Text(_), Self::Number(_)) => Ordering::Greater,
            (Self::Text(a), Self::Text(b)) => a.cmp(b),
        }
    }
}

//! The order of cells.

use crate::number;
use serde_json::Value;
use std::cmp::Ordering;

/// A cell as it is sorted: empty cells first, then numbers, then text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum SortKey {
    Empty,
    /// The bits of a floating-point number, turned so that they sort as the number does.
    Number(i64),
    Text(String),
}

/// Returns the place of a value among others.
pub(crate) fn sort_key(value: &Value) -> SortKey {
    match value {
        Value::Null => SortKey::Empty,
        Value::Bool(flag) => SortKey::Number(sortable(f64::from(u8::from(*flag)))),
        Value::Number(number) => SortKey::Number(sortable(number::of(number))),
        Value::String(text) => SortKey::Text(text.clone()),
        other => SortKey::Text(other.to_string()),
    }
}

/// The order of IEEE 754, as in [`f64::total_cmp`], but with one zero.
fn sortable(number: f64) -> i64 {
    let bits = (number + 0.0).to_bits() as i64;
    bits ^ (((bits >> 63) as u64) >> 1) as i64
}

/// Returns the places of sort keys in their order; keys that are equal keep theirs. The flags say
/// which part of a key descends.
///
/// All sorting goes through here, so that the page loads the code for it once.
pub(crate) fn order(keys: &[Vec<SortKey>], descends: &[bool]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..keys.len()).collect();
    places.sort_by(|&a, &b| {
        let parts = keys[a].iter().zip(&keys[b]).enumerate();
        let mut orders = parts.map(|(part, (a, b))| {
            if descends.get(part) == Some(&true) {
                b.cmp(a)
            } else {
                a.cmp(b)
            }
        });
        orders
            .find(|order| order.is_ne())
            .unwrap_or(Ordering::Equal)
    });
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn cells_sort_empty_then_numbers_then_text() {
        let values = [
            json!(null),
            json!(-1e300),
            json!(-2.5),
            json!(0),
            json!(0.5),
            json!(true),
            json!(7),
            json!("7"),
            json!("a"),
        ];
        let keys: Vec<SortKey> = values.iter().map(sort_key).collect();
        assert!(keys.is_sorted());
        assert_eq!(sort_key(&json!(-0.0)), sort_key(&json!(0)));
    }
}

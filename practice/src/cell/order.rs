//! The order of cells.

use crate::json::Value;
use crate::number;
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
    let is_after = |a: usize, b: usize| {
        for (part, (a, b)) in keys[a].iter().zip(&keys[b]).enumerate() {
            let (a, b) = if descends.get(part) == Some(&true) {
                (b, a)
            } else {
                (a, b)
            };
            match a.cmp(b) {
                Ordering::Equal => {}
                order => return order == Ordering::Greater,
            }
        }
        false
    };
    merge_sorted(keys.len(), &is_after)
}

/// Sorts places by merging runs of growing length. The standard library's way takes 3 kB more of the page's practice download.
fn merge_sorted(count: usize, is_after: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    let mut length = 1;
    while length < count {
        let mut merged = Vec::with_capacity(count);
        for run in places.chunks(2 * length) {
            let (mut left, mut right) = run.split_at(length.min(run.len()));
            while let ([a, rest_left @ ..], [b, rest_right @ ..]) = (left, right) {
                if is_after(*a, *b) {
                    merged.push(*b);
                    right = rest_right;
                } else {
                    merged.push(*a);
                    left = rest_left;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        places = merged;
        length *= 2;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::json;

    #[test]
    fn equal_keys_keep_their_order() {
        let numbers: Vec<i64> = (0..1000).map(|n| n * 7919 % 13).collect();
        let keys: Vec<Vec<SortKey>> = numbers
            .iter()
            .map(|n| vec![sort_key(&(*n).into())])
            .collect();
        for descends in [false, true] {
            let mut wanted: Vec<usize> = (0..1000).collect();
            wanted.sort_by_key(|place| {
                if descends {
                    -numbers[*place]
                } else {
                    numbers[*place]
                }
            });
            assert_eq!(order(&keys, &[descends]), wanted);
        }
    }

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

//! What rows are sorted by.

use crate::json::{Document, Kind, NodeId, compare_numbers};
use std::cmp::Ordering;

/// So many digits always fit into 64 bits.
const MOST_DIGITS: usize = 18;

/// A cell that is not empty, with enough of its value to tell most cells apart without looking at the document again.
#[derive(Clone, Copy)]
pub(super) struct Key {
    node: NodeId,
    rank: u8,
    /// Never greater than that of a greater value of the same rank. Unknown for a number with an exponent.
    prefix: Option<u64>,
}

impl Key {
    /// Returns the key of a cell; none for `null`.
    pub(super) fn of(document: &Document, node: NodeId) -> Option<Self> {
        let (rank, prefix) = match document.kind(node) {
            Kind::Boolean => (0, Some(0)),
            Kind::Number => (1, whole_part(document.source(node))),
            Kind::String => (2, Some(first_letters(&document.beginning(node, 32)))),
            Kind::Object => (3, Some(0)),
            Kind::Array => (4, Some(0)),
            Kind::Null => return None,
        };
        Some(Self { node, rank, prefix })
    }

    /// Whether the prefix says nothing, so that those of other numbers may not be used either: the order would contradict itself.
    pub(super) fn is_unknown(&self) -> bool {
        self.prefix.is_none()
    }

    /// Compares two cells, by their prefixes first, unless those of numbers may not be used.
    pub(super) fn compare(&self, other: &Self, document: &Document, all_known: bool) -> Ordering {
        let by_rank = self.rank.cmp(&other.rank);
        let by_prefix = || {
            if all_known || self.rank != 1 {
                self.prefix.cmp(&other.prefix)
            } else {
                Ordering::Equal
            }
        };
        by_rank
            .then_with(by_prefix)
            .then_with(|| compare_values(document, self.node, other.node))
    }
}

/// Compares two values of the same kind.
fn compare_values(document: &Document, left: NodeId, right: NodeId) -> Ordering {
    match document.kind(left) {
        Kind::Number if document.source(left) == document.source(right) => Ordering::Equal,
        Kind::Number => {
            let order = compare_numbers(&document.text(left), &document.text(right));
            order.unwrap_or(Ordering::Equal)
        }
        Kind::String => compare_plain(document.source(left), document.source(right))
            .unwrap_or_else(|| compare_words(&document.content(left), &document.content(right))),
        // `false` comes before `true` in the alphabet as well.
        _ => document.source(left).cmp(document.source(right)),
    }
}

/// Compares without regard to case first; what is the same then, exactly.
fn compare_words(left: &str, right: &str) -> Ordering {
    let letters = left.chars().flat_map(char::to_lowercase);
    letters
        .cmp(right.chars().flat_map(char::to_lowercase))
        .then_with(|| left.cmp(right))
}

/// Does the same with strings in their quotes, which is much faster; `None` if there are escapes or other letters than English
/// ones before the first difference.
fn compare_plain(left: &[u8], right: &[u8]) -> Option<Ordering> {
    let (left, right) = (inside(left), inside(right));
    let is_plain = |b: u8| b.is_ascii() && b != b'\\';
    for (&a, &b) in left.iter().zip(right) {
        if !is_plain(a) || !is_plain(b) {
            return None;
        }
        let order = a.to_ascii_lowercase().cmp(&b.to_ascii_lowercase());
        if order.is_ne() {
            return Some(order);
        }
    }
    let by_length = left.len().cmp(&right.len());
    Some(by_length.then_with(|| left.cmp(right)))
}

fn inside(string: &[u8]) -> &[u8] {
    string
        .get(1..string.len().saturating_sub(1))
        .unwrap_or_default()
}

/// Returns the first eight bytes in lower case as a number.
fn first_letters(text: &str) -> u64 {
    let mut prefix = [0; 8];
    let mut at = 0;
    let mut buffer = [0; 4];
    for c in text.chars().flat_map(char::to_lowercase) {
        for &byte in c.encode_utf8(&mut buffer).as_bytes() {
            match prefix.get_mut(at) {
                Some(place) => *place = byte,
                None => return u64::from_be_bytes(prefix),
            }
            at += 1;
        }
    }
    u64::from_be_bytes(prefix)
}

/// Returns what stands before the point of a number, moved so that it has no sign; `None` if there is an exponent.
fn whole_part(number: &[u8]) -> Option<u64> {
    const ZERO: u64 = 1 << 63;
    if number.iter().any(|b| matches!(b, b'e' | b'E')) {
        return None;
    }
    let digits = number.strip_prefix(b"-").unwrap_or(number);
    let digits = digits.split(|&b| b == b'.').next().unwrap_or_default();
    let size = if digits.len() > MOST_DIGITS {
        ZERO - 1
    } else {
        let add = |size: u64, digit: &u8| size * 10 + u64::from(digit.saturating_sub(b'0'));
        digits.iter().fold(0, add)
    };
    let is_negative = number.first() == Some(&b'-');
    Some(if is_negative {
        ZERO - size
    } else {
        ZERO + size
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compare(left: &str, right: &str, all_known: bool) -> Ordering {
        let document = Document::parse(format!("[{left},{right}]").into_bytes());
        let items = document.children(document.root().unwrap());
        let keys: Vec<Key> = items.map(|id| Key::of(&document, id).unwrap()).collect();
        let all_known = all_known && keys.iter().all(|key| !key.is_unknown());
        keys[0].compare(&keys[1], &document, all_known)
    }

    #[test]
    fn each_value_is_smaller_than_the_next() {
        let ascending = [
            "false",
            "true",
            "-1e30",
            "-12345678901234567890.5",
            "-12345678901234567890",
            "-999999999999999999",
            "-2",
            "-1.5",
            "-1",
            "-0.5",
            "0",
            "0.5",
            "1",
            "1.25",
            "999999999999999999",
            "1000000000000000000",
            "12345678901234567890",
            "12345678901234567891",
            "1e30",
            r#""""#,
            r#"" ""#,
            r#""A""#,
            r#""a""#,
            r#""a ""#,
            r#""ab""#,
            r#""abcdefghi""#,
            r#""abcdefghj""#,
            r#""B""#,
            r#""\u0062b""#,
            r#""K""#,
            r#""k""#,
            "\"\u{212a}\"",
            r#""kelvin""#,
            r#""Z""#,
            r#""Ä""#,
            r#""\u00e4""#,
            r#""äh""#,
            r#""日""#,
            "{}",
            "[1]",
            "[2]",
        ];
        for (i, left) in ascending.iter().enumerate() {
            for (j, right) in ascending.iter().enumerate() {
                for all_known in [true, false] {
                    assert_eq!(
                        compare(left, right, all_known),
                        i.cmp(&j),
                        "{left}, {right}"
                    );
                }
            }
        }
    }

    #[test]
    fn the_spelling_of_equal_values_does_not_count() {
        for (left, right) in [
            ("1", "1.0"),
            ("-0", "0"),
            ("100", "1e2"),
            (r#""a""#, r#""\u0061""#),
        ] {
            assert_eq!(
                compare(left, right, true),
                Ordering::Equal,
                "{left} and {right}"
            );
        }
    }
}

//! What a value says, and the order of what strings say.

use super::unescape::unescape;
use super::{Document, Kind, NodeId};
use std::borrow::Cow;
use std::cmp::Ordering;

impl Document {
    /// Returns the decoded content of a string, or the exact text of another value. Copies only where something is decoded.
    pub(crate) fn content(&self, id: NodeId) -> Cow<'_, str> {
        match self.kind(id) {
            Kind::String => unescape(self.source(id)),
            _ => self.text(id),
        }
    }

    /// Returns at least so many bytes of what [`Document::content`] gives, or all of it. What comes after them may be
    /// broken.
    pub(crate) fn beginning(&self, id: NodeId, bytes: usize) -> Cow<'_, str> {
        let source = self.source(id);
        // No byte of content takes more than the 6 of `\u0041`; then there may be one more escape, and the quotes.
        let enough = bytes.saturating_add(4).saturating_mul(6);
        match (source.get(..enough), self.kind(id)) {
            (None, _) => self.content(id),
            (Some(some), Kind::String) => unescape(some),
            (Some(some), _) => String::from_utf8_lossy(some),
        }
    }
}

/// Compares two strings with their quotes by their decoded content. Those that no `String` can hold are equal only byte
/// for byte.
pub(super) fn compare_strings(left: &[u8], right: &[u8]) -> Ordering {
    if left == right {
        return Ordering::Equal;
    }
    let (decoded, other) = (unescape(left), unescape(right));
    decoded.cmp(&other).then_with(|| {
        if decoded.contains(char::REPLACEMENT_CHARACTER) {
            left.cmp(right)
        } else {
            Ordering::Equal
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_ordered_by_what_they_say() {
        for (left, right, order) in [
            (r#""a""#, r#""\u0061""#, Ordering::Equal),
            (r#""a""#, r#""a!""#, Ordering::Less),
            (r#""\u0062""#, r#""a""#, Ordering::Greater),
            (r#""\ud800""#, r#""\ud801""#, Ordering::Less),
            (r#""""#, r#""""#, Ordering::Equal),
        ] {
            let found = compare_strings(left.as_bytes(), right.as_bytes());
            assert_eq!(found, order, "{left} and {right}");
        }
    }

    #[test]
    fn a_beginning_is_as_long_as_it_has_to_be() {
        let escaped = format!("\"{}\"", r"\u0041".repeat(1000));
        let plain = format!("[{}1]", "\"ü\",".repeat(1000));
        for text in [escaped, plain] {
            let document = Document::parse(text.into_bytes());
            let root = document.root().unwrap();
            let all = document.content(root);
            for bytes in [0, 1, 10, 500, 999, 100_000] {
                let some = document.beginning(root, bytes);
                assert!(some.len() >= bytes.min(all.len()));
                assert_eq!(
                    some.bytes().take(bytes).collect::<Vec<_>>(),
                    all.bytes().take(bytes).collect::<Vec<_>>()
                );
                assert!(some.len() <= 6 * bytes + 24 + 2);
            }
        }
    }
}

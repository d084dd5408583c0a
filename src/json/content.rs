//! The order of what strings say.

use super::unescape::unescape;
use std::cmp::Ordering;

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
}

//! How values compare in conditions. With an empty cell nothing is known.

use crate::json::Value;
use crate::number;
use crate::time::DateTime;
use std::cmp::Ordering;

/// Compares two values; none if one is empty or they have nothing in common.
pub(super) fn compare(left: &Value, right: &Value) -> Option<Ordering> {
    match (left, right) {
        (Value::Null, _) | (_, Value::Null) => None,
        (Value::String(left), Value::String(right)) => Some(compare_texts(left, right)),
        // A cell with several options equals each of them.
        (Value::Array(items), other) | (other, Value::Array(items)) => items
            .iter()
            .any(|item| item == other)
            .then_some(Ordering::Equal),
        _ => float(left)?.partial_cmp(&float(right)?),
    }
}

/// Dates are kept with time and offset, and asked for without.
fn compare_texts(left: &str, right: &str) -> Ordering {
    if is_stored_date(left) || is_stored_date(right) {
        let dates = DateTime::parse(left, false).zip(DateTime::parse(right, false));
        if let Some((left, right)) = dates {
            return left.cmp(&right);
        }
    }
    left.cmp(right)
}

fn is_stored_date(text: &str) -> bool {
    text.len() >= 25 && text.as_bytes().get(10) == Some(&b'T')
}

fn float(value: &Value) -> Option<f64> {
    match value {
        Value::Bool(flag) => Some(f64::from(u8::from(*flag))),
        Value::String(text) if text.eq_ignore_ascii_case("true") => Some(1.0),
        Value::String(text) if text.eq_ignore_ascii_case("false") => Some(0.0),
        Value::String(text) => number::float(&number::parse(text.trim())?),
        _ => number::float(value),
    }
}

/// Matches a text against a LIKE pattern: `%` for any text, `_` for one character.
pub(super) fn like(text: &str, pattern: &str) -> bool {
    let text: Vec<char> = text.chars().collect();
    let pattern: Vec<char> = pattern.chars().collect();
    let (mut at, mut in_pattern) = (0, 0);
    // Where the last `%` stands, and how far its text reaches so far.
    let mut retry: Option<(usize, usize)> = None;
    while at < text.len() {
        match pattern.get(in_pattern) {
            Some('%') => {
                retry = Some((in_pattern, at));
                in_pattern += 1;
            }
            Some(&c) if c == '_' || c == text[at] => {
                at += 1;
                in_pattern += 1;
            }
            _ => {
                let Some((star, reached)) = retry else {
                    return false;
                };
                retry = Some((star, reached + 1));
                (at, in_pattern) = (reached + 1, star + 1);
            }
        }
    }
    pattern[in_pattern..].iter().all(|&c| c == '%')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::json;

    #[test]
    fn like_knows_its_two_signs() {
        for (pattern, matches) in [
            ("Jasmin", true),
            ("Jas%", true),
            ("%min", true),
            ("%a%i%", true),
            ("J_smin", true),
            ("J_min", false),
            ("jasmin", false),
            ("", false),
            ("%", true),
        ] {
            assert_eq!(like("Jasmin", pattern), matches, "{pattern}");
        }
    }

    #[test]
    fn a_date_equals_its_day() {
        let stored = json!("2030-06-20T00:00:00+01:00");
        assert_eq!(
            compare(&stored, &json!("2030-06-20")),
            Some(Ordering::Equal)
        );
        assert_eq!(
            compare(&stored, &json!("2030-06-19")),
            Some(Ordering::Greater)
        );
        assert_eq!(compare(&Value::Null, &Value::Null), None);
    }
}

//! Comparing numbers by their text, exactly: 64-bit ids and 1e400 fit into no float. (The standard library's parser of floats
//! would also bring 10 kB of tables into the page.)

use std::cmp::Ordering;

/// A number as 0.DIGITS × 10^`point`, without zeros at either end of the digits.
struct Decimal {
    negative: bool,
    digits: Vec<u8>,
    point: i64,
}

impl Decimal {
    /// Reads a number as JSON writes it.
    fn read(text: &str) -> Option<Self> {
        let (negative, text) = match text.strip_prefix('-') {
            Some(text) => (true, text),
            None => (false, text),
        };
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, read_exponent(exponent)?),
            None => (text, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all = || whole.bytes().chain(fraction.bytes());
        if whole.is_empty() || !all().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let zeros = all().take_while(|&b| b == b'0').count();
        let mut digits: Vec<u8> = all().skip(zeros).collect();
        while digits.last() == Some(&b'0') {
            digits.pop();
        }
        let point = i64::try_from(whole.len()).ok()? - i64::try_from(zeros).ok()?;
        Some(Self {
            negative: negative && !digits.is_empty(),
            digits,
            point: point.saturating_add(exponent),
        })
    }

    fn compare_size(&self, other: &Self) -> Ordering {
        match (self.digits.is_empty(), other.digits.is_empty()) {
            (true, true) => Ordering::Equal,
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
            (false, false) => self
                .point
                .cmp(&other.point)
                .then_with(|| self.digits.cmp(&other.digits)),
        }
    }
}

/// Reads an exponent; one that no `i64` holds counts as the farthest one.
fn read_exponent(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let size = digits.parse().unwrap_or(i64::MAX / 2);
    Some(if text.starts_with('-') { -size } else { size })
}

/// Orders two numbers as JSON writes them; `None` if one is no number.
pub fn compare_numbers(left: &str, right: &str) -> Option<Ordering> {
    let (left, right) = (Decimal::read(left)?, Decimal::read(right)?);
    Some(match (left.negative, right.negative) {
        (false, true) => Ordering::Greater,
        (true, false) => Ordering::Less,
        (false, false) => left.compare_size(&right),
        (true, true) => right.compare_size(&left),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_ordered_by_value_and_not_by_spelling() {
        for (left, right, ordering) in [
            ("1", "1.0", Ordering::Equal),
            ("1e2", "100", Ordering::Equal),
            ("0.10", "1E-1", Ordering::Equal),
            ("-0", "0", Ordering::Equal),
            ("9007199254740993", "9007199254740992", Ordering::Greater),
            ("1e400", "1e399", Ordering::Greater),
            ("-1e400", "-1", Ordering::Less),
            ("0.5", "0.49", Ordering::Greater),
            ("99", "100", Ordering::Less),
            ("-2", "-3", Ordering::Greater),
            ("-1", "1", Ordering::Less),
            ("1e99999999999999999999", "2", Ordering::Greater),
            ("1e-99999999999999999999", "2", Ordering::Less),
        ] {
            assert_eq!(
                compare_numbers(left, right),
                Some(ordering),
                "{left} and {right}"
            );
            assert_eq!(
                compare_numbers(right, left),
                Some(ordering.reverse()),
                "{right} and {left}"
            );
        }
    }

    #[test]
    fn what_is_no_number_has_no_order() {
        for text in ["", "-", "a", "1e", "1.2.3", ".5", "1e+", "0x1"] {
            assert_eq!(compare_numbers(text, "1"), None, "{text}");
        }
    }
}

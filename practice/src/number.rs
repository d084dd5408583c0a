//! Numbers: they are kept as the text that they came in as, and computed with as floating-point numbers.
//!
//! The standard library's reader of floating-point numbers is not called: it would take 13 kB of the page's
//! practice download.

use crate::json::{Number, Value};

/// Whole numbers below this one, 2 to the 53rd, are exact as floating-point numbers.
const EXACT: f64 = 9_007_199_254_740_992.0;
/// So many digits fit into 64 bits.
const MAX_DIGITS: u32 = 19;

/// Returns the number that a value is.
pub(crate) fn float(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => Some(of(number)),
        _ => None,
    }
}

/// Returns the floating-point number next to a number, or one close by if it has more than 15 digits.
pub(crate) fn of(number: &Number) -> f64 {
    let text = number.as_str();
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let mut exponent = whole(exponent);
    let (mut digits, mut count, mut is_fraction) = (0_u64, 0, false);
    for c in mantissa.bytes() {
        if c == b'.' {
            is_fraction = true;
        } else if c.is_ascii_digit() {
            let fits = count < MAX_DIGITS;
            if fits {
                digits = digits * 10 + u64::from(c - b'0');
                count += u32::from(digits > 0);
            }
            // A digit that is left out, or one after the point, shifts the point.
            exponent = exponent.saturating_add(i32::from(!fits) - i32::from(is_fraction));
        }
    }
    let size = scale(digits as f64, exponent);
    if text.starts_with('-') { -size } else { size }
}

/// Reads an exponent; one that is too large for any number ends where numbers do.
fn whole(text: &str) -> i32 {
    let digits = text.trim_start_matches(['+', '-']);
    let size = digits.bytes().fold(0_i32, |n, c| {
        n.saturating_mul(10).saturating_add(i32::from(c - b'0'))
    });
    if text.starts_with('-') { -size } else { size }
}

/// Reads a whole number without a sign, as requests have them.
#[inline(never)]
pub(crate) fn natural(text: &str) -> Option<u64> {
    text.parse().ok()
}

/// Moves the decimal point. In two steps, since numbers close to zero have powers that do not fit.
pub(crate) fn scale(size: f64, exponent: i32) -> f64 {
    if exponent >= 0 {
        return if size == 0.0 {
            0.0
        } else {
            size * 10_f64.powi(exponent)
        };
    }
    let first = exponent.max(-300);
    size / 10_f64.powi(-first) / 10_f64.powi(first - exponent)
}

/// Reads a decimal number and keeps its text.
pub(crate) fn parse(digits: &str) -> Option<Value> {
    Number::parse(digits).map(Value::Number)
}

/// Writes a number without a fraction as an integer, as JavaScript does.
pub(crate) fn write(number: f64) -> Value {
    as_integer(number.into())
}

/// Writes a number without a fraction as an integer, if that is exact.
pub(crate) fn as_integer(value: Value) -> Value {
    match float(&value) {
        Some(number) if number.fract() == 0.0 && number.abs() < EXACT => (number as i64).into(),
        _ => value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> f64 {
        float(&parse(text).unwrap()).unwrap()
    }

    #[test]
    fn numbers_are_computed_with_as_what_they_are() {
        for (text, number) in [
            ("0", 0.0),
            ("-0.0", 0.0),
            ("-12.5", -12.5),
            ("0.1", 0.1),
            ("1e3", 1e3),
            ("1E+3", 1e3),
            ("25e-1", 2.5),
            ("9007199254740993", 9_007_199_254_740_992.0),
            ("123456789012345678901234567890", 1.234_567_890_123_456_8e29),
            ("1e400", f64::INFINITY),
            ("0e400", 0.0),
            ("1e-400", 0.0),
            ("5e-324", 5e-324),
            ("1e99999999999", f64::INFINITY),
        ] {
            assert_eq!(read(text), number, "{text}");
        }
    }

    #[test]
    fn whole_numbers_are_written_without_a_fraction() {
        for (text, written) in [
            ("2.0", "2"),
            ("-0.0", "0"),
            ("2.5", "2.5"),
            ("12345678901234567890.0", "12345678901234567890.0"),
        ] {
            assert_eq!(as_integer(parse(text).unwrap()).to_string(), written);
        }
    }

    proptest! {
        #[test]
        fn up_to_15_digits_are_exact(digits in 0..1_000_000_000_000_000_u64, point in 0..22_u32) {
            let text = format!("{digits}e-{point}");
            prop_assert_eq!(read(&text), text.parse::<f64>().unwrap());
        }

        #[test]
        fn all_others_are_very_near(number in any::<f64>().prop_filter("finite", |n| n.is_normal())) {
            let text = format!("{number:e}");
            prop_assert!((read(&text) / number - 1.0).abs() < 1e-14, "{}", text);
        }
    }
}

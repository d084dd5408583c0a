//! A number: the text that it came in as.

use crate::number::scale;
use std::fmt::Write;

/// A number, kept as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Number(String);

impl Number {
    /// Reads a number as JSON has it. An exponent without a sign gets one, as in JavaScript.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, Some(exponent)),
            None => (text, None),
        };
        let (whole, fraction) = match mantissa.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (mantissa, None),
        };
        let whole = whole.strip_prefix('-').unwrap_or(whole);
        let is_right = is_digits(whole)
            && (whole == "0" || !whole.starts_with('0'))
            && fraction.is_none_or(is_digits)
            && exponent.is_none_or(|exponent| {
                is_digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent))
            });
        if !is_right {
            return None;
        }
        let mut number = mantissa.to_owned();
        if let Some(exponent) = exponent {
            number.push_str(if exponent.starts_with(['+', '-']) {
                "e"
            } else {
                "e+"
            });
            number.push_str(exponent);
        }
        Some(Self(number))
    }

    /// Writes a whole number.
    pub(crate) fn whole(number: i64) -> Self {
        let mut text = String::new();
        let _ = write!(text, "{number}");
        Self(text)
    }

    /// Writes a floating-point number with at most 15 digits, as SeaTable keeps them; none for what is no number or infinite.
    pub(crate) fn float(number: f64) -> Option<Self> {
        if !number.is_finite() {
            return None;
        }
        let (digits, exponent) = digits(number.abs());
        let digits = digits.trim_end_matches('0');
        let digits = if digits.is_empty() { "0" } else { digits };
        let mut text = String::from(if number < 0.0 { "-" } else { "" });
        // How many digits stand before the point.
        let whole = usize::try_from(exponent + 1).unwrap_or(0);
        if !(-6..17).contains(&exponent) {
            let (first, rest) = digits.split_at(1);
            text.push_str(first);
            if !rest.is_empty() {
                text.push('.');
                text.push_str(rest);
            }
            text.push_str(if exponent < 0 { "e" } else { "e+" });
            text.push_str(&exponent.to_string());
        } else if whole == 0 {
            text.push_str("0.");
            text.extend((exponent + 1..0).map(|_| '0'));
            text.push_str(digits);
        } else {
            let (before, after) = digits.split_at(whole.min(digits.len()));
            text.push_str(before);
            text.extend((digits.len()..whole).map(|_| '0'));
            text.push('.');
            text.push_str(if after.is_empty() { "0" } else { after });
        }
        Some(Self(text))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit())
}

/// Returns the first 15 digits of a number, rounded, and the power of ten that the first of them counts.
fn digits(size: f64) -> (String, i32) {
    if size == 0.0 {
        return (String::new(), 0);
    }
    // From the power of two, to begin with; the logarithm of 2 is 0.30103.
    let power_of_two = (size.to_bits() >> 52) as i32 - 1023;
    let mut exponent = power_of_two * 30_103 / 100_000;
    loop {
        let digits = scale(size, 14 - exponent).round();
        if digits >= 1e15 {
            exponent += 1;
        } else if digits < 1e14 && exponent > -320 {
            exponent -= 1;
        } else {
            return ((digits as u64).to_string(), exponent);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(number: f64) -> String {
        Number::float(number).unwrap().as_str().to_owned()
    }

    #[test]
    fn numbers_are_written_as_people_do_or_with_an_exponent() {
        for (number, text) in [
            (0.0, "0.0"),
            (-2.5, "-2.5"),
            (0.1 + 0.2, "0.3"),
            (100.0, "100.0"),
            (0.000_012_5, "0.0000125"),
            (1.5e-9, "1.5e-9"),
            (1e30, "1e+30"),
            (1.0 / 3.0, "0.333333333333333"),
            (999_999_999_999_999.9, "1000000000000000.0"),
            (-1.5e300, "-1.5e+300"),
        ] {
            assert_eq!(written(number), text);
        }
        assert_eq!(Number::float(f64::NAN), None);
    }

    proptest! {
        #[test]
        fn up_to_15_digits_are_written_as_they_are(digits in 1..1_000_000_000_000_000_u64, point in 0..22_u32) {
            let number: f64 = format!("{digits}e-{point}").parse().unwrap();
            prop_assert_eq!(written(number).parse::<f64>().unwrap(), number);
        }
    }
}

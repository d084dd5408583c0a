//! The functions of the formula language.

use super::evaluate::{finite, number, text, truth};
use crate::json::Value;
use crate::time::DateTime;

/// Calls a function; none if there is no such function or its arguments do not fit.
pub(crate) fn call(name: &str, arguments: &[Value]) -> Option<Value> {
    let first = arguments.first();
    match name {
        "true" => Some(true.into()),
        "false" => Some(false.into()),
        "if" => choose(arguments),
        "and" => Some(arguments.iter().all(truth).into()),
        "or" => Some(arguments.iter().any(truth).into()),
        "not" => Some((!truth(first?)).into()),
        "isblank" => Some(first?.is_null().into()),
        "concatenate" => Some(arguments.iter().map(text).collect::<String>().into()),
        "upper" => Some(text(first?).to_ascii_uppercase().into()),
        "lower" => Some(text(first?).to_ascii_lowercase().into()),
        "trim" => Some(text(first?).trim().into()),
        "len" => Some(text(first?).chars().count().into()),
        "left" => Some(
            text(first?)
                .chars()
                .take(count(arguments)?)
                .collect::<String>()
                .into(),
        ),
        "right" => right(&text(first?), count(arguments)?),
        "dateadd" => date_add(arguments),
        "year" | "month" | "day" | "hour" | "minute" => date_part(name, first?),
        _ => arithmetic(name, arguments),
    }
}

fn choose(arguments: &[Value]) -> Option<Value> {
    let place = if truth(arguments.first()?) { 1 } else { 2 };
    Some(arguments.get(place).cloned().unwrap_or_default())
}

fn count(arguments: &[Value]) -> Option<usize> {
    number(arguments.get(1)?).map(|count| count.max(0.0) as usize)
}

fn right(text: &str, count: usize) -> Option<Value> {
    let skipped = text.chars().count().saturating_sub(count);
    Some(text.chars().skip(skipped).collect::<String>().into())
}

fn arithmetic(name: &str, arguments: &[Value]) -> Option<Value> {
    let numbers: Vec<f64> = arguments.iter().map(number).collect::<Option<_>>()?;
    let first = numbers.first().copied();
    let sum = numbers.iter().sum::<f64>();
    match name {
        "sum" => finite(sum),
        "average" => finite(sum / numbers.len() as f64),
        "max" => numbers.iter().copied().reduce(f64::max).and_then(finite),
        "min" => numbers.iter().copied().reduce(f64::min).and_then(finite),
        "abs" => finite(first?.abs()),
        "int" => finite(first?.floor()),
        "sqrt" => finite(first?.sqrt()),
        "mod" => remainder(first?, *numbers.get(1)?),
        "power" => power(first?, *numbers.get(1)?),
        "round" => {
            let scale = 10f64.powi(numbers.get(1).copied().unwrap_or(0.0) as i32);
            finite((first? * scale).round() / scale)
        }
        _ => None,
    }
}

/// What a division leaves over. Spelt out: the page need not load a function for it.
pub(crate) fn remainder(a: f64, b: f64) -> Option<Value> {
    finite(a - (a / b).trunc() * b)
}

/// Powers with whole exponents; others are errors, for the same reason.
pub(super) fn power(base: f64, exponent: f64) -> Option<Value> {
    if exponent.fract() == 0.0 {
        finite(base.powi(exponent as i32))
    } else {
        None
    }
}

fn date(value: &Value) -> Option<DateTime> {
    DateTime::parse(value.as_str()?, false)
}

fn date_part(name: &str, value: &Value) -> Option<Value> {
    let date = date(value)?;
    Some(match name {
        "year" => date.year.into(),
        "month" => date.month.into(),
        "day" => date.day.into(),
        "hour" => date.hour.into(),
        _ => date.minute.into(),
    })
}

fn date_add(arguments: &[Value]) -> Option<Value> {
    let date = date(arguments.first()?)?;
    let count = number(arguments.get(1)?)? as i32;
    let unit = arguments
        .get(2)
        .map(text)
        .unwrap_or_else(|| "days".to_owned());
    let moved = match unit.trim_end_matches('s') {
        "day" => date.plus_days(i64::from(count)),
        "week" => date.plus_days(i64::from(count) * 7),
        "month" => date.plus_months(i64::from(count)),
        "year" => date.plus_months(i64::from(count) * 12),
        _ => return None,
    };
    Some(moved.iso().into())
}

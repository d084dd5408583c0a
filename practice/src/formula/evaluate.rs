//! Computes a formula for a row.

use super::{Expression, Operator, function};
use crate::cell::sort_key;
use crate::json::Value;
use crate::number::{self, float};

/// Computes a formula; `column` gives the cell of a column by name, none if there is no such
/// column. The result is none if the formula cannot be computed.
pub(crate) fn evaluate(
    expression: &Expression,
    column: &dyn Fn(&str) -> Option<Value>,
) -> Option<Value> {
    match expression {
        Expression::Literal(value) => Some(number::as_integer(value.clone())),
        Expression::Column(name) => column(name),
        Expression::Call(name, arguments) => {
            let arguments: Option<Vec<Value>> = arguments
                .iter()
                .map(|argument| evaluate(argument, column))
                .collect();
            function::call(name, &arguments?)
        }
        Expression::Binary(operator, left, right) => binary(
            *operator,
            &evaluate(left, column)?,
            &evaluate(right, column)?,
        ),
    }
}

fn binary(operator: Operator, left: &Value, right: &Value) -> Option<Value> {
    let numbers = || Some((number(left)?, number(right)?));
    let order = || sort_key(left).cmp(&sort_key(right));
    match operator {
        Operator::Add => numbers().and_then(|(a, b)| finite(a + b)),
        Operator::Subtract => numbers().and_then(|(a, b)| finite(a - b)),
        Operator::Multiply => numbers().and_then(|(a, b)| finite(a * b)),
        Operator::Divide => numbers().and_then(|(a, b)| finite(a / b)),
        Operator::Power => numbers().and_then(|(a, b)| function::power(a, b)),
        Operator::Concatenate => Some(format!("{}{}", text(left), text(right)).into()),
        Operator::Equal => Some(order().is_eq().into()),
        Operator::NotEqual => Some(order().is_ne().into()),
        Operator::Less => Some(order().is_lt().into()),
        Operator::LessOrEqual => Some(order().is_le().into()),
        Operator::Greater => Some(order().is_gt().into()),
        Operator::GreaterOrEqual => Some(order().is_ge().into()),
    }
}

/// Reads a number; an empty cell counts as zero.
pub(super) fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Null => Some(0.0),
        Value::Bool(flag) => Some(f64::from(u8::from(*flag))),
        Value::String(text) => float(&number::parse(text.trim())?),
        _ => float(value),
    }
}

/// Writes a value into a text; an empty cell is an empty text.
pub(crate) fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        // Linked rows stand there by what they show, and are joined as in a link formula.
        Value::Array(items) if items.iter().all(Value::is_object) => concatenated(items),
        Value::Array(items) => items.iter().map(text).collect::<Vec<_>>().join(", "),
        other => other
            .get("display_value")
            .map_or_else(|| other.to_string(), text),
    }
}

/// Writes the values of linked rows into a text, with a blank between them.
pub(crate) fn concatenated(values: &[Value]) -> String {
    values.iter().map(text).collect::<Vec<_>>().join(" ")
}

/// Whether a condition holds.
pub(super) fn truth(value: &Value) -> bool {
    match value {
        Value::Bool(flag) => *flag,
        Value::Null => false,
        Value::Number(number) => number::of(number) != 0.0,
        other => !text(other).is_empty(),
    }
}

/// A number without a fraction is written as an integer. An infinite one is an error.
pub(crate) fn finite(number: f64) -> Option<Value> {
    number.is_finite().then(|| number::write(number))
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;
    use crate::json::json;

    fn computed(formula: &str) -> Option<Value> {
        let column = |name: &str| match name {
            "Price" => Some(json!(2.5)),
            "Name" => Some(json!("Tea")),
            "Due" => Some(json!("2024-02-28T00:00:00+01:00")),
            "Empty" => Some(Value::Null),
            _ => None,
        };
        evaluate(&parse(formula)?, &column)
    }

    #[test]
    fn formulas_are_computed() {
        let table = [
            ("1 + 2 * 3", json!(7)),
            ("(1 + 2) * 3", json!(9)),
            ("2 ^ 3 - -1", json!(9)),
            ("{Price} * 2 = 5", json!(true)),
            ("1 < 2", json!(true)),
            ("1 + 1 >= 3", json!(false)),
            ("{Name} & \" for \" & {Price}", json!("Tea for 2.5")),
            ("if({Empty}, 'full', 'empty')", json!("empty")),
            ("round({Price} / 3, 2)", json!(0.83)),
            ("upper(left({Name}, 2))", json!("TE")),
            (
                "dateAdd({Due}, 2, 'days')",
                json!("2024-03-01T00:00:00+01:00"),
            ),
            ("year({Due})", json!(2024)),
            ("sum(1, {Price}, {Empty})", json!(3.5)),
            ("and(true(), 1, not(0))", json!(true)),
        ];
        for (formula, expected) in table {
            assert_eq!(computed(formula), Some(expected), "{formula}");
        }
    }

    #[test]
    fn what_cannot_be_computed_is_none() {
        let deep = "(".repeat(1000) + "1";
        let minus = "-".repeat(1000) + "1";
        for formula in [
            "1 /0",
            "{Name} * 2",
            "{Nothing}",
            "1 +",
            "foo(1)",
            "",
            &deep,
            &minus,
        ] {
            assert_eq!(computed(formula), None, "{formula}");
        }
    }
}

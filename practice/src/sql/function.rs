//! Functions and arithmetic.

use super::compare::compare;
use super::evaluate::Scope;
use super::refused;
use super::tree::{Expression, Operator};
use crate::fault::Fault;
use crate::formula;
use crate::json::Value;
use crate::number;
use std::cmp::Ordering;

/// Whether an expression needs a group of rows.
pub(super) fn is_of_group(expression: &Expression) -> bool {
    match expression {
        Expression::Call { name, arguments } => arguments.is_none() || is_group_function(name),
        Expression::Binary(_, left, right) => is_of_group(left) || is_of_group(right),
        _ => false,
    }
}

fn is_group_function(name: &str) -> bool {
    ["count", "sum", "avg", "min", "max"]
        .iter()
        .any(|other| name.eq_ignore_ascii_case(other))
}

/// Calls a function of one row or of a group; without arguments the rows are meant.
pub(super) fn call(
    scope: Scope<'_>,
    name: &str,
    arguments: Option<&[Expression]>,
) -> Result<Value, Fault> {
    let name = name.to_ascii_lowercase();
    match arguments {
        None if name == "count" => Ok(scope.rows.len().into()),
        None => Err(refused(format!("{name}(*) is not supported"))),
        Some([argument]) if is_group_function(&name) => of_group(scope, &name, argument),
        Some(arguments) => {
            let mut values = Vec::with_capacity(arguments.len());
            for argument in arguments {
                values.push(scope.value(argument)?);
            }
            let value = formula::call(&name, &values);
            value.ok_or_else(|| refused(format!("no such function: {name}")))
        }
    }
}

fn of_group(scope: Scope<'_>, name: &str, argument: &Expression) -> Result<Value, Fault> {
    let mut values = Vec::with_capacity(scope.rows.len());
    for row in scope.rows {
        let value = Scope {
            rows: &[*row],
            ..scope
        }
        .value(argument)?;
        if !value.is_null() {
            values.push(value);
        }
    }
    Ok(summarise(name, &values))
}

fn summarise(name: &str, values: &[Value]) -> Value {
    let mut sum = 0.0;
    let (mut least, mut most) = (values.first(), values.first());
    for value in values {
        sum += number::float(value).unwrap_or(0.0);
        if least
            .and_then(|least| compare(value, least))
            .is_some_and(Ordering::is_lt)
        {
            least = Some(value);
        }
        if most
            .and_then(|most| compare(value, most))
            .is_some_and(Ordering::is_gt)
        {
            most = Some(value);
        }
    }
    match name {
        "count" => values.len().into(),
        "min" => least.cloned().unwrap_or_default(),
        "max" => most.cloned().unwrap_or_default(),
        "sum" => formula::finite(sum).unwrap_or_default(),
        // Without values this divides by zero, and gives null.
        _ => formula::finite(sum / values.len() as f64).unwrap_or_default(),
    }
}

/// Adds, subtracts, multiplies, divides; the result is null where an operand is no number.
pub(super) fn arithmetic(left: &Value, operator: Operator, right: &Value) -> Value {
    let Some((a, b)) = number::float(left).zip(number::float(right)) else {
        return Value::Null;
    };
    let result = match operator {
        Operator::Add => a + b,
        Operator::Subtract => a - b,
        Operator::Multiply => a * b,
        Operator::Divide => a / b,
        _ => return formula::remainder(a, b).unwrap_or_default(),
    };
    formula::finite(result).unwrap_or_default()
}

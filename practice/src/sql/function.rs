//! Functions and arithmetic.

use super::compare::compare;
use super::evaluate::Scope;
use super::refused;
use crate::fault::Fault;
use crate::formula;
use serde_json::Value;
use sqlite3_parser::ast::{Expr, Operator};

const OF_GROUPS: &[&str] = &["count", "sum", "avg", "min", "max"];

/// Whether an expression needs a group of rows.
pub(super) fn is_of_group(expression: &Expr<'_>) -> bool {
    match expression {
        Expr::FunctionCallStar { .. } => true,
        Expr::FunctionCall { name, .. } => {
            OF_GROUPS.contains(&name.0.to_ascii_lowercase().as_str())
        }
        Expr::Binary(left, _, right) => is_of_group(left) || is_of_group(right),
        _ => false,
    }
}

/// Calls a function of one row or of a group.
pub(super) fn call(scope: Scope<'_>, name: &str, arguments: &[Expr<'_>]) -> Result<Value, Fault> {
    let name = name.to_ascii_lowercase();
    if let (true, [argument]) = (OF_GROUPS.contains(&name.as_str()), arguments) {
        return of_group(scope, &name, Some(argument));
    }
    let values: Vec<Value> = arguments
        .iter()
        .map(|argument| scope.value(argument))
        .collect::<Result<_, _>>()?;
    formula::call(&name, &values).ok_or_else(|| refused(format!("no such function: {name}")))
}

/// Computes a function over the rows of a group; without an argument they are counted.
pub(super) fn of_group(
    scope: Scope<'_>,
    name: &str,
    argument: Option<&Expr<'_>>,
) -> Result<Value, Fault> {
    let Some(argument) = argument else {
        if name.eq_ignore_ascii_case("count") {
            return Ok(scope.rows.len().into());
        }
        return Err(refused(format!("{name}(*) is not supported")));
    };
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
    let sum = || values.iter().filter_map(Value::as_f64).sum::<f64>();
    let extreme = |wanted: fn(std::cmp::Ordering) -> bool| {
        let better = |a, b| {
            if compare(b, a).is_some_and(wanted) {
                b
            } else {
                a
            }
        };
        values.iter().reduce(better).cloned().unwrap_or_default()
    };
    match name {
        "count" => values.len().into(),
        "min" => extreme(|order| order.is_lt()),
        "max" => extreme(|order| order.is_gt()),
        "sum" => formula::finite(sum()).unwrap_or_default(),
        _ if values.is_empty() => Value::Null,
        _ => formula::finite(sum() / values.len() as f64).unwrap_or_default(),
    }
}

/// Adds, subtracts, multiplies, divides; the result is null where an operand is no number.
pub(super) fn arithmetic(left: &Value, operator: Operator, right: &Value) -> Result<Value, Fault> {
    if operator == Operator::Concat {
        return Ok((formula::text(left) + &formula::text(right)).into());
    }
    let Some((a, b)) = left.as_f64().zip(right.as_f64()) else {
        return Ok(Value::Null);
    };
    let result = match operator {
        Operator::Add => a + b,
        Operator::Subtract => a - b,
        Operator::Multiply => a * b,
        Operator::Divide => a / b,
        Operator::Modulus => a % b,
        _ => return Err(refused("unsupported operator")),
    };
    Ok(formula::finite(result).unwrap_or_default())
}

//! Expressions: computed for one row, or for the rows of a group.

use super::compare::{compare, like};
use super::name::{self, SYSTEM_FIELDS, unquote};
use super::{function, refused};
use crate::cell;
use crate::fault::Fault;
use crate::world::{Base, Row, Table};
use serde_json::Value;
use sqlite3_parser::ast::{Expr, LikeOperator, Literal, Operator, UnaryOperator};

/// Deeper expressions are refused, so that computing them ends.
const MAX_DEPTH: u32 = 100;

/// What an expression is computed over.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    pub(super) base: &'a Base,
    pub(super) table: &'a Table,
    /// The rows of the group; outside of groups the one row.
    pub(super) rows: &'a [&'a Row],
    pub(super) parameters: &'a [Value],
    pub(super) depth: u32,
}

impl<'a> Scope<'a> {
    /// Computes an expression.
    pub(super) fn value(self, expression: &Expr<'_>) -> Result<Value, Fault> {
        if self.depth > MAX_DEPTH {
            return Err(refused("the expression is too deep"));
        }
        let inner = Self {
            depth: self.depth + 1,
            ..self
        };
        match expression {
            Expr::Literal(literal) => constant(literal),
            Expr::Id(id) => self.named(id.0),
            Expr::Name(name) => self.named(name.0),
            Expr::Qualified(_, column) => self.named(column.0),
            Expr::Variable(number) => self.parameter(number),
            Expr::Parenthesized(inside) => match inside.as_slice() {
                [only] => inner.value(only),
                _ => Err(refused("unsupported expression")),
            },
            Expr::FunctionCallStar { name, .. } => function::of_group(inner, name.0, None),
            Expr::FunctionCall {
                name,
                args,
                distinctness: None,
                ..
            } => function::call(inner, name.0, args.unwrap_or_default()),
            _ => inner.condition(expression),
        }
    }

    /// Whether a condition holds. What is not known does not hold.
    pub(super) fn holds(self, condition: &Expr<'_>) -> Result<bool, Fault> {
        Ok(is_true(&self.value(condition)?))
    }

    fn condition(self, expression: &Expr<'_>) -> Result<Value, Fault> {
        match expression {
            Expr::Binary(left, operator, right) => self.binary(left, *operator, right),
            Expr::Unary(UnaryOperator::Not, operand) => Ok(negated(self.value(operand)?)),
            Expr::Unary(UnaryOperator::Positive, operand) => self.value(operand),
            Expr::Unary(UnaryOperator::Negative, operand) => {
                function::arithmetic(&Value::from(0), Operator::Subtract, &self.value(operand)?)
            }
            Expr::IsNull(operand) => Ok(self.value(operand)?.is_null().into()),
            Expr::NotNull(operand) => Ok((!self.value(operand)?.is_null()).into()),
            Expr::Between {
                lhs,
                not,
                start,
                end,
            } => {
                let value = self.value(lhs)?;
                let above = compare(&value, &self.value(start)?).map(|order| order.is_ge());
                let below = compare(&value, &self.value(end)?).map(|order| order.is_le());
                Ok(maybe(
                    above.zip(below).map(|(above, below)| above && below),
                    *not,
                ))
            }
            Expr::InList { lhs, not, rhs } => {
                let value = self.value(lhs)?;
                let mut found = false;
                for item in rhs.unwrap_or_default() {
                    found |= compare(&value, &self.value(item)?).is_some_and(|order| order.is_eq());
                }
                Ok(maybe((!value.is_null()).then_some(found), *not))
            }
            Expr::Like {
                lhs,
                not,
                op: LikeOperator::Like,
                rhs,
                escape: None,
            } => {
                let (text, pattern) = (self.value(lhs)?, self.value(rhs)?);
                let found = text
                    .as_str()
                    .zip(pattern.as_str())
                    .map(|(text, p)| like(text, p));
                Ok(maybe(found, *not))
            }
            _ => Err(refused("unsupported expression")),
        }
    }

    fn binary(self, left: &Expr<'_>, operator: Operator, right: &Expr<'_>) -> Result<Value, Fault> {
        let (left, right) = (self.value(left)?, self.value(right)?);
        let order = compare(&left, &right);
        let known = |holds: fn(std::cmp::Ordering) -> bool| Ok(maybe(order.map(holds), false));
        match operator {
            Operator::And => Ok((is_true(&left) && is_true(&right)).into()),
            Operator::Or => Ok((is_true(&left) || is_true(&right)).into()),
            Operator::Equals => known(|order| order.is_eq()),
            // Values with nothing in common differ; an empty cell differs from nothing.
            Operator::NotEquals if order.is_none() => {
                Ok((!left.is_null() && !right.is_null()).into())
            }
            Operator::NotEquals => known(|order| order.is_ne()),
            Operator::Less => known(|order| order.is_lt()),
            Operator::LessEquals => known(|order| order.is_le()),
            Operator::Greater => known(|order| order.is_gt()),
            Operator::GreaterEquals => known(|order| order.is_ge()),
            Operator::Is => Ok((left == right).into()),
            Operator::IsNot => Ok((left != right).into()),
            _ => function::arithmetic(&left, operator, &right),
        }
    }

    /// Reads what a name stands for. Double quotes hold a column's name or else a text.
    fn named(self, quoted: &str) -> Result<Value, Fault> {
        let name = unquote(quoted);
        if let Some(column) = name::column(self.table, &name) {
            let row = self.rows.first();
            let cell = row.map(|row| cell::value(self.base, self.table, row, column, true));
            return Ok(cell.unwrap_or_default());
        }
        if SYSTEM_FIELDS.contains(&name.as_str()) {
            let row = self.rows.first().map(|row| cell::system_fields(row));
            return Ok(row
                .and_then(|mut row| row.remove(&name))
                .unwrap_or_default());
        }
        match name.as_str() {
            text if quoted.starts_with('"') => Ok(text.into()),
            "true" | "TRUE" => Ok(true.into()),
            "false" | "FALSE" => Ok(false.into()),
            _ => Err(refused(format!("no such column: {name}"))),
        }
    }

    fn parameter(self, number: &str) -> Result<Value, Fault> {
        let number: Option<usize> = number.trim_start_matches('?').parse().ok();
        let place = number.and_then(|number| number.checked_sub(1));
        let value = place.and_then(|place| self.parameters.get(place));
        value.cloned().ok_or_else(|| refused("too few parameters"))
    }
}

fn constant(literal: &Literal<'_>) -> Result<Value, Fault> {
    match literal {
        Literal::Numeric(text) => {
            let number = text.parse::<i64>().map(Value::from);
            let number = number.or_else(|_| text.parse::<f64>().map(Value::from));
            number.map_err(|_| refused(format!("not a number: {text}")))
        }
        Literal::String(text) => Ok(unquote(text).into()),
        Literal::Null => Ok(Value::Null),
        Literal::Keyword(word) if word.eq_ignore_ascii_case("true") => Ok(true.into()),
        Literal::Keyword(word) if word.eq_ignore_ascii_case("false") => Ok(false.into()),
        _ => Err(refused("unsupported literal")),
    }
}

fn maybe(known: Option<bool>, not: bool) -> Value {
    known.map_or(Value::Null, |holds| (holds != not).into())
}

fn negated(value: Value) -> Value {
    if value.is_null() {
        value
    } else {
        (!is_true(&value)).into()
    }
}

fn is_true(value: &Value) -> bool {
    value
        .as_bool()
        .unwrap_or_else(|| value.as_f64().is_some_and(|number| number != 0.0))
}

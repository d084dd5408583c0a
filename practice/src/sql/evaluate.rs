//! Expressions: computed for one row, or for the rows of a group.

use super::compare::{compare, like};
use super::name::{self, SYSTEM_FIELDS};
use super::tree::{Expression, Operator};
use super::{function, refused};
use crate::cell;
use crate::fault::Fault;
use crate::json::Value;
use crate::number;
use crate::world::{Base, Row, Table};
use std::cmp::Ordering;

/// What an expression is computed over.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    pub(super) base: &'a Base,
    pub(super) table: &'a Table,
    /// The rows of the group; outside of groups the one row.
    pub(super) rows: &'a [&'a Row],
    pub(super) parameters: &'a [Value],
}

impl Scope<'_> {
    /// Computes an expression.
    pub(super) fn value(self, expression: &Expression) -> Result<Value, Fault> {
        match expression {
            Expression::Constant(value) => Ok(value.clone()),
            Expression::Name { name, may_be_text } => self.named(name, *may_be_text),
            Expression::Parameter(place) => {
                let value = self.parameters.get(*place).cloned();
                value.ok_or_else(|| refused("too few parameters"))
            }
            Expression::Call { name, arguments } => {
                function::call(self, name, arguments.as_deref())
            }
            Expression::Binary(operator, left, right) => {
                self.binary(*operator, &self.value(left)?, &self.value(right)?)
            }
            Expression::Not(operand) => Ok(match self.value(operand)? {
                Value::Null => Value::Null,
                value => (!is_true(&value)).into(),
            }),
            Expression::IsNull(operand) => Ok(self.value(operand)?.is_null().into()),
            Expression::Between { value, least, most } => {
                let value = self.value(value)?;
                let above = compare(&value, &self.value(least)?).map(Ordering::is_ge);
                let below = compare(&value, &self.value(most)?).map(Ordering::is_le);
                Ok(known(above.zip(below).map(|(above, below)| above && below)))
            }
            Expression::In { value, list } => self.is_in(&self.value(value)?, list),
            Expression::Like { text, pattern } => {
                let (text, pattern) = (self.value(text)?, self.value(pattern)?);
                Ok(known(
                    text.as_str()
                        .zip(pattern.as_str())
                        .map(|(text, p)| like(text, p)),
                ))
            }
        }
    }

    /// Whether a condition holds, if there is one. What is not known does not hold.
    pub(super) fn holds(self, condition: Option<&Expression>) -> Result<bool, Fault> {
        condition.map_or(Ok(true), |condition| Ok(is_true(&self.value(condition)?)))
    }

    fn is_in(self, value: &Value, list: &[Expression]) -> Result<Value, Fault> {
        let mut found = false;
        for item in list {
            found |= compare(value, &self.value(item)?).is_some_and(Ordering::is_eq);
        }
        Ok(known((!value.is_null()).then_some(found)))
    }

    fn binary(self, operator: Operator, left: &Value, right: &Value) -> Result<Value, Fault> {
        let order = compare(left, right);
        Ok(match operator {
            Operator::And => (is_true(left) && is_true(right)).into(),
            Operator::Or => (is_true(left) || is_true(right)).into(),
            Operator::Equal => known(order.map(Ordering::is_eq)),
            // Values with nothing in common differ; an empty cell differs from nothing.
            Operator::NotEqual if order.is_none() => (!left.is_null() && !right.is_null()).into(),
            Operator::NotEqual => known(order.map(Ordering::is_ne)),
            Operator::Less => known(order.map(Ordering::is_lt)),
            Operator::LessOrEqual => known(order.map(Ordering::is_le)),
            Operator::Greater => known(order.map(Ordering::is_gt)),
            Operator::GreaterOrEqual => known(order.map(Ordering::is_ge)),
            _ => function::arithmetic(left, operator, right),
        })
    }

    fn named(self, name: &str, may_be_text: bool) -> Result<Value, Fault> {
        let row = self.rows.first();
        if let Some(column) = name::column(self.table, name) {
            let cell = row.map(|row| cell::value(self.base, self.table, row, column, true));
            return Ok(cell.unwrap_or_default());
        }
        if SYSTEM_FIELDS.contains(&name) {
            let field = row.and_then(|row| cell::system_fields(row).remove(name));
            return Ok(field.unwrap_or_default());
        }
        if may_be_text {
            Ok(name.into())
        } else {
            Err(refused(format!("no such column: {name}")))
        }
    }
}

fn known(holds: Option<bool>) -> Value {
    holds.map_or(Value::Null, Value::Bool)
}

fn is_true(value: &Value) -> bool {
    value
        .as_bool()
        .unwrap_or_else(|| number::float(value).is_some_and(|number| number != 0.0))
}

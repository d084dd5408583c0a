//! Formulas: enough of SeaTable's language to make formula columns come alive.

mod evaluate;
mod function;
mod parse;

pub(crate) use evaluate::{concatenated, evaluate, finite};
pub(crate) use function::{call, remainder};
pub(crate) use parse::parse;

use crate::json::Value;

/// What a formula that cannot be computed shows.
pub(crate) const ERROR: &str = "#VALUE!";

/// A formula as a tree.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Expression {
    /// A number or a text.
    Literal(Value),
    /// The column of that name.
    Column(String),
    /// A function, by its name in lower case.
    Call(String, Vec<Self>),
    /// Two operands with an operator between them.
    Binary(Operator, Box<Self>, Box<Self>),
}

/// An operator between two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Concatenate,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl Expression {
    /// Returns the names of the columns in it.
    pub(crate) fn columns(&self) -> Vec<&str> {
        match self {
            Self::Literal(_) => Vec::new(),
            Self::Column(name) => vec![name],
            Self::Call(_, arguments) => arguments.iter().flat_map(Self::columns).collect(),
            Self::Binary(_, left, right) => [left.columns(), right.columns()].concat(),
        }
    }
}

//! A statement as a tree.

use crate::json::Value;

/// A statement.
#[derive(Debug)]
pub(super) enum Statement {
    Select(Box<Select>),
    Update {
        table: String,
        sets: Vec<(String, Expression)>,
        condition: Option<Expression>,
    },
    Delete {
        table: String,
        condition: Option<Expression>,
    },
    Insert {
        table: String,
        /// The names of the columns; empty if the statement names none.
        columns: Vec<String>,
        rows: Vec<Vec<Expression>>,
    },
}

/// A SELECT statement over one table.
#[derive(Debug)]
pub(super) struct Select {
    pub(super) is_distinct: bool,
    pub(super) outputs: Vec<Output>,
    pub(super) table: String,
    pub(super) condition: Option<Expression>,
    pub(super) group_by: Vec<Expression>,
    pub(super) having: Option<Expression>,
    pub(super) order_by: Vec<Order>,
    pub(super) limit: Option<Expression>,
    pub(super) offset: Option<Expression>,
}

/// What stands between SELECT and FROM.
#[derive(Debug)]
pub(super) enum Output {
    Star,
    Expression {
        expression: Expression,
        alias: Option<String>,
    },
}

/// A part of ORDER BY.
#[derive(Debug)]
pub(super) struct Order {
    pub(super) by: Expression,
    pub(super) descends: bool,
}

/// An expression.
#[derive(Debug)]
pub(super) enum Expression {
    Constant(Value),
    /// A column or a system field. What stands in double quotes may be a text as well.
    Name {
        name: String,
        may_be_text: bool,
    },
    /// A question mark, by its place.
    Parameter(usize),
    /// A function; no arguments at all stand for the star in `COUNT(*)`.
    Call {
        name: String,
        arguments: Option<Vec<Self>>,
    },
    Binary(Operator, Box<Self>, Box<Self>),
    Not(Box<Self>),
    IsNull(Box<Self>),
    Between {
        value: Box<Self>,
        least: Box<Self>,
        most: Box<Self>,
    },
    In {
        value: Box<Self>,
        list: Vec<Self>,
    },
    Like {
        text: Box<Self>,
        pattern: Box<Self>,
    },
}

/// An operator between two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
}

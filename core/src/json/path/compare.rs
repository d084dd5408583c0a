//! Values within a filter, and their comparison.

use super::query::{Literal, Query, Relation};
use crate::json::unescape::unescape;
use crate::json::{Document, Kind, NodeId, compare_numbers};
use std::borrow::Cow;
use std::cmp::Ordering;

/// A value on the stack of a filter.
#[derive(Clone, Copy)]
pub(super) enum Stacked {
    /// What a path that leads nowhere stands for. It is no `null`.
    Nothing,
    /// A verdict.
    Holds(bool),
    /// A value of the document.
    Node(NodeId),
    /// A number of things.
    Count(usize),
    /// The literal with this number.
    Literal(u32),
}

/// A value as it is compared.
pub(super) enum Plain<'a> {
    Nothing,
    Null,
    Bool(bool),
    Number(Cow<'a, str>),
    Text(Cow<'a, str>),
    Container(NodeId),
}

/// What a comparison comes to.
pub(super) enum Outcome {
    /// It is decided.
    Holds(bool),
    /// It holds if the two containers are equal.
    IfEqual(NodeId, NodeId),
}

impl Stacked {
    /// Returns what is compared.
    pub(super) fn plain<'a>(self, document: &'a Document, query: &'a Query) -> Plain<'a> {
        match self {
            Self::Nothing => Plain::Nothing,
            Self::Holds(holds) => Plain::Bool(holds),
            Self::Node(id) => Plain::of(document, id),
            Self::Count(count) => Plain::Number(Cow::Owned(count.to_string())),
            Self::Literal(number) => match query.literals.get(number as usize) {
                None => Plain::Nothing,
                Some(Literal::Null) => Plain::Null,
                Some(Literal::Bool(bool)) => Plain::Bool(*bool),
                Some(Literal::Number(text)) => Plain::Number(Cow::Borrowed(text)),
                Some(Literal::Text(text)) => Plain::Text(Cow::Borrowed(text)),
            },
        }
    }
}

impl<'a> Plain<'a> {
    /// Returns a value of the document.
    pub(super) fn of(document: &'a Document, id: NodeId) -> Self {
        match document.kind(id) {
            Kind::Object | Kind::Array => Self::Container(id),
            Kind::String => Self::Text(unescape(document.source(id))),
            Kind::Number => Self::Number(document.text(id)),
            Kind::Boolean => Self::Bool(document.source(id).starts_with(b"t")),
            Kind::Null => Self::Null,
        }
    }

    /// Compares two values.
    pub(super) fn compare(&self, relation: Relation, other: &Self) -> Outcome {
        if let (Plain::Container(a), Plain::Container(b)) = (self, other)
            && !matches!(relation, Relation::Less | Relation::Greater)
        {
            return Outcome::IfEqual(*a, *b);
        }
        let order = self.order(other);
        Outcome::Holds(match relation {
            Relation::Equal => order == Some(Ordering::Equal),
            Relation::Less => order == Some(Ordering::Less),
            Relation::Greater => order == Some(Ordering::Greater),
            Relation::LessOrEqual => order.is_some_and(Ordering::is_le),
            Relation::GreaterOrEqual => order.is_some_and(Ordering::is_ge),
        })
    }

    /// Orders two values that contain no others; `None` if they are not of one kind, or differ and have no order.
    pub(super) fn order(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Plain::Nothing, Plain::Nothing) | (Plain::Null, Plain::Null) => Some(Ordering::Equal),
            (Plain::Bool(a), Plain::Bool(b)) if a == b => Some(Ordering::Equal),
            (Plain::Number(a), Plain::Number(b)) => compare_numbers(a, b),
            (Plain::Text(a), Plain::Text(b)) => Some(a.cmp(b)),
            _ => None,
        }
    }
}

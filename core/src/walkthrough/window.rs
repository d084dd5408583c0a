//! Lists that come in parts, by `start` and `limit`: which part a response has, and whether it is the last one.

use crate::catalogue::{Operation, Role};
use crate::http::PreparedRequest;
use crate::json::{Document, Kind};

/// Counts the entries of the first list in a response.
pub fn entry_count(body: &Document) -> Option<usize> {
    let list = body
        .children(body.root()?)
        .find(|&id| body.kind(id) == Kind::Array)?;
    Some(body.len(list))
}

/// The most rows that SeaTable puts into one response.
const MOST: usize = 1_000;

/// The part of a list that a request has asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// How many entries come before it.
    pub start: usize,
    /// How many entries it has at most.
    pub size: usize,
}

impl Window {
    /// Reads what was asked for; `None` if the operation does not send its list in such parts.
    pub fn of(operation: &Operation, request: &PreparedRequest) -> Option<Self> {
        let number = |role| {
            let name = operation.field_for(role)?.name;
            Some(
                request
                    .query_parameter(name)
                    .and_then(|text| text.parse().ok()),
            )
        };
        let (start, size) = (number(Role::Start)?, number(Role::Limit)?);
        Some(Self {
            start: start.unwrap_or(0),
            size: size.unwrap_or(MOST).clamp(1, MOST),
        })
    }

    /// Whether there may be more entries after these.
    pub fn is_cut(self, count: usize) -> bool {
        count >= self.size
    }
}

//! Lists that come in parts, by `start` and `limit`: which part a response has, and whether it is the last one.

use crate::catalogue::{Operation, Place};
use crate::http::PreparedRequest;

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
    /// Reads what was asked for; none where the operation does not send its list in such parts.
    pub fn of(operation: &Operation, request: &PreparedRequest) -> Option<Self> {
        let is_there = |name: &str| {
            let mut fields = operation.fields();
            fields.any(|field| field.place == Place::Query && field.name == name)
        };
        let number = |name: &str| request.query_parameter(name)?.parse::<usize>().ok();
        (is_there("start") && is_there("limit")).then(|| Self {
            start: number("start").unwrap_or(0),
            size: number("limit").unwrap_or(MOST).clamp(1, MOST),
        })
    }

    /// Whether there may be more entries after these.
    pub fn is_cut(self, count: usize) -> bool {
        count >= self.size
    }
}

//! The text of a query, and the place that was reached in it.

use crate::json::path::{QueryFault, QueryReason};

/// A text that is read from left to right.
#[derive(Clone, Copy)]
pub(super) struct Text<'a> {
    whole: &'a str,
    rest: &'a str,
}

impl<'a> Text<'a> {
    pub(super) fn new(whole: &'a str) -> Self {
        Self { whole, rest: whole }
    }

    /// Returns the next character; none at the end.
    pub(super) fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    /// Passes so many characters.
    pub(super) fn skip(&mut self, count: usize) {
        let mut chars = self.rest.chars();
        for _ in 0..count {
            chars.next();
        }
        self.rest = chars.as_str();
    }

    /// Passes a text if it stands here, and returns whether it did.
    pub(super) fn eat(&mut self, text: &str) -> bool {
        match self.rest.strip_prefix(text) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    /// Passes white space.
    pub(super) fn blank(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\n', '\r']);
    }

    /// Passes the characters that have a property, and returns them.
    pub(super) fn take_while(&mut self, has: impl Fn(char) -> bool) -> &'a str {
        let before = self.rest;
        self.rest = before.trim_start_matches(has);
        between(before, self.rest)
    }

    /// Returns what was passed since an earlier place.
    pub(super) fn since(&self, earlier: Self) -> &'a str {
        between(earlier.rest, self.rest)
    }

    /// Fails here.
    pub(super) fn fault<T>(&self, reason: QueryReason) -> Result<T, QueryFault> {
        Err(QueryFault {
            column: between(self.whole, self.rest).chars().count() + 1,
            reason,
        })
    }
}

/// Returns the first part of a text, up to the rest of it.
fn between<'a>(text: &'a str, rest: &str) -> &'a str {
    let end = text.len().saturating_sub(rest.len());
    text.get(..end).unwrap_or_default()
}

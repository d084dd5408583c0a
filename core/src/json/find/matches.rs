//! The way from match to match through a text.

use super::Needle;
use crate::json::unescape::escape;
use std::ops::Range;

/// Where a search stands in a text.
#[derive(Default)]
pub(super) struct Matches {
    /// The first byte that was not looked at yet.
    at: usize,
    /// Where the last escape ends. What is decoded does not begin inside of it.
    escape_end: usize,
}

impl Matches {
    /// Returns the offset of the first byte that was not looked at yet.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Goes on from an offset that stands between characters.
    pub(super) fn leave(&mut self, to: usize) {
        self.at = self.at.max(to);
    }

    /// Returns the next match that begins before an offset. Of the two ways to read an escape the one that makes
    /// the match longer counts.
    pub(super) fn next(
        &mut self,
        needle: &Needle,
        text: &[u8],
        stop: usize,
    ) -> Option<Range<usize>> {
        while self.at < stop {
            let ahead = text.get(self.at..stop)?;
            let Some(skipped) = needle.beginning(ahead) else {
                self.at = stop;
                return None;
            };
            let start = self.at + skipped;
            self.at = start + 1;
            if let Some(end) = self.end(needle, text, start) {
                return Some(start..end);
            }
        }
        None
    }

    fn end(&mut self, needle: &Needle, text: &[u8], start: usize) -> Option<usize> {
        let is_inside = start < self.escape_end;
        if let Some(rest @ [b'\\', ..]) = text.get(start..)
            && !is_inside
        {
            self.escape_end = start + escape(rest).1;
        }
        let decoded = if is_inside {
            Err(true)
        } else {
            needle.end(text, start, true)
        };
        match decoded {
            Ok(end) => Some(end),
            Err(true) => needle.end(text, start, false).ok(),
            Err(false) => None,
        }
    }
}

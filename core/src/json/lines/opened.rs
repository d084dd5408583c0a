//! The lines of a document as it opens, counted while it is built.

use super::place::LineCount;
use super::{BLOCK, Lines};
use crate::json::Document;

/// How deep a document is opened at first. Deeper lines would be indented out of sight.
pub(in crate::json) const OPEN_DEPTH: u32 = 32;

/// Counts the lines of a document as they come, so that the first ones can be drawn as soon as the last byte is there.
#[derive(Default)]
pub(in crate::json) struct Opened {
    /// For every [`BLOCK`]th value the line that shows it, or that hides it.
    counted: Vec<u32>,
    total: u32,
}

impl Opened {
    /// A value begins, with so many containers around it.
    pub(in crate::json) fn begin(&mut self, id: u32, depth: u32) {
        // Behind the last open container nothing is counted: all of it is hidden on the line counted last.
        let hidden = u32::from(depth > OPEN_DEPTH);
        if id.is_multiple_of(BLOCK) {
            self.counted.push(self.total.saturating_sub(hidden));
        }
        self.total += 1 - hidden;
    }

    /// A container that has content is closed, with so many containers around it.
    pub(in crate::json) fn end(&mut self, depth: u32) {
        self.total += u32::from(depth < OPEN_DEPTH);
    }

    /// The memory that it takes, in bytes.
    pub(in crate::json) fn size(&self) -> usize {
        self.counted.capacity() * size_of::<u32>()
    }

    /// The lines, none of which is wrapped.
    pub(super) fn lines(&self, document: &Document) -> Lines {
        let place = |line| LineCount { line, row: line };
        Lines {
            limit: (document.deepest() > OPEN_DEPTH as usize).then_some(OPEN_DEPTH),
            toggled: Vec::new(),
            counted: self.counted.iter().map(|&line| place(line)).collect(),
            total: place(self.total),
            columns: None,
        }
    }
}

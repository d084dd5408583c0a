//! The way from line to line.

use super::place::LineCount;
use super::{Lines, wrap};
use crate::json::{Document, NodeId};

/// A place in the tree: at the beginning of a value, or at its closing bracket.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum At {
    Node(NodeId),
    Close(NodeId),
}

impl At {
    pub(super) fn node(self) -> NodeId {
        let (Self::Node(id) | Self::Close(id)) = self;
        id
    }
}

/// A line on the way.
#[derive(Clone, Copy)]
pub(super) struct Stop {
    pub(super) at: At,
    pub(super) depth: usize,
    /// What stands before the line.
    pub(super) place: LineCount,
    /// How many rows it takes.
    pub(super) rows: u32,
}

/// Goes from line to line, and keeps count of the depth and of the place.
pub(super) struct Walk<'a, 'b> {
    lines: &'b Lines,
    document: &'a Document,
    at: Option<At>,
    depth: usize,
    place: LineCount,
}

impl<'a, 'b> Walk<'a, 'b> {
    /// Begins at a line that stands at a place.
    pub(super) fn new(
        lines: &'b Lines,
        document: &'a Document,
        at: Option<At>,
        place: LineCount,
    ) -> Self {
        let depth = at.map_or(0, |at| document.depth(at.node()));
        Self {
            lines,
            document,
            at,
            depth,
            place,
        }
    }
}

impl Iterator for Walk<'_, '_> {
    type Item = Stop;

    fn next(&mut self) -> Option<Stop> {
        let stop = Stop {
            at: self.at?,
            depth: self.depth,
            place: self.place,
            rows: wrap::rows(self.document, self.at?, self.depth, self.lines.columns),
        };
        self.at = self.lines.next(self.document, stop.at);
        self.depth = self
            .lines
            .depth_after(self.document, stop.at, self.at, stop.depth);
        self.place = stop.place.after(stop.rows);
        Some(stop)
    }
}

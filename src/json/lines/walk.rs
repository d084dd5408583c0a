//! The way from line to line.

use super::Lines;
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

/// Goes from line to line, and keeps count of the depth.
pub(super) struct Walk<'a, 'b> {
    lines: &'b Lines,
    document: &'a Document,
    at: Option<At>,
    depth: usize,
}

impl<'a, 'b> Walk<'a, 'b> {
    /// Begins at a place.
    pub(super) fn new(lines: &'b Lines, document: &'a Document, at: Option<At>) -> Self {
        let depth = at.map_or(0, |at| document.depth(at.node()));
        Self {
            lines,
            document,
            at,
            depth,
        }
    }
}

impl Iterator for Walk<'_, '_> {
    type Item = (At, usize);

    fn next(&mut self) -> Option<Self::Item> {
        let (at, depth) = (self.at?, self.depth);
        self.at = self.lines.next(self.document, at);
        self.depth = match (at, self.at) {
            (At::Node(id), _) if self.lines.is_open(self.document, id) => depth + 1,
            (_, Some(At::Close(_))) => depth.saturating_sub(1),
            _ => depth,
        };
        Some((at, depth))
    }
}

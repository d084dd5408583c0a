//! The structure of a base in its metadata: tables, their columns, their views.

use crate::json::{Document, Kind, NodeId};

impl Document {
    /// Whether the document is the metadata of a base, so that its structure can be shown by itself.
    pub fn has_structure(&self) -> bool {
        ["/metadata/tables", "/tables"].into_iter().any(|pointer| {
            let first = self
                .pointer(pointer)
                .filter(|&tables| self.kind(tables) == Kind::Array)
                .and_then(|tables| self.children(tables).next());
            first.is_some_and(|table| self.member(table, "columns").is_some())
        })
    }
}

/// Whether a container with so many around it stays open, so that the structure shows.
pub(super) fn shows(document: &Document, id: NodeId, depth: usize) -> bool {
    let named = |id: NodeId, name: &str| document.key(id).is_some_and(|key| key.text() == name);
    let is_tables = |id: NodeId| named(id, "tables") && document.kind(id) == Kind::Array;
    let parent = document.parent(id);
    let around = parent.and_then(|id| document.parent(id));
    match depth {
        0 => true,
        1..=4 => {
            (depth == 1 && named(id, "metadata"))
                || (depth <= 2 && is_tables(id))
                || parent.is_some_and(is_tables)
                || (around.is_some_and(is_tables) && (named(id, "columns") || named(id, "views")))
        }
        _ => false,
    }
}

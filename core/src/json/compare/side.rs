//! The children of one of two containers, and the names by which they are found again.

use crate::json::steps::Steps;
use crate::json::{Document, Kind, NodeId};

/// The `_id` of a row is looked for among so many members.
const LOOKED_AT: usize = 1000;

/// What is left of one of two containers.
pub(super) struct Side {
    /// The next child to take in.
    next: Option<NodeId>,
    /// The children.
    pub(super) nodes: Vec<NodeId>,
    /// The `_id` of each, as far as they were looked for. Members of objects have none: they go by their keys.
    ids: Vec<NodeId>,
}

impl Side {
    /// Begins with the first child that is left.
    pub(super) fn new(next: Option<NodeId>) -> Self {
        Self {
            next,
            nodes: Vec::new(),
            ids: Vec::new(),
        }
    }

    /// Takes children in; true when it has all.
    pub(super) fn collect(&mut self, document: &Document, steps: &mut Steps) -> bool {
        while let Some(node) = self.next {
            if !steps.are_left() {
                return false;
            }
            steps.spend(1);
            self.nodes.push(node);
            self.next = document.next_sibling(node);
        }
        true
    }

    /// Looks for the `_id` of every child; true when done, `None` if one has no such text.
    pub(super) fn find_ids(&mut self, document: &Document, steps: &mut Steps) -> Option<bool> {
        while let Some(&node) = self.nodes.get(self.ids.len()) {
            if !steps.are_left() {
                return Some(false);
            }
            self.ids.push(id_of(document, node, steps)?);
        }
        Some(true)
    }

    /// Returns the name of a child with its quotes.
    pub(super) fn name<'a>(&self, document: &'a Document, place: usize) -> &'a [u8] {
        match (self.ids.get(place), self.nodes.get(place)) {
            (Some(&id), _) => document.source(id),
            (None, Some(&node)) => document.key(node).map(|key| key.raw()).unwrap_or_default(),
            (None, None) => &[],
        }
    }
}

fn id_of(document: &Document, item: NodeId, steps: &mut Steps) -> Option<NodeId> {
    let mut members = document.children(item).take(LOOKED_AT);
    let found = members.find(|&member| {
        steps.spend(1);
        document.key(member).is_some_and(|key| key.text() == "_id")
    })?;
    (document.kind(found) == Kind::String).then_some(found)
}

//! The children of one of two containers, and the names by which they are found again.

use crate::json::content::compare_strings;
use crate::json::order::MergeSort;
use crate::json::steps::Steps;
use crate::json::{Document, Kind, NodeId};
use std::cmp::Ordering;

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
    sort: Option<MergeSort>,
    /// The places of the children in the order of their names, once they are sorted.
    pub(super) order: Vec<u32>,
}

impl Side {
    /// Begins with the first child that is left.
    pub(super) fn new(next: Option<NodeId>) -> Self {
        Self {
            next,
            nodes: Vec::new(),
            ids: Vec::new(),
            sort: None,
            order: Vec::new(),
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

    /// Looks for the `_id` of every child; true when done, none where one has no such text.
    pub(super) fn find_ids(&mut self, document: &Document, steps: &mut Steps) -> Option<bool> {
        while let Some(&node) = self.nodes.get(self.ids.len()) {
            if !steps.are_left() {
                return Some(false);
            }
            self.ids.push(id_of(document, node, steps)?);
        }
        Some(true)
    }

    /// Sorts the children by name; true when done. Those of one name stay in their order.
    pub(super) fn sort(&mut self, document: &Document, steps: &mut Steps) -> bool {
        let mut sort = match self.sort.take() {
            Some(sort) => sort,
            None => MergeSort::new(self.nodes.len()),
        };
        let mut compare =
            |left, right| compare_strings(self.name(document, left), self.name(document, right));
        if sort.advance(steps, &mut compare) {
            self.order = sort.into_order();
            true
        } else {
            self.sort = Some(sort);
            false
        }
    }

    /// Returns the name of a child with its quotes.
    pub(super) fn name<'a>(&self, document: &'a Document, place: u32) -> &'a [u8] {
        let place = place as usize;
        match (self.ids.get(place), self.nodes.get(place)) {
            (Some(&id), _) => document.source(id),
            (None, Some(&node)) => document.key(node).map(|key| key.raw()).unwrap_or_default(),
            (None, None) => &[],
        }
    }

    /// Whether the child at this place of the order has the same name as the one before it.
    pub(super) fn repeats(&self, document: &Document, place: usize) -> bool {
        let pair = place
            .checked_sub(1)
            .and_then(|first| self.order.get(first..=place));
        match pair {
            Some(&[left, right]) => {
                compare_strings(self.name(document, left), self.name(document, right))
                    == Ordering::Equal
            }
            _ => false,
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

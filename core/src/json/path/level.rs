//! A segment at work on one value.

use super::query::{Segment, Selector};
use super::slice::Slice;
use crate::json::{Document, Kind, NodeId};

/// How far a segment has come with a value. Every step takes the same short time, but for the decoding of a key.
pub(super) struct Level {
    /// The number of the segment in its path.
    pub(super) segment: u32,
    /// The value that is looked at: the one given, or one inside of it.
    visited: u32,
    /// The number of the first value that is not inside of the given one.
    end: u32,
    /// The number of the selector.
    selector: u32,
    /// The next member or item to look at.
    next: u32,
    /// The member with the right name so far, or the one that a filter was asked about.
    found: Option<NodeId>,
    /// The items, where they have to be counted first.
    items: Vec<NodeId>,
    /// The place of the next item to select.
    place: Option<i64>,
    /// How many items were passed.
    passed: i64,
}

/// What a step of a segment leads to.
#[derive(Clone, Copy)]
pub(super) enum Next {
    /// Nothing yet.
    Nothing,
    /// One of the values that it selects.
    Node(NodeId),
    /// A question: whether a filter holds for a value. The answer is given with [`Level::answer`].
    Ask { filter: u32, about: NodeId },
    /// The end.
    End,
}

impl Level {
    /// Begins with a value.
    pub(super) fn new(document: &Document, segment: u32, id: NodeId) -> Self {
        Self {
            segment,
            visited: id.0,
            end: document.after(id),
            selector: 0,
            next: id.0.saturating_add(1),
            found: None,
            items: Vec::new(),
            place: None,
            passed: 0,
        }
    }

    /// Goes a step on.
    pub(super) fn step(&mut self, document: &Document, segment: &Segment) -> Next {
        let is_empty = document.is_empty(NodeId(self.visited));
        match segment.selectors.get(self.selector as usize) {
            Some(selector) if !is_empty => self.select(document, selector),
            _ => self.visit_next(segment.descends),
        }
    }

    /// Takes the answer to [`Next::Ask`].
    pub(super) fn answer(&mut self, holds: bool) -> Next {
        match self.found.take() {
            Some(id) if holds => Next::Node(id),
            _ => Next::Nothing,
        }
    }

    fn visit_next(&mut self, descends: bool) -> Next {
        self.visited = self.visited.saturating_add(1);
        if !descends || self.visited >= self.end {
            return Next::End;
        }
        self.begin(0);
        Next::Nothing
    }

    fn select(&mut self, document: &Document, selector: &Selector) -> Next {
        let is_array = document.kind(NodeId(self.visited)) == Kind::Array;
        match selector {
            Selector::Wildcard => self.wildcard(document),
            Selector::Filter(filter) => self.filter(document, *filter),
            Selector::Name(name) if !is_array => self.name(document, name),
            Selector::Slice(slice) if is_array && slice.counts_forward() => {
                self.forward(document, slice)
            }
            Selector::Slice(slice) if is_array => self.counted(document, slice),
            Selector::Name(_) | Selector::Slice(_) => self.leave(None),
        }
    }

    fn wildcard(&mut self, document: &Document) -> Next {
        match self.child(document) {
            Some(child) => Next::Node(child),
            None => self.leave(None),
        }
    }

    fn filter(&mut self, document: &Document, filter: u32) -> Next {
        let Some(about) = self.child(document) else {
            return self.leave(None);
        };
        self.found = Some(about);
        Next::Ask { filter, about }
    }

    fn name(&mut self, document: &Document, name: &str) -> Next {
        let Some(child) = self.child(document) else {
            let found = self.found;
            return self.leave(found);
        };
        if is_named(document, child, name) {
            self.found = Some(child);
        }
        Next::Nothing
    }

    /// Selects items while it passes them.
    fn forward(&mut self, document: &Document, slice: &Slice) -> Next {
        let is_over = slice.end.is_some_and(|end| self.passed >= end);
        let child = if is_over { None } else { self.child(document) };
        let Some(child) = child else {
            return self.leave(None);
        };
        let behind = self.passed - slice.start.unwrap_or_default();
        self.passed += 1;
        if behind >= 0 && behind % slice.step == 0 {
            Next::Node(child)
        } else {
            Next::Nothing
        }
    }

    /// Selects items once it knows how many there are.
    fn counted(&mut self, document: &Document, slice: &Slice) -> Next {
        if let Some(child) = self.child(document) {
            self.items.push(child);
            return Next::Nothing;
        }
        let place = match self.place {
            Some(place) => slice.next(place, self.items.len()),
            None => slice.first(self.items.len()),
        };
        self.place = place;
        let item = place.and_then(|place| self.items.get(usize::try_from(place).ok()?));
        match item {
            Some(&item) => Next::Node(item),
            None => self.leave(None),
        }
    }

    /// Returns the next member or item.
    fn child(&mut self, document: &Document) -> Option<NodeId> {
        let child = NodeId(self.next);
        if self.next >= document.after(NodeId(self.visited)) {
            return None;
        }
        self.next = document.after(child);
        Some(child)
    }

    /// Goes on with the next selector.
    fn leave(&mut self, found: Option<NodeId>) -> Next {
        self.begin(self.selector.saturating_add(1));
        found.map_or(Next::Nothing, Next::Node)
    }

    fn begin(&mut self, selector: u32) {
        self.selector = selector;
        self.next = self.visited.saturating_add(1);
        self.found = None;
        self.items.clear();
        self.place = None;
        self.passed = 0;
    }
}

/// Whether a member has this key. Most keys have no escapes, so that comparing bytes is enough.
fn is_named(document: &Document, id: NodeId, name: &str) -> bool {
    document.key(id).is_some_and(|key| {
        let raw = key.raw();
        let inside = raw.get(1..raw.len().saturating_sub(1));
        (inside == Some(name.as_bytes()) && !name.contains('\\')) || key.text() == name
    })
}

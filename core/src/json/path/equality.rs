//! Whether two objects or arrays are equal, in whatever order the members stand.

use super::compare::Plain;
use crate::json::{Document, Kind, NodeId};
use std::cmp::Ordering;

/// How far a comparison of two values has come. Every step takes the same short time, but for the decoding of texts.
///
/// For each value inside of the left one it finds the counterpart inside of the right one. As the two have to contain the same number
/// of values, nothing is left over on the right once all on the left are found. Where keys are repeated, what
/// comes of it is not specified.
pub(super) struct Equality {
    left: NodeId,
    right: NodeId,
    /// The counterparts of the first values on the left, in the order of the text.
    found: Vec<Counterpart>,
    /// The member that is to be looked at next for a counterpart, if some were looked at without success.
    candidate: Option<NodeId>,
}

struct Counterpart {
    id: NodeId,
    /// Where the counterpart of the next value inside is looked for first.
    next: NodeId,
}

impl Equality {
    /// Begins to compare.
    pub(super) fn new(left: NodeId, right: NodeId) -> Self {
        Self {
            left,
            right,
            found: Vec::new(),
            candidate: None,
        }
    }

    /// Goes a step on. Returns whether the two are equal, once that is known.
    pub(super) fn step(&mut self, document: &Document) -> Option<bool> {
        let id = NodeId(self.left.0.saturating_add(self.found.len() as u32));
        if id.0 >= document.after(self.left) {
            return Some(true);
        }
        let Some(place) = self.place_of_container(document, id) else {
            return self.pair(document, id, self.right);
        };
        let Some(&Counterpart { id: inside, next }) = self.found.get(place) else {
            return Some(false);
        };
        if document.kind(inside) == Kind::Object {
            self.member(document, id, inside, next)
        } else if next.0 < document.after(inside) {
            self.pair(document, id, next)
        } else {
            Some(false)
        }
    }

    /// Looks at the next member that may be the counterpart of one on the left.
    fn member(
        &mut self,
        document: &Document,
        id: NodeId,
        object: NodeId,
        first: NodeId,
    ) -> Option<bool> {
        let first = around(document, object, first);
        let candidate = self.candidate.unwrap_or(first);
        if same_key(document, id, candidate) {
            return self.pair(document, id, candidate);
        }
        let next = around(document, object, NodeId(document.after(candidate)));
        self.candidate = Some(next);
        (next == first).then_some(false)
    }

    /// Takes a value as the counterpart of one on the left, if it looks the same without what it contains.
    fn pair(&mut self, document: &Document, id: NodeId, other: NodeId) -> Option<bool> {
        let size = |id: NodeId| document.after(id).saturating_sub(id.0);
        if size(id) != size(other) || !same_alone(document, id, other) {
            return Some(false);
        }
        if let Some(place) = self.place_of_container(document, id)
            && let Some(container) = self.found.get_mut(place)
        {
            container.next = NodeId(document.after(other));
        }
        self.candidate = None;
        self.found.push(Counterpart {
            id: other,
            next: NodeId(other.0.saturating_add(1)),
        });
        None
    }

    /// Returns the place in the list of what contains a value on the left; none for the outermost.
    fn place_of_container(&self, document: &Document, id: NodeId) -> Option<usize> {
        let container = document.parent(id).filter(|_| id != self.left)?;
        Some(container.0.checked_sub(self.left.0)? as usize)
    }
}

/// Returns the first member where another one would be after the last.
fn around(document: &Document, object: NodeId, member: NodeId) -> NodeId {
    if member.0 < document.after(object) {
        member
    } else {
        NodeId(object.0.saturating_add(1))
    }
}

fn same_alone(document: &Document, left: NodeId, right: NodeId) -> bool {
    let kind = document.kind(left);
    kind == document.kind(right)
        && (matches!(kind, Kind::Object | Kind::Array)
            || Plain::of(document, left).order(&Plain::of(document, right))
                == Some(Ordering::Equal))
}

fn same_key(document: &Document, left: NodeId, right: NodeId) -> bool {
    match (document.key(left), document.key(right)) {
        (Some(left), Some(right)) => left.raw() == right.raw() || left.text() == right.text(),
        _ => false,
    }
}

//! The document: the bytes as received and a flat index over them.

use super::lines::Opened;
use super::node::{NONE, NOWHERE, Node};
use super::nodes::Nodes;
use super::unescape::unescape;
use super::{Builder, Fault, Key, Kind, NodeId, key};
use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

/// Bytes as received, with an index of the JSON in them: 16 bytes for each value.
#[derive(Default)]
pub struct Document {
    pub(super) bytes: Vec<u8>,
    pub(super) nodes: Nodes,
    pub(super) fault: Option<Fault>,
    /// Where the index ends: what an open container has for an end.
    pub(super) indexed: u32,
    pub(super) tolerated: u32,
    pub(super) deepest: u32,
    /// Its lines, as it opens.
    pub(super) opened: Opened,
}

impl Document {
    /// Indexes a text that is already complete.
    pub fn parse(bytes: Vec<u8>) -> Self {
        let mut builder = Builder::over(bytes);
        builder.advance();
        builder.finish()
    }

    /// Returns the bytes as received.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Returns why the index ends before the text, if it does.
    pub fn fault(&self) -> Option<&Fault> {
        self.fault.as_ref()
    }

    /// Returns how many raw control characters stand in strings and keys. JSON forbids them, but SeaTable's
    /// file server sends them.
    pub fn tolerated(&self) -> u32 {
        self.tolerated
    }

    /// Returns the number of values in the index.
    pub fn node_count(&self) -> usize {
        self.nodes.len()
    }

    /// Returns the memory that the index takes beside the text, in bytes.
    pub fn index_size(&self) -> usize {
        self.nodes.size() + self.opened.size()
    }

    /// Returns the greatest number of containers that stand in one another.
    pub fn deepest(&self) -> usize {
        self.deepest as usize
    }

    /// Returns the outermost value; `None` if the text does not even begin like JSON.
    pub fn root(&self) -> Option<NodeId> {
        (!self.nodes.is_empty()).then_some(NodeId(0))
    }

    /// Returns what the value is.
    pub fn kind(&self, id: NodeId) -> Kind {
        match self.bytes.get(self.node(id).start as usize) {
            Some(b'{') => Kind::Object,
            Some(b'[') => Kind::Array,
            Some(b'"') => Kind::String,
            Some(b't' | b'f') => Kind::Boolean,
            Some(b'n') | None => Kind::Null,
            Some(_) => Kind::Number,
        }
    }

    /// Whether the value is an object or an array.
    pub fn is_container(&self, id: NodeId) -> bool {
        matches!(self.kind(id), Kind::Object | Kind::Array)
    }

    /// Whether the value is complete: false for a container that a fault left open.
    pub fn is_closed(&self, id: NodeId) -> bool {
        self.node(id).end != NONE
    }

    /// Returns where the value stands in the bytes.
    pub fn span(&self, id: NodeId) -> Range<usize> {
        let node = self.node(id);
        let end = if node.end == NONE {
            self.indexed
        } else {
            node.end
        };
        node.start as usize..end as usize
    }

    /// Returns the exact text of the value.
    pub fn source(&self, id: NodeId) -> &[u8] {
        self.bytes.get(self.span(id)).unwrap_or_default()
    }

    /// Returns the exact text of the value; only bytes that are not UTF-8 are replaced by U+FFFD.
    pub fn text(&self, id: NodeId) -> Cow<'_, str> {
        String::from_utf8_lossy(self.source(id))
    }

    /// Returns the decoded content of a string; none for other values. Lone surrogates and bytes that are
    /// not UTF-8, which no `String` can hold, become U+FFFD.
    pub fn string(&self, id: NodeId) -> Option<String> {
        (self.kind(id) == Kind::String).then(|| unescape(self.source(id)).into_owned())
    }

    /// Returns the key of a member; none for the root and for items of arrays.
    pub fn key(&self, id: NodeId) -> Option<Key<'_>> {
        let parent = self.parent(id)?;
        let before = self.bytes.get(..self.node(id).start as usize)?;
        if self.kind(parent) == Kind::Object {
            key::before_value(before)
        } else {
            None
        }
    }

    /// Returns the container of the value; none for the root.
    pub fn parent(&self, id: NodeId) -> Option<NodeId> {
        match self.node(id).parent {
            NONE => None,
            parent => Some(NodeId(parent)),
        }
    }

    /// Returns the members of an object or the items of an array, in their order.
    pub fn children(&self, id: NodeId) -> Children<'_> {
        Children {
            document: self,
            next: id.0.saturating_add(1),
            end: self.after(id),
        }
    }

    /// Returns the number of members or items. Takes as many steps as it counts.
    pub fn len(&self, id: NodeId) -> usize {
        self.children(id).count()
    }

    /// Whether the value has no members or items.
    pub fn is_empty(&self, id: NodeId) -> bool {
        self.after(id) <= id.0.saturating_add(1)
    }

    /// Returns the member or item after this one.
    pub fn next_sibling(&self, id: NodeId) -> Option<NodeId> {
        let after = self.after(id);
        (after < self.after(self.parent(id)?)).then_some(NodeId(after))
    }

    /// Returns how many containers stand around the value. Takes as many steps.
    pub fn depth(&self, id: NodeId) -> usize {
        std::iter::successors(self.parent(id), |&id| self.parent(id)).count()
    }

    /// Whether at least so many containers stand around the value. Takes as many steps at most.
    pub(super) fn has_around(&self, id: NodeId, count: usize) -> bool {
        let mut around = std::iter::successors(self.parent(id), |&id| self.parent(id));
        count == 0 || around.nth(count - 1).is_some()
    }

    /// Returns the number of the first node outside the value.
    pub(super) fn after(&self, id: NodeId) -> u32 {
        match self.node(id).after {
            NONE => self.nodes.len() as u32,
            after => after,
        }
    }

    fn node(&self, id: NodeId) -> Node {
        self.nodes.get(id.0 as usize).copied().unwrap_or(NOWHERE)
    }
}

/// Says sizes only: an answer may hold a token.
impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Document({} bytes, {} values)",
            self.bytes.len(),
            self.nodes.len()
        )
    }
}

/// The members of an object or the items of an array; each step takes the same time.
#[derive(Clone)]
pub struct Children<'a> {
    document: &'a Document,
    next: u32,
    end: u32,
}

impl Iterator for Children<'_> {
    type Item = NodeId;

    fn next(&mut self) -> Option<NodeId> {
        if self.next >= self.end {
            return None;
        }
        let id = NodeId(self.next);
        self.next = self.document.after(id);
        Some(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Document {
        Document::parse(text.as_bytes().to_vec())
    }

    #[test]
    fn every_value_keeps_its_exact_text() {
        let text =
            r#" { "a" : [1.0, 1e400, 12345678901234567890123], "b":"\ud800\u00e9", "a": null }"#;
        let document = parse(text);
        let root = document.root().unwrap();
        let members: Vec<_> = document.children(root).collect();
        assert_eq!(members.len(), 3);
        assert_eq!(document.text(root), text.trim());
        let items: Vec<_> = document
            .children(members[0])
            .map(|id| document.text(id))
            .collect();
        assert_eq!(items, ["1.0", "1e400", "12345678901234567890123"]);
        assert_eq!(document.text(members[1]), r#""\ud800\u00e9""#);
        assert_eq!(document.string(members[1]).unwrap(), "\u{fffd}é");
        assert_eq!(document.string(members[2]), None);
        assert_eq!(document.kind(members[2]), Kind::Null);
    }

    #[test]
    fn containers_know_what_is_around_and_inside_them() {
        let document = parse(r#"{"rows":[{"n":1},{}],"end":true}"#);
        let root = document.root().unwrap();
        let members: Vec<_> = document.children(root).collect();
        let rows: Vec<_> = document.children(members[0]).collect();
        assert_eq!(document.len(root), 2);
        assert_eq!(document.parent(rows[1]), Some(members[0]));
        assert_eq!(document.next_sibling(rows[0]), Some(rows[1]));
        assert_eq!(document.next_sibling(rows[1]), None);
        assert_eq!(document.depth(rows[0]), 2);
        assert_eq!(document.deepest(), 3);
        assert!(document.is_empty(rows[1]) && document.is_container(rows[1]));
        assert_eq!(document.kind(members[1]), Kind::Boolean);
    }

    #[test]
    fn what_a_fault_left_open_shows_what_came() {
        let document = parse(r#"{"rows":[{"n":1},{"n":"#);
        let root = document.root().unwrap();
        assert!(!document.is_closed(root));
        assert_eq!(document.node_count(), 5);
        assert_eq!(document.text(NodeId(4)), r#"{"n":"#);
    }

    #[test]
    fn an_id_of_another_document_names_nothing() {
        let stranger = NodeId(7);
        let document = parse("[]");
        assert_eq!(document.source(stranger), b"");
        assert_eq!(document.children(stranger).count(), 0);
        assert_eq!(document.key(stranger), None);
        assert_eq!(document.next_sibling(stranger), None);
    }

    #[test]
    fn debug_does_not_show_the_text() {
        assert_eq!(
            format!("{:?}", parse(r#"["fake-token"]"#)),
            "Document(14 bytes, 2 values)"
        );
    }
}

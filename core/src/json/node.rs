//! A value in the index of a document.

/// Stands for "no parent" and for "not closed yet". No offset is that large: the builder stops before.
pub(super) const NONE: u32 = u32::MAX;

/// The place of a node in a document's index. Nodes are numbered in the order of the text.
///
/// An id of another document names another node or none, but never panics.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub(super) u32);

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An object.
    Object,
    /// An array.
    Array,
    /// A string.
    String,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// `null`.
    Null,
}

/// One value of the text. What it is follows from its first byte, its key from the text before it.
#[derive(Clone, Copy)]
pub(super) struct Node {
    /// The offset of the first byte.
    pub(super) start: u32,
    /// The offset after the last byte; [`NONE`] while the container is open.
    pub(super) end: u32,
    /// The number of the first node after this one and all that it contains; [`NONE`] while open.
    pub(super) after: u32,
    /// The number of the container; [`NONE`] for the root.
    pub(super) parent: u32,
}

/// What an id that names nothing stands for.
pub(super) const NOWHERE: Node = Node {
    start: 0,
    end: 0,
    after: 0,
    parent: NONE,
};

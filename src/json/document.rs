//! The document: the bytes as received and a flat index over them.

/// The place of a node in a document's index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub(crate) u32);

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

/// Bytes as received, with an index of the JSON in them.
#[derive(Debug, Default)]
pub struct Document {
    bytes: Vec<u8>,
}

impl Document {
    /// Returns the bytes as received.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

//! A line of the tree that shows a document.

use super::{Key, NodeId};

/// A line of the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// The value that the line shows, or begins, or ends.
    pub node: NodeId,
    /// How many containers stand around it.
    pub depth: usize,
    /// What the line shows of the value.
    pub part: LinePart,
    /// The key in front of it; none on the line of a closing bracket.
    pub key: Option<Key<'a>>,
    /// Whether a comma follows.
    pub comma: bool,
}

/// What a line shows of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinePart {
    /// A string, a number, `true`, `false` or `null`.
    Leaf,
    /// An object or array without content.
    Empty,
    /// The opening bracket. The content follows on lines of its own.
    Open,
    /// The closing bracket. A container that a fault left open has none.
    Close,
    /// All of an object or array on one line.
    Folded {
        /// The number of its members or items.
        len: usize,
    },
}

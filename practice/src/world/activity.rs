//! What was done to the rows of a base.

use crate::json::Value;

/// A row that was added, changed or deleted.
#[derive(Clone, Debug)]
pub(crate) struct Activity {
    pub(crate) id: u64,
    pub(crate) row_id: String,
    pub(crate) user: String,
    pub(crate) deed: Deed,
    pub(crate) done_ms: u64,
    pub(crate) table_id: String,
    pub(crate) table_name: String,
    /// The first cell of the row.
    pub(crate) row_name: Value,
    /// The cells concerned, with their columns and, where they were changed, what they held before.
    pub(crate) row_data: Value,
}

/// What was done to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Deed {
    Insert,
    Modify,
    Delete,
}

impl Deed {
    /// All of them, in the order in which they are counted.
    pub(crate) const ALL: [Self; 3] = [Self::Insert, Self::Modify, Self::Delete];

    /// Returns the name that the API has for it.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Insert => "insert_row",
            Self::Modify => "modify_row",
            Self::Delete => "delete_row",
        }
    }
}

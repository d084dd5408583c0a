//! A row.

use super::Ids;
use crate::Object;
use crate::json::Value;

/// A row of a table.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) creator: String,
    pub(crate) last_modifier: String,
    pub(crate) created_ms: u64,
    pub(crate) modified_ms: u64,
    /// Who locked it, if it is locked.
    pub(crate) locked_by: Option<String>,
    /// Whether it is in big-data storage.
    pub(crate) is_archived: bool,
    /// The stored form of each cell that was set, by column key.
    pub(crate) cells: Object,
}

impl Row {
    /// An empty row.
    pub(crate) fn new(ids: &mut Ids, author: &str, now_ms: u64) -> Self {
        Self {
            id: ids.row(),
            creator: author.to_owned(),
            last_modifier: author.to_owned(),
            created_ms: now_ms,
            modified_ms: now_ms,
            locked_by: None,
            is_archived: false,
            cells: Object::new(),
        }
    }

    /// Sets a cell, or empties it with null.
    pub(crate) fn set(&mut self, key: &str, value: Value) {
        if value.is_null() {
            self.cells.remove(key);
        } else {
            self.cells.insert(key.to_owned(), value);
        }
    }
}

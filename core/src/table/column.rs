//! A column of a table.

use super::names::Named;
use super::shown::shown;
use crate::json::{Document, NodeId};

/// How wide a column is at least and at most, in characters.
const WIDTHS: (usize, usize) = (4, 40);

/// What SeaTable itself notes of each row.
const SEATABLES: [&str; 9] = [
    "_id",
    "_ctime",
    "_mtime",
    "_creator",
    "_last_modifier",
    "_locked",
    "_locked_by",
    "_archived",
    "_participants",
];

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The key of its members, decoded.
    pub key: String,
    /// Its name, where the metadata has one for the key.
    pub name: Option<String>,
    /// How wide it has to be for its first 100 rows, in characters from 4 to 40.
    pub width: usize,
    /// The ids of its options with their names, where the metadata has them for the key.
    pub(super) options: Vec<(String, String)>,
}

impl Column {
    /// A column of which only the key is known.
    pub(super) fn new(key: String) -> Self {
        Self {
            width: characters(&key),
            name: None,
            options: Vec::new(),
            key,
        }
    }

    /// Returns what stands above it: the name, else the key.
    pub fn title(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.key)
    }

    /// Whether SeaTable adds it to those of the table.
    pub(super) fn is_seatables(&self) -> bool {
        SEATABLES.contains(&self.key.as_str())
    }

    /// Makes room for a cell.
    pub(super) fn widen(&mut self, document: &Document, cell: NodeId, people: &[(String, String)]) {
        // No character takes more than four bytes.
        let shown = shown(document, cell, self, people, 4 * WIDTHS.1);
        self.width = self.width.max(characters(&shown.text));
    }

    /// Takes over what the metadata says.
    pub(super) fn take(&mut self, named: Named) {
        self.width = self.width.max(characters(&named.name));
        self.name = Some(named.name);
        self.options = named.options;
    }
}

fn characters(text: &str) -> usize {
    text.chars().take(WIDTHS.1).count().max(WIDTHS.0)
}

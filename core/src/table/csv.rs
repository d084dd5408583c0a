//! A table as CSV (RFC 4180), in steps.

use super::Table;
use crate::json::steps::Steps;
use crate::json::{Document, Kind, NodeId};
use std::borrow::Cow;

/// A table being written as CSV: a line of names, then the rows in the order shown. Strings are written as what they say, other
/// values as their exact text; missing cells and `null` are empty.
#[derive(Default)]
pub struct Csv {
    text: String,
    begun: bool,
    /// The next row.
    row: usize,
}

impl Csv {
    /// Begins a text.
    pub fn new() -> Self {
        Self::default()
    }

    /// Goes on writing; true when done. The table has to be the same each time, and in the same order.
    pub fn advance(&mut self, table: &Table, document: &Document, steps: usize) -> bool {
        let mut steps = Steps::new(steps);
        if !self.begun {
            self.begun = true;
            let titles = table.columns().iter().map(|column| column.title());
            self.line(titles);
        }
        while let Some(row) = table.row(self.row) {
            if !steps.are_left() {
                return false;
            }
            let size = self.text.len();
            let cells = table.cells(document, row);
            let cells = cells.iter().map(|&cell| text(document, cell));
            self.line(cells);
            self.row += 1;
            steps.spend(table.columns().len());
            steps.spend_on_bytes(self.text.len() - size);
        }
        true
    }

    /// Returns the text, as far as it is written.
    pub fn into_text(self) -> String {
        self.text
    }

    fn line<T: AsRef<str>>(&mut self, fields: impl ExactSizeIterator<Item = T>) {
        let is_alone = fields.len() == 1;
        for (i, field) in fields.enumerate() {
            if i > 0 {
                self.text.push(',');
            }
            self.field(field.as_ref(), is_alone);
        }
        self.text.push_str("\r\n");
    }

    /// Writes a field. An empty one that is alone would be no line for some readers.
    fn field(&mut self, field: &str, is_alone: bool) {
        if is_alone && field.is_empty() {
            self.text.push_str("\"\"");
        } else {
            write_field(&mut self.text, field, ',');
        }
    }
}

/// Writes a field, in quotes where it needs them.
pub(super) fn write_field(out: &mut String, field: &str, separator: char) {
    if !field.contains(['"', separator, '\r', '\n']) {
        out.push_str(field);
        return;
    }
    out.push('"');
    for (i, part) in field.split('"').enumerate() {
        if i > 0 {
            out.push_str("\"\"");
        }
        out.push_str(part);
    }
    out.push('"');
}

/// Returns what a cell says.
pub(super) fn text(document: &Document, cell: Option<NodeId>) -> Cow<'_, str> {
    match cell.filter(|&cell| document.kind(cell) != Kind::Null) {
        Some(cell) => document.content(cell),
        None => "".into(),
    }
}

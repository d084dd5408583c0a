//! The text of cells, as it is copied: with tabs between them, as spreadsheets take it.

use super::csv::{text, write_field};
use super::{Column, Table};
use crate::json::steps::Steps;
use crate::json::{Document, NodeId, units};
use crate::selected::Spot;
use std::borrow::Cow;

/// Cells being written as text, in steps. The first row is the one of headings.
pub struct CellsCopying {
    from: Spot,
    to: Spot,
    /// The next row.
    row: usize,
    text: String,
}

impl CellsCopying {
    /// Begins to write from one place to another, in the order in which one reads.
    pub fn new(from: Spot, to: Spot) -> Self {
        Self {
            from,
            to,
            row: from.row,
            text: String::new(),
        }
    }

    /// Goes on writing; true when done. The table has to be the same each time, and in the same order.
    pub fn advance(&mut self, table: &Table, document: &Document, steps: usize) -> bool {
        let mut steps = Steps::new(steps);
        while self.row <= self.to.row.min(table.len()) {
            if !steps.are_left() {
                return false;
            }
            let size = self.text.len();
            match self.row.checked_sub(1) {
                None => self.line(table.columns().iter().map(Column::title)),
                Some(row) => {
                    let cells = table.row(row).map(|row| table.cells(document, row));
                    let cells = cells.unwrap_or_default().into_iter().enumerate();
                    self.line(cells.map(|(column, cell)| shown(table, document, column, cell)));
                }
            }
            self.row += 1;
            steps.spend(table.columns().len());
            steps.spend_on_bytes(self.text.len() - size);
        }
        true
    }

    /// Takes the text, as far as it is written.
    pub fn take_text(&mut self) -> String {
        std::mem::take(&mut self.text)
    }

    fn line<T: AsRef<str>>(&mut self, cells: impl Iterator<Item = T>) {
        if self.row > self.from.row {
            self.text.push('\n');
        }
        let mut is_first = true;
        for (cell, text) in cells.enumerate() {
            let here = (self.row, cell);
            let (first, last) = ((self.from.row, self.from.cell), (self.to.row, self.to.cell));
            if here < first || here > last {
                continue;
            }
            if !std::mem::take(&mut is_first) {
                self.text.push('\t');
            }
            let from = if here == first { self.from.column } else { 0 };
            let to = if here == last {
                self.to.column
            } else {
                usize::MAX
            };
            write_field(&mut self.text, units::part(text.as_ref(), from, to), '\t');
        }
    }
}

/// Returns what a cell shows: names where the table has them, else what the cell says.
fn shown<'a>(
    table: &Table,
    document: &'a Document,
    column: usize,
    cell: Option<NodeId>,
) -> Cow<'a, str> {
    let named = cell.and_then(|cell| table.shown(document, column, cell, usize::MAX - 1));
    match named.filter(|shown| shown.is_named) {
        Some(shown) => shown.text.into(),
        None => text(document, cell),
    }
}

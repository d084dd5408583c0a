//! Sorting a table by a column, in steps.

use super::Table;
use crate::json::order::MergeSort;
use crate::json::steps::Steps;
use crate::json::{Document, Kind, NodeId, compare_numbers};
use std::cmp::Ordering;

/// A table being sorted by one of its columns. The sorting is stable. Empty cells (missing or `null`) come last, however it is
/// sorted; then there are `false`, `true`, numbers by their value, strings without regard to case, and other values by their text.
pub struct Sorting {
    column: usize,
    descending: bool,
    /// The cell of each row, as far as they are taken in; none for an empty one.
    cells: Vec<Option<NodeId>>,
    /// The rows, in the order of the answer, whose cells are yet to be taken in.
    rows: Vec<NodeId>,
    sort: Option<MergeSort>,
    is_done: bool,
}

impl Sorting {
    /// Begins to sort a table by a column, from the smallest up or from the greatest down.
    pub fn new(table: &Table, column: usize, descending: bool) -> Self {
        Self {
            column,
            descending,
            cells: Vec::new(),
            rows: table.rows().to_vec(),
            sort: None,
            is_done: false,
        }
    }

    /// Goes on sorting; true when done.
    pub fn advance(&mut self, table: &Table, document: &Document, steps: usize) -> bool {
        let mut steps = Steps::new(steps);
        while let Some(&row) = self.rows.get(self.cells.len()) {
            if !steps.are_left() {
                return false;
            }
            steps.spend(1 + table.columns().len());
            let cells = table.cells(document, row);
            let cell = cells.get(self.column).copied().flatten();
            self.cells
                .push(cell.filter(|&cell| document.kind(cell) != Kind::Null));
        }
        let cells = &self.cells;
        let cell = |row: u32| cells.get(row as usize).copied().flatten();
        let descending = self.descending;
        let mut compare = |left: u32, right: u32| match (cell(left), cell(right)) {
            (Some(left), Some(right)) if descending => compare_values(document, right, left),
            (Some(left), Some(right)) => compare_values(document, left, right),
            (left, right) => left.is_none().cmp(&right.is_none()),
        };
        let sort = self.sort.get_or_insert_with(|| MergeSort::new(cells.len()));
        self.is_done = sort.advance(&mut steps, &mut compare);
        self.is_done
    }

    pub(super) fn by(&self) -> (usize, bool) {
        (self.column, self.descending)
    }

    /// Returns the places of the rows in their new order; none before that is known.
    pub(super) fn into_rows(self) -> Option<Vec<u32>> {
        let sort = self.sort.filter(|_| self.is_done);
        sort.map(MergeSort::into_order)
    }
}

fn compare_values(document: &Document, left: NodeId, right: NodeId) -> Ordering {
    let kinds = (document.kind(left), document.kind(right));
    let by_rank = rank(kinds.0).cmp(&rank(kinds.1));
    by_rank.then_with(|| match kinds.0 {
        Kind::Number => {
            let order = compare_numbers(&document.text(left), &document.text(right));
            order.unwrap_or(Ordering::Equal)
        }
        Kind::String => compare_words(&document.content(left), &document.content(right)),
        // `false` comes before `true` in the alphabet as well.
        _ => document.source(left).cmp(document.source(right)),
    })
}

fn rank(kind: Kind) -> u8 {
    match kind {
        Kind::Boolean => 0,
        Kind::Number => 1,
        Kind::String => 2,
        Kind::Object => 3,
        Kind::Array => 4,
        Kind::Null => 5,
    }
}

/// Compares without regard to case first; what is the same then, exactly.
fn compare_words(left: &str, right: &str) -> Ordering {
    let letters = left.chars().flat_map(char::to_lowercase);
    letters
        .cmp(right.chars().flat_map(char::to_lowercase))
        .then_with(|| left.cmp(right))
}

//! Sorting a table by a column, in steps.

use super::Table;
use super::key::Key;
use crate::json::order::MergeSort;
use crate::json::steps::Steps;
use crate::json::{Document, NodeId};

/// A table being sorted by one of its columns. The sorting is stable. Empty cells (missing or `null`) come last, however it is
/// sorted; then there are `false`, `true`, numbers by their value, strings without regard to case, and other values by their text.
pub struct Sorting {
    column: usize,
    /// The key of the column's members.
    key: String,
    descending: bool,
    /// The cell of each row, as far as they are taken in; none for an empty one.
    cells: Vec<Option<Key>>,
    /// Whether the keys of all numbers tell something.
    all_known: bool,
    /// All rows, in the order of the answer.
    rows: Vec<NodeId>,
    sort: Option<MergeSort>,
    is_done: bool,
}

impl Sorting {
    /// Begins to sort a table by a column, from the smallest up or from the greatest down.
    pub fn new(table: &Table, column: usize, descending: bool) -> Self {
        let key = table.columns().get(column).map(|column| column.key.clone());
        Self {
            column,
            key: key.unwrap_or_default(),
            descending,
            cells: Vec::new(),
            all_known: true,
            rows: table.rows().to_vec(),
            sort: None,
            is_done: false,
        }
    }

    /// Goes on sorting; true when done.
    pub fn advance(&mut self, document: &Document, steps: usize) -> bool {
        let mut steps = Steps::new(steps);
        while let Some(&row) = self.rows.get(self.cells.len()) {
            if !steps.are_left() {
                return false;
            }
            let cell = super::rows::cell_of(document, row, &self.key, &mut steps);
            let key = cell.and_then(|cell| Key::of(document, cell));
            self.all_known &= !key.is_some_and(|key| key.is_unknown());
            self.cells.push(key);
        }
        let cells = &self.cells;
        let cell = |row: u32| cells.get(row as usize).and_then(Option::as_ref);
        let (descending, all_known) = (self.descending, self.all_known);
        let mut compare = |left: u32, right: u32| match (cell(left), cell(right)) {
            (Some(left), Some(right)) if descending => right.compare(left, document, all_known),
            (Some(left), Some(right)) => left.compare(right, document, all_known),
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

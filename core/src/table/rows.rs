//! The rows of a list and the columns that they have.

use super::shown::{People, shown};
use super::{Column, Names, Shown, Sorting};
use crate::json::steps::Steps;
use crate::json::{Document, NodeId};

/// So many columns are shown at most, and so many members of a row are looked at. SeaTable has 500.
const MOST_COLUMNS: usize = 1000;

/// So many rows tell how wide a column is.
const MEASURED: usize = 100;

/// The items of a list as rows, made in steps. An item that is no object is a row without cells.
pub struct Table {
    names: Option<Names>,
    /// The next item to take in.
    next: Option<NodeId>,
    array: Option<NodeId>,
    rows: Vec<NodeId>,
    /// Those of the table first, then what SeaTable notes of each row.
    columns: Vec<Column>,
    /// How many of them are shown.
    shown: usize,
    /// How many of them are those of the table.
    own: usize,
    people: People,
    is_cut: bool,
    /// The places of the rows in the order shown; none for that of the answer.
    order: Option<Ordered>,
}

struct Ordered {
    column: usize,
    descending: bool,
    rows: Vec<u32>,
}

impl Table {
    /// Begins a table of the items of a list, with the names that are known.
    pub fn new(array: NodeId, names: Names) -> Self {
        Self {
            names: Some(names),
            next: None,
            array: Some(array),
            rows: Vec::new(),
            columns: Vec::new(),
            shown: 0,
            own: 0,
            people: Vec::new(),
            is_cut: false,
            order: None,
        }
    }

    /// Goes on taking rows in; true when done. A step is a member.
    pub fn advance(&mut self, document: &Document, steps: usize) -> bool {
        let mut steps = Steps::new(steps);
        if let Some(array) = self.array.take() {
            self.next = document.children(array).next();
        }
        while let Some(row) = self.next {
            if !steps.are_left() {
                return false;
            }
            self.take_in(document, row, &mut steps);
            self.next = document.next_sibling(row);
        }
        if let Some(names) = self.names.take() {
            self.name_columns(&names);
            self.people = names.into_people();
            self.put_own_first();
        }
        true
    }

    /// Returns the columns that are shown, in the order in which their keys appear first, once the table is done.
    pub fn columns(&self) -> &[Column] {
        self.columns.get(..self.shown).unwrap_or_default()
    }

    /// Returns how many columns SeaTable adds to those of the table. They come last, and are shown when that is asked for; or at
    /// once, where there are no others.
    pub fn seatables(&self) -> usize {
        match self.own {
            0 => 0,
            own => self.columns.len() - own,
        }
    }

    /// Shows the columns of SeaTable too, or not.
    pub fn show_seatables(&mut self, show: bool) {
        self.shown = match self.own {
            own if own > 0 && !show => own,
            _ => self.columns.len(),
        };
    }

    /// Whether there are more columns, or more members in a row, than are shown: 1,000 at most.
    pub fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// Returns the number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Returns a row by its place in the order shown.
    pub fn row(&self, row: usize) -> Option<NodeId> {
        let place = match &self.order {
            Some(shown) => *shown.rows.get(row)? as usize,
            None => row,
        };
        self.rows.get(place).copied()
    }

    /// Returns the value of a cell, by the place of its row in the order shown. Of several members with the same key the last
    /// counts.
    pub fn cell(&self, document: &Document, row: usize, column: usize) -> Option<NodeId> {
        let column = self.columns().get(column)?;
        // One cell is no work to be divided.
        cell_of(document, self.row(row)?, &column.key, &mut Steps::new(0))
    }

    /// Returns all cells of a row, which costs as much as one of them.
    pub fn cells(&self, document: &Document, row: NodeId) -> Vec<Option<NodeId>> {
        let mut cells = vec![None; self.shown];
        let mut expected = 0;
        for member in document.children(row).take(MOST_COLUMNS) {
            if let Some(column) = self.column_of(document, member, expected) {
                expected = column + 1;
                if let Some(cell) = cells.get_mut(column) {
                    *cell = Some(member);
                }
            }
        }
        cells
    }

    /// Returns what the cell of a column shows, at most so many bytes of it.
    pub fn shown(
        &self,
        document: &Document,
        column: usize,
        cell: NodeId,
        longest_bytes: usize,
    ) -> Option<Shown> {
        let column = self.columns.get(column)?;
        Some(shown(document, cell, column, &self.people, longest_bytes))
    }

    /// Returns the place of a row in the order shown.
    pub fn place_of(&self, row: NodeId) -> Option<usize> {
        let place = self.rows.iter().position(|&other| other == row)?;
        match &self.order {
            Some(shown) => shown.rows.iter().position(|&other| other as usize == place),
            None => Some(place),
        }
    }

    /// Shows the rows in the order of a sorting that is done. One of another table, or one that is not done, is left aside.
    pub fn take(&mut self, sorting: Sorting) {
        let (column, descending) = sorting.by();
        if let Some(rows) = sorting.into_rows()
            && rows.len() == self.rows.len()
        {
            self.order = Some(Ordered {
                column,
                descending,
                rows,
            });
        }
    }

    /// Shows the rows in the order of the answer again.
    pub fn unsort(&mut self) {
        self.order = None;
    }

    /// Returns the column that the rows are sorted by, and whether from the greatest down.
    pub fn sorted_by(&self) -> Option<(usize, bool)> {
        self.order
            .as_ref()
            .map(|shown| (shown.column, shown.descending))
    }

    /// Returns the rows in the order of the answer.
    pub(super) fn rows(&self) -> &[NodeId] {
        &self.rows
    }

    fn take_in(&mut self, document: &Document, row: NodeId, steps: &mut Steps) {
        let is_measured = self.rows.len() < MEASURED;
        self.rows.push(row);
        steps.spend(1);
        let mut expected = 0;
        self.is_cut |= document.children(row).nth(MOST_COLUMNS).is_some();
        for member in document.children(row).take(MOST_COLUMNS) {
            let found = self.column_of(document, member, expected);
            // Looking through all columns takes its time.
            steps.spend(if found == Some(expected) {
                1
            } else {
                1 + self.columns.len() / 8
            });
            let column = found.or_else(|| self.add_column(document, member));
            if let Some(column) = column {
                expected = column + 1;
                let people = self.names.as_ref().map_or(&[][..], Names::people);
                if let Some(column) = self.columns.get_mut(column).filter(|_| is_measured) {
                    column.widen(document, member, people);
                }
            }
        }
    }

    fn add_column(&mut self, document: &Document, member: NodeId) -> Option<usize> {
        let key = document.key(member)?.text().into_owned();
        if self.columns.len() >= MOST_COLUMNS {
            self.is_cut = true;
            return None;
        }
        self.columns.push(Column::new(key));
        Some(self.columns.len() - 1)
    }

    /// Returns the column of a member, which most often is the one expected or one soon after.
    fn column_of(&self, document: &Document, member: NodeId, expected: usize) -> Option<usize> {
        let key = document.key(member)?.text();
        let is_it = |column: &Column| column.key == key;
        let (before, after) = self.columns.split_at_checked(expected)?;
        let behind = after.iter().position(is_it);
        behind
            .map(|place| expected + place)
            .or_else(|| before.iter().position(is_it))
    }

    fn name_columns(&mut self, names: &Names) {
        let names = names.of(self.columns.iter().map(|column| column.key.as_str()));
        for (column, named) in self.columns.iter_mut().zip(names) {
            if let Some(named) = named {
                column.take(named);
            }
        }
    }

    fn put_own_first(&mut self) {
        let columns = std::mem::take(&mut self.columns);
        let (seatables, own): (Vec<_>, Vec<_>) =
            columns.into_iter().partition(Column::is_seatables);
        self.own = own.len();
        self.columns = own;
        self.columns.extend(seatables);
        self.show_seatables(false);
    }
}

/// Returns the last member of a row with this key.
pub(super) fn cell_of(
    document: &Document,
    row: NodeId,
    key: &str,
    steps: &mut Steps,
) -> Option<NodeId> {
    let members = document.children(row).take(MOST_COLUMNS);
    let is_it = |&member: &NodeId| {
        steps.spend(1);
        document
            .key(member)
            .is_some_and(|found| found.text() == key)
    };
    members.filter(is_it).last()
}

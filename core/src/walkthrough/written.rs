//! The row that a request writes: as it was read, and as the last request has left it.

use super::extras::RowField;
use super::model::{Action, Reference};
use super::run::Run;
use super::state::Row;
use crate::http::Body;
use crate::json::{self, Document};
use crate::row;

impl Run {
    /// Returns the row that a step changes, as it was read, its cells by the names of their columns.
    pub fn current_row(&self, step: usize) -> Option<&str> {
        self.steps.get(step)?.row.current.as_deref()
    }

    /// Whether the person wants cells replaced that the walkthrough would add to.
    pub fn replaces(&self, step: usize) -> bool {
        self.steps
            .get(step)
            .is_some_and(|state| state.row.is_replaced)
    }

    /// Says whether cells are to be replaced that the walkthrough would add to.
    pub fn set_replaces(&mut self, step: usize, replace: bool) {
        if let Some(state) = self.steps.get_mut(step) {
            state.row.is_replaced = replace;
        }
        self.touch(step);
        self.spread();
    }

    /// Reads the rows that steps change, by the names of their columns: the person may have asked for keys instead.
    pub(super) fn read_rows(&mut self) {
        for step in 0..self.steps.len() {
            let current = self.call(step).and_then(|(call, _)| {
                let row = call.extras.row.as_ref()?;
                let (current, columns) = (self.value(row.current?)?, self.value(row.columns)?);
                Some(row::named(current.json(), columns.json()))
            });
            if let Some(state) = self.steps.get_mut(step) {
                state.row.current = current;
                state.row.keep = Some(Row::kept);
            }
        }
    }

    /// Notes which row a request has written, once it has worked.
    pub(super) fn note_written(&mut self, step: usize) {
        let Some((call, state)) = self.call(step) else {
            return;
        };
        let row = call.extras.row.as_ref().filter(|row| row.keep);
        let (Some(row), true, Some(exchange)) = (row, state.is_good(), self.exchange(step)) else {
            return;
        };
        let Body::Json(text) = &exchange.request.body else {
            return;
        };
        let sent = Document::parse(text.shown().into_owned().into_bytes());
        let pointer = ["/", &row.path.steps, row.pointer].concat();
        // Cells that went to another row are not those of the one that was read.
        let whole = pointer.rsplit_once('/').map_or("", |(whole, _)| whole);
        let id = sent.pointer(&[whole, "/row_id"].concat());
        let id = id.map(|id| sent.text(id).into_owned());
        let read = state.row.current.as_deref();
        let is_it = id.is_some() && id == read.and_then(|read| json::member(read, "", "_id"));
        let written = sent
            .pointer(&pointer)
            .filter(|_| is_it)
            .map(|row| sent.text(row).into_owned());
        if let Some(state) = self.steps.get_mut(step) {
            state.row.written = written;
        }
    }

    /// Forgets what was written to a row that is another one now.
    pub(super) fn forget_written(&mut self, changed: &[Reference]) {
        for (definition, state) in self.walkthrough.steps.iter().zip(&mut self.steps) {
            let Action::Send(call) = definition.action else {
                continue;
            };
            let current = call.extras.row.as_ref().and_then(|row| row.current);
            if current.is_some_and(|from| changed.contains(&from)) {
                state.row.written = None;
            }
        }
    }
}

impl Row {
    /// Puts the entries that the cells have in front of the new ones: those that were written here last, else those that the
    /// row had when it was read. `None` if there are none, or they are to be replaced.
    fn kept(&self, row: &RowField, text: &str) -> Option<String> {
        let read = self.current.as_deref().filter(|_| !self.is_replaced)?;
        let current = self
            .written
            .as_deref()
            .and_then(|written| with_cells(read, written));
        row::append_to_current(text, row.pointer, current.as_deref().unwrap_or(read))
    }
}

/// Puts cells of one row into the other one; both are exact JSON.
fn with_cells(row: &str, cells: &str) -> Option<String> {
    let cells = Document::parse(cells.as_bytes().to_vec());
    let mut row = row.to_owned();
    for cell in cells.children(cells.root()?) {
        let name = cells.key(cell)?.text();
        row = json::set_member(&row, "", &name, Some(&cells.text(cell)))?;
    }
    Some(row)
}

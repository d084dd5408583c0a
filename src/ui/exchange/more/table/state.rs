//! What the parts of a table share.

use super::super::super::Response;
use super::super::super::scroll::Scroll;
use super::super::super::selecting::{Selecting, Work};
use super::grid::HEIGHT;
use crate::browser::task;
use crate::ui::dynamic::words;
use crate::ui::session::{Session, session};
use leptos::prelude::*;
use playground_core::http::Exchange;
use playground_core::json::{Document, NodeId};
use playground_core::selected::Spot;
use playground_core::table::{CellsCopying, Csv, Names, Sorting, Table};
use playground_core::words::size;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

/// How many cells are looked at at a time.
const STEPS: usize = 5_000;

/// A table.
#[derive(Clone, Copy)]
pub(super) struct TableState {
    /// The state of the page. Kept here, since neither handlers nor other work can ask for it.
    session: Session,
    exchange: StoredValue<Arc<Exchange>>,
    /// The table; none before all rows are counted.
    pub(super) table: RwSignal<Option<Table>>,
    /// The column that it is sorted by, and whether the largest comes first.
    pub(super) sorted: RwSignal<Option<(usize, bool)>>,
    /// The chosen cell: its row, of which the first is the one of headings, and its column.
    pub(super) active: RwSignal<(usize, usize)>,
    /// What scrolls.
    pub(super) scroll: Scroll,
    /// What is selected.
    pub(super) selecting: Selecting,
    /// The first column that is in the page.
    pub(super) first: RwSignal<usize>,
    /// The number of the last sorting: an older one is dropped.
    last: StoredValue<u32>,
}

impl TableState {
    /// Makes the table of a list.
    pub(super) fn new(response: &Response, array: NodeId) -> Self {
        let table = RwSignal::new(None::<Table>);
        // The headings lie over a row of their own.
        let rows =
            Signal::derive(move || table.with(|table| table.as_ref().map_or(0, Table::len) + 1));
        let session = session();
        let names = names(session, response);
        let state = Self {
            session,
            exchange: StoredValue::new(response.exchange.clone()),
            table,
            sorted: RwSignal::new(None),
            active: RwSignal::new((1, 0)),
            scroll: Scroll::new(rows, HEIGHT),
            selecting: Selecting::new("grid"),
            first: RwSignal::new(0),
            last: StoredValue::new(0),
        };
        state
            .selecting
            .writes(Arc::new(move |from, to| state.copied(from, to)));
        let mut making = Table::new(array, names);
        task::spawn(async move {
            task::in_steps(Box::new(|| {
                state.with(|document| making.advance(document, STEPS)) != Some(false)
            }))
            .await;
            let _ = state.table.try_set(Some(making));
        });
        state
    }

    /// Does something with the document.
    pub(super) fn with<T>(self, look: impl FnOnce(&Document) -> T) -> Option<T> {
        self.exchange
            .try_with_value(|exchange| exchange.shown().map(|answer| look(&answer.body)))?
    }

    /// The number of columns.
    pub(super) fn width(self) -> usize {
        self.table
            .with(|table| table.as_ref().map_or(0, |table| table.columns().len()))
    }

    /// The number of rows, without the one of headings.
    pub(super) fn len(self) -> usize {
        self.table
            .with(|table| table.as_ref().map_or(0, Table::len))
    }

    /// Says how large it is.
    pub(super) fn told(self) -> AnyView {
        words(move || {
            let (rows, columns) = (self.len(), self.width());
            if self.table.with(Option::is_none) {
                return "Counting …".to_owned();
            }
            let rows = format!(
                "{} {}",
                size::count(rows),
                if rows == 1 { "row" } else { "rows" }
            );
            format!(
                "{rows}, {columns} {}",
                if columns == 1 { "column" } else { "columns" }
            )
        })
    }

    /// Sorts by a column: upwards, then downwards, then as it came.
    pub(super) fn sort(self, column: usize) {
        let next = match self.sorted.get_untracked() {
            Some((by, false)) if by == column => Some((column, true)),
            Some((by, true)) if by == column => None,
            _ => Some((column, false)),
        };
        let number = self.last.get_value().wrapping_add(1);
        self.last.set_value(number);
        self.sorted.set(next);
        self.selecting.forget();
        let Some((column, descending)) = next else {
            self.table.update(|table| {
                table.iter_mut().for_each(Table::unsort);
            });
            self.session.say("In the order of the response.");
            return;
        };
        let begun = self.table.with_untracked(|table| {
            table
                .as_ref()
                .map(|table| Sorting::new(table, column, descending))
        });
        let Some(mut sorting) = begun else { return };
        task::spawn(async move {
            let is_old = || self.last.try_get_value() != Some(number);
            task::in_steps(Box::new(|| {
                is_old() || self.with(|document| sorting.advance(document, STEPS)) != Some(false)
            }))
            .await;
            if !is_old() {
                self.table.update(|table| {
                    if let Some(table) = table {
                        table.take(sorting);
                    }
                });
                self.session.say("Sorted.");
            }
        });
    }

    /// Begins the text of the cells from one place to another.
    fn copied(self, from: Spot, to: Spot) -> Work {
        let mut copying = CellsCopying::new(from, to);
        Box::new(move || {
            let advanced = self.with(|document| {
                self.table.with_untracked(|table| {
                    table
                        .as_ref()
                        .is_none_or(|table| copying.advance(table, document, STEPS))
                })
            });
            (advanced != Some(false)).then(|| copying.take_text())
        })
    }

    /// Writes the table as CSV, in the order in which it is shown.
    pub(super) fn csv(self) -> Pin<Box<dyn Future<Output = String>>> {
        Box::pin(async move {
            let mut csv = Csv::new();
            let step = || {
                let advanced = self.with(|document| {
                    self.table.with_untracked(|table| {
                        table
                            .as_ref()
                            .is_none_or(|table| csv.advance(table, document, STEPS))
                    })
                });
                advanced != Some(false)
            };
            task::in_steps(Box::new(step)).await;
            csv.into_text()
        })
    }
}

/// Takes the names of columns from the answer, and from those that the desk knows to have more of them.
fn names(session: Session, response: &Response) -> Names {
    let mut names = Names::new();
    for other in (response.uses.kin)(session, response.desk) {
        if let Some(answer) = other.answer() {
            names.read(&answer.body);
        }
    }
    if let Some(answer) = response.exchange.shown() {
        names.read(&answer.body);
    }
    names
}

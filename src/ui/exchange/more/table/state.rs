//! What the parts of a table share.

use super::super::super::Response;
use super::super::super::scroll::Scroll;
use super::super::super::selecting::{Selecting, Work};
use super::super::Goal;
use super::super::mine;
use super::grid::{self, HEIGHT};
use crate::browser::{clock, task};
use crate::ui::dynamic::words;
use crate::ui::session::{DeskId, Session, session};
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
    /// The first column that is in the page, besides the very first.
    pub(super) first: RwSignal<usize>,
    /// The rows that were written just before, or asked for.
    pub(super) mine: RwSignal<Vec<NodeId>>,
    /// Whether the columns of SeaTable are shown too.
    pub(super) whole: RwSignal<bool>,
    desk: DeskId,
    /// Where the view of the JSON is asked for a value.
    goal: Goal,
    /// The number of the last sorting: an older one is dropped.
    last: StoredValue<u32>,
}

impl TableState {
    /// Makes the table of a list.
    pub(super) fn new(response: &Response, array: NodeId, goal: Goal) -> Self {
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
            mine: RwSignal::new(Vec::new()),
            whole: RwSignal::new(
                session
                    .look(response.desk, &response.exchange.request)
                    .whole,
            ),
            desk: response.desk,
            goal,
            last: StoredValue::new(0),
        };
        state
            .selecting
            .writes(Arc::new(move |from, to| state.copied(from, to)));
        let mut making = Table::new(array, names);
        let mut search = mine::search(session, response, vec![array]);
        task::spawn(async move {
            task::in_steps(Box::new(|| {
                state.with(|document| making.advance(document, STEPS)) != Some(false)
            }))
            .await;
            task::in_steps(Box::new(|| {
                state.with(|document| search.advance(document, STEPS)) != Some(false)
            }))
            .await;
            let Some(whole) = state.whole.try_get_untracked() else {
                return;
            };
            making.show_seatables(whole);
            state.mine.set(search.into_found());
            state.table.set(Some(making));
            // The list is as tall as before until the browser has had its turn.
            clock::breathe().await;
            state.go_to_mine();
        });
        state
    }

    /// Chooses a cell, and has it seen.
    pub(super) fn go(self, row: usize, column: usize) {
        self.active.set((row, column));
        // The headings lie over the first row that is seen.
        self.scroll.show(row.saturating_sub(1), 2);
        grid::show_column(self, column);
    }

    /// Goes to the first of the rows that were written just before, or asked for.
    pub(super) fn go_to_mine(self) {
        let Some(Some(node)) = self.mine.try_with_untracked(|mine| mine.first().copied()) else {
            return;
        };
        let place = self
            .table
            .with_untracked(|table| table.as_ref()?.place_of(node));
        if let Some(place) = place {
            self.go(place + 1, 0);
        }
    }

    /// Shows the columns of SeaTable too, or not.
    pub(super) fn show_seatables(self, show: bool) {
        self.whole.set(show);
        self.session.keep_look(self.desk, |look| look.whole = show);
        self.selecting.forget();
        self.table.update(|table| {
            table
                .iter_mut()
                .for_each(|table| table.show_seatables(show));
        });
        let (row, column) = self.active.get_untracked();
        let last = untrack(|| self.width()).saturating_sub(1);
        self.active.set((row, column.min(last)));
    }

    /// The chosen cell: its value, where it has one.
    pub(super) fn chosen(self) -> Option<NodeId> {
        let (row, column) = self.active.get();
        self.table.with(|table| {
            let (table, row) = (table.as_ref()?, row.checked_sub(1)?);
            self.with(|document| table.cell(document, row, column))?
        })
    }

    /// Leads to the chosen cell in the view of the JSON.
    pub(super) fn open(self) {
        let pointer = untrack(|| self.chosen())
            .and_then(|node| self.with(|document| document.pointer_of(node)));
        if pointer.is_some() {
            self.goal.set(pointer);
        }
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

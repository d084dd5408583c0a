//! The cells on the screen: those of the visible rows and columns only.

use super::super::super::scroll;
use super::keys;
use super::state::TableState;
use crate::browser::page;
use crate::ui::dynamic::{dynamic, effect_after, flag, value};
use leptos::attr::custom::custom_attribute;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use playground_core::json::{Document, Kind};
use playground_core::table::{Column, Table, cell_text};

/// The height of a row, in CSS pixels; the style sheet has the same.
pub(super) const HEIGHT: usize = 26;

/// How many columns are in the page at once.
const COLUMNS: usize = 12;

/// The longest text of a cell, in bytes.
const LONGEST: usize = 200;

/// What a column is wider than its text, in characters.
const PADDING: usize = 3;

/// The table.
pub(super) fn grid(state: TableState) -> AnyView {
    let scrolled = move |_| {
        state.scroll.scrolled();
        sideways(state);
    };
    let rows = move |first: usize, end: usize| {
        let columns = seen(state);
        state.selecting.drawn();
        state
            .table
            .with(|table| {
                let table = table.as_ref()?;
                let last = end.min(table.len() + 1);
                let row = |row: usize| match row.checked_sub(1) {
                    Some(row) => {
                        state.with(|document| self::row(state, table, document, row, &columns))
                    }
                    None => {
                        Some(view! { <div class="cells" role="presentation"></div> }.into_any())
                    }
                };
                Some((first..last).filter_map(row).collect_view())
            })
            .into_any()
    };
    effect_after(move |before: Option<(usize, usize)>| {
        let now = state.active.get();
        if let Some((row, column)) = before {
            page::move_class("active", &cell_id(row, column), &cell_id(now.0, now.1));
        }
        now
    });
    let columns = custom_attribute("aria-colcount", value(move || state.width().to_string()));
    let count = custom_attribute(
        "aria-rowcount",
        value(move || (state.len() + 1).to_string()),
    );
    view! {
        <div class="grid" id="grid" role="grid" tabindex="0" aria-label="The rows of the response" node_ref=state.scroll.node
            aria-activedescendant=Signal::derive(move || {
                let (row, column) = state.active.get();
                let is_seen = seen(state).0.contains(&column) && (row == 0 || state.scroll.draws(row, 1));
                is_seen.then(|| cell_id(row, column))
            })
            on:scroll=scrolled on:click=move |event| clicked(state, &event)
            on:keydown=move |event| if !state.selecting.pressed(&event) { keys::pressed(state, &event) } {..columns} {..count}>
            {dynamic(move || heading(state))}
            {scroll::rows(state.scroll, rows)}
        </div>
    }
    .into_any()
}

/// Chooses the cell below the mouse; a heading sorts as well. (A handler for each cell would take longer to make than the cell.)
fn clicked(state: TableState, event: &MouseEvent) {
    let cell = page::id_around(event, "[id^=grid-]").and_then(|id| cell_of(&id));
    let Some((row, column)) = cell else { return };
    state.active.set((row, column));
    if row == 0 {
        state.sort(column);
    }
}

/// The columns in the page, and how far the first one is from the left edge, in characters.
fn seen(state: TableState) -> (std::ops::Range<usize>, usize, usize) {
    let first = state.first.get();
    state.table.with(|table| {
        let columns = table.as_ref().map_or(&[][..], Table::columns);
        let last = (first + COLUMNS).min(columns.len());
        let left = columns.iter().take(first).map(wide).sum();
        let whole = columns.iter().map(wide).sum();
        (first..last, left, whole)
    })
}

fn wide(column: &Column) -> usize {
    column.width + PADDING
}

/// Draws other columns when they come into sight.
fn sideways(state: TableState) {
    let Some(element) = state.scroll.node.get_untracked() else {
        return;
    };
    let all = f64::from(element.scroll_width().max(1));
    let left = f64::from(element.scroll_left()) / all;
    let first = state.table.with_untracked(|table| {
        let columns = table.as_ref().map_or(&[][..], Table::columns);
        let whole: usize = columns.iter().map(wide).sum();
        let mut passed = 0;
        let is_left = |column: &&Column| {
            passed += wide(column);
            (passed as f64) < left * whole as f64
        };
        columns.iter().take_while(is_left).count()
    });
    // A few at a time, and a few more than are seen.
    let first = (first / 4 * 4).saturating_sub(4);
    if state.first.get_untracked() != first {
        state.first.set(first);
    }
}

/// The headings, which sort.
fn heading(state: TableState) -> AnyView {
    let (columns, left, whole) = seen(state);
    let sorted = state.sorted.get();
    let cells = state.table.with(|table| {
        let all = table.as_ref().map_or(&[][..], Table::columns);
        let cell = |place: usize| {
            let column = all.get(place)?;
            let name = column.title().to_owned();
            let (sign, order) = match sorted.filter(|(by, _)| *by == place) {
                Some((_, false)) => (" ▲", "ascending"),
                Some((_, true)) => (" ▼", "descending"),
                None => ("", "none"),
            };
            let place_in_row = custom_attribute("aria-colindex", place + 1);
            let here = move || state.active.get() == (0, place);
            Some(view! {
                <div class:active=flag(here) role="columnheader" id=cell_id(0, place) aria-sort=order title=column.key.clone()
                    style:width=format!("{}ch", wide(column)) {..place_in_row}>
                    {name}<span class="aside">{sign}</span>
                </div>
            })
        };
        columns.filter_map(cell).collect_view()
    });
    let place = custom_attribute("aria-rowindex", 1);
    view! {
        <div class="cells heading" role="row" style:width=format!("{whole}ch") style:padding-left=format!("{left}ch") {..place}>{cells}</div>
    }
    .into_any()
}

fn row(
    state: TableState,
    table: &Table,
    document: &Document,
    row: usize,
    (columns, left, whole): &(std::ops::Range<usize>, usize, usize),
) -> AnyView {
    let nodes = table
        .row(row)
        .map(|row| table.cells(document, row))
        .unwrap_or_default();
    let cell = |place: usize| {
        let column = table.columns().get(place)?;
        let node = nodes.get(place).copied().flatten();
        let text = node.map(|node| cell_text(document, node, LONGEST));
        let class = match node.map(|node| document.kind(node)) {
            Some(Kind::Number) => "m",
            Some(Kind::String) => "",
            None => "none",
            Some(_) => "v",
        };
        // As with handlers, so with signals: one effect moves the mark.
        let here = untrack(|| state.active.get()) == (row + 1, place);
        let place_in_row = custom_attribute("aria-colindex", place + 1);
        Some(view! {
            <div class=class class:active=here role="gridcell" id=cell_id(row + 1, place) style:width=format!("{}ch", wide(column))
                {..place_in_row}>{text}</div>
        })
    };
    let cells = columns.clone().filter_map(cell).collect_view();
    let place = custom_attribute("aria-rowindex", row + 2);
    view! {
        <div class="cells" role="row" style:width=format!("{whole}ch") style:padding-left=format!("{left}ch") {..place}>{cells}</div>
    }
    .into_any()
}

fn cell_id(row: usize, column: usize) -> String {
    format!("grid-{row}-{column}")
}

/// The row and the column of a cell, by its id.
fn cell_of(id: &str) -> Option<(usize, usize)> {
    let (row, column) = id.strip_prefix("grid-")?.split_once('-')?;
    Some((row.parse().ok()?, column.parse().ok()?))
}

/// Has a column seen.
pub(super) fn show_column(state: TableState, column: usize) {
    let Some(element) = state.scroll.node.get_untracked() else {
        return;
    };
    let (from, to, whole) = state.table.with_untracked(|table| {
        let columns = table.as_ref().map_or(&[][..], Table::columns);
        let sum = |count: usize| columns.iter().take(count).map(wide).sum::<usize>();
        (sum(column), sum(column + 1), sum(columns.len()).max(1))
    });
    let pixels = |place: usize| {
        let exact = place as i64 * i64::from(element.scroll_width()) / whole as i64;
        i32::try_from(exact).unwrap_or(i32::MAX)
    };
    let (from, to) = (pixels(from), pixels(to));
    if from < element.scroll_left() {
        element.set_scroll_left(from);
    } else if to > element.scroll_left() + element.client_width() {
        element.set_scroll_left(to - element.client_width());
    }
    sideways(state);
}

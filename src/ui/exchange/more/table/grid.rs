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
use playground_core::table::{Column, Table};

/// The height of a row, in CSS pixels; the style sheet has the same.
pub(super) const HEIGHT: usize = 26;

/// How many columns are in the page at once.
const COLUMNS: usize = 12;

/// The longest text of a cell, in bytes.
const LONGEST: usize = 200;

/// How wide the first column is at most, in characters.
const FIRST: usize = 20;

/// What a column is wider than its text, in characters.
const PADDING: usize = 3;

/// The table.
pub(super) fn grid(state: TableState) -> AnyView {
    let scrolled = move |_| {
        state.scroll.scrolled();
        sideways(state);
    };
    let rows = move |first: usize, end: usize| {
        let seen = seen(state);
        state.selecting.drawn();
        state
            .table
            .with(|table| {
                let widths = widths(table.as_ref());
                let columns = (seen, widths);
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
                let is_seen = seen(state).columns.contains(&column) && (row == 0 || state.scroll.draws(row, 1));
                is_seen.then(|| cell_id(row, column))
            })
            on:scroll=scrolled on:click=move |event| clicked(state, &event) on:dblclick=move |_| state.open()
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

/// The columns in the page: the first, which stays where it is, and those in sight.
struct Seen {
    columns: Vec<usize>,
    /// How far the second one drawn is from the first, in characters.
    apart: usize,
    /// How wide all are.
    whole: usize,
}

fn seen(state: TableState) -> Seen {
    let first = state.first.get().max(1);
    state.table.with(|table| {
        let widths = widths(table.as_ref());
        let last = (first + COLUMNS).min(widths.len());
        Seen {
            columns: (0..widths.len().min(1)).chain(first..last).collect(),
            apart: widths.iter().take(first).skip(1).sum(),
            whole: widths.iter().sum(),
        }
    })
}

/// How wide each column is, in characters. The first leaves room for others, since it stays.
fn widths(table: Option<&Table>) -> Vec<usize> {
    let columns = table.map_or(&[][..], Table::columns);
    let most = |place: usize| match (place, columns.len()) {
        (0, 2..) => FIRST,
        _ => usize::MAX,
    };
    let columns = columns.iter().enumerate();
    let width = |(place, column): (usize, &Column)| column.width.min(most(place)) + PADDING;
    columns.map(width).collect()
}

/// Draws other columns when they come into sight.
fn sideways(state: TableState) {
    let Some(element) = state.scroll.node.get_untracked() else {
        return;
    };
    let all = f64::from(element.scroll_width().max(1));
    let left = f64::from(element.scroll_left()) / all;
    let first = state.table.with_untracked(|table| {
        let widths = widths(table.as_ref());
        let whole: usize = widths.iter().sum();
        let mut passed = 0;
        let is_left = |width: &&usize| {
            passed += **width;
            (passed as f64) < left * whole as f64
        };
        widths.iter().take_while(is_left).count()
    });
    // A few at a time, and a few more than are seen.
    let first = (first / 4 * 4).saturating_sub(4);
    if state.first.get_untracked() != first {
        state.first.set(first);
    }
}

/// The headings, which sort.
fn heading(state: TableState) -> AnyView {
    let seen = seen(state);
    let sorted = state.sorted.get();
    let cells = state.table.with(|table| {
        let all = table.as_ref().map_or(&[][..], Table::columns);
        let widths = widths(table.as_ref());
        let cell = |&place: &usize| {
            let column = all.get(place)?;
            let name = column.title().to_owned();
            let (sign, order) = match sorted.filter(|(by, _)| *by == place) {
                Some((_, false)) => (" ▲", "ascending"),
                Some((_, true)) => (" ▼", "descending"),
                None => ("", "none"),
            };
            let place_in_row = custom_attribute("aria-colindex", place + 1);
            let here = move || state.active.get() == (0, place);
            let (width, apart) = measures(&seen, &widths, place);
            Some(view! {
                <div class:active=flag(here) role="columnheader" aria-sort=order title=column.key.clone()
                    style:width=width style:margin-left=apart id=cell_id(0, place) {..place_in_row}>
                    {name}<span class="aside">{sign}</span>
                </div>
            })
        };
        seen.columns.iter().filter_map(cell).collect_view()
    });
    let place = custom_attribute("aria-rowindex", 1);
    view! {
        <div class="cells heading" role="row" style:width=format!("{}ch", seen.whole) {..place}>{cells}</div>
    }
    .into_any()
}

/// How wide a cell is, and how far from the one before it: the first one drawn after the column that stays leaves out those between.
fn measures(seen: &Seen, widths: &[usize], place: usize) -> (String, String) {
    let width = widths.get(place).copied().unwrap_or_default();
    let is_second = seen.columns.get(1) == Some(&place);
    let apart = if is_second { seen.apart } else { 0 };
    (format!("{width}ch"), format!("{apart}ch"))
}

fn row(
    state: TableState,
    table: &Table,
    document: &Document,
    row: usize,
    (seen, widths): &(Seen, Vec<usize>),
) -> AnyView {
    let node = table.row(row);
    let nodes = node
        .map(|row| table.cells(document, row))
        .unwrap_or_default();
    let is_mine = node.is_some_and(|node| state.mine.with(|mine| mine.contains(&node)));
    let cell = |&place: &usize| {
        let node = nodes.get(place).copied().flatten();
        let shown = node.and_then(|node| table.shown(document, place, node, LONGEST));
        let class = match node.map(|node| document.kind(node)) {
            Some(Kind::Number) => "m",
            Some(Kind::String) => "",
            None => "none",
            Some(_) if shown.as_ref().is_some_and(|shown| shown.is_named) => "",
            Some(_) => "v",
        };
        // As with handlers, so with signals: one effect moves the mark.
        let here = untrack(|| state.active.get()) == (row + 1, place);
        let place_in_row = custom_attribute("aria-colindex", place + 1);
        let (width, apart) = measures(seen, widths, place);
        let mark = (is_mine && place == 0)
            .then(|| view! { <span class="aside" role="img" aria-label="My row:">"▸ "</span> });
        view! {
            <div class=class class:active=here role="gridcell" style:width=width style:margin-left=apart
                id=cell_id(row + 1, place) {..place_in_row}>{mark}{shown.map(|shown| shown.text)}</div>
        }
    };
    let cells = seen.columns.iter().map(cell).collect_view();
    let place = custom_attribute("aria-rowindex", row + 2);
    view! {
        <div class="cells" class:mine=is_mine role="row" style:width=format!("{}ch", seen.whole) {..place}>{cells}</div>
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
    let widths = state.table.with_untracked(|table| widths(table.as_ref()));
    let sum = |count: usize| widths.iter().take(count).sum::<usize>();
    let whole = sum(widths.len()).max(1);
    let pixels = |place: usize| {
        let exact = place as i64 * i64::from(element.scroll_width()) / whole as i64;
        i32::try_from(exact).unwrap_or(i32::MAX)
    };
    let (from, to) = (pixels(sum(column)), pixels(sum(column + 1)));
    // The first column is always seen, and lies over others.
    let hidden = element.scroll_left() + pixels(sum(1));
    if column > 0 && from < hidden {
        element.set_scroll_left(from - pixels(sum(1)));
    } else if column > 0 && to > element.scroll_left() + element.client_width() {
        element.set_scroll_left(to - element.client_width());
    }
    sideways(state);
}

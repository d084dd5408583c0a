//! The keys of a table, after the pattern of the ARIA Authoring Practices.

use super::state::TableState;
use crate::browser::page;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// Does what a key means: goes from cell to cell, sorts at a heading, and leads from a cell to its JSON.
pub(super) fn pressed(state: TableState, event: &KeyboardEvent) {
    if page::is_send_key(event) || event.meta_key() || event.alt_key() {
        return;
    }
    let (row, column) = state.active.get_untracked();
    let (rows, columns) = untrack(|| (state.len(), state.width()));
    let page = state.scroll.page();
    let (row, column) = match (event.key().as_str(), event.ctrl_key()) {
        ("ArrowDown", _) => (row + 1, column),
        ("ArrowUp", _) => (row.saturating_sub(1), column),
        ("ArrowRight", _) => (row, column + 1),
        ("ArrowLeft", _) => (row, column.saturating_sub(1)),
        ("PageDown", _) => (row + page, column),
        ("PageUp", _) => (row.saturating_sub(page), column),
        ("Home", true) => (0, 0),
        ("Home", false) => (row, 0),
        ("End", true) => (rows, columns),
        ("End", false) => (row, columns),
        ("Enter" | " ", _) if row == 0 => {
            state.sort(column);
            return event.prevent_default();
        }
        ("Enter", _) => {
            state.open();
            return event.prevent_default();
        }
        _ => return,
    };
    event.prevent_default();
    let (row, column) = (row.min(rows), column.min(columns.saturating_sub(1)));
    state.go(row, column);
}

//! Where each page of this visit was scrolled to when it was left. The browser's own memory of that ends where the page is drawn anew.
//!
//! The browser keeps a number with each entry of its history; one that has none was opened just now.

use super::{clock, page::window, task};
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsValue;
use web_sys::{History, ScrollRestoration};

/// An entry of the history: its number, and how far down it was left.
type Visit = (f64, f64);

thread_local! {
    /// The entry that is open, as it was when it was opened.
    static HERE: Cell<Visit> = const { Cell::new((0.0, 0.0)) };
    static LEFT: RefCell<Vec<Visit>> = const { RefCell::new(Vec::new()) };
}

fn history() -> Option<History> {
    window()?.history().ok()
}

/// What the browser keeps with the entry that is open.
pub(super) fn number() -> JsValue {
    history()
        .and_then(|history| history.state().ok())
        .unwrap_or_default()
}

/// Begins with the page that is open.
pub(super) fn begin() {
    if let Some(history) = history() {
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
        open(&history);
    }
}

/// Notes that the browser has gone to another entry, before that is drawn.
pub(super) fn turn() {
    let (Some(history), Some(window)) = (history(), window()) else {
        return;
    };
    let (here, _) = HERE.get();
    let down = window.scroll_y().unwrap_or_default();
    let known = LEFT.with_borrow_mut(|left| {
        left.retain(|(number, _)| *number != here);
        left.push((here, down));
        let number = number().as_f64()?;
        left.iter().find(|(known, _)| *known == number).copied()
    });
    match known {
        Some(visit) => HERE.set(visit),
        None => open(&history),
    }
}

/// Numbers an entry that has just been opened.
fn open(history: &History) {
    let number = clock::now_ms();
    let _ = history.replace_state(&number.into(), "");
    HERE.set((number, 0.0));
}

/// Scrolls to where the entry was left, once it has been drawn. One that has just been opened stays at its top.
pub fn scroll_back() {
    let (_, down) = HERE.get();
    if down > 0.0 {
        task::spawn(async move {
            clock::painted().await;
            if let Some(window) = window() {
                window.scroll_to_with_x_and_y(0.0, down);
            }
        });
    }
}

//! What is selected of a long list, and what is copied of it.
//!
//! Only rows on the screen are in the page, and their elements are used again for other rows. So a selection is kept as places in the
//! list; the browser is told to show what of it is drawn. What is copied comes from the document, in steps.

use super::by_hand;
use crate::browser::{clipboard, clock, page, selection, task};
use crate::ui::session::{Session, session};
use leptos::ev::{Event, KeyboardEvent};
use leptos::prelude::*;
use playground_core::json::units;
use playground_core::selected::{Selected, Spot};
use std::sync::Arc;

/// How long the page may be kept busy by a text that is copied at once, in milliseconds. A longer one is made in steps.
const AT_ONCE: f64 = 30.0;

/// How many rows are written at a time.
const ROWS: usize = 50;

/// Goes on with a text; gives it when it is done.
pub(super) type Work = Box<dyn FnMut() -> Option<String>>;

/// Begins the text from one place to another.
pub(super) type Write = Arc<dyn Fn(Spot, Spot) -> Work + Send + Sync>;

/// The selection in a list.
#[derive(Clone, Copy)]
pub(super) struct Selecting {
    session: Session,
    /// The id of the list's element.
    list: StoredValue<String>,
    write: StoredValue<Option<Write>>,
    state: StoredValue<Selection>,
}

#[derive(Clone, Copy, Default)]
struct Selection {
    selected: Option<Selected>,
    /// What of it the browser shows.
    shown: Option<Selected>,
    /// Whether other rows have been drawn since, so that the browser shows something else.
    is_stale: bool,
}

impl Selecting {
    /// Watches over a list, by the id of its element.
    pub(super) fn new(list: impl Into<String>) -> Self {
        let selecting = Self {
            session: session(),
            list: StoredValue::new(list.into()),
            write: StoredValue::new(None),
            state: StoredValue::new(Selection::default()),
        };
        // They end with the list.
        StoredValue::new_local([
            selection::listen("selectionchange", move |_| selecting.look()),
            selection::listen("copy", move |event| selecting.copy(&event)),
        ]);
        selecting
    }

    /// Says what is copied of the list.
    pub(super) fn writes(self, write: Write) {
        self.write.set_value(Some(write));
    }

    /// Selects everything, if a key means that. Returns whether it did.
    pub(super) fn pressed(self, event: &KeyboardEvent) -> bool {
        let means_all = page::is_select_all(event);
        if means_all {
            event.prevent_default();
            self.state
                .update_value(|state| state.selected = Some(Selected::ALL));
            self.show();
        }
        means_all
    }

    /// Has to be called when rows are drawn: what is selected may have other elements then.
    pub(super) fn drawn(self) {
        let state = self.state.get_value();
        if state.selected.is_some() && !state.is_stale {
            self.state.update_value(|state| state.is_stale = true);
            selection::when_drawn(move || self.show());
        }
    }

    /// Forgets the selection: the rows have other numbers from now on.
    pub(super) fn forget(self) {
        let state = self.state.try_update_value(std::mem::take);
        if state.is_some_and(|state| state.selected.is_some()) {
            selection::clear();
        }
    }

    fn show(self) {
        let Some((list, state)) = self.list.try_get_value().zip(self.state.try_get_value()) else {
            return;
        };
        if let Some(selected) = state.selected {
            selection::show(&list, selected);
        }
        let shown = selection::read(&list);
        self.state.update_value(|state| {
            state.shown = shown;
            state.is_stale = false;
        });
    }

    /// Takes in what is selected now.
    fn look(self) {
        let Some(state) = self.state.try_get_value().filter(|state| !state.is_stale) else {
            return;
        };
        let now = self.list.with_value(|list| selection::read(list));
        let selected = match (now, state.selected.zip(state.shown)) {
            (Some(now), Some((was, shown))) => Some(was.seen(shown, now)),
            (now, _) => now,
        };
        self.state.set_value(Selection {
            selected: selected.filter(|selected| selected.anchor != selected.focus),
            shown: now,
            is_stale: false,
        });
    }

    fn copy(self, event: &Event) {
        self.look();
        let selected = self.state.try_get_value().and_then(|state| state.selected);
        let Some(selected) = selected.filter(|_| !selection::is_taken(event)) else {
            return;
        };
        let around = self.list.with_value(|list| selection::around(list));
        let (before, after) = around.unwrap_or_default();
        let (from, to) = selected.ends();
        let Some(write) = self.write.get_value() else {
            return;
        };
        let mut work = write(from, to);
        let mut work = move || Some([&*before, &*work()?, &*after].concat());
        let began = clock::monotonic_ms();
        while clock::monotonic_ms() - began < AT_ONCE {
            if let Some(text) = work() {
                return selection::copy(event, Some(&text));
            }
        }
        selection::copy(event, None);
        self.session.say("Copying …");
        task::spawn(async move {
            let mut text = None;
            task::in_steps(Box::new(|| {
                text = work();
                text.is_some()
            }))
            .await;
            let text = text.unwrap_or_default();
            let list = || self.list.try_get_value().and_then(|id| page::control(&id));
            let is_copied =
                clipboard::copy(&text).await || by_hand::copy(self.session, text, list());
            self.session
                .say(if is_copied { "Copied" } else { "Not copied" });
        });
    }
}

/// Writes rows that have texts of their own, with something between them; none where there is no such row.
pub(super) fn rows(
    text: impl Fn(usize) -> Option<String> + Send + Sync + 'static,
    between: &'static str,
) -> Write {
    let text: Arc<dyn Fn(usize) -> Option<String> + Send + Sync> = Arc::new(text);
    Arc::new(move |from, to| {
        let text = text.clone();
        let mut row = from.row;
        let mut out = String::new();
        Box::new(move || {
            for _ in 0..ROWS {
                let Some(whole) = text(row).filter(|_| row <= to.row) else {
                    return Some(std::mem::take(&mut out));
                };
                let first = if row == from.row { from.column } else { 0 };
                let last = if row == to.row { to.column } else { usize::MAX };
                if row > from.row {
                    out.push_str(between);
                }
                out.push_str(units::part(&whole, first, last));
                row += 1;
            }
            None
        })
    })
}

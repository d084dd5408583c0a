//! The search box. It takes what is typed; what finds something by it is a part of the page that comes later.

use crate::browser::{keys, page};
use crate::ui::dynamic::{truth, value};
use crate::ui::session::session;
use leptos::prelude::*;

/// The box's id.
const ID: &str = "search";

/// The id of the list of what was found.
pub(super) const FOUND: &str = "found";

/// What the box and the list have in common.
#[derive(Clone, Copy)]
pub(super) struct Search {
    /// What is typed.
    pub(super) text: RwSignal<String>,
    /// The key that was pressed for the list, until it has followed it.
    pub(super) pressed: RwSignal<String>,
    /// The id of the chosen result; empty where there is none.
    pub(super) chosen: RwSignal<String>,
}

impl Search {
    /// Makes an empty one.
    pub(super) fn new() -> Self {
        Self {
            text: RwSignal::new(String::new()),
            pressed: RwSignal::new(String::new()),
            chosen: RwSignal::new(String::new()),
        }
    }

    /// Whether something is typed.
    pub(super) fn is_on(self) -> bool {
        self.text.with(|text| !text.trim().is_empty())
    }

    /// Does what a key asks for. Returns whether it was one for the list.
    fn press(self, key: String) -> bool {
        match key.as_str() {
            // A drawer is closed by the rail around it.
            "Escape" if self.text.with_untracked(String::is_empty) => page::blur(ID),
            "Escape" => {
                self.text.set(String::new());
                return true;
            }
            "ArrowDown" | "ArrowUp" | "PageDown" | "PageUp" | "Enter" => {
                self.pressed.set(key);
                return true;
            }
            _ => {}
        }
        false
    }
}

/// The search box.
#[component]
pub(super) fn SearchBox(
    /// What is typed into it.
    search: Search,
    /// Called when somebody is about to search.
    begins: impl Fn() + 'static,
) -> impl IntoView {
    let session = session();
    keys::listen(move || {
        // Where the rail is a closed drawer it is opened first.
        if page::width(ID).is_some_and(|width| width > 0.0) {
            page::focus(ID);
        } else {
            session.drawer.set(true);
            page::focus_first(["#", ID].concat());
        }
    });
    let is_found = move || search.chosen.with(|id| !id.is_empty());
    // The list is there as long as one of its results is chosen.
    let controls = Signal::derive(move || is_found().then_some(FOUND));
    view! {
        <div class="search" role="search">
            <label class="unseen" for=ID>"Search operations and walkthroughs"</label>
            <input id=ID type="text" role="combobox" placeholder="Search" aria-keyshortcuts="/ Control+K Meta+K"
                autocomplete="off" autocapitalize="off" enterkeyhint="go"
                aria-autocomplete="list" aria-controls=controls aria-expanded=truth(is_found) aria-activedescendant=value(move || search.chosen.get())
                prop:value=move || search.text.get() on:input=move |event| search.text.set(event_target_value(&event))
                on:focus=move |_| begins()
                on:keydown=move |event| if search.press(event.key()) { event.prevent_default(); } />
            <kbd aria-hidden="true">"/"</kbd>
        </div>
    }
}

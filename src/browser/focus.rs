//! Where the focus goes when what has it is taken out of the page.
//!
//! Browsers let it fall to the body then, and who works by keyboard or screen reader begins at the top. A button that is gone once it was
//! pressed is the usual case.

use super::page;
use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{Element, Event, HtmlElement, MutationObserver, MutationObserverInit};

/// What the focus goes to, the best first: where something is entered or where a page begins, what sends it, else what can be pressed
/// without harm.
const GOALS: [&str; 3] = [
    "#heading, input:enabled, select:enabled, textarea:enabled",
    "[type=submit]",
    "button:enabled:not(.danger), a[href], summary, [tabindex]",
];

/// What is folded away: it has a place in the page, and takes no focus.
const FOLDED: &str = "details:not([open]) > :not(summary), details:not([open]) > :not(summary) *";

thread_local! {
    /// What has the focus, and all that it stands in, from the inside out. Empty where a press of the mouse has taken it since.
    static LAST: RefCell<Vec<Element>> = const { RefCell::new(Vec::new()) };
    static IS_KEPT: Cell<bool> = const { Cell::new(false) };
}

/// Keeps the focus near to where it was, from now on.
pub fn keep() {
    let Some(body) = page::document().and_then(|document| document.body()) else {
        return;
    };
    if IS_KEPT.replace(true) {
        return;
    }
    let note = |target: Option<Element>| {
        let around = |element: &Element| element.parent_element();
        LAST.set(std::iter::successors(target, around).collect());
    };
    note(page::document().and_then(|document| document.active_element()));
    let came = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        note(event.target().and_then(|target| target.dyn_into().ok()));
    });
    let pressed = Closure::<dyn FnMut(Event)>::new(|event: Event| {
        let target: Option<web_sys::Node> =
            event.target().and_then(|target| target.dyn_into().ok());
        let is_on = |last: &Element| last.contains(target.as_ref());
        LAST.with_borrow_mut(|last| {
            if !last.first().is_some_and(is_on) {
                last.clear();
            }
        });
    });
    let changed = Closure::<dyn FnMut()>::new(|| {
        if is_lost() {
            // What comes in its place may come a moment later.
            page::next_frame(|| {
                if is_lost() {
                    restore();
                }
            });
        }
    });
    let _ = body.add_event_listener_with_callback("focusin", came.as_ref().unchecked_ref());
    let _ = body.add_event_listener_with_callback("pointerdown", pressed.as_ref().unchecked_ref());
    if let Ok(observer) = MutationObserver::new(changed.as_ref().unchecked_ref()) {
        let every = MutationObserverInit::new();
        every.set_child_list(true);
        every.set_subtree(true);
        let _ = observer.observe_with_options(&body, &every);
    }
    came.forget();
    pressed.forget();
    changed.forget();
}

/// Whether what had the focus is gone, and nothing else has it.
fn is_lost() -> bool {
    let is_gone =
        LAST.with_borrow(|last| last.first().is_some_and(|element| !element.is_connected()));
    is_gone
        && page::document()
            .is_some_and(|document| document.active_element() == document.body().map(Into::into))
}

fn restore() {
    let last = LAST.take();
    // The same element, drawn again; else what is nearest.
    let id = last.first().map(Element::id).filter(|id| !id.is_empty());
    let same = id.and_then(|id| page::control(&id));
    let left = last.iter().filter(|element| element.is_connected());
    let near = || {
        left.flat_map(|element| GOALS.map(|goal| shown(element, goal)))
            .flatten()
            .next()
    };
    if let Some(element) = same.or_else(near) {
        let _ = element.focus();
    }
}

/// The first element in another one that fits a selector and is seen.
fn shown(around: &Element, selector: &str) -> Option<HtmlElement> {
    let found = around.query_selector_all(selector).ok()?;
    let found =
        (0..found.length()).filter_map(|place| found.get(place)?.dyn_into::<HtmlElement>().ok());
    found
        .into_iter()
        .find(|element| element.offset_parent().is_some() && element.matches(FOLDED) != Ok(true))
}

//! A double click is one press: a response may come between its clicks, and the second would send the request again.

use super::page;
use std::cell::Cell;
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{Element, MouseEvent};

thread_local! {
    static IS_WATCHED: Cell<bool> = const { Cell::new(false) };
}

/// Takes the second click of a double click on what submits a form for nothing, from now on.
pub fn take_for_one() {
    let Some(document) = page::document() else {
        return;
    };
    if IS_WATCHED.replace(true) {
        return;
    }
    let clicked = Closure::<dyn FnMut(MouseEvent)>::new(|event: MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into().ok());
        let submits = |target: Element| matches!(target.closest("[type=submit]"), Ok(Some(_)));
        if event.detail() > 1 && target.is_some_and(submits) {
            event.prevent_default();
        }
    });
    let listener = clicked.as_ref().unchecked_ref();
    let _ = document.add_event_listener_with_callback("click", listener);
    clicked.forget();
}

//! Keys that mean something wherever the focus is.

use super::page::{Control, document, id_around, is_send_key, is_typed_into, window};
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::KeyboardEvent;

/// Listens to keys for as long as the page lives: calls back when a person asks for the search, with Ctrl or ⌘ and K, and with `/` where
/// it is no text; and presses Send for those that mean it, wherever the focus is in a step or beside it. Enter that is held presses once,
/// whatever it presses.
pub fn listen(search: impl Fn() + 'static) {
    let pressed = Closure::<dyn FnMut(KeyboardEvent)>::new(move |event: KeyboardEvent| {
        if event.default_prevented() {
            return;
        }
        if is_held(&event) {
            // Nothing more: what it pressed once is not pressed again.
        } else if is_search_key(&event) {
            search();
        } else if let Some(send) = send_for(&event) {
            send.click();
        } else {
            return;
        }
        event.prevent_default();
    });
    if let Some(window) = window() {
        let listener = pressed.as_ref().unchecked_ref();
        let _ = window.add_event_listener_with_callback("keydown", listener);
    }
    pressed.forget();
}

/// Returns the Send that a key means; `None` if it means none. A link is opened in a tab of its own by the same keys, and stays with that.
fn send_for(event: &KeyboardEvent) -> Option<Control> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    let is_elsewhere = || matches!(target.closest("a, dialog, .rail"), Ok(Some(_)));
    if !is_send_key(event) || is_elsewhere() {
        return None;
    }
    let send = document()?.query_selector(".step.open .send .primary");
    send.ok()??.dyn_into().ok()
}

/// Whether a key that presses something is held down: the browser presses it again some thirty times a second, and each would be a request.
fn is_held(event: &KeyboardEvent) -> bool {
    let writes_lines = || id_around(event, "textarea").is_some();
    event.repeat() && event.key() == "Enter" && !writes_lines()
}

fn is_search_key(event: &KeyboardEvent) -> bool {
    let with_command = event.ctrl_key() || event.meta_key();
    match event.key().as_str() {
        "k" => with_command && !event.shift_key() && !event.alt_key(),
        "/" => !with_command && !is_typed_into(event),
        _ => false,
    }
}

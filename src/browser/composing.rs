//! Input methods: text that is put together from several keys, as for Japanese or Chinese.

use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::KeyboardEvent;

/// What browsers give as the code of a key that an input method takes. Safari says so alone of the Enter that ends a composition.
const TAKEN: u32 = 229;

/// Keeps keys that an input method takes from the page, whatever listens there: Enter confirms a candidate then, and is no command.
pub fn watch() {
    let pressed = Closure::<dyn FnMut(KeyboardEvent)>::new(|event: KeyboardEvent| {
        if event.is_composing() || event.key_code() == TAKEN {
            event.stop_immediate_propagation();
        }
    });
    if let Some(window) = super::page::window() {
        let listener = pressed.as_ref().unchecked_ref();
        // From the window on down: before anything else hears of it.
        let _ = window.add_event_listener_with_callback_and_bool("keydown", listener, true);
    }
    pressed.forget();
}

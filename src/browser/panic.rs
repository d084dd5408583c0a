//! What happens when, against all care, the program breaks.
//!
//! `boot.js` notices the trap and shows what stands in `index.html` for it. What was typed stays in the fields.

use wasm_bindgen::JsValue;

/// Has the place of a panic written to the console, for whoever works on the page. A published page has no words for panics:
/// `xtask/src/bindings/panics.rs`.
///
/// Only the place is written: the message of a panic could hold a value.
pub fn install() {
    if cfg!(debug_assertions) {
        std::panic::set_hook(Box::new(|info| {
            let place = info.location().map(ToString::to_string).unwrap_or_default();
            web_sys::console::error_1(&JsValue::from_str(&format!("The page broke at {place}")));
        }));
    }
}

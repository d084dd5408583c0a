//! What happens when, against all care, the program breaks: the page says so and keeps what was typed.

use wasm_bindgen::JsValue;

/// Shows the message that waits in the page, and writes the place to the console.
///
/// Only the place is written: the message of a panic could hold a value.
pub fn install() {
    std::panic::set_hook(Box::new(|info| {
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        web_sys::console::error_1(&JsValue::from_str(&format!("The page broke at {place}")));
        let message = super::page::document().and_then(|page| page.get_element_by_id("crashed"));
        if let Some(message) = message {
            let _ = message.remove_attribute("hidden");
        }
    }));
}

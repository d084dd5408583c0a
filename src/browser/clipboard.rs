//! The clipboard.

use super::page::window;
use wasm_bindgen_futures::JsFuture;

/// Copies a text. Returns whether the browser did it.
pub async fn copy(text: String) -> bool {
    let Some(window) = window() else { return false };
    // Without https there is no clipboard; the property is then undefined.
    if !window.is_secure_context() {
        return false;
    }
    JsFuture::from(window.navigator().clipboard().write_text(&text))
        .await
        .is_ok()
}

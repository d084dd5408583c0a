//! Fields with secrets in them: the browser has their text, and nothing of the page does but the secret itself.

use playground_core::auth::Secret;
use wasm_bindgen::JsValue;

/// A text as a field takes it. It is the browser's.
pub type FieldText = JsValue;

/// Returns the text of a secret for the field where the person entered it; an empty one where there is none.
pub fn text(secret: Option<&Secret>) -> FieldText {
    FieldText::from_str(secret.map_or("", Secret::reveal))
}

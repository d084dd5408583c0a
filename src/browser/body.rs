//! Multipart bodies: only the browser can read the files in them.

use playground_core::http::{Part, PartContent};
use wasm_bindgen::JsValue;
use web_sys::FormData;

/// Builds the form of these parts.
pub(super) fn form_data(parts: &[Part]) -> Result<FormData, JsValue> {
    let form = FormData::new()?;
    for part in parts {
        match &part.content {
            PartContent::Text(text) => form.append_with_str(&part.name, &text.in_the_clear())?,
            PartContent::File { handle, name, .. } => {
                // A file that is gone must not turn into a request without it.
                let file = super::files::held(*handle).ok_or(JsValue::UNDEFINED)?;
                form.append_with_blob_and_filename(&part.name, &file, name)?;
            }
        }
    }
    Ok(form)
}

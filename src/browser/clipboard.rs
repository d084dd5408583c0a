//! The clipboard.

use super::page::{self, window};
use super::selection;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, prelude::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, HtmlDocument};

/// Copies a text. Returns whether the browser did it.
pub async fn copy(text: &str) -> bool {
    let Some(window) = window() else { return false };
    let clipboard = window.navigator().clipboard();
    // Without https there is none.
    if clipboard.is_undefined() {
        return false;
    }
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

/// Copies a text as if it were selected and the person copied that. Browsers allow it for a moment after a press, to pages that they
/// keep the clipboard from too. Returns whether the browser did it.
pub fn copy_as_selected(text: &str) -> bool {
    as_selected(text).unwrap_or(false)
}

fn as_selected(text: &str) -> Option<bool> {
    let document: HtmlDocument = page::document()?.dyn_into().ok()?;
    let is_taken = Rc::new(Cell::new(false));
    let (text, taken) = (text.to_owned(), is_taken.clone());
    let call: Box<dyn FnMut(Event)> = Box::new(move |event| {
        // Before all others that listen: what they would copy is what the person has selected.
        event.stop_immediate_propagation();
        selection::copy(&event, Some(&text));
        taken.set(true);
    });
    let call = Closure::wrap(call);
    let listener = call.as_ref().unchecked_ref();
    document
        .add_event_listener_with_callback_and_bool("copy", listener, true)
        .ok()?;
    // Some browsers copy nothing as long as nothing is selected.
    let is_done = selection::with_all_selected(|| document.exec_command("copy"));
    let _ = document.remove_event_listener_with_callback_and_bool("copy", listener, true);
    Some(is_done? == Ok(true) && is_taken.get())
}

/// Why the browser keeps the clipboard from the page.
pub enum Kept {
    /// The page was not loaded over https.
    Insecure,
    /// Another page embeds this one.
    Embedded,
    /// The browser has a reason of its own.
    Refused,
}

/// Finds out why the browser keeps the clipboard from the page.
pub fn why_kept() -> Kept {
    let Some(window) = window() else {
        return Kept::Refused;
    };
    if !window.is_secure_context() {
        Kept::Insecure
    } else if window.top().ok().flatten().as_ref() != Some(&window) {
        Kept::Embedded
    } else {
        Kept::Refused
    }
}

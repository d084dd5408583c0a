//! The lock: a policy, enforced by the browser, that this page may talk to one server only.
//!
//! A policy that is added while the page runs can only narrow the ones before it, holds at once, and stays in force when its
//! element is removed again (tried in Chromium). Nothing in the page can undo it before a reload.

use crate::http::Server;
use std::cell::Cell;
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::HtmlMetaElement;

thread_local! {
    static VIOLATIONS: Cell<u32> = const { Cell::new(0) };
}

/// Narrows the page to its own origin and this server. Returns whether the policy is in place.
///
/// Locking twice to different servers leaves neither reachable: the caller remembers which it was.
pub fn engage(server: &Server) -> bool {
    let Some(document) = super::page::document() else {
        return false;
    };
    let Some(head) = document.head() else {
        return false;
    };
    let Ok(Ok(meta)) = document
        .create_element("meta")
        .map(JsCast::dyn_into::<HtmlMetaElement>)
    else {
        return false;
    };
    let sources = if server.is_in_page() {
        ""
    } else {
        server.origin()
    };
    meta.set_http_equiv("Content-Security-Policy");
    meta.set_content(&format!("connect-src 'self' {sources}"));
    head.append_child(&meta).is_ok()
}

/// Begins to count what the policies refuse. Called once, at the start of the page.
pub fn watch() {
    let Some(document) = super::page::document() else {
        return;
    };
    let count = Closure::<dyn FnMut()>::new(|| VIOLATIONS.set(VIOLATIONS.get() + 1));
    let added = document.add_event_listener_with_callback(
        "securitypolicyviolation",
        count.as_ref().unchecked_ref(),
    );
    if added.is_ok() {
        // The page watches for as long as it lives.
        count.forget();
    }
}

/// Returns how often the policies have refused something so far.
pub(super) fn violations() -> u32 {
    VIOLATIONS.get()
}

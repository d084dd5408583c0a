//! The address bar: only the part after the `#` is ever read or written.

use super::{page::window, visits};
use wasm_bindgen::{JsCast, prelude::Closure};

/// Returns the address after the page's own, with its `#`; empty where there is none.
pub fn hash() -> String {
    window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// Returns the whole address of a page, by what stands after its own.
pub fn whole(hash: &str) -> String {
    let own = window().and_then(|window| window.location().href().ok());
    let own = own.unwrap_or_default();
    let own = own.split_once('#').map_or(own.as_str(), |(own, _)| own);
    [own, hash].concat()
}

/// Goes to an address, as a link would.
pub fn go(hash: &str) {
    if let Some(window) = window() {
        // A browser refuses this only in a page that is going away.
        let _ = window.location().set_hash(hash);
    }
}

/// Puts an address in the place of the present one, without a step in the history.
pub fn replace(hash: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&visits::number(), "", Some(hash));
    }
}

/// Loads the page again: the only way out of the lock.
pub fn reload() {
    if let Some(window) = window() {
        let _ = window.location().reload();
    }
}

/// Returns the page's own origin.
pub fn origin() -> String {
    window()
        .and_then(|window| window.location().origin().ok())
        .unwrap_or_default()
}

/// Calls back whenever the address after the `#` has changed, for as long as the page lives.
pub fn on_change(mut call: impl FnMut(String) + 'static) {
    visits::begin();
    let closure = Closure::<dyn FnMut()>::new(move || {
        visits::turn();
        call(hash());
    });
    if let Some(window) = window() {
        let added =
            window.add_event_listener_with_callback("hashchange", closure.as_ref().unchecked_ref());
        if added.is_ok() {
            closure.forget();
        }
    }
}

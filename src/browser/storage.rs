//! What the page keeps: never a secret in `localStorage`, and nothing at all where the browser forbids it.

use super::page::window;
use web_sys::Storage;

/// Where something is kept.
#[derive(Clone, Copy)]
pub enum Keep {
    /// Until this tab is closed.
    Tab,
    /// Until the person clears it. For settings alone.
    Settings,
}

fn storage(keep: Keep) -> Option<Storage> {
    let window = window()?;
    match keep {
        Keep::Tab => window.session_storage(),
        Keep::Settings => window.local_storage(),
    }
    .ok()?
}

/// Returns what is kept under the name.
pub fn get(keep: Keep, name: &str) -> Option<String> {
    storage(keep)?.get_item(name).ok()?
}

/// Keeps a text under the name; nothing happens where the browser forbids it.
pub fn set(keep: Keep, name: &str, text: &str) {
    if let Some(storage) = storage(keep) {
        let _ = storage.set_item(name, text);
    }
}

/// Forgets what is kept under the name.
pub fn remove(keep: Keep, name: &str) {
    if let Some(storage) = storage(keep) {
        let _ = storage.remove_item(name);
    }
}

//! The keys that mean Find.

use super::page::is_typed_into;
use web_sys::KeyboardEvent;

/// What a key press means where there is something to find.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum FindKey {
    /// Enter what is to be found: `/`, or Ctrl or ⌘ and F.
    Begin,
    /// Go to the next hit: F3, or Ctrl or ⌘ and G.
    Next,
    /// Go to the one before: the same with Shift.
    Previous,
}

/// Returns what a key press means where there is something to find; `None` if it means something else.
pub fn find_key(event: &KeyboardEvent) -> Option<FindKey> {
    let with_command = event.ctrl_key() || event.meta_key();
    match event.key().as_str() {
        "f" if with_command => Some(FindKey::Begin),
        "/" if !is_typed_into(event) => Some(FindKey::Begin),
        "F3" if event.shift_key() => Some(FindKey::Previous),
        "F3" => Some(FindKey::Next),
        "g" | "G" if with_command && event.shift_key() => Some(FindKey::Previous),
        "g" if with_command => Some(FindKey::Next),
        _ => None,
    }
}

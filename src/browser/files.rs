//! Files that the person chose. They stay here; the pure parts know them by a number.

use crate::http::Entry;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event, File, FileList, HtmlInputElement};

thread_local! {
    static FILES: RefCell<Vec<File>> = const { RefCell::new(Vec::new()) };
}

/// Returns the file that was chosen in the input that this event comes from.
pub fn chosen(event: &Event) -> Option<Entry> {
    let input = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    hold(&input.files()?)
}

/// Returns the first of the files that were dropped; none where something else was.
pub fn dropped(event: &DragEvent) -> Option<Entry> {
    hold(&event.data_transfer()?.files()?)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a size is a whole number"
)]
fn hold(list: &FileList) -> Option<Entry> {
    let file = list.get(0)?;
    let (name, size) = (file.name(), file.size() as u64);
    let handle = FILES.with_borrow_mut(|files| {
        let handle = u32::try_from(files.len()).unwrap_or(u32::MAX);
        files.push(file);
        handle
    });
    Some(Entry::File { handle, name, size })
}

/// Returns the file with that number.
pub(super) fn held(handle: u32) -> Option<File> {
    FILES.with_borrow(|files| files.get(handle as usize).cloned())
}

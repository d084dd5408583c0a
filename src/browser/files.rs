//! Files that the person chose. They stay here; the pure parts know them by a number.

use crate::http::Entry;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{
    Blob, BlobPropertyBag, DragEvent, Event, File, FileList, HtmlAnchorElement, HtmlInputElement,
    Url,
};

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

/// Has the browser save bytes as a file. Returns whether it took them.
pub fn save(name: &str, bytes: &[u8]) -> bool {
    let Some(address) = address(bytes, "application/octet-stream") else {
        return false;
    };
    let link = super::page::document()
        .and_then(|document| document.create_element("a").ok())
        .and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(link) = &link {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    // The browser may read it a little later.
    super::clock::later(60_000, move || release(&address));
    link.is_some()
}

/// Returns an address under which the page itself finds these bytes, until it is released.
pub fn address(bytes: &[u8], media_type: &str) -> Option<String> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}

/// Forgets the bytes under an address.
pub fn release(address: &str) {
    let _ = Url::revoke_object_url(address);
}

/// Returns the file with that number.
pub(super) fn held(handle: u32) -> Option<File> {
    FILES.with_borrow(|files| files.get(handle as usize).cloned())
}

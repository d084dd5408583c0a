//! Files that the person chose. They stay here; the pure parts know them by a number.

use playground_core::form::Entry;
use playground_core::http::{Body, PartContent};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, prelude::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, DragEvent, Event, File, FileList, HtmlAnchorElement, HtmlInputElement,
    Url,
};

thread_local! {
    static FILES: RefCell<Vec<File>> = const { RefCell::new(Vec::new()) };
}

/// Returns the file that was chosen in the input that this event comes from, and empties the input: so the same file can be
/// chosen again after it was changed.
pub fn chosen(event: &Event) -> Option<Entry> {
    let input = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    let entry = hold(&input.files()?);
    input.set_value("");
    entry
}

/// What was dropped.
pub enum Dropped {
    /// A file.
    File(Entry),
    /// So many files at once.
    Several(u32),
    /// A folder of this name.
    Folder(String),
}

/// Returns what was dropped; `None` if it was neither a file nor a folder.
pub fn dropped(event: &DragEvent) -> Option<Dropped> {
    let transfer = event.data_transfer()?;
    let entry = transfer
        .items()
        .get(0)
        .and_then(|item| item.webkit_get_as_entry().ok()?);
    match entry {
        Some(entry) if entry.is_directory() => Some(Dropped::Folder(entry.name())),
        _ => match transfer.files()? {
            files if files.length() > 1 => Some(Dropped::Several(files.length())),
            files => hold(&files).map(Dropped::File),
        },
    }
}

/// Keeps the page where it is when a file is dropped beside the field for it: the browser would show the file instead.
pub fn keep_page() {
    let stay = Closure::<dyn FnMut(DragEvent)>::new(|event: DragEvent| {
        let transfer = event.data_transfer();
        if transfer.is_some_and(|transfer| transfer.types().includes(&"Files".into(), 0)) {
            event.prevent_default();
        }
    });
    if let Some(window) = super::page::window() {
        for name in ["dragover", "drop"] {
            let _ = window.add_event_listener_with_callback(name, stay.as_ref().unchecked_ref());
        }
        stay.forget();
    }
}

/// Returns the name of a file in a body that can't be read any more: it was changed, moved or deleted after it was chosen.
pub(super) async fn unreadable(body: &Body) -> Option<String> {
    let Body::Multipart(parts) = body else {
        return None;
    };
    for part in parts {
        if let PartContent::File { handle, name, .. } = &part.content
            && !is_readable(*handle).await
        {
            return Some(name.clone());
        }
    }
    None
}

/// Whether the browser gives the last byte of a file. It does not where the file is another one than it was when it was chosen.
async fn is_readable(handle: u32) -> bool {
    let Some(file) = held(handle) else {
        return false;
    };
    let size = file.size();
    let Ok(end) = file.slice_with_f64_and_f64((size - 1.0).max(0.0), size) else {
        return false;
    };
    JsFuture::from(end.array_buffer()).await.is_ok()
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

/// Lets go of every file that was chosen.
pub fn forget() {
    FILES.take();
}

/// Returns the file with that number.
pub(super) fn held(handle: u32) -> Option<File> {
    FILES.with_borrow(|files| files.get(handle as usize).cloned())
}

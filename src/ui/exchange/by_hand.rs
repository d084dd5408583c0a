//! Copying where the browser keeps the clipboard from the page, as it does without https and in a frame.

use crate::browser::clipboard::{self, Kept};
use crate::browser::{page, selection};
use crate::ui::dynamic::effect_after;
use crate::ui::session::Session;
use crate::ui::sheets;
use leptos::ev::{ClipboardEvent, KeyboardEvent, MouseEvent};
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use playground_core::json::units;
use std::cell::RefCell;
use std::sync::Arc;

/// Copies a text in another way, for the button that was pressed. Returns whether it did.
pub(super) type Otherwise = fn(Session, String, MouseEvent) -> bool;

/// How much of a text is shown, in UTF-16 units: laying out all of a long one takes longer than anybody waits. All is copied.
const SHOWN: usize = 20_000;

thread_local! {
    /// The text that is shown: one at a time, so that it is clear what is copied.
    static OFFERED: RefCell<Option<UnmountHandle<AnyViewState>>> = const { RefCell::new(None) };
}

/// The function of that kind.
pub(super) fn otherwise(session: Session, text: String, event: MouseEvent) -> bool {
    copy(session, text, page::button_at(&event))
}

/// Copies a text in another way, or else shows it selected below `beside`, where the person can copy it. Returns whether it is copied.
pub(super) fn copy(session: Session, text: String, beside: Option<page::Control>) -> bool {
    let is_copied = clipboard::copy_as_selected(&text);
    close();
    if !is_copied && let Some(beside) = beside {
        sheets::response();
        offer(session, text.into(), beside);
    }
    is_copied
}

fn close() {
    drop(OFFERED.take());
}

fn offer(session: Session, text: Arc<str>, beside: page::Control) {
    let Some(place) = page::parent(&beside) else {
        return;
    };
    let view = move || area(session, text, beside).into_any();
    OFFERED.set(Some(mount_to(place, view)));
    page::select_text("by-hand");
}

/// The text, why it is there, and what to do.
fn area(session: Session, text: Arc<str>, beside: page::Control) -> impl IntoView {
    let keys = if page::has_command_key() {
        "⌘C"
    } else {
        "Ctrl+C"
    };
    let shown = units::part(&text, 0, SHOWN).to_owned();
    let part = (shown.len() < text.len())
        .then_some(" Only its beginning is shown, but all of it is copied.");
    let copied = move |event: ClipboardEvent| {
        // The text area has other line ends, and may have less.
        if page::is_all_selected(&event) {
            selection::copy(&event, Some(&text));
        }
        session.say("Copied");
    };
    let done = move || {
        close();
        let _ = beside.focus();
    };
    let escape = done.clone();
    // A text that is out of sight is not kept, least of all when everything is forgotten.
    effect_after(move |before: Option<()>| {
        session.address.track();
        session.forgotten.track();
        if before.is_some() {
            close();
        }
    });
    view! {
        <span class="by-hand" on:keydown=move |event: KeyboardEvent| if event.key() == "Escape" { escape() }>
            <span id="by-hand-why">{why_kept()} " Press " <kbd>{keys}</kbd> " to copy the selected text." {part}</span>
            <textarea id="by-hand" readonly rows="4" aria-label="Text to copy" aria-describedby="by-hand-why"
                on:copy=copied>{shown}</textarea>
            <button type="button" on:click=move |_| done()>"Close"</button>
        </span>
    }
}

/// Says why the browser keeps the clipboard from the page.
fn why_kept() -> &'static str {
    match clipboard::why_kept() {
        Kept::Insecure => "Browsers let a page use the clipboard only if it was loaded over https.",
        Kept::Embedded => {
            "The browser doesn't let this page use the clipboard, perhaps because another page embeds it."
        }
        Kept::Refused => "The browser doesn't let this page use the clipboard.",
    }
}

//! Send, and Cancel while it goes; and where it goes.

use super::FormOf;
use crate::browser::{page, relay};
use crate::ui::dynamic::{flag, memo, shown_when, truth, value, words};
use crate::ui::newer;
use crate::ui::session::{DeskId, Sketch, Transfer, session};
use leptos::prelude::*;
use playground_core::walkthrough::Status;
use playground_core::words;
use playground_core::words::size;

/// What stands at Send when a response is here and cannot be shown.
const UNSHOWN: &str = "A part of this page could not be loaded yet, so the response can't be shown. The page tries again every few \
    seconds; “Cancel” discards the response.";

/// The line below a form.
pub(in crate::ui) fn send_line(of: FormOf) -> AnyView {
    let session = session();
    let FormOf { desk, drafted, .. } = of;
    let form = of.form();
    let status = memo(move || form.status());
    let waiting = memo(move || form.is_waiting());
    let keys = if page::has_command_key() {
        "⌘ ⏎"
    } else {
        "Ctrl ⏎"
    };
    let done = move || status.get() == Status::Done;
    let sending = move || status.get() == Status::Sending;
    let goes = move || {
        session.server.with(|server| {
            if server.is_in_page() {
                return "Goes to the practice SeaTable in this page.".to_owned();
            }
            drafted.sketch.with(|sketch| {
                let to = |sketch: &Sketch| {
                    words::server::of_origin(server.target(&sketch.request.url.shown()))
                };
                let name = sketch.as_ref().map_or("", to);
                words::server::goes(name, relay::leads_to(server))
            })
        })
    };
    view! {
        <div class="send">
            // It stays while the request goes, and so does the focus on it.
            <button class="primary" class:again=flag(done) type="submit" aria-disabled=truth(move || waiting.get() || sending())>
                {words(move || if drafted.twice.get() {
                    "Send again, may write twice"
                } else if done() {
                    "Send again"
                } else {
                    "Send"
                })} <kbd>{keys}</kbd>
            </button>
            {shown_when(sending, move || view! {
                <button class="cancel" type="button" on:click=move |_| session.cancel(desk)>"Cancel"</button>
            })}
            {progress(desk)}
            <span class="hint">{words(goes)}</span>
        </div>
        {shown_when(move || session.unshown.get() == Some(desk), || view! {
            <p class="warning" role="alert">{UNSHOWN}</p>
            {newer::notice()}
        })}
    }
    .into_any()
}

/// How far a large upload is.
fn progress(desk: DeskId) -> AnyView {
    let session = session();
    let counts = memo(move || match session.transfer(desk)? {
        Transfer::Sent(bytes, of) => Some((bytes, of)),
        Transfer::Received(..) => None,
    });
    let of = move || counts.get().unwrap_or_default();
    let told = value(move || match of() {
        (sent, total) if sent < total => format!("{} of {}", size::bytes(sent), size::bytes(total)),
        _ => "Everything is sent. Waiting for the server.".to_owned(),
    });
    shown_when(
        move || counts.get().is_some(),
        move || {
            view! {
                <progress aria-label="sent" max=value(move || of().1.to_string()) value=value(move || of().0.to_string())></progress>
                <span class="hint">{words(move || told.get())}</span>
            }
        },
    )
}

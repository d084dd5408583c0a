//! An answer that is on its way: how much has come, and what it begins with.

use super::tree;
use crate::ui::dynamic::{dynamic, memo, value, words};
use crate::ui::session::{DeskId, Transfer, session};
use leptos::prelude::*;
use playground_core::words;

/// What has come so far.
#[component]
pub(super) fn Arriving(
    /// The desk.
    desk: DeskId,
) -> impl IntoView {
    let session = session();
    let received = memo(move || match session.transfer(desk) {
        Some(Transfer::Received(bytes, of)) => Some((bytes, of)),
        _ => None,
    });
    let told = move || match received.get() {
        Some((bytes, of)) => words::view::arrived(bytes, of),
        None => String::new(),
    };
    let has_length = memo(move || received.get().is_some_and(|(_, of)| of.is_some()));
    let counts = move || received.get().unwrap_or_default();
    let has_head = memo(move || session.head(desk).is_some());
    view! {
        <div class="arriving">
            {dynamic(move || has_length.get().then(|| view! {
                <progress aria-label="received" max=value(move || counts().1.unwrap_or(1).to_string()) value=value(move || counts().0.to_string())></progress>
            }))}
            <span>{words(told)}</span>
            <button type="button" on:click=move |_| session.cancel(desk)>"Cancel, and keep what came"</button>
        </div>
        {dynamic(move || has_head.get().then(|| untrack(|| session.head(desk))).flatten().map(|head| tree::head(desk, head)))}
    }
}

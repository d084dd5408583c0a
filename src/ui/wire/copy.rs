//! A button that copies, and says whether it did.

use crate::browser::{clipboard, clock, task};
use crate::ui::dynamic::words;
use crate::ui::session::session;
use leptos::prelude::*;

/// How long the button says so, in milliseconds.
const SAY: u32 = 1_800;

/// Copies the text that is there when it is pressed.
#[component]
pub(super) fn Copy(
    /// The button's words.
    label: &'static str,
    /// Makes the text.
    text: impl Fn() -> String + Send + Sync + 'static,
) -> impl IntoView {
    let session = session();
    let said = RwSignal::new(None::<&'static str>);
    let copy = move |_| {
        let text = text();
        task::spawn(async move {
            let words = if clipboard::copy(text).await {
                "Copied"
            } else {
                "The browser refused"
            };
            session.say(words);
            let _ = said.try_set(Some(words));
            clock::later(SAY, move || {
                let _ = said.try_set(None);
            });
        });
    };
    view! { <button type="button" on:click=copy>{words(move || said.get().unwrap_or(label))}</button> }
}

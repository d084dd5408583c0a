//! Copying to the clipboard.

use super::viewer;
use crate::browser::{clipboard, clock, task};
use crate::ui::dynamic::words;
use crate::ui::session::session;
use leptos::prelude::*;
use std::pin::Pin;
use std::sync::Arc;

/// How long the button says so, in milliseconds.
const SAY: u32 = 1_800;

/// A text that takes its time.
type Text = Pin<Box<dyn Future<Output = String>>>;

/// Copies the text that is there when it is pressed.
#[component]
pub(in crate::ui) fn Copy(
    /// The button's words.
    label: &'static str,
    /// Makes the text.
    text: impl Fn() -> String + Send + Sync + 'static,
) -> impl IntoView {
    button(
        label,
        Arc::new(move || {
            let text = text();
            Box::pin(async move { text })
        }),
    )
}

/// Copies a text that is made when it is pressed, a part at a time.
#[component]
pub(super) fn CopyLater(
    /// The button's words.
    label: &'static str,
    /// Makes the text.
    text: impl Fn() -> Text + Send + Sync + 'static,
) -> impl IntoView {
    button(label, Arc::new(text))
}

fn button(label: &'static str, text: Arc<dyn Fn() -> Text + Send + Sync>) -> AnyView {
    let session = session();
    let said = RwSignal::new(None::<&'static str>);
    let copy = move |event| {
        let text = text();
        task::spawn(async move {
            let text = text.await;
            let is_copied = clipboard::copy(&text).await
                || viewer()
                    .await
                    .is_ok_and(|otherwise| otherwise(session, text, event));
            let words = if is_copied { "Copied" } else { "Not copied" };
            session.say(words);
            let _ = said.try_set(Some(words));
            clock::later(SAY, move || {
                let _ = said.try_set(None);
            });
        });
    };
    view! { <button type="button" on:click=copy>{words(move || said.get().unwrap_or(label))}</button> }
        .into_any()
}

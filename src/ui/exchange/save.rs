//! Keeping an answer as a file.

use crate::browser::{files, task};
use crate::ui::dynamic::words;
use crate::ui::later::later;
use crate::ui::session::{Session, session};
use leptos::prelude::*;
use playground_core::http::{Exchange, file_name};
use playground_core::words;
use std::sync::Arc;

/// Has the browser save an answer.
type Save = fn(Session, &Exchange);

later! {
    /// Fetches what finds a name for the file.
    async fn saver() -> Save, save in views;
}

/// The button that has the browser save the answer, byte for byte.
pub(super) fn button(exchange: Arc<Exchange>) -> AnyView {
    let session = session();
    let missing = RwSignal::new(false);
    let pressed = move |_| {
        let exchange = exchange.clone();
        task::spawn(async move {
            let saver = saver().await.ok();
            let _ = missing.try_set(saver.is_none());
            match saver {
                Some(save) => save(session, &exchange),
                None => session.look_for_newer(),
            }
        });
    };
    let told = move || {
        if missing.get() {
            "A part of this page could not be loaded. Try again."
        } else {
            ""
        }
    };
    view! {
        <button type="button" on:click=pressed>"Download"</button>
        <span class="hint" role="status">{words(told)}</span>
    }
    .into_any()
}

fn save(session: Session, exchange: &Exchange) {
    let Some(answer) = exchange.shown() else {
        return;
    };
    let name = file_name(answer, &exchange.request);
    session.say(if files::save(&name, answer.body.bytes()) {
        words::view::saved(&name)
    } else {
        "The browser refused to save it.".to_owned()
    });
}

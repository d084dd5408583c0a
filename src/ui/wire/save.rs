//! Keeping an answer as a file.

use crate::browser::files;
use crate::http::{Exchange, file_name};
use crate::ui::session::session;
use leptos::prelude::*;
use std::sync::Arc;

/// The button that has the browser save the answer, byte for byte.
pub(super) fn button(exchange: Arc<Exchange>) -> AnyView {
    let session = session();
    let save = move |_| {
        let Some(answer) = exchange.shown() else {
            return;
        };
        let name = file_name(answer, &exchange.request);
        session.say(if files::save(&name, answer.body.bytes()) {
            format!("Saved as {name}.")
        } else {
            "The browser refused to save it.".to_owned()
        });
    };
    view! { <button type="button" on:click=save>"Download"</button> }.into_any()
}

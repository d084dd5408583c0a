//! What has to be known before an operation is sent: the token, who may call it, what is special of it, and its limits.

use crate::ui::dynamic::shown_when;
use crate::ui::session::session;
use leptos::prelude::*;
use playground_core::catalogue::{Area, Operation};
use playground_core::http::{Quota, Server};
use playground_core::words;

/// The facts that the operation itself has.
pub(super) fn list(operation: &'static Operation) -> AnyView {
    let flags = words::reference::flags(operation).into_iter();
    let notes = words::reference::caller(operation.area)
        .into_iter()
        .chain(flags);
    let notes = notes.map(|note| view! { <li>{note}</li> });
    let session = session();
    let refused = move || {
        operation.area == Area::SystemAdmin
            && session.server.with(|server| *server == Server::cloud())
    };
    view! {
        <ul class="facts">
            <li>"Needs: " <b>{words::reference::token(operation.token)}</b></li>
            {notes.collect_view()}
        </ul>
        {shown_when(refused, || view! { <p class="warning">{words::reference::not_on_cloud()}</p> })}
    }
    .into_any()
}

/// How many requests of this kind SeaTable takes.
pub(super) fn rate(operation: &'static Operation) -> Option<String> {
    let quota = Quota::of_path(&operation.path)?;
    Some(words::reference::rate(&quota))
}

//! What is said where a part of the page does not come because the host has a newer version.

use super::session::session;
use crate::ui::dynamic::shown_when;
use leptos::prelude::*;

/// Finds out whether the host has a newer version, since a part did not come.
pub(super) fn look() {
    session().look_for_newer();
}

/// Says so, and offers to reload. Nothing as long as no newer version is known.
pub(super) fn notice() -> AnyView {
    let session = session();
    shown_when(
        move || session.newer.get(),
        move || {
            view! {
                <p class="newer" role="alert">
                    "There is a newer version of this page on its host, and parts of this one are gone. Reload to go on. "
                    "What you typed is kept; tokens, passwords, chosen files and responses are not. "
                    <button type="button" on:click=move |_| session.reload()>"Reload and keep what I typed"</button>
                </p>
            }
        },
    )
}

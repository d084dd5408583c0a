//! What the page says of its server when it comes from a relay on this machine: that leads to one server alone.

use super::session::session;
use crate::browser::{page, relay};
use crate::ui::dynamic::shown_when;
use leptos::prelude::*;
use playground_core::http::Server;

/// In the server dialog, in place of the choice of another server: how requests go, and how to come to another one. Closes the
/// dialog of that id.
#[component]
pub(super) fn Relayed(
    /// The server that the relay leads to.
    server: Server,
    /// The dialog.
    dialog: &'static str,
) -> impl IntoView {
    let session = session();
    let (origin, back) = (server.origin().to_owned(), server);
    let words = format!("Use {}", back.host());
    view! {
        <p>
            "This page comes from a relay on this machine, which hands its requests on to " <b>{origin}</b> " and to no other server. Your browser refuses \
             the page's requests to anything but the relay."
        </p>
        <p class="hint">
            "For another server, stop the relay and start it again with " <code>"--server"</code> " and its address."
        </p>
        {shown_when(move || session.server.with(Server::is_in_page), move || {
            let (server, words) = (back.clone(), words.clone());
            view! {
                <button type="button" on:click=move |_| {
                    page::close_dialog(dialog);
                    session.choose(server.clone());
                }>{words}</button>
            }
        })}
    }
}

/// Whether the page cannot use this server, since it comes from a relay to another one.
pub(super) fn is_out_of_reach(server: &Server) -> bool {
    relay::server().is_some() && !relay::leads_to(server) && !server.is_in_page()
}

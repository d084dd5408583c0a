//! A server that the address proposes. Nothing happens before the person agrees.

use super::relayed::is_out_of_reach;
use super::session::session;
use crate::browser::location;
use crate::http::{Server, ServerFault};
use crate::ui::dynamic::{dynamic, memo, shown_when};
use crate::ui::later::later;
use leptos::prelude::*;

/// Asks whether to take the proposed server. Nothing where the address proposes none, or the present one.
pub(super) fn proposal() -> AnyView {
    let session = session();
    shown_when(
        move || session.address.with(|address| address.server.is_some()),
        content,
    )
}

later! {
    /// The question: few links propose a server.
    fn content() in pages {
        view! { <Proposal /> }
    }
}

#[component]
fn Proposal() -> impl IntoView {
    let session = session();
    let proposed = memo(move || {
        let text = session.address.with(|address| address.server.clone())?;
        let server = Server::parse(&text);
        (server.as_ref() != Ok(&session.server.get())).then_some(server)
    });
    let proposed_text = move || {
        let server = session
            .address
            .with_untracked(|address| address.server.clone());
        server.unwrap_or_default()
    };
    let dismiss = move || {
        let hash = session
            .address
            .with_untracked(|address| address.route.to_string());
        location::replace(&hash);
        session.address.update(|address| address.server = None);
    };
    dynamic(move || {
        let content = match proposed.get()? {
            Err(ServerFault::Unencrypted) => view! {
                <p>"The link you followed proposes the server " <b>{proposed_text()}</b> ". " {ServerFault::Unencrypted.text()}</p>
                <button type="button" on:click=move |_| {
                    let server = Server::parse_unencrypted(&proposed_text());
                    dismiss();
                    server.into_iter().for_each(|server| session.choose(server));
                }>"Use http all the same"</button>
                <button type="button" on:click=move |_| dismiss()>"Not this one"</button>
            }
            .into_any(),
            Err(fault) => view! {
                <p>"The link proposes a server, but its address cannot be used. " {fault.text()}</p>
                <button type="button" on:click=move |_| dismiss()>"Dismiss"</button>
            }
            .into_any(),
            Ok(server) if is_out_of_reach(&server) => view! {
                <p>
                    "The link you followed proposes the server " <b>{server.origin().to_owned()}</b> ", but this page comes from a relay to another one. \
                     For that server, start the relay again with " <code>{format!("--server {}", server.origin())}</code> "."
                </p>
                <button type="button" on:click=move |_| dismiss()>"Dismiss"</button>
            }
            .into_any(),
            Ok(server) => {
                let host = server.origin().to_owned();
                let take = move |_| {
                    dismiss();
                    session.choose(server.clone());
                };
                view! {
                    <p>
                        "The link you followed proposes the server " <b>{host}</b>
                        ". Your requests and tokens would go there."
                    </p>
                    <button type="button" class="primary" on:click=take>"Use this server"</button>
                    <button type="button" on:click=move |_| dismiss()>"Not this one"</button>
                }
                .into_any()
            }
        };
        Some(view! { <section class="proposal" aria-label="Proposed server">{content}</section> })
    })
}

//! A server that the address proposes. Nothing happens before the person agrees.

use super::relayed::is_out_of_reach;
use super::server_form;
use super::session::session;
use super::sheets;
use crate::browser::{location, page};
use crate::ui::dynamic::{dynamic, memo, shown_when};
use crate::ui::later::later;
use leptos::prelude::*;
use playground_core::http::{Entered, Server};
use playground_core::words;

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
        sheets::dialogs();
        view! { <Proposal /> }
    }
}

#[component]
fn Proposal() -> impl IntoView {
    let session = session();
    let proposed = memo(move || {
        let text = session.address.with(|address| address.server.clone())?;
        let entered = server_form::read(&text);
        let is_taken = matches!(&entered, Ok(entered) if session.server.with(|server| server.origin() == entered.server.origin()));
        (!is_taken).then_some(entered)
    });
    let dismiss = move || {
        let hash = session
            .address
            .with_untracked(|address| address.route.to_string());
        location::replace(&hash);
        session.address.update(|address| address.server = None);
        // What was pressed is gone; the page goes on below.
        page::focus_soon("heading");
    };
    let take = Callback::new(move |server: Server| {
        let base = proposed
            .get_untracked()
            .and_then(|entered| entered.ok()?.base);
        dismiss();
        session.take(server, base.as_ref());
    });
    dynamic(move || {
        let content = match proposed.get()? {
            Err(fault) => view! {
                <p>"The link proposes a server, but its address cannot be used. " {words::server::fault(fault)}</p>
                <button type="button" on:click=move |_| dismiss()>"Dismiss"</button>
            }
            .into_any(),
            Ok(entered) if is_out_of_reach(&entered.server) => view! {
                <p>
                    {proposes(&entered)} ", but this page comes from a relay to another one. \
                     For that server, start the relay again with " <code>{format!("--server {}", entered.server.origin())}</code> "."
                </p>
                <button type="button" on:click=move |_| dismiss()>"Dismiss"</button>
            }
            .into_any(),
            Ok(entered) => {
                let answers = match &entered.question {
                    Some(question) => server_form::choices(question, entered.server.host(), take),
                    None => {
                        let server = entered.server.clone();
                        view! { <button type="button" class="primary" on:click=move |_| take.run(server.clone())>"Use this server"</button> }.into_any()
                    }
                };
                view! {
                    <p>{proposes(&entered)} ". Your requests and tokens would go there."</p>
                    {answers}
                    <button type="button" on:click=move |_| dismiss()>"Not this one"</button>
                }
                .into_any()
            }
        };
        Some(view! { <section class="proposal" aria-label="Proposed server">{content}</section> })
    })
}

/// Names the server that the link proposes.
fn proposes(entered: &Entered) -> impl IntoView + use<> {
    let written = entered.written.as_ref();
    view! {
        "The link you followed proposes the server " <b>{entered.server.origin().to_owned()}</b>
        {written.map(|written| format!(" (as browsers write {written})"))}
    }
}

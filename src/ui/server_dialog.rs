//! The dialog that names the server, explains the lock, and changes the server.

use super::relayed::Relayed;
use super::session::{Session, session};
use super::text;
use crate::browser::{page, relay};
use crate::http::{Server, ServerFault};
use crate::ui::dynamic::{shown_when, truth, words};
use crate::ui::later::later;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// The element's id.
const ID: &str = "server-dialog";

/// The dialog.
#[component]
pub(super) fn ServerDialog() -> impl IntoView {
    let session = session();
    view! {
        <dialog id=ID aria-labelledby="server-dialog-title">
            <h2 id="server-dialog-title">"Where requests go"</h2>
            {shown_when(move || session.asks_server.get(), content)}
        </dialog>
    }
}

/// Opens the dialog.
pub(super) fn open(session: Session) {
    session.asks_server.set(true);
    page::show_dialog(ID);
}

later! {
    /// What the dialog shows: nobody needs it before it is opened.
    fn content() in pages {
        view! { <Content /> }
    }
}

#[component]
fn Content() -> impl IntoView {
    let session = session();
    let name = move || {
        session.server.with(|server| {
            if server.is_in_page() {
                text::server_name(server)
            } else {
                server.origin().to_owned()
            }
        })
    };
    view! {
            <p>
                {words(move || if relay::server().is_some() {
                    "Before its first request this page locks itself: from then on your browser refuses everything but its own origin."
                } else if session.locked.get() {
                    "Since its first request this page is locked: your browser refuses its requests to anything but its own files and one \
                     server. Only a reload ends that."
                } else {
                    "With its first request this page locks itself: from then on your browser refuses its requests to anything but its \
                     own files and this server."
                })}
            </p>
            <p>"Now: " <b>{words(name)}</b></p>
            {match relay::server() {
                Some(server) => view! { <Relayed server dialog=ID /> }.into_any(),
                None => view! { <ServerForm /> }.into_any(),
            }}
            <p class="foot">
                {shown_when(move || !session.server.with(Server::is_in_page), move || view! {
                    <button type="button" on:click=move |_| {
                        page::close_dialog(ID);
                        session.choose(Server::practice());
                    }>{words(move || with_reload("Practise without a server", session.locked.get()))}</button>
                })}
                <button type="button" on:click=|_| page::close_dialog(ID)>"Close"</button>
            </p>
    }
}

fn with_reload(words: &str, locked: bool) -> String {
    if locked {
        format!("{words} (reloads the page)")
    } else {
        words.to_owned()
    }
}

/// Takes the address of another server.
#[component]
fn ServerForm() -> impl IntoView {
    let session = session();
    let typed = RwSignal::new(String::new());
    let fault = RwSignal::new(None);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        match typed.with_untracked(|text| Server::parse(text)) {
            Ok(server) => {
                fault.set(None);
                typed.set(String::new());
                page::close_dialog(ID);
                session.choose(server);
            }
            Err(what) => fault.set(Some(what)),
        }
    };
    let agree = move |_| {
        if let Ok(server) = typed.with_untracked(|text| Server::parse_unencrypted(text)) {
            fault.set(None);
            typed.set(String::new());
            page::close_dialog(ID);
            session.choose(server);
        }
    };
    view! {
        <form on:submit=submit novalidate>
            <label for="server-address">"Another server"</label>
            <div class="together">
                <input id="server-address" type="text" inputmode="url" autocomplete="off" spellcheck="false"
                    placeholder="cloud.seatable.io" bind:value=typed
                    aria-invalid=truth(move || fault.get().is_some()) aria-describedby="server-fault" />
                <button class="primary" type="submit">{words(move || with_reload("Use it", session.locked.get()))}</button>
            </div>
            <p class="fault" id="server-fault" role="alert">{words(move || fault.get().map_or("", ServerFault::text))}</p>
            {shown_when(move || fault.get() == Some(ServerFault::Unencrypted), move || view! {
                <button type="button" on:click=agree>"Use http all the same"</button>
            })}
            {shown_when(move || session.locked.get(), || view! {
                <p class="hint">"A reload forgets tokens, answers, progress and what you typed."</p>
            })}
        </form>
    }
}

//! The dialog that names the server, explains the lock, and changes the server.

use super::connection;
use super::relayed::Relayed;
use super::server_form::{ServerForm, with_reload};
use super::session::{Session, first_server, session};
use super::sheets;
use crate::browser::{page, relay};
use crate::ui::dynamic::{dynamic, shown_when, words};
use crate::ui::later::later;
use leptos::prelude::*;
use playground_core::http::Server;
use playground_core::words;

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
        sheets::dialogs();
        view! { <Content /> }
    }
}

#[component]
fn Content() -> impl IntoView {
    let session = session();
    view! {
            {match relay::server() {
                Some(server) => view! { <Relayed server dialog=ID /> }.into_any(),
                None => view! { <Direct /> }.into_any(),
            }}
            {connection::in_dialog()}
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

/// Where requests go that the browser sends to a server by itself, and how to come to another one.
#[component]
fn Direct() -> impl IntoView {
    let session = session();
    let name = move || {
        session.server.with(|server| {
            if server.is_in_page() {
                words::server::name(server)
            } else {
                server.origin().to_owned()
            }
        })
    };
    view! {
        <p>
            {words(move || if session.locked.get() {
                "Since its first request this page is locked: your browser refuses its requests to anything but its own files and \
                 what is named here. A reload ends that."
            } else {
                "With its first request this page locks itself: from then on your browser refuses its requests to anything but its \
                 own files and this server."
            })}
        </p>
        <p>"Now: " <b>{words(name)}</b></p>
        {shown_when(move || session.server.with(Server::is_in_page), move || {
            let server = first_server();
            let words = with_reload(&format!("Leave practice for {}", server.host()), session.locked.get());
            view! {
                <p><button type="button" on:click=move |_| {
                    page::close_dialog(ID);
                    session.choose(server.clone());
                }>{words}</button></p>
            }
        })}
        {dynamic(move || links(session))}
        <ServerForm dialog=ID />
    }
}

/// Names the other host that upload links may lead to, and takes the permission back.
fn links(session: Session) -> Option<AnyView> {
    let server = session.server.get();
    let origin = server.links()?.to_owned();
    let name = words::server::of_origin(&origin).to_owned();
    let takes_back = move || {
        with_reload(
            &format!("Stop allowing uploads to {name}"),
            session.locked.get(),
        )
    };
    Some(
        view! {
            <p>"Upload links may lead to " <b>{origin}</b> " too. No token goes there."</p>
            <p><button type="button" on:click=move |_| {
                page::close_dialog(ID);
                session.choose(server.with_links(None));
            }>{words(takes_back)}</button></p>
        }
        .into_any(),
    )
}

//! The top bar: what the page is locked to, which tokens it holds, whether this is practice, how many requests went out.

use super::icon;
use super::keyring;
use super::rail;
use super::server_dialog;
use super::session::{Practice, first_server, session};
use super::theme::ThemeButton;
use crate::browser::{page, relay};
use crate::ui::dynamic::{dynamic, flag, shown_when, truth, words};
use leptos::prelude::*;
use playground_core::http::Server;
use playground_core::words;

/// The top bar.
#[component]
pub(super) fn TopBar(
    /// Whether all of it is drawn, or as yet what stands on its left.
    framed: RwSignal<bool>,
) -> impl IntoView {
    let drawer = session().drawer;
    view! {
        <header class="bar">
            <button class="bar-button drawer-button" type="button" aria-controls=rail::ID
                aria-expanded=truth(move || drawer.get()) on:click=move |_| {
                    drawer.update(|open| *open = !*open);
                    // Goes nowhere where it was closed.
                    page::focus_first(["#", rail::ID].concat());
                }>
                {icon::contents()} <span class="unseen">"Contents"</span>
            </button>
            <a class="brand" href="#/">{icon::table()} <span>"API Playground"</span> <small>"for SeaTable 6.2"</small></a>
            {shown_when(move || framed.get(), || view! {
                <LockButton />
                <span class="grow"></span>
                <keyring::KeyringButton />
                <PracticeSwitch />
                <RequestCount />
                <ThemeButton />
            })}
        </header>
    }
}

/// Names the server and opens the dialog that changes it.
#[component]
fn LockButton() -> impl IntoView {
    let session = session();
    let name = move || session.server.with(words::server::lock);
    view! {
        <button class="bar-button lock" class:engaged=flag(move || session.locked.get()) type="button" aria-haspopup="dialog"
            on:click=move |_| server_dialog::open(session)>
            {dynamic(move || if session.locked.get() { icon::locked().into_any() } else { icon::unlocked().into_any() })}
            <span class="lock-words">{words(move || match (session.server.with(relay::leads_to), session.locked.get()) {
                (true, _) => "Through this machine’s relay to",
                (false, true) => "Locked to",
                (false, false) => "Server",
            })}</span>
            <b>{words(name)}</b>
        </button>
    }
}

/// Switches between practice and a real server.
#[component]
fn PracticeSwitch() -> impl IntoView {
    let session = session();
    let on = move || session.practice.with(|practice| *practice != Practice::Off);
    let toggle = move |_| {
        let other = if session.server.with_untracked(Server::is_in_page) {
            first_server()
        } else {
            Server::practice()
        };
        if session.locked.get_untracked() {
            // Leaving the lock takes a reload, which the person has to agree to.
            server_dialog::open(session);
        } else {
            session.choose(other);
        }
    };
    view! {
        <button class="bar-button switch" type="button" role="switch" aria-checked=truth(on) on:click=toggle>
            <span class="knob" aria-hidden="true"></span> <span class="switch-word">"Practice"</span>
        </button>
    }
}

/// Counts the requests, and leads to their list.
#[component]
fn RequestCount() -> impl IntoView {
    let session = session();
    let count = move || session.ledger.with(|ledger| ledger.lines().len());
    view! {
        <a class="bar-button count" href="#/requests">
            {words(move || count().to_string())} <span>{words(move || if count() == 1 { " request" } else { " requests" })}</span>
        </a>
    }
}

//! How to begin: in practice with one press, or with your own SeaTable; and what comes next in each state of the page.

use crate::browser::task;
use crate::ui::dynamic::{Memo, dynamic, effect, flag, memo, shown_when, truth, words};
use crate::ui::later::later;
use crate::ui::server_dialog;
use crate::ui::server_form::with_reload;
use crate::ui::session::{Practice, Session, first_server, session};
use crate::ui::step::inputs::ask;
use crate::ui::step::practice::starter;
use crate::ui::walkthrough;
use crate::walkthroughs::CONTENTS;
use leptos::prelude::*;
use playground_core::http::Server;
use playground_core::route::Route;
use playground_core::walkthrough::Run;
use playground_core::words;

/// The id of what says where requests go.
const OWN: &str = "own-server";

/// The two ways to begin. One of them is the first to offer: practice, until a server is taken or the page is locked to one.
pub(super) fn begin() -> AnyView {
    let session = session();
    let practises = memo(move || practises(session));
    // A server that was taken on purpose, or has had a request, is what the person works with.
    let is_taken = memo(move || {
        !practises.get() && (session.locked.get() || session.server.get() != first_server())
    });
    let asked = RwSignal::new(false);
    let own = memo(move || !practises.get() && (is_taken.get() || asked.get()));
    let use_own = move |_| {
        let in_page = session.server.with_untracked(Server::is_in_page);
        match practises.get_untracked() {
            // Leaving a lock takes a reload, which the person has to agree to there.
            true if !in_page || session.locked.get_untracked() => server_dialog::open(session),
            true => {
                asked.set(true);
                session.choose(first_server());
            }
            false => asked.update(|asked| *asked = !*asked),
        }
    };
    view! {
        <section class="begin">
            <p class="controls">
                {practice_button(session, own)}
                {shown_when(move || !is_taken.get(), move || view! {
                    <button type="button" aria-expanded=truth(move || own.get()) aria-controls=OWN on:click=use_own>"Use my SeaTable"</button>
                })}
            </p>
            <p role="status">{words(move || next(session))}</p>
            <div id=OWN>{shown_when(move || own.get(), own_server)}</div>
        </section>
    }
    .into_any()
}

/// Whether requests go to a practice SeaTable.
fn practises(session: Session) -> bool {
    let is_known = session
        .practice
        .with(|practice| matches!(practice, Practice::On(_)));
    is_known || session.server.with(Server::is_in_page)
}

/// Opens the walkthrough that comes next in practice, and switches practice on for that.
fn practice_button(session: Session, own: Memo<bool>) -> AnyView {
    let starting = RwSignal::new(false);
    effect(move || {
        let practice = session.practice.get();
        match practice {
            _ if !starting.get() => {}
            Practice::On(_) => {
                starting.set(false);
                walkthrough::begin(session, to_do(session), |session, place| {
                    task::spawn(async move {
                        if let Ok(start) = starter().await {
                            start(session, place);
                        }
                    });
                });
            }
            Practice::Unavailable => starting.set(false),
            _ => {}
        }
    });
    let start = move |_| {
        let in_page = session.server.with_untracked(Server::is_in_page);
        match session.practice.get_untracked() {
            Practice::Loading => {}
            Practice::On(_) => starting.set(true),
            // The one in the page did not load: once more.
            _ if in_page => {
                starting.set(true);
                session.recognise_practice();
            }
            _ => {
                starting.set(true);
                session.choose(Server::practice());
            }
        }
    };
    let reloads = move || session.locked.get() && !practises(session);
    let label = move || {
        let is_begun = practises(session) && is_begun(session, to_do(session));
        let words = if is_begun {
            "Continue in practice"
        } else {
            "Start in practice"
        };
        with_reload(words, reloads())
    };
    let busy = move || starting.get() || session.practice.with(|it| *it == Practice::Loading);
    view! {
        <button class:primary=flag(move || !own.get()) type="button" aria-disabled=truth(busy) on:click=start>{words(label)}</button>
    }
    .into_any()
}

/// Says what comes next.
fn next(session: Session) -> &'static str {
    let in_page = session.server.with(Server::is_in_page);
    match session.practice.get() {
        Practice::Loading => "Loading the practice SeaTable …",
        Practice::Unavailable => {
            "The practice SeaTable could not be loaded. Check your connection, then try again."
        }
        Practice::On(_) if in_page => {
            "Practice is on: requests stay in this page. The walkthrough opens at its next step, with the practice token filled in."
        }
        Practice::On(_) => {
            "Your server is a practice SeaTable. The walkthrough opens at its next step, with the practice token filled in."
        }
        Practice::Off if session.locked.get() => {
            "The page stays with your server until it is reloaded. Starting in practice reloads it, which forgets tokens, responses, \
             progress and what you typed."
        }
        Practice::Off => {
            "Practice needs no account: a simulated SeaTable runs in this page, and nothing you do there is permanent. The first \
             walkthrough opens with the practice token filled in, ready to send."
        }
    }
}

later! {
    /// Says where requests go, and leads on from there.
    fn own_server() in pages {
        on_own_server(session())
    }
}

fn on_own_server(session: Session) -> AnyView {
    let place = memo(move || to_do(session));
    let walkthrough = move || {
        let place = place.get();
        let walkthrough = CONTENTS.get(place)?;
        let words = if is_begun(session, place) {
            "Continue: "
        } else {
            "Start: "
        };
        let link = Route::walkthrough(walkthrough.id).to_string();
        Some(view! { <a class="primary" href=link>{words} {walkthrough.title}</a> })
    };
    let may_practise = move || session.server.with(Server::takes_practice_tokens);
    view! {
        <p>
            {move || if session.locked.get() { "Requests go to " } else { "Requests will go to " }}
            <b>{words(move || session.server.with(words::server::name))}</b> ". Next, enter a token or your login there. No account yet? "
            <a href="https://seatable.io/registierung/?lang=auto" target="_blank" rel="noopener noreferrer">"Register for SeaTable Cloud Free"</a>
        </p>
        <p class="controls">
            {dynamic(walkthrough)}
            <button type="button" on:click=move |_| server_dialog::open(session)>"Choose another server"</button>
        </p>
        {shown_when(may_practise, ask)}
    }
    .into_any()
}

/// Returns the walkthrough that comes next: the first that is not done.
fn to_do(session: Session) -> usize {
    let is_done = |place: usize| {
        let run = session.opened_run(place);
        run.is_some_and(|run| run.with(Run::first_undone).is_none())
    };
    (0..CONTENTS.len())
        .find(|&place| !is_done(place))
        .unwrap_or_default()
}

/// Whether something of a walkthrough is done.
fn is_begun(session: Session, place: usize) -> bool {
    let run = session.opened_run(place);
    run.is_some_and(|run| run.with(|run| run.progress().0 > 0))
}

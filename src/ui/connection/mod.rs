//! The connection check: beside the failure of a step, and in the dialog that names the server.

mod check;
mod remedies;
mod view;

use super::later::{later, soon};
use super::session::{Session, session};
use crate::browser::{clock, task};
use crate::ui::dynamic::{dynamic, effect, memo, shown_when, words};
use crate::ui::sheets;
use leptos::prelude::*;
use playground_core::connection::{Verdict, is_open};
use playground_core::http::{Exchange, Failure, Server, is_on};
use playground_core::words;
use view::explain;

/// Shows why the request of a step failed.
type Explain = fn(Session, Why) -> AnyView;

/// How it is found out why a request failed.
#[derive(Clone)]
enum Why {
    /// The failure says so.
    Known(Verdict),
    /// It has only just failed, and the connection is checked.
    Check,
    /// It failed some time ago: what the last check found is shown, and none begins by itself.
    LastCheck,
}

later! {
    /// Fetches what checks: nobody needs it before something has failed.
    async fn explainer() -> Explain, explain in connection;
}

later! {
    /// A check that the person asked for.
    fn asked() in connection {
        sheets::response();
        view::asked(session())
    }
}

/// How long ago a request may have failed for a check to begin by itself, in milliseconds: whoever comes back to a step later has
/// not sent anything.
const JUST: f64 = 4_000.0;

/// Says why a step's request failed, beginning with the name of the failure; and where the reason is open, what the connection
/// check finds. Where that part of the page does not come, the words for it stand alone.
pub(super) fn failed(
    exchange: &Exchange,
    failure: &Failure,
    name: String,
    whole: String,
) -> (AnyView, Option<AnyView>) {
    let session = session();
    let server = session.server.get_untracked();
    let is_there = !server.is_in_page() && is_on(&exchange.request.url.shown(), server.origin());
    let ended = exchange.began_ms + f64::from(exchange.elapsed_ms);
    let why = match Verdict::known(failure) {
        Some(verdict) => Some(Why::Known(verdict)),
        None if !is_open(failure) => None,
        None if clock::monotonic_ms() - ended < JUST => Some(Why::Check),
        None => Some(Why::LastCheck),
    };
    let Some(why) = why.filter(|_| is_there) else {
        return (view! { <p><b>{name}</b> " " {whole}</p> }.into_any(), None);
    };
    let certain = words::failure::certain(failure, server.host());
    // None while the part is on its way.
    let part = RwSignal::new(None::<Option<Explain>>);
    task::spawn(async move {
        // Nothing is to be told where the place is gone by now.
        let _ = part.try_set(Some(soon(explainer()).await));
    });
    let told = words(move || match part.get() {
        Some(None) => whole.clone(),
        _ => certain.clone(),
    });
    let check = dynamic(move || {
        let explain = part.get().flatten()?;
        Some(explain(session, why.clone()))
    });
    (
        view! { <p><b>{name}</b> " " {told}</p> }.into_any(),
        Some(check),
    )
}

/// The check in the dialog: a button, and what it finds.
pub(super) fn in_dialog() -> AnyView {
    let session = session();
    let is_asked = RwSignal::new(false);
    // Another server has not been checked.
    let server = memo(move || session.server.get());
    effect(move || {
        server.track();
        is_asked.set(false);
    });
    let can = move || !session.server.with(Server::is_in_page);
    shown_when(can, move || {
        dynamic(move || {
            if is_asked.get() {
                asked()
            } else {
                view! {
                <p><button type="button" on:click=move |_| is_asked.set(true)>"Check the connection"</button></p>
                <p class="hint">
                    "Sends some requests without a token"
                    {words(move || if session.locked.get() { "." } else { ", and locks the page to this server." })}
                </p>
            }
            .into_any()
            }
        })
    })
}

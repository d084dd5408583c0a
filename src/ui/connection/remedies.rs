//! What helps, each remedy once, the first one open.

use super::view::ShownIn;
use crate::browser::page;
use crate::ui::exchange::Copy;
use crate::ui::session::session;
use leptos::prelude::*;
use playground_core::connection::{Circumstances, Kind, Verdict};
use playground_core::http::Server;
use playground_core::words;

/// The remedies of these verdicts.
pub(super) fn list(verdicts: &[Verdict], circumstances: &Circumstances, place: ShownIn) -> AnyView {
    let in_step = place == ShownIn::Step;
    let mut remedies: Vec<(Kind, &Verdict)> = Vec::new();
    for verdict in verdicts {
        for kind in verdict.remedies(circumstances, in_step) {
            if remedies.iter().all(|(other, _)| *other != kind) {
                remedies.push((kind, verdict));
            }
        }
    }
    let each = remedies.into_iter().enumerate();
    each.map(|(place, (kind, verdict))| one(kind, verdict, place == 0, circumstances))
        .collect_view()
        .into_any()
}

fn one(kind: Kind, verdict: &Verdict, is_open: bool, circumstances: &Circumstances) -> AnyView {
    let remedy = words::connection::remedy(kind, verdict, circumstances);
    let copy = remedy.copy.map(|text| {
        let copied = text.clone();
        view! {
            <pre class="command" tabindex="0">{text}</pre>
            <Copy label="Copy" text=move || copied.clone() />
        }
    });
    view! {
        <details data-remedy=kind.name() open=is_open>
            <summary>{remedy.title}</summary>
            <p>{remedy.text}</p>
            {copy}
            {action(kind, circumstances)}
        </details>
    }
    .into_any()
}

/// What the page itself can do for it.
fn action(kind: Kind, circumstances: &Circumstances) -> Option<AnyView> {
    Some(match kind {
        Kind::Tab => {
            let address = format!("{}/api2/ping/", circumstances.server.origin());
            view! { <p><a href=address target="_blank" rel="noopener noreferrer">"Open it"</a></p> }.into_any()
        }
        Kind::Request => view! {
            <button type="button" on:click=|_| page::focus_first(".step.open pre.code".to_owned())>"Go to the code"</button>
        }
        .into_any(),
        Kind::Practice => {
            let session = session();
            let label = if session.locked.get_untracked() {
                "Practise (reloads the page)"
            } else {
                "Practise"
            };
            view! { <button type="button" on:click=move |_| session.choose(Server::practice())>{label}</button> }.into_any()
        }
        _ => return None,
    })
}

//! The values that a step gave to later ones.

use crate::ui::session::{StepKey, session};
use leptos::prelude::*;
use playground_core::walkthrough::{Action, Pick, Run, ValueView};
use playground_core::words;

/// The longest value that is shown whole, in characters.
const LONG: usize = 40;

/// The values in one line, for a step that is folded.
pub(super) fn folded(key: StepKey) -> impl IntoView {
    let run = session().run(key);
    run.with_untracked(|run| {
        let values = run.values(key.step);
        let chips = values.iter().map(chip).collect_view();
        (!values.is_empty()).then(|| view! { <p class="gave">"Returned " {chips}</p> })
    })
}

/// The values with the place in the answer that each was taken from. Nothing where there are none.
pub(super) fn list(key: StepKey) -> impl IntoView {
    let run = session().run(key);
    run.with_untracked(|run| {
        let values = run.values(key.step);
        if values.is_empty() {
            return None;
        }
        let rows = values.iter().map(|value| {
            view! { <li>{chip(value)} <code class="from">{source(run, key, value.reference.value)}</code></li> }
        });
        Some(view! { <section class="gives"><h3>"Passed on to later steps"</h3><ul>{rows.collect_view()}</ul></section> })
    })
}

fn chip(value: &ValueView<'_>) -> impl IntoView + use<> {
    view! { <span class="chip"><b>{value.name}</b> <small>{words(value)}</small></span> }
}

fn words(value: &ValueView<'_>) -> String {
    if !value.kind.is_secret() {
        // Of a list or an object the beginning would say nothing.
        let is_text = !value.json.starts_with(['[', '{']);
        return if is_text {
            shortened(value.plain)
        } else {
            "…".to_owned()
        };
    }
    let claims = value.token.and_then(|token| token.claims.as_ref());
    match words::token::rights(claims.and_then(|claims| claims.permission.as_deref())) {
        "" => "••••••".to_owned(),
        rights => rights.to_owned(),
    }
}

fn shortened(text: &str) -> String {
    let count = text.chars().count();
    if count <= LONG {
        return text.to_owned();
    }
    let head: String = text.chars().take(LONG / 2).collect();
    let tail: String = text.chars().skip(count - LONG / 4).collect();
    format!("{head}…{tail}")
}

fn source(run: &Run, key: StepKey, output: usize) -> Option<String> {
    let step = session().walkthrough(key).steps.get(key.step)?;
    let Action::Send(call) = step.action else {
        return None;
    };
    match call.outputs.get(output)?.pick {
        Pick::Body(_) => run.pointer(key.step, output),
        Pick::Header(name) => Some(format!("header {name}")),
        Pick::Sent(_) => Some("as sent".to_owned()),
    }
}

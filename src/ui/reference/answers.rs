//! The responses that the documents know.

use super::{sample, schema};
use leptos::prelude::*;
use playground_core::catalogue::Documented;
use playground_core::words;

/// Lists them. The first is open: it is what is hoped for.
pub(super) fn list(answers: &'static [Documented]) -> AnyView {
    let answers = answers
        .iter()
        .enumerate()
        .map(|(place, answer)| one(answer, place == 0));
    view! {
        <section>
            <h2>"Documented responses"</h2>
            {answers.collect_view()}
        </section>
    }
    .into_any()
}

fn one(answer: &'static Documented, open: bool) -> AnyView {
    let status = answer.status;
    let is_refusal = status >= 400;
    let kind = answer.schema.as_ref().map(words::schema::kind);
    let inside = answer.schema.as_ref().and_then(schema::inside);
    let sample = sample::of(answer);
    let untold = match (&answer.schema, &sample) {
        (Some(_), _) => None,
        (None, Some(_)) => Some("The documents describe its content by a sample alone."),
        (None, None) => Some("The documents don’t describe its content."),
    };
    view! {
        <details class="documented" open=open>
            <summary>
                <b class:bad=is_refusal>{status} " " {words::status::name(status)}</b>
                " " <small>{answer.media.as_ref()}</small>
            </summary>
            {kind.map(|kind| view! { <p class="kind">{kind}</p> })}
            {untold.map(|untold| view! { <p class="hint">{untold}</p> })}
            {inside}
            {sample}
        </details>
    }
    .into_any()
}

//! A response that says no: what its status means, in SeaTable's terms, and what to do next.

use super::limit;
use super::verdict::look;
use crate::ui::later::later;
use crate::ui::session::{StepKey, session};
use crate::walkthroughs::ALL;
use leptos::prelude::*;
use playground_core::http::meaning;
use playground_core::walkthrough::Action;
use playground_core::words;

later! {
    /// Says what the last response of a step means, which is no success.
    pub(super) fn refused(key: StepKey) in connection {
        view! { <Refused key /> }
    }
}

#[component]
fn Refused(
    /// The step.
    key: StepKey,
) -> impl IntoView {
    let session = session();
    session.run(key).with_untracked(|run| {
        let exchange = run.exchange(key.step)?;
        let answer = exchange.answer()?;
        let words = answer.error_text();
        let may_have_happened = meaning::may_write_twice(exchange);
        let claims = run.claims(key.step);
        let now = session.now.get_untracked();
        let meaning = words::answer::told(meaning::of_answer(&exchange.request, answer, token(key), claims.as_ref(), now));
        Some(view! {
            <div class="outcome bad">
                <p><b>{answer.status} " " {words::status::name(answer.status)} "."</b> " " {meaning.sentence} " " {meaning.next}</p>
                {limit::row(exchange, answer)}
                {words.map(|words| view! { <p>"The server says: " <q>{words}</q></p> })}
                {may_have_happened.then(|| view! { <p>{look(key, run)}</p> })}
            </div>
        })
    })
}

fn token(key: StepKey) -> Option<playground_core::auth::TokenKind> {
    match ALL.get(key.walkthrough)?.steps.get(key.step)?.action {
        Action::Send(call) => call.operation.token,
        Action::Provide(_) => None,
    }
}

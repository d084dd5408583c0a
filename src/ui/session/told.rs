//! What the live region says of an outcome.

use super::{DeskId, Session};
use crate::browser::task;
use crate::ui::later::{later, soon};
use leptos::prelude::*;
use playground_core::http::meaning;
use playground_core::words;

/// Says in one sentence what became of a request, and what that means: for a step, or in SeaTable's terms.
pub(super) fn say(session: Session, desk: DeskId, words: String) {
    let Some(exchange) = session.form(desk).exchange() else {
        return session.say(words);
    };
    let answer = exchange.answer();
    match (
        answer.map(|answer| answer.is_success() && !answer.takes_success_back()),
        desk,
    ) {
        (Some(true), DeskId::Step(key)) => {
            let server = session.server.get_untracked();
            let run = session.whole_run(key.walkthrough);
            session.say(run.with_untracked(|run| {
                let went = run.went(key.step, run.link_elsewhere(key.step, &server).is_some());
                words::exchange::told_of_step(&exchange, went, key.number())
            }));
        }
        (Some(false), _) => task::spawn(async move {
            let meant = soon(reader()).await;
            let meant = meant.and_then(|meant| meant(session, desk));
            session.say(meant.unwrap_or(words));
        }),
        _ => session.say(words),
    }
}

later! {
    /// Fetches what says what a refusal means.
    async fn reader() -> fn(Session, DeskId) -> Option<String>, meant in connection;
}

/// Says what became of a request that was refused, and what that means in SeaTable's terms.
fn meant(session: Session, desk: DeskId) -> Option<String> {
    let form = session.form(desk);
    let exchange = form.exchange()?;
    let meaning = meaning::of_answer(
        &exchange.request,
        exchange.answer()?,
        form.with_untracked(|form| form.operation)?.token,
        untrack(|| form.claims()).as_ref(),
        session.now.get_untracked(),
    );
    let told = words::answer::told(meaning);
    Some(words::exchange::told_with(&exchange, &told.sentence))
}

//! What the practice SeaTable hands out, filled into the inputs of a walkthrough. It comes with what starts practice.

use super::inputs::{ask, goes_around};
use crate::ui::dynamic::{dynamic, memo};
use crate::ui::later::later;
use crate::ui::session::{Practice, Session, StepKey, session};
use leptos::prelude::*;
use playground_core::auth::Secret;
use playground_core::http::Server;
use playground_core::walkthrough::{Action, Input, Status};
use std::sync::atomic::{AtomicU32, Ordering};

later! {
    /// The buttons that fill in what practice hands out.
    fn fill_buttons(key: StepKey, inputs: &'static [Input]) in practice {
        let around = memo(move || goes_around(key));
        // Drawn anew when another way is chosen, and not at each keystroke: what the person empties stays empty.
        dynamic(move || {
            let around = around.get();
            let mut asked = inputs.iter().filter(|input| input.around == around);
            let has_token = asked.clone().any(is_token);
            let has_login = asked.any(|input| input.kind.is_login());
            // Nobody has to ask for what only practice takes.
            let is_filled = (has_token || has_login) && is_untouched(session(), key, inputs, has_token);
            if is_filled {
                fill(session(), key, inputs, has_token);
            }
            view! {
                <p class="controls">
                    {has_token.then(|| fill_button(key, inputs, true))}
                    {has_login.then(|| fill_button(key, inputs, false))}
                    {is_filled.then(|| view! { <span class="hint">"Practice has filled in " {if has_token { "the token" } else { "the login" }} ". You can enter something else."</span> })}
                </p>
            }
        })
    }
}

later! {
    /// Fetches what opens a walkthrough in practice.
    pub(in crate::ui) async fn starter() -> fn(Session, usize), start in practice;
}

later! {
    /// Fetches what fills a walkthrough in that goes on after a reload.
    pub(in crate::ui) async fn resumer() -> fn(Session, usize), resume in practice;
}

/// The walkthroughs that were looked at since the page was loaded, by their places.
static RESUMED: AtomicU32 = AtomicU32::new(0);

/// Fills in the token of a walkthrough of which the tab has noted steps as done: the way back would lead through the step that asks for it.
fn resume(session: Session, walkthrough: usize) {
    let key = StepKey {
        walkthrough,
        step: 0,
    };
    let of_this = 1_u32 << (walkthrough % 32);
    let is_noted = session.whole_run(walkthrough).with_untracked(|run| {
        let mut steps = 0..run.walkthrough().steps.len();
        steps.any(|step| run.is_ticked(step) && run.status(step) != Status::Done)
    });
    // Once: who forgets the token afterwards does not want it back.
    let is_first = RESUMED.fetch_or(of_this, Ordering::Relaxed) & of_this == 0;
    let first = session.walkthrough(key).steps.first();
    if let Some(Action::Provide(inputs)) = first.map(|step| &step.action)
        && is_noted
        && is_first
        && is_untouched(session, key, inputs, true)
    {
        fill(session, key, inputs, true);
    }
}

/// Offers what practice hands out, or to ask a server on this machine whether it is one for practice.
pub(super) fn offers(key: StepKey, inputs: &'static [Input]) -> AnyView {
    let session = session();
    dynamic(move || match session.practice.get() {
        Practice::On(_) => Some(fill_buttons(key, inputs)),
        Practice::Off if session.server.with(Server::takes_practice_tokens) => Some(ask()),
        _ => None,
    })
}

/// Opens a walkthrough, its first request ready to be sent with what the practice SeaTable hands out.
fn start(session: Session, walkthrough: usize) {
    let key = StepKey {
        walkthrough,
        step: 0,
    };
    let run = session.whole_run(walkthrough);
    let first = session.walkthrough(key).steps.first();
    let is_new = run.with_untracked(|run| run.progress().0 <= 1);
    if let Some(Action::Provide(inputs)) = first.map(|step| &step.action)
        && is_new
    {
        fill(session, key, inputs, inputs.iter().any(is_token));
    }
    let next = run.with_untracked(|run| run.first_undone());
    key.at(next.unwrap_or_default()).open();
}

fn is_token(input: &Input) -> bool {
    input.kind.token().is_some()
}

/// Fills in the token, or the login.
fn fill(session: Session, key: StepKey, inputs: &[Input], tokens: bool) {
    let Some(credentials) = session.credentials() else {
        return;
    };
    let all = inputs.iter().enumerate();
    for (place, input) in all.filter(|(_, input)| is_token(input) == tokens) {
        if let Some(value) = credentials.of_kind(input.kind) {
            session
                .run(key)
                .update(|run| run.set_input(key.step, place, value));
        }
    }
}

/// Whether nothing stands yet in what `fill` fills.
fn is_untouched(session: Session, key: StepKey, inputs: &[Input], tokens: bool) -> bool {
    let run = session.run(key);
    let mut filled = inputs.iter().enumerate();
    run.with_untracked(|run| {
        filled.all(|(place, input)| {
            is_token(input) != tokens || run.input(key.step, place).is_none_or(Secret::is_empty)
        })
    })
}

fn fill_button(key: StepKey, inputs: &'static [Input], tokens: bool) -> AnyView {
    let words = if tokens {
        "Fill in the practice token"
    } else {
        "Fill in the practice login"
    };
    let press = move |_| {
        let session = session();
        fill(session, key, inputs, tokens);
        session.say("Filled in.");
    };
    view! { <button type="button" on:click=press>{words}</button> }.into_any()
}

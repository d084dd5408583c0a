//! The dark column of a step: the request as code, and below it the answer.

mod answer;
mod code;
mod copy;
mod tabs;
mod tree;
mod tree_line;

use super::session::{StepKey, session};
use super::step::Drafted;
use super::text;
use crate::http::{Exchange, Outcome, meaning};
use crate::ui::dynamic::dynamic;
use crate::ui::later::later;
use leptos::prelude::*;
use std::sync::Arc;

/// The column.
#[component]
pub(super) fn Wire(
    /// The step.
    key: StepKey,
    /// The draft of its request.
    drafted: Drafted,
) -> impl IntoView {
    let session = session();
    let run = session.run(key.walkthrough);
    let exchange = move || {
        session.outcomes(key).track();
        run.with_untracked(|run| run.exchange(key.step).cloned())
    };
    view! {
        <div class="wire">
            {code_view(drafted)}
            {dynamic(move || match exchange() {
                Some(exchange) => outcome(key, exchange).into_any(),
                None => view! { <p class="quiet-wire">"The answer will stand here."</p> }.into_any(),
            })}
        </div>
    }
}

later! {
    /// The request as code. Nothing is sent before it is there, since the same part takes outcomes in.
    fn code_view(drafted: Drafted) in answers {
        view! { <code::Code drafted /> }
    }
}

later! {
    /// The answer: nobody needs it before they have sent something.
    fn answer_view(key: StepKey, exchange: Arc<Exchange>) in answers {
        view! { <answer::AnswerView key exchange /> }
    }
}

fn outcome(key: StepKey, exchange: Arc<Exchange>) -> impl IntoView {
    match &exchange.outcome {
        Outcome::Failure(failure) => view! {
            <p class="status"><b class="bad">{text::failure_name(failure)}</b> <span>{exchange.elapsed_ms} " ms"</span></p>
        }
        .into_any(),
        Outcome::Answer(answer) => {
            let name = meaning::status_name(answer.status);
            let status = format!("{} {name}", answer.status);
            let size = text::bytes(answer.body.bytes().len() as u64);
            let good = answer.is_success();
            let elapsed = exchange.elapsed_ms;
            view! {
                <p class="status">
                    <b class:bad=!good class:ok=good>{status}</b> <span>{elapsed} " ms"</span> <span>{size}</span>
                </p>
                {answer_view(key, exchange)}
            }
            .into_any()
        }
    }
}

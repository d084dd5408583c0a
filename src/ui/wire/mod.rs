//! The dark column of a step: the request as code, and below it the answer.

mod answer;
mod arriving;
mod by_hand;
mod code;
mod copy;
mod headers;
mod more;
mod raw;
mod save;
mod scroll;
mod selecting;
mod status;
mod tabs;
mod tree;

use super::session::{StepKey, session};
use super::step::Drafted;
use crate::browser::{clock, task};
use crate::ui::dynamic::{dynamic, memo};
use crate::ui::later::later;
use by_hand::{Otherwise, otherwise};
pub(super) use copy::Copy;
use leptos::prelude::*;
use more::mark_changes;
use playground_core::http::Exchange;
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
    // Fetching waits until the page is quiet: what a person needs to send the request comes first.
    task::spawn(async move {
        clock::quiet().await;
        session.fetch_answers();
        fetch_viewer();
    });
    let run = session.run(key.walkthrough);
    let exchange = move || {
        session.responses(key).track();
        run.with_untracked(|run| run.exchange(key.step).cloned())
    };
    let unshown = memo(move || session.unshown.get() == Some(key));
    let arrives = memo(move || session.transfer(key).is_some_and(|it| it.is_answer()));
    view! {
        <div class="wire">
            <code::Code drafted />
            {dynamic(move || if unshown.get() {
                view! { <p class="later" role="alert">{UNSHOWN}</p> }.into_any()
            } else if arrives.get() {
                arriving_view(key)
            } else if let Some(exchange) = exchange() {
                answer_view(key, exchange)
            } else {
                view! { <p class="quiet-wire">"The answer will stand here."</p> }.into_any()
            })}
        </div>
    }
}

/// What stands in the place of a response that is here and cannot be shown.
const UNSHOWN: &str = "The response is here, but the part of this page that shows it could not be loaded. \
    The page tries again every few seconds.";

/// Fetches what shows a response. A failure is told where the response would be.
pub(super) fn fetch_viewer() {
    task::spawn(async {
        let _ = viewer().await;
    });
}

later! {
    /// The answer: nobody needs it before they have sent something.
    fn answer_view(key: StepKey, exchange: Arc<Exchange>) in viewer {
        view! { {status::line(&exchange)} <answer::AnswerView key exchange /> }
    }
}

later! {
    /// Fetches what shows answers, which is soon needed, and with it what copies where the clipboard does not.
    async fn viewer() -> Otherwise, otherwise in viewer;
}

later! {
    /// An answer on its way.
    fn arriving_view(key: StepKey) in viewer {
        view! { <arriving::Arriving key /> }
    }
}

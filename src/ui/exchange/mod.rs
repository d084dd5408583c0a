//! The dark panel of a desk: the request as code, and below it the answer. In a wide window it stays beside the form, and scrolls by itself.
//!
//! It knows neither steps nor walkthroughs: what the values of an answer are good for is told it ([`Uses`]).

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
mod uses;

use super::session::{DeskId, Sketch, StepKey, session};
use crate::browser::{clock, task};
use crate::ui::dynamic::{Memo, dynamic, memo};
use crate::ui::later::later;
use crate::ui::sheets;
use by_hand::{Otherwise, otherwise};
pub(super) use copy::Copy;
use leptos::prelude::*;
use more::mark_changes;
use playground_core::http::Exchange;
use playground_core::words;
pub(super) use status::RESPONSE;
use std::sync::Arc;
pub(super) use tree::plain;
pub(super) use uses::{Agreement, Response, Uses};

/// The column.
#[component]
pub(super) fn ExchangeColumn(
    /// The desk.
    desk: DeskId,
    /// Its request.
    sketch: Memo<Option<Sketch>>,
    /// Draws its answer: [`answer`], with what the desk knows of it.
    answer: fn(DeskId, Arc<Exchange>) -> AnyView,
    /// Draws what stands there before: [`awaited`], where nothing else does.
    empty: fn(DeskId) -> AnyView,
) -> impl IntoView {
    let session = session();
    // Fetching waits until the page is quiet: what a person needs to send the request comes first.
    task::spawn(async move {
        clock::quiet().await;
        session.fetch_answers();
        fetch_viewer();
    });
    let unshown = memo(move || session.unshown.get() == Some(desk));
    let arrives = memo(move || session.transfer(desk).is_some_and(|it| it.is_answer()));
    view! {
        <div class="wire">
            <code::Code sketch />
            {dynamic(move || if unshown.get() {
                view! { <p class="later" role="alert">{UNSHOWN}</p> }.into_any()
            } else if arrives.get() {
                arriving_view(desk)
            } else if let Some(exchange) = session.shown(desk) {
                answer(desk, exchange)
            } else {
                empty(desk)
            })}
        </div>
    }
}

/// What stands in the place of a response that nobody has asked for yet.
pub(super) fn awaited() -> AnyView {
    view! { <p class="quiet-wire">"The response appears here."</p> }.into_any()
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

/// An answer, or what came in its place. To be called in the part `viewer`: nobody needs it before they have sent something.
pub(super) fn answer(response: Response) -> AnyView {
    sheets::response();
    view! { {code::all()} {status::line(&response.exchange)} <answer::AnswerView response /> }
        .into_any()
}

later! {
    /// An exchange by itself, away from its desk: what was sent, and what came.
    pub(super) fn by_itself(exchange: Arc<Exchange>) in viewer {
        let (request, desk) = (exchange.request.clone(), DeskId::Step(StepKey::NONE));
        let sketch = memo(move || Some(Sketch { request: request.clone(), faults: Vec::new() }));
        let told = exchange.answer().is_none().then(|| words::exchange::told(&exchange));
        let uses = Uses { kin: |session, _| session.kept_exchanges(), ..Uses::NONE };
        let response = Response { desk, exchange, before: None, uses, agreement: None };
        view! {
            <div class="wire">
                <code::Code sketch />
                {answer(response)}
                {told.map(|told| view! { <p class="quiet-wire bad">{told}</p> })}
            </div>
        }
    }
}

later! {
    /// Fetches what shows answers, which is soon needed, and with it what copies where the clipboard does not.
    async fn viewer() -> Otherwise, otherwise in viewer;
}

later! {
    /// An answer on its way.
    fn arriving_view(desk: DeskId) in viewer {
        sheets::response();
        view! { <arriving::Arriving desk /> }
    }
}

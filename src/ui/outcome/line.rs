//! The line under Send, once there is an outcome: how it went, and the way on.

use crate::browser::page;
use crate::ui::dynamic::words;
use crate::ui::exchange;
use crate::ui::form::FormOf;
use crate::ui::session::session;
use leptos::prelude::*;
use playground_core::http::Exchange;
use playground_core::words;
use std::sync::Arc;

/// Status and time of the last request, what else is said of a good one, and where to go on. `is_well` says whether a good response is all
/// that was wanted. Where the response is not beside it, the line leads there: so the style sheet says.
pub(in crate::ui) fn line(
    of: FormOf,
    exchange: &Arc<Exchange>,
    is_well: bool,
    said: Option<String>,
    on: AnyView,
) -> AnyView {
    let answer = exchange.answer();
    let good = answer.is_some_and(|answer| answer.is_success() && !answer.takes_success_back());
    let mark = match good {
        true if is_well => "✓ ",
        true => "",
        false => "✗ ",
    };
    view! {
        <div class="went">
            <b class:ok=good && is_well class:bad=!good><span aria-hidden="true">{mark}</span> {words::step::came(exchange)}</b>
            <span>{said.filter(|_| good)}</span>
            <span>{words(changed(of, exchange.clone()))}</span>
            <button class="quiet to-response" type="button" on:click=|_| page::focus_soon(exchange::RESPONSE)>"Show the response"</button>
            {on}
        </div>
    }
    .into_any()
}

/// Says that the request is of a form that stands no more as it was sent: what is said of it may not hold for what stands there now. What
/// the walkthrough itself fills in or takes away after a response is no such change.
fn changed(of: FormOf, exchange: Arc<Exchange>) -> impl Fn() -> &'static str {
    let form = session().form(of.desk);
    let sent = untrack(|| form.with(|form| form.typed.clone()));
    move || {
        let is_typed = form.with(|form| Some(&form.typed) != sent.as_ref()) == Some(true);
        let is_other = of.drafted.sketch.with(|sketch| {
            let request = sketch.as_ref().map(|sketch| &sketch.request);
            request.is_some_and(|request| {
                let mut request = request.clone();
                request.forget_secrets();
                !exchange.asks_for(&request)
            })
        });
        if is_typed && is_other {
            "You have changed the form since."
        } else {
            ""
        }
    }
}

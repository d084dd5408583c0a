//! The line under Send, once there is an outcome: how it went, and the way on.

use crate::browser::page;
use crate::ui::exchange;
use leptos::prelude::*;
use playground_core::http::Exchange;
use playground_core::words;

/// Status and time of the last request, what else is said of a good one, and where to go on. `is_well` says whether a good response is all
/// that was wanted. Where the response is not beside it, the line leads there: so the style sheet says.
pub(in crate::ui) fn line(
    exchange: &Exchange,
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
            <button class="quiet to-response" type="button" on:click=|_| page::focus_soon(exchange::RESPONSE)>"Show the response"</button>
            {on}
        </div>
    }
    .into_any()
}

//! The headers of an answer.

use crate::browser::page;
use leptos::prelude::*;
use playground_core::http::Exchange;

/// The headers that the page may see.
pub(super) fn headers(exchange: &Exchange) -> AnyView {
    let headers = exchange.shown().map_or(&[][..], |answer| &answer.headers);
    let row = |(name, value): &(String, String)| {
        view! { <div><dt>{name.clone()}": "</dt><dd>{value.clone()}</dd></div> }
    };
    view! {
        <dl class="headers" tabindex="0" aria-label="The response headers" on:keydown=|event| page::select_all_in(&event)>{headers.iter().map(row).collect_view()}</dl>
        <p class="quiet-wire">
            "A browser shows a page only the headers that the server names for it; the others, such as x-ratelimit-remaining, came too but stay hidden."
        </p>
    }
    .into_any()
}

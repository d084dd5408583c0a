//! How an answer came: its status, how long it took, and how large it is.

use super::copy::Copy;
use super::{raw, save};
use crate::browser::{clock, page};
use crate::ui::dynamic::dynamic;
use leptos::prelude::*;
use playground_core::http::{Exchange, Outcome};
use playground_core::words;
use playground_core::words::size;
use std::sync::Arc;

/// How long the browser takes at most to note how many bytes came over the wire, in milliseconds.
const NOTED: u32 = 150;

/// The id of the status line, which the response begins with.
pub(in crate::ui) const RESPONSE: &str = "response";

/// The status line of an exchange.
pub(super) fn line(exchange: &Arc<Exchange>) -> AnyView {
    let (word, good) = match &exchange.outcome {
        Outcome::Failure(failure) => (words::failure::name(failure).to_owned(), false),
        Outcome::Answer(answer) => {
            let name = words::status::name(answer.status);
            (format!("{} {name}", answer.status), answer.is_success())
        }
    };
    let came = exchange.came.as_ref();
    let came = came.map(|answer| {
        let size = size::bytes(answer.body.bytes().len() as u64);
        format!(
            "after {} {}; the {size} that came are below",
            answer.status,
            words::status::name(answer.status)
        )
    });
    view! {
        <p class="status" id=RESPONSE tabindex="-1">
            <b class:bad=!good class:ok=good>{word}</b>
            {came.map(|words| view! { <span>{words}</span> })}
            <span title=first(exchange)>{format!("{} ms", exchange.elapsed_ms)}</span>
            {exchange.answer().is_some().then(|| size(exchange))}
            <span class="grow"></span>
            {exchange.shown().is_some().then(|| whole(exchange))}
        </p>
    }
    .into_any()
}

/// What can be done with the answer as a whole.
fn whole(exchange: &Arc<Exchange>) -> AnyView {
    let copied = exchange.clone();
    let text = move || String::from_utf8_lossy(raw::bytes(&copied)).into_owned();
    view! { <Copy label="Copy all" text /> {save::button(exchange.clone())} }.into_any()
}

/// Says when the first byte came, where that was not at once the last.
fn first(exchange: &Exchange) -> Option<String> {
    let first = exchange.first_byte_ms?;
    (first < exchange.elapsed_ms).then(|| words::view::first_byte(first))
}

/// The size as decoded and, as soon as the browser tells, as received.
fn size(exchange: &Exchange) -> AnyView {
    let decoded = exchange
        .answer()
        .map_or(0, |answer| answer.body.bytes().len() as u64);
    // A server that compresses as it sends announces no length, and the browser tells a page of another origin nothing
    // unless the server allows it.
    let announced = exchange
        .answer()
        .and_then(|answer| answer.header("content-length"));
    let received = RwSignal::new(announced.and_then(|length| length.parse::<u64>().ok()));
    let (url, began) = (exchange.request.url.shown().into_owned(), exchange.began_ms);
    clock::later(NOTED, move || {
        if let Some(size) = page::wire_size(&url, began).filter(|size| *size > 0) {
            let _ = received.try_set(Some(size));
        }
    });
    dynamic(move || {
        let words = size::bytes(decoded);
        let wire = received.get().filter(|size| *size > 0 && *size != decoded);
        view! { <span>{words}{wire.map(|size| format!(" · {} compressed", size::bytes(size)))}</span> }
    })
}

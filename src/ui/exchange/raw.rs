//! The text of an answer as it came, never as markup.

use super::selecting::{self, Selecting};
use crate::ui::dynamic::{dynamic, words};
use leptos::prelude::*;
use playground_core::http::Exchange;
use playground_core::words;
use std::sync::Arc;

/// How much text is put into the page at once, in bytes: laying out more of one line takes longer than a frame.
const PIECE: usize = 60_000;

/// The text, a piece at a time.
pub(super) fn raw(exchange: Arc<Exchange>) -> AnyView {
    let size = bytes(&exchange).len();
    if size == 0 {
        return view! { <p class="quiet-wire">"The body is empty."</p> }.into_any();
    }
    let last = (size - 1) / PIECE;
    let at = RwSignal::new(0usize);
    let piece = move |number: usize| piece(bytes(&exchange), number);
    let selecting = Selecting::new("raw");
    let copied = piece.clone();
    // The pieces are rows that nothing stands between.
    let text = move |number: usize| (number <= last).then(|| copied(number));
    selecting.writes(selecting::rows(text, ""));
    let told = move || {
        let from = at.get() * PIECE;
        let to = (from + PIECE).min(size);
        words::view::piece(from as u64, to as u64, size as u64)
    };
    let pager = (last > 0).then(|| {
        view! {
            <p class="pages">
                <button type="button" on:click=move |_| at.set(0)>"First"</button>
                <button type="button" on:click=move |_| at.update(|at| *at = at.saturating_sub(1))>"Previous"</button>
                <button type="button" on:click=move |_| at.update(|at| *at = last.min(*at + 1))>"Next"</button>
                <button type="button" on:click=move |_| at.set(last)>"Last"</button>
                <span>{words(told)}</span>
            </p>
        }
    });
    view! {
        {pager}
        {dynamic(move || {
            let number = at.get();
            selecting.drawn();
            view! {
                <pre class="raw" id="raw" tabindex="0" aria-label="The response as text" on:keydown=move |event| { selecting.pressed(&event); }>
                    <span id=format!("raw-{number}")>{piece(number)}</span>
                </pre>
            }
        })}
    }
    .into_any()
}

/// Whether only a piece of the text is in the page.
pub(super) fn is_cut(exchange: &Exchange) -> bool {
    bytes(exchange).len() > PIECE
}

/// Returns the text in UTF-8: as it came, or as it was decoded.
pub(super) fn bytes(exchange: &Exchange) -> &[u8] {
    match exchange.shown() {
        Some(answer) => match &answer.decoded {
            Some(text) => text.as_bytes(),
            None => answer.body.bytes(),
        },
        None => &[],
    }
}

/// Returns a piece of a text. A character that lies across the edge belongs to the piece it begins in.
fn piece(bytes: &[u8], number: usize) -> String {
    let edge = |at: usize| {
        let mut at = at.min(bytes.len());
        while bytes
            .get(at)
            .is_some_and(|byte| byte & 0b1100_0000 == 0b1000_0000)
        {
            at += 1;
        }
        at
    };
    let piece = bytes.get(edge(number * PIECE)..edge((number + 1) * PIECE));
    String::from_utf8_lossy(piece.unwrap_or_default()).into_owned()
}

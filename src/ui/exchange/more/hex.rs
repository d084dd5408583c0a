//! The bytes of an answer that is no text.

use super::super::scroll::{self, Scroll};
use super::super::selecting::{self, Selecting};
use leptos::prelude::*;
use playground_core::http::Exchange;
use std::fmt::Write;
use std::sync::Arc;

/// How many bytes a row has.
const WIDTH: usize = 16;

/// The height of a row, in CSS pixels; the style sheet has the same.
const HEIGHT: usize = 21;

/// The bytes in rows: where a row begins, its bytes as hexadecimal numbers, and as letters.
pub(super) fn hex(exchange: Arc<Exchange>) -> AnyView {
    let size = exchange
        .shown()
        .map_or(0, |answer| answer.body.bytes().len());
    let scroll = Scroll::new(Signal::stored(size.div_ceil(WIDTH)), HEIGHT);
    let selecting = Selecting::new("hex");
    let copied = exchange.clone();
    let text = move |row: usize| {
        let bytes = copied.shown()?.body.bytes();
        bytes.get(row * WIDTH..)?.chunks(WIDTH).next().map(line)
    };
    selecting.writes(selecting::rows(text, "\n"));
    let draw = move |first: usize, end: usize| {
        selecting.drawn();
        let bytes = exchange.shown().map(|answer| answer.body.bytes());
        let bytes = bytes.unwrap_or_default();
        let rows = bytes
            .chunks(WIDTH)
            .enumerate()
            .skip(first)
            .take(end - first);
        rows.map(|(number, bytes)| {
            view! { <div class="row" id=format!("hex-{number}")><span class="line-number aside">{format!("{:08x}", number * WIDTH)}</span>{line(bytes)}</div> }
        })
        .collect_view()
        .into_any()
    };
    view! {
        <div class="tree hex" id="hex" on:keydown=move |event| { selecting.pressed(&event); } tabindex="0" role="region" aria-label="The bytes of the response" node_ref=scroll.node on:scroll=move |_| scroll.scrolled()>
            {scroll::rows(scroll, draw)}
        </div>
    }
    .into_any()
}

fn line(bytes: &[u8]) -> String {
    let mut out = String::new();
    for place in 0..WIDTH {
        let _ = match bytes.get(place) {
            Some(byte) => write!(out, "{byte:02x} "),
            None => write!(out, "   "),
        };
        if place == WIDTH / 2 - 1 {
            out.push(' ');
        }
    }
    out.push(' ');
    out.extend(bytes.iter().map(|byte| match byte {
        b' '..=b'~' => char::from(*byte),
        _ => '·',
    }));
    out
}

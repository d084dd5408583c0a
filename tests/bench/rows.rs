//! Rows as SeaTable answers them, of any size.

use seatable_playground::json::Builder;
use std::fmt::Write as _;

/// A text that stands in the last row alone.
pub(crate) const NEEDLE: &str = "the very last of them";

/// How much comes from the network at a time, in bytes.
const CHUNK: usize = 64 * 1024;

/// Returns an answer of about so many bytes.
pub(crate) fn answer(size: usize) -> String {
    let mut text = String::from(r#"{"rows":["#);
    let mut number = 0;
    while text.len() < size {
        let age = 20 + number % 60;
        write!(
            text,
            r#"{{"_id":"Qtf7xPmoRaiFyQPO{number:06}","_ctime":"2026-03-06T10:57:44.000+00:00","Name":"Person {number}","Age":{age},"Tags":["a","b"],"Done":null}},"#
        )
        .unwrap();
        number += 1;
    }
    write!(text, r#"{{"Name":"{NEEDLE}"}}]}}"#).unwrap();
    text
}

/// Returns what its index weighs, in bytes.
pub(crate) fn index(text: &str) -> usize {
    let mut builder = Builder::with_capacity(text.len());
    for chunk in text.as_bytes().chunks(CHUNK) {
        builder.feed(chunk);
    }
    builder.finish().index_size()
}

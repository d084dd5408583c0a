//! Rows as SeaTable answers them, of any size.

use super::generator;
use playground_core::json::Builder;

/// A text that stands in the last row alone.
pub(crate) const NEEDLE: &str = "the very last of them";

/// How much comes from the network at a time, in bytes.
const CHUNK: usize = 64 * 1024;

/// Returns an answer of about so many bytes.
pub(crate) fn answer(size: usize) -> String {
    generator::rows(size, &format!(r#"{{"Name":"{NEEDLE}"}}"#))
}

/// Returns what its index weighs, in bytes.
pub(crate) fn index(text: &str) -> usize {
    let mut builder = Builder::with_capacity(text.len());
    for chunk in text.as_bytes().chunks(CHUNK) {
        builder.feed(chunk);
    }
    builder.finish().index_size()
}

//! How many rows a line takes where long ones are wrapped.
//!
//! A view gives a wrapped line this height, so what is counted here must not be less than what the text takes: each
//! character of other scripts counts as wide as two Latin ones.

use super::walk::At;
use crate::json::Document;

/// The longest text of a value that a line shows, in bytes. What is longer is cut, and says so.
pub const LONGEST: usize = 4_000;

/// How deep lines are indented at most, in levels of [`INDENT`] columns.
pub const DEEPEST: usize = 60;

/// How many columns a level is indented.
pub const INDENT: usize = 2;

/// The least number of columns that a text has, however deep it stands. The view makes the room for it.
const NARROWEST: usize = 24;

/// What stands on a line beside key and value: the colon, the space and the comma.
const MARKS: usize = 4;

/// What stands before and behind a text that was cut.
const CUT: usize = 60;

/// Returns how many rows a line takes in so many columns; one where nothing is wrapped.
pub(super) fn rows(document: &Document, at: At, depth: usize, columns: Option<u32>) -> u32 {
    let (Some(columns), At::Node(id)) = (columns, at) else {
        return 1;
    };
    if document.is_container(id) {
        return 1;
    }
    let room = text_columns(columns as usize, depth);
    let key = document.key(id).map(|key| key.raw()).unwrap_or_default();
    let value = document.source(id);
    let cut = value.get(..LONGEST).unwrap_or(value);
    let most = key.len() + cut.len() + MARKS + CUT;
    if most <= room {
        return 1;
    }
    let mut needed = width(key) + width(cut) + MARKS;
    if cut.len() < value.len() {
        needed += CUT;
    }
    u32::try_from(needed.div_ceil(room)).unwrap_or(1).max(1)
}

/// Returns how many columns the text of a line has, where the view has so many.
pub fn text_columns(columns: usize, depth: usize) -> usize {
    columns
        .saturating_sub(depth.min(DEEPEST) * INDENT)
        .max(NARROWEST)
}

/// Returns how many columns a text takes at most.
fn width(text: &[u8]) -> usize {
    let columns = |byte: &u8| match byte {
        0x80..0xC0 => 0,
        // Control characters are shown as signs of their own.
        0..0x20 | 0x7F | 0xE0.. => 2,
        0x20..0x80 | 0xC0..0xE0 => 1,
    };
    text.iter().map(columns).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_characters_take_two_columns() {
        for (text, columns) in [("abc", 3), ("ü", 1), ("€漢", 4), ("😀", 2), ("\t", 2)] {
            assert_eq!(width(text.as_bytes()), columns, "{text}");
        }
    }

    #[test]
    fn a_deep_text_keeps_some_room() {
        assert_eq!(text_columns(80, 3), 74);
        assert_eq!(text_columns(80, 5_000), 24);
        assert_eq!(text_columns(0, 0), 24);
    }
}

//! What is looked for.

use super::fold::fold;
use super::matches::Matches;
use crate::json::unescape::escape;
use std::ops::Range;

/// A text to look for, whatever the case of its letters.
pub struct Needle {
    /// The characters, in small letters.
    chars: Vec<char>,
    /// For each byte whether the text may begin with it, be it as it is or in an escape.
    begins: [bool; 256],
}

impl Needle {
    /// Takes a text as a person types it; `None` if there is nothing to look for.
    pub fn new(text: &str) -> Option<Self> {
        let chars: Vec<char> = text.chars().map(fold).collect();
        let first = *chars.first()?;
        let mut begins = [false; 256];
        for (byte, begins) in (0..=u8::MAX).zip(begins.iter_mut()) {
            let is_first = if first.is_ascii() {
                char::from(byte.to_ascii_lowercase()) == first
            } else {
                // A letter and its other case may begin with different bytes.
                !byte.is_ascii()
            };
            *begins = is_first || byte == b'\\';
        }
        Some(Self { chars, begins })
    }

    /// Returns where the text stands in a key or a value as it is shown, so that it can be marked: ranges of bytes between
    /// characters, in their order, none of which overlap. Quotes around what is shown are left out.
    pub fn ranges_in(&self, shown: &str) -> Vec<Range<usize>> {
        let mut ranges = Vec::new();
        let mut matches = Matches::default();
        let mut end = shown.len();
        if shown.starts_with('"') {
            matches.leave(1);
            end -= usize::from(shown.len() > 1 && shown.ends_with('"'));
        }
        let text = shown.as_bytes().get(..end).unwrap_or_default();
        while let Some(found) = matches.next(self, text, end) {
            // What only looks like an escape may end within a character.
            if shown.get(found.clone()).is_some() {
                matches.leave(found.end);
                ranges.push(found);
            }
        }
        ranges
    }

    /// Returns the first place where the text may begin, or an escape does.
    pub(super) fn beginning(&self, text: &[u8]) -> Option<usize> {
        text.iter().position(|&b| self.begins[usize::from(b)])
    }

    /// Returns where the text ends if it stands at the start, with escapes decoded or taken for what they are. If it
    /// does not stand there, the error is whether the other reading may differ.
    pub(super) fn end(&self, text: &[u8], start: usize, decode: bool) -> Result<usize, bool> {
        let mut at = start;
        let mut differs = false;
        for &wanted in &self.chars {
            let (char, length) = match text.get(at..).ok_or(differs)? {
                // Without a backslash it ends the text.
                [b'"', ..] if decode => return Err(true),
                rest @ [b'\\', ..] if decode => {
                    differs = true;
                    escape(rest)
                }
                rest => first_char(rest).ok_or(differs)?,
            };
            if fold(char) != wanted {
                return Err(differs);
            }
            at += length;
        }
        if at > text.len() {
            return Err(differs);
        }
        Ok(at)
    }
}

/// Returns the character that a text begins with, and the number of its bytes; `None` if it is not UTF-8.
fn first_char(text: &[u8]) -> Option<(char, usize)> {
    let length = match *text.first()? {
        byte @ ..0x80 => return Some((char::from(byte), 1)),
        0x80..0xE0 => 2,
        0xE0..0xF0 => 3,
        _ => 4,
    };
    let char = std::str::from_utf8(text.get(..length)?).ok()?;
    Some((char.chars().next()?, length))
}

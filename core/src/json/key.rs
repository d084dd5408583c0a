//! The key of a member, read from the text before its value.

use super::unescape::unescape;
use std::borrow::Cow;

/// The key of a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key<'a> {
    raw: &'a [u8],
}

impl<'a> Key<'a> {
    /// Returns the exact text, quotes included.
    pub fn raw(self) -> &'a [u8] {
        self.raw
    }

    /// Returns the decoded key. What is not Unicode becomes U+FFFD.
    pub fn text(self) -> Cow<'a, str> {
        unescape(self.raw)
    }

    /// Returns the exact text, quotes included; only bytes that are not UTF-8 are replaced.
    pub fn source(self) -> Cow<'a, str> {
        String::from_utf8_lossy(self.raw)
    }
}

/// Finds the key that ends the text before a value. The index does without an offset for it.
pub(super) fn before_value(before: &[u8]) -> Option<Key<'_>> {
    let text = before.trim_ascii_end().strip_suffix(b":")?.trim_ascii_end();
    let inside = text.strip_suffix(b"\"")?;
    let open = (0..inside.len())
        .rev()
        .find(|&at| opens_string(inside, at))?;
    Some(Key { raw: &text[open..] })
}

/// Whether the byte is a quote that no backslash escapes. Before the quote that opens a key there is never
/// a backslash, so the first such quote on the way back is the right one.
fn opens_string(text: &[u8], at: usize) -> bool {
    let backslashes = |text: &[u8]| text.iter().rev().take_while(|&&b| b == b'\\').count();
    text[at] == b'"' && backslashes(&text[..at]).is_multiple_of(2)
}

#[cfg(test)]
mod tests {
    use crate::json::Document;

    fn keys(text: &str) -> Vec<(String, String)> {
        let document = Document::parse(text.as_bytes().to_vec());
        assert_eq!(document.fault(), None, "{text}");
        let keys = document
            .children(document.root().unwrap())
            .filter_map(|id| document.key(id));
        keys.map(|key| (key.source().into_owned(), key.text().into_owned()))
            .collect()
    }

    #[test]
    fn a_key_is_found_behind_any_white_space_and_escape() {
        for (text, raw, decoded) in [
            (r#"{"a":1}"#, r#""a""#, "a"),
            ("{ \"a b\"\n\t:\r 1}", r#""a b""#, "a b"),
            (r#"{"":1}"#, r#""""#, ""),
            (r#"{"\"":1}"#, r#""\"""#, "\""),
            (r#"{"\\":1}"#, r#""\\""#, "\\"),
            (r#"{"a\\\"b:":"x"}"#, r#""a\\\"b:""#, "a\\\"b:"),
            (r#"{"\u00fc":1}"#, r#""\u00fc""#, "ü"),
            (r#"{"Größe":1}"#, r#""Größe""#, "Größe"),
        ] {
            assert_eq!(keys(text), [(raw.to_owned(), decoded.to_owned())], "{text}");
        }
    }

    #[test]
    fn the_items_of_an_array_have_no_key() {
        assert_eq!(keys(r#"["a", {"b": 1}]"#), []);
    }
}

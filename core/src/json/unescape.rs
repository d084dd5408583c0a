//! The content of a string, from its JSON text.

use std::borrow::Cow;

const UNKNOWN: char = char::REPLACEMENT_CHARACTER;

/// Returns the content of a string with its quotes. What is not Unicode becomes U+FFFD.
pub(super) fn unescape(raw: &[u8]) -> Cow<'_, str> {
    let inside = raw.get(1..raw.len().saturating_sub(1)).unwrap_or_default();
    if !inside.contains(&b'\\') {
        return String::from_utf8_lossy(inside);
    }
    let mut out = String::with_capacity(inside.len());
    let mut rest = inside;
    while let Some(at) = rest.iter().position(|&b| b == b'\\') {
        out.push_str(&String::from_utf8_lossy(&rest[..at]));
        let (char, length) = escape(&rest[at..]);
        out.push(char);
        rest = rest.get(at + length..).unwrap_or_default();
    }
    out.push_str(&String::from_utf8_lossy(rest));
    Cow::Owned(out)
}

/// Returns the character of the escape that the text begins with, and the number of its bytes.
pub(super) fn escape(text: &[u8]) -> (char, usize) {
    let char = match text.get(1) {
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(b'n') => '\n',
        Some(b'r') => '\r',
        Some(b't') => '\t',
        Some(b'u') => return unicode(text),
        Some(&other) => char::from(other),
        None => UNKNOWN,
    };
    (char, 2)
}

fn unicode(text: &[u8]) -> (char, usize) {
    let Some(first) = code_unit(text) else {
        return (UNKNOWN, 6);
    };
    let second = text.get(6..).and_then(code_unit);
    match (first, second) {
        (0xD800..=0xDBFF, Some(second @ 0xDC00..=0xDFFF)) => {
            let code = 0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00);
            (char::from_u32(code).unwrap_or(UNKNOWN), 12)
        }
        _ => (char::from_u32(first).unwrap_or(UNKNOWN), 6),
    }
}

/// Returns the UTF-16 code unit of the `\uXXXX` that the text begins with.
fn code_unit(text: &[u8]) -> Option<u32> {
    let digits = text.strip_prefix(b"\\u")?.get(..4)?;
    digits.iter().try_fold(0, |unit, &digit| {
        Some(unit * 16 + char::from(digit).to_digit(16)?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::escape;

    #[test]
    fn escapes_become_what_they_stand_for() {
        for (raw, text) in [
            (r#""plain ü""#, "plain ü"),
            (r#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"),
            (r#""a\u00E9\u00e9b""#, "aééb"),
            (r#""\uD83D\uDE00!""#, "😀!"),
            (r#""\uD83D""#, "\u{fffd}"),
            (r#""\uD83D\n""#, "\u{fffd}\n"),
            (r#""\uDE00\uD83Dx""#, "\u{fffd}\u{fffd}x"),
            (r#""\u0000""#, "\0"),
        ] {
            assert_eq!(unescape(raw.as_bytes()), text, "{raw}");
        }
        assert_eq!(unescape(b"\"\xff\\n\xc3\""), "\u{fffd}\n\u{fffd}");
    }

    #[test]
    fn unescaping_undoes_escaping() {
        let every: String = (0..0x300)
            .filter_map(char::from_u32)
            .chain("\u{2028}😀".chars())
            .collect();
        let mut quoted = String::from("\"");
        escape(&mut quoted, &every);
        quoted.push('"');
        assert_eq!(unescape(quoted.as_bytes()), every);
    }
}

//! The name of a file in the header Content-Disposition (RFC 6266).

use crate::http::encode;

/// Returns the name of the file: `filename*`, which says how it is encoded, before `filename`.
pub(super) fn name(header: &str) -> Option<String> {
    let (mut plain, mut extended) = (None, None);
    let mut rest = header;
    while let Some(parameter) = next_parameter(&mut rest) {
        let Some((key, value)) = parameter.split_once('=') else {
            continue;
        };
        let (key, value) = (key.trim(), value.trim());
        if key.eq_ignore_ascii_case("filename*") {
            extended = extended.or_else(|| extended_value(value));
        } else if key.eq_ignore_ascii_case("filename") {
            plain = plain.or_else(|| Some(utf8(&unquoted(value))));
        }
    }
    extended.or(plain).filter(|name| !name.is_empty())
}

/// Takes the next parameter off, up to a semicolon that stands in no quotes.
fn next_parameter<'a>(rest: &mut &'a str) -> Option<&'a str> {
    if rest.is_empty() {
        return None;
    }
    let (mut is_quoted, mut is_escaped) = (false, false);
    let end = rest.find(|c| {
        let ends = c == ';' && !is_quoted;
        is_quoted ^= c == '"' && !is_escaped;
        is_escaped = c == '\\' && is_quoted && !is_escaped;
        ends
    });
    let (parameter, after) = match end {
        Some(end) => (rest.get(..end), rest.get(end + 1..)),
        None => (Some(*rest), None),
    };
    *rest = after.unwrap_or_default();
    parameter
}

/// Returns what a value says without its quotes and backslashes, if it has any.
fn unquoted(value: &str) -> String {
    let Some(inside) = value.strip_prefix('"') else {
        return value.to_owned();
    };
    let mut out = String::new();
    let mut chars = inside.chars();
    while let Some(char) = chars.next() {
        match char {
            '"' => break,
            '\\' => out.extend(chars.next()),
            _ => out.push(char),
        }
    }
    out
}

/// Browsers hand the bytes of a header over as characters; many servers mean UTF-8 by them.
fn utf8(text: &str) -> String {
    let bytes: Option<Vec<u8>> = text.chars().map(|c| u8::try_from(c).ok()).collect();
    bytes
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .unwrap_or_else(|| text.to_owned())
}

/// Returns what a value such as `UTF-8''B%C3%BCro.pdf` says (RFC 8187).
fn extended_value(value: &str) -> Option<String> {
    // Some servers put quotes around it, against the RFC.
    let mut parts = value.trim_matches('"').splitn(3, '\'');
    let (charset, _language, text) = (parts.next()?, parts.next()?, parts.next()?);
    let bytes = encode::percent_decoded(text);
    if charset.eq_ignore_ascii_case("iso-8859-1") {
        return Some(bytes.into_iter().map(char::from).collect());
    }
    String::from_utf8(bytes).ok()
}

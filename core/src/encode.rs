//! Percent-encoding, as RFC 3986 and the URL-encoded form of the HTML standard want it.

const HEX: &[u8; 16] = b"0123456789ABCDEF";

/// Appends a text to an address as one path segment: everything but RFC 3986's unreserved characters
/// and `@` is encoded, a slash too.
pub fn segment(out: &mut String, text: &str) {
    percent(out, text, b"-._~@");
}

/// Appends a text to an address as a name or value of its query.
pub fn query(out: &mut String, text: &str) {
    percent(out, text, b"-._~@,:");
}

/// Appends a name or value to a URL-encoded form: a space becomes `+`.
pub fn form(out: &mut String, text: &str) {
    for (i, word) in text.split(' ').enumerate() {
        if i > 0 {
            out.push('+');
        }
        percent(out, word, b"-._*");
    }
}

fn percent(out: &mut String, text: &str, plain: &[u8]) {
    for &byte in text.as_bytes() {
        if byte.is_ascii_alphanumeric() || plain.contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(char::from(HEX[usize::from(byte >> 4)]));
            out.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
}

/// Decodes the text that [`segment`] or [`query`] has encoded, or another program did.
pub fn decoded(text: &str) -> String {
    String::from_utf8_lossy(&percent_decoded(text)).into_owned()
}

/// Decodes the text that [`segment`] or [`query`] has encoded; `None` if an escape is broken or what comes out is no UTF-8.
pub fn strictly_decoded(text: &str) -> Option<String> {
    let mut escapes = text.split('%').skip(1);
    let is_whole = |escape: &str| {
        let digits = escape.as_bytes().get(..2);
        digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    };
    let is_sound = escapes.all(is_whole);
    let decoded = is_sound.then(|| percent_decoded(text))?;
    String::from_utf8(decoded).ok()
}

/// Decodes `%XX`; what is no such thing stays.
pub(super) fn percent_decoded(text: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        let digit = |at: usize| char::from(*after.get(at)?).to_digit(16);
        match (byte, digit(0), digit(1)) {
            (b'%', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                rest = after.get(2..).unwrap_or_default();
            }
            _ => out.push(byte),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encoded(with: fn(&mut String, &str), text: &str) -> String {
        let mut out = String::new();
        with(&mut out, text);
        out
    }

    #[test]
    fn a_segment_keeps_nothing_that_could_end_it() {
        assert_eq!(encoded(segment, "a/b?c#d%e"), "a%2Fb%3Fc%23d%25e");
        assert_eq!(encoded(segment, "Büro & Co"), "B%C3%BCro%20%26%20Co");
        assert_eq!(encoded(segment, "0a@auth.local"), "0a@auth.local");
    }

    #[test]
    fn a_query_value_encodes_plus_and_ampersand() {
        assert_eq!(encoded(query, "1+1&x=y z"), "1%2B1%26x%3Dy%20z");
    }

    #[test]
    fn a_form_writes_a_space_as_plus() {
        assert_eq!(encoded(form, "my app+1~"), "my+app%2B1%7E");
    }
}

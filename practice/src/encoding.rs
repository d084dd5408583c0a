//! Texts for addresses and tokens: percent-encoding, forms, and base64url without padding (RFC 4648).
//!
//! The crates for these weigh 2 kB more in the page's practice download.

const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Writes bytes in base64url.
pub(crate) fn base64(bytes: &[u8]) -> String {
    let mut text = String::new();
    let (mut bits, mut count) = (0_u32, 0);
    for byte in bytes {
        bits = bits << 8 | u32::from(*byte);
        count += 8;
        while count >= 6 {
            count -= 6;
            text.push(digit(bits >> count));
        }
    }
    if count > 0 {
        text.push(digit(bits << (6 - count)));
    }
    text
}

fn digit(bits: u32) -> char {
    char::from(BASE64[bits as usize & 63])
}

/// Reads base64url; none if it is not written as [`base64`] writes it.
pub(crate) fn from_base64(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let (mut bits, mut count) = (0_u32, 0);
    for sign in text.bytes() {
        let value = BASE64.iter().position(|known| *known == sign)?;
        bits = bits << 6 | value as u32;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    let is_whole = count < 6 && bits & ((1 << count) - 1) == 0;
    is_whole.then_some(bytes)
}

/// Undoes percent-encoding.
pub(crate) fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut plain = Vec::new();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let hex = |place: usize| char::from(*bytes.get(place)?).to_digit(16);
        let code = if byte == b'%' {
            hex(at + 1).zip(hex(at + 2))
        } else {
            None
        };
        match code {
            Some((high, low)) => {
                plain.push((high * 16 + low) as u8);
                at += 3;
            }
            None => {
                plain.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&plain).into_owned()
}

/// Reads the fields of a form, as a query and a body have them.
pub(crate) fn fields(text: &str) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for pair in text.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let plain = |text: &str| decoded(&text.replace('+', " "));
        fields.push((plain(name), plain(value)));
    }
    fields
}

/// Percent-encodes a segment of a path.
pub(crate) fn segment(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            for half in [byte >> 4, byte & 15] {
                encoded.push(char::from(b"0123456789ABCDEF"[usize::from(half)]));
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_was_written_is_read(bytes in proptest::collection::vec(any::<u8>(), 0..40), text in ".*") {
            use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
            let written = base64(&bytes);
            prop_assert_eq!(&written, &URL_SAFE_NO_PAD.encode(&bytes));
            prop_assert_eq!(from_base64(&written), Some(bytes));
            prop_assert_eq!(from_base64(&text), URL_SAFE_NO_PAD.decode(&text).ok());
            prop_assert_eq!(decoded(&segment(&text)), text);
        }

        #[test]
        fn forms_are_read_as_the_standard_has_it(text in "[a-c=&%+0-9A-Fä]*") {
            let theirs: Vec<_> = form_urlencoded::parse(text.as_bytes()).into_owned().collect();
            prop_assert_eq!(fields(&text), theirs);
        }
    }
}

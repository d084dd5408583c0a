//! The encoding of a text that is not UTF-8. Proxies and firewalls answer in the encoding of their country.

use super::Answer;

/// So many bytes of a page are searched for its own word on its encoding.
const HEAD: usize = 2048;

/// The encoding of the web's old texts, which browsers assume where none is named.
const USUAL: &str = "windows-1252";

impl Answer {
    /// Returns the name of the encoding that the body has to be decoded by; `None` if it is UTF-8, or no text.
    ///
    /// As in browsers a byte order mark counts most, then the header, then what a page says of itself.
    pub fn charset(&self) -> Option<String> {
        let bytes = self.body.bytes();
        if let Some(name) = by_mark(bytes) {
            return Some(name.to_owned());
        }
        let named = self.header("content-type").and_then(named);
        let has_escapes = |name: &String| name.starts_with("iso-2022") && bytes.contains(&0x1b);
        // Where no other encoding is named, a character that is cut off at the end is that of a body that is cut off.
        let is_utf8 = self.is_text() && (named.is_none() || std::str::from_utf8(bytes).is_ok());
        if bytes.is_empty() || (is_utf8 && !named.as_ref().is_some_and(has_escapes)) {
            return None;
        }
        if self.picture().is_some() {
            return None;
        }
        let is_markup = self.is_html();
        let head = bytes.get(..HEAD).unwrap_or(bytes);
        let own = || named_in(head).filter(|_| is_markup || head.starts_with(b"<?xml"));
        // UTF-8 with a fault in it stays as it is.
        let is_other = |name: &String| !matches!(name.as_str(), "utf-8" | "utf8" | "us-ascii");
        let has_type = |begin| self.media_type().is_some_and(|it| it.starts_with(begin));
        let usual = || (has_type("text/") && !bytes.contains(&0)).then(|| USUAL.to_owned());
        named.or_else(own).filter(is_other).or_else(usual)
    }
}

fn by_mark(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xfe, ..] => Some("utf-16le"),
        [0xfe, 0xff, ..] => Some("utf-16be"),
        _ => None,
    }
}

/// Reads `charset=…` out of a header or a tag.
fn named(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let rest = ["charset", "encoding"]
        .iter()
        .find_map(|word| lower.split_once(word))?
        .1;
    let rest = rest.trim_start().strip_prefix('=')?.trim_start();
    let rest = rest.strip_prefix(['"', '\'']).unwrap_or(rest);
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.' | '+');
    let name = rest.split(|c| !is_part(c)).next()?;
    (!name.is_empty()).then(|| name.to_owned())
}

fn named_in(head: &[u8]) -> Option<String> {
    let text: String = head.iter().map(|&byte| char::from(byte)).collect();
    named(&text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Document;

    fn charset(content_type: &str, body: &[u8]) -> Option<String> {
        let answer = Answer {
            decoded: None,
            status: 502,
            headers: vec![("content-type".to_owned(), content_type.to_owned())],
            body: Document::parse(body.to_vec()),
        };
        answer.charset()
    }

    #[test]
    fn the_encoding_is_told_by_mark_header_or_page() {
        let gbk = b"<html><head><meta charset=\"gbk\"></head>\xcd\xf8\xb9\xd8</html>";
        let older =
            b"<html><meta http-equiv='Content-Type' content='text/html; charset = iso-8859-2'>\xe6</p>";
        let wide: Vec<u8> = "<p>Ä</p>"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let marked = [b"\xff\xfe".as_slice(), &wide].concat();
        for (content_type, body, expected) in [
            (
                "text/html; charset=ISO-8859-1",
                b"Dienst gest\xf6rt".as_slice(),
                Some("iso-8859-1"),
            ),
            ("text/html; Charset=\"GB2312\"", b"\xcd\xf8", Some("gb2312")),
            ("text/html", gbk, Some("gbk")),
            ("text/html", older, Some("iso-8859-2")),
            (
                "application/xml",
                b"<?xml version='1.0' encoding='shift_jis'?>\x83",
                Some("shift_jis"),
            ),
            ("text/html; charset=utf-16le", &wide, Some("utf-16le")),
            ("text/html; charset=utf-8", &marked, Some("utf-16le")),
            ("", &marked, Some("utf-16le")),
            (
                "application/json; charset=euc-kr",
                b"{\"error_msg\":\"\xb1\xc7\"}",
                Some("euc-kr"),
            ),
            (
                "text/plain; charset=iso-2022-jp",
                b"\x1b$B%F\x1b(B",
                Some("iso-2022-jp"),
            ),
            (
                "text/plain; charset=iso-8859-1",
                b"Caf\xe9",
                Some("iso-8859-1"),
            ),
            // Browsers assume this where nothing is named.
            ("text/html", b"Dienst gest\xf6rt", Some("windows-1252")),
            (
                "text/plain; charset=utf-8",
                b"Dienst gest\xf6rt",
                Some("windows-1252"),
            ),
            // What is UTF-8 is read as such, whatever is said of it.
            ("text/html; charset=ISO-8859-1", "gestört".as_bytes(), None),
            ("text/html; charset=ISO-8859-1", b"plain", None),
            ("text/plain; charset=gbk", b"", None),
            // Neither a picture nor any other file is text.
            ("text/html; charset=gbk", b"\x89PNG\r\n\x1a\n\xff", None),
            ("application/octet-stream", b"\xff\x01\x02", None),
        ] {
            assert_eq!(
                charset(content_type, body).as_deref(),
                expected,
                "{content_type}"
            );
        }
    }
}

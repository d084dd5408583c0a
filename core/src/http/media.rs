//! What the body of an answer is: a picture, a text, or something to download.

use super::Answer;

/// So many bytes tell whether a body is text.
const LOOKED_AT: usize = 64 * 1024;

impl Answer {
    /// Returns the media type that the server names, in lower case and without parameters: `application/json`.
    pub fn media_type(&self) -> Option<String> {
        let header = self.header("content-type")?;
        let essence = header.split(';').next().unwrap_or_default().trim();
        (!essence.is_empty()).then(|| essence.to_ascii_lowercase())
    }

    /// Returns the media type to show the body with, if it is a picture: by its first bytes, since the server's word may be
    /// wrong; SVG, which is text, by the server's word.
    pub fn picture(&self) -> Option<&'static str> {
        let is_svg = || self.media_type().as_deref() == Some("image/svg+xml");
        let bytes = self.body.bytes();
        by_first_bytes(bytes).or_else(|| is_svg().then_some("image/svg+xml"))
    }

    /// Whether the first 64 KiB of the body are UTF-8 without a NUL, but for a character that is cut off.
    pub fn is_text(&self) -> bool {
        let bytes = self.body.bytes();
        let some = bytes.get(..LOOKED_AT).unwrap_or(bytes);
        let is_utf8 = match std::str::from_utf8(some) {
            Ok(_) => true,
            Err(fault) => fault.error_len().is_none(),
        };
        is_utf8 && !some.contains(&0)
    }
}

fn by_first_bytes(bytes: &[u8]) -> Option<&'static str> {
    let has = |at: usize, sign: &[u8]| bytes.get(at..).is_some_and(|rest| rest.starts_with(sign));
    let found = [
        (has(0, b"\x89PNG\r\n\x1a\n"), "image/png"),
        (has(0, b"\xff\xd8\xff"), "image/jpeg"),
        (has(0, b"GIF87a") || has(0, b"GIF89a"), "image/gif"),
        (has(0, b"RIFF") && has(8, b"WEBP"), "image/webp"),
        // Two letters alone could begin a text; here two reserved numbers follow.
        (has(0, b"BM") && has(6, &[0; 4]), "image/bmp"),
        (has(0, b"\0\0\x01\0"), "image/x-icon"),
        (has(4, b"ftypavif") || has(4, b"ftypavis"), "image/avif"),
    ];
    found
        .iter()
        .find_map(|&(is_it, media_type)| is_it.then_some(media_type))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Document;

    fn answer(content_type: &str, body: &[u8]) -> Answer {
        Answer {
            decoded: None,
            status: 200,
            headers: vec![("content-type".to_owned(), content_type.to_owned())],
            body: Document::parse(body.to_vec()),
        }
    }

    #[test]
    fn the_media_type_goes_without_its_parameters() {
        for (header, expected) in [
            ("application/json", Some("application/json")),
            ("Text/HTML; charset=utf-8", Some("text/html")),
            (" ;x", None),
        ] {
            assert_eq!(answer(header, b"").media_type().as_deref(), expected);
        }
    }

    #[test]
    fn pictures_are_known_by_their_first_bytes() {
        for (content_type, body, expected) in [
            (
                "application/octet-stream",
                b"\x89PNG\r\n\x1a\n....".as_slice(),
                Some("image/png"),
            ),
            ("text/plain", b"\xff\xd8\xff\xe0", Some("image/jpeg")),
            ("", b"GIF89a...", Some("image/gif")),
            ("image/png", b"RIFF\0\0\0\0WEBPVP8 ", Some("image/webp")),
            ("", b"BM\x10\0\0\0\0\0\0\0\x36", Some("image/bmp")),
            ("text/plain", b"BMW and others", None),
            ("", b"\0\0\x01\0\x01\0", Some("image/x-icon")),
            ("", b"\0\0\0\x20ftypavif", Some("image/avif")),
            ("image/svg+xml", b"<svg/>", Some("image/svg+xml")),
            ("text/html", b"<svg/>", None),
            ("image/png", b"no picture", None),
            ("image/png", b"", None),
        ] {
            assert_eq!(answer(content_type, body).picture(), expected, "{body:?}");
        }
    }

    #[test]
    fn text_is_utf_8_without_nul() {
        let long = [
            b"a".repeat(LOOKED_AT - 1),
            "ü".as_bytes().to_vec(),
            vec![0xff, 0],
        ]
        .concat();
        for (body, expected) in [
            (b"".as_slice(), true),
            ("grün".as_bytes(), true),
            (b"gr\xc3", true),
            (b"gr\xfcn", false),
            (b"a\0b", false),
            (b"\x89PNG\r\n", false),
            (&long, true),
        ] {
            assert_eq!(answer("", body).is_text(), expected);
        }
    }
}

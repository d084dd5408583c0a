//! What the server itself says went wrong: no two parts of SeaTable put it in the same place.

use crate::http::Answer;
use crate::json::{Document, Kind, NodeId};

/// The members in which SeaTable's parts put the text of an error, in the order to try them.
const MEMBERS: [&str; 4] = ["error_msg", "error_message", "error", "detail"];

/// A longer text that is no JSON is a page, not a sentence. In bytes.
const LONGEST: usize = 500;

impl Answer {
    /// Returns what the server says went wrong, wherever this part of SeaTable puts it.
    pub fn error_text(&self) -> Option<String> {
        let decoded = self.decoded_body();
        let body = decoded.as_ref().unwrap_or(&self.body);
        let Some(root) = body.root() else {
            return self.plain_text();
        };
        match body.kind(root) {
            Kind::Object => {
                let text = |name: &&str| filled(body, body.member(root, name)?);
                MEMBERS.iter().find_map(text).or_else(|| listed(body, root))
            }
            Kind::Array => None,
            Kind::String if body.fault().is_none() => filled(body, root),
            // "404 page not found" begins like JSON.
            _ => self.plain_text(),
        }
    }

    /// Returns the `error_type` that the server gives beside its text, such as `row_not_exist`.
    pub fn error_type(&self) -> Option<String> {
        let decoded = self.decoded_body();
        let body = decoded.as_ref().unwrap_or(&self.body);
        filled(body, body.member(body.root()?, "error_type")?)
    }

    /// Whether the login asks for the code of a second factor, or for another one. Its header that says so is hidden from pages
    /// of other origins, so the words have to tell.
    pub fn wants_code(&self) -> bool {
        let text = self.error_text();
        self.status == 400 && text.is_some_and(|text| text.starts_with("Two factor auth"))
    }

    /// Whether the status says that the token does not open this: unknown, or without the right.
    pub fn refuses_token(&self) -> bool {
        matches!(self.status, 401 | 403)
    }

    /// Whether the status is one of success.
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// Whether the answer has a status of success, but says `"success": false`.
    pub fn takes_success_back(&self) -> bool {
        let body = &self.body;
        let root = body.root().filter(|_| self.is_success());
        let is_object = |&root: &NodeId| body.kind(root) == Kind::Object;
        root.filter(is_object)
            .and_then(|root| body.member(root, "success"))
            .is_some_and(|success| body.source(success) == b"false")
    }

    /// Whether the body is a page, not data.
    pub(in crate::http) fn is_html(&self) -> bool {
        let text = self.decoded.as_deref();
        let bytes = text.map_or(self.body.bytes(), str::as_bytes);
        let begins = bytes.trim_ascii_start().first() == Some(&b'<');
        begins
            || self
                .header("content-type")
                .is_some_and(|kind| kind.trim_start().starts_with("text/html"))
    }

    /// Indexes the decoded text; `None` if the body is UTF-8.
    fn decoded_body(&self) -> Option<Document> {
        let text = self.decoded.as_ref()?;
        Some(Document::parse(text.clone().into_bytes()))
    }

    fn plain_text(&self) -> Option<String> {
        let text = self.decoded.as_deref();
        let bytes = text.map_or(self.body.bytes(), str::as_bytes);
        if self.body.fault().is_none() || self.is_html() {
            return None;
        }
        let bytes = Some(bytes.trim_ascii()).filter(|bytes| bytes.len() <= LONGEST)?;
        let text = std::str::from_utf8(bytes).ok()?;
        let is_readable = |c: char| !c.is_control() || c.is_whitespace();
        (!text.is_empty() && text.chars().all(is_readable)).then(|| text.to_owned())
    }
}

/// Returns what a string says, if it says anything.
fn filled(body: &Document, node: NodeId) -> Option<String> {
    body.string(node).filter(|text| !text.is_empty())
}

/// Returns the first text of `non_field_errors`, else of the first list. The login names the field and gives a list of texts.
fn listed(body: &Document, root: NodeId) -> Option<String> {
    let is_list = |node: &NodeId| body.kind(*node) == Kind::Array;
    let list = body
        .member(root, "non_field_errors")
        .filter(is_list)
        .or_else(|| body.children(root).find(is_list))?;
    filled(body, body.children(list).next()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(body: &str) -> Answer {
        Answer {
            decoded: None,
            status: 400,
            headers: Vec::new(),
            body: Document::parse(body.as_bytes().to_vec()),
        }
    }

    #[test]
    fn the_error_is_found_wherever_a_part_of_seatable_puts_it() {
        for (body, text) in [
            (
                r#"{"error_msg":"Permission denied."}"#,
                "Permission denied.",
            ),
            (
                r#"{"error_type":"x","error_message":"invalid token"}"#,
                "invalid token",
            ),
            (r#"{"error_message":"b","error_msg":"a"}"#, "a"),
            (r#"{"error_msg":"","error_message":"b"}"#, "b"),
            (r#"{"error_msg":null,"detail":"d"}"#, "d"),
            (
                r#"{"error":"Access token not found."}"#,
                "Access token not found.",
            ),
            ("{\"error\":\"two\nlines\"}", "two\nlines"),
            (r#"{"detail":"Invalid token"}"#, "Invalid token"),
            (
                r#"{"x":["y"],"non_field_errors":["Unable to log in."]}"#,
                "Unable to log in.",
            ),
            (
                r#"{"password":["This field is required."]}"#,
                "This field is required.",
            ),
            (r#""Column ColA exists.""#, "Column ColA exists."),
            (
                "This endpoint is deprecated, use the gateway.\n",
                "This endpoint is deprecated, use the gateway.",
            ),
            ("404 page not found", "404 page not found"),
            ("not found", "not found"),
        ] {
            assert_eq!(answer(body).error_text().as_deref(), Some(text), "{body}");
        }
    }

    #[test]
    fn an_answer_without_an_error_text_has_none() {
        let long = "word ".repeat(200);
        for body in [
            "",
            "  ",
            "<html>502</html>",
            "\n <!DOCTYPE html>",
            "[]",
            "{}",
            "{\"a\":",
            r#"{"error_msg":5}"#,
            "12",
            "null",
            "a\u{0}b",
            long.as_str(),
        ] {
            assert_eq!(answer(body).error_text(), None, "{body}");
        }
        let mut page = answer("Bad Gateway");
        page.headers = vec![("content-type".to_owned(), "text/html".to_owned())];
        assert_eq!(page.error_text(), None);
    }

    #[test]
    fn the_words_of_another_encoding_count() {
        let mut page = answer("x");
        page.body = Document::parse(b"gest\xf6rt".to_vec());
        assert_eq!(page.error_text(), None);
        page.decoded = Some("Dienst gestört".to_owned());
        assert_eq!(page.error_text().as_deref(), Some("Dienst gestört"));
        page.decoded = Some(r#"{"error_msg": "权限不足"}"#.to_owned());
        assert_eq!(page.error_text().as_deref(), Some("权限不足"));
        page.decoded = Some("<html>网关</html>".to_owned());
        assert_eq!(page.error_text(), None);
    }

    #[test]
    fn the_type_of_an_error_is_kept() {
        for (body, expected) in [
            (
                r#"{"error_type":"row_not_exist","error_message":"x"}"#,
                Some("row_not_exist"),
            ),
            (r#"{"error_type":1}"#, None),
            ("[]", None),
            ("", None),
        ] {
            assert_eq!(answer(body).error_type().as_deref(), expected, "{body}");
        }
    }

    #[test]
    fn success_can_be_taken_back() {
        for (status, body, expected) in [
            (200, r#"{"success":false,"error_message":"x"}"#, true),
            (200, r#"{"success":true}"#, false),
            (200, "[]", false),
            (400, r#"{"success":false}"#, false),
        ] {
            let answer = Answer {
                decoded: None,
                status,
                ..answer(body)
            };
            assert_eq!(answer.takes_success_back(), expected, "{body}");
        }
    }
}

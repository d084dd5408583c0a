//! What an answer or a failure means in SeaTable's terms, and what to do next.

use super::{Answer, Failure};
use crate::auth::TokenKind;
use crate::catalogue::Method;
use crate::json::Kind;

/// The members in which SeaTable's parts put the text of an error, in the order to try them.
const ERROR_MEMBERS: [&str; 4] = ["/error_msg", "/error_message", "/error", "/detail"];

impl Answer {
    /// Returns what the server says went wrong, wherever this part of SeaTable puts it.
    pub fn error_text(&self) -> Option<String> {
        let body = &self.body;
        let member = ERROR_MEMBERS
            .iter()
            .find_map(|pointer| body.pointer(pointer));
        if let Some(text) = member.and_then(|node| body.string(node)) {
            return Some(text);
        }
        let root = body.root()?;
        match body.kind(root) {
            Kind::String => body.string(root),
            // The login names the field and gives a list of texts.
            Kind::Object => body
                .children(root)
                .find(|&node| body.kind(node) == Kind::Array)
                .and_then(|list| body.children(list).next())
                .and_then(|first| body.string(first)),
            _ => None,
        }
    }

    /// Whether the login asks for the code of a second factor, or for another one. Its header that says so is hidden from pages
    /// of other origins, so the words have to tell.
    pub fn wants_code(&self) -> bool {
        let text = self.error_text();
        self.status == 400 && text.is_some_and(|text| text.starts_with("Two factor auth"))
    }

    /// Whether the status is one of success.
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

/// Returns the name of a status, as HTTP has it.
pub fn status_name(status: u16) -> &'static str {
    match status {
        200 => "OK",
        201 => "Created",
        204 => "No Content",
        400 => "Bad Request",
        401 => "Unauthorized",
        402 => "Payment Required",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        406 => "Not Acceptable",
        413 => "Content Too Large",
        429 => "Too Many Requests",
        500 => "Internal Server Error",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        _ => "",
    }
}

/// Says what a status other than success means for a call with this token.
pub fn of_status(status: u16, token: Option<TokenKind>) -> &'static str {
    match (status, token) {
        (400, None) => {
            "SeaTable refuses this login: user name, password or one-time code is missing or wrong."
        }
        (400, _) => {
            "SeaTable understood the call, but not a value in it. Its own words are in the answer."
        }
        (401, _) => {
            "SeaTable does not know this token. Check that it was copied whole, and for this server."
        }
        (403, Some(TokenKind::Base)) => {
            "The Base-Token is wrong, has expired, or may not do this. Get a new one with the API-Token."
        }
        (403, Some(TokenKind::Api)) => {
            "SeaTable does not take this API-Token: it was deleted, belongs to another server, or was not copied whole."
        }
        (403, _) => "Your account may not do this, or no token arrived.",
        (404, _) => {
            "There is nothing under this address: the base, table or row is gone, or the server is older or newer than 6.2."
        }
        (405, _) => "The server does not take this method here; its version may differ from 6.2.",
        (413, _) => "The request is larger than the server takes.",
        (429, _) => {
            "Too many requests in a minute, or the month's quota is used up. Wait a minute and send again."
        }
        (500..=599, _) => {
            "The server, or something in front of it, failed. Send again in a moment; if it stays, ask its admin."
        }
        _ => "SeaTable answered with a status that this call does not document.",
    }
}

/// Says what a failure means, and what to do next.
pub fn of_failure(failure: &Failure, host: &str) -> String {
    match failure {
        Failure::Cancelled => "You stopped the request.".to_owned(),
        Failure::TimedOut(seconds) => {
            format!(
                "{host} did not finish its answer within {seconds} seconds. Send again, or ask for less at a time."
            )
        }
        Failure::Offline => {
            "Your browser says that it is offline. Connect, and send again.".to_owned()
        }
        Failure::Locked => {
            format!(
                "The lock of this page refused the address, since it is not on {host}. Nothing was sent."
            )
        }
        Failure::NoLock => {
            "The lock could not be put in place, so nothing was sent. Reload the page; if this stays, another browser may help."
                .to_owned()
        }
        Failure::Redirected => {
            format!(
                "{host} answered with a redirect, which this page does not follow, lest the token go elsewhere. Is the address of the server right?"
            )
        }
        Failure::Unreadable => format!(
            "The browser gives no reason. Either {host} cannot be reached (name, network, certificate, or a blocker in the browser), \
             or it does not let pages of this origin read its answers (CORS). The console of the browser tells which; the code on the right works either way."
        ),
        Failure::CutOff(bytes) => {
            format!("The answer broke off after {bytes} bytes. Send again.")
        }
        Failure::PracticeUnavailable => {
            "The practice SeaTable could not be loaded. Reload the page and switch it on again."
                .to_owned()
        }
    }
}

/// Whether a request of this method may have changed something although its answer could not be read.
pub fn may_have_happened(method: Method, failure: &Failure) -> bool {
    method != Method::Get
        && matches!(
            failure,
            Failure::Cancelled | Failure::TimedOut(_) | Failure::Unreadable | Failure::CutOff(_)
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Document;

    fn error_text(body: &str) -> Option<String> {
        let body = Document::parse(body.as_bytes().to_vec());
        Answer {
            status: 400,
            headers: Vec::new(),
            body,
        }
        .error_text()
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
            (
                r#"{"error":"Access token not found."}"#,
                "Access token not found.",
            ),
            ("{\"error\":\"two\nlines\"}", "two\nlines"),
            (r#"{"detail":"Invalid token"}"#, "Invalid token"),
            (
                r#"{"non_field_errors":["Unable to log in."]}"#,
                "Unable to log in.",
            ),
            (
                r#"{"password":["This field is required."]}"#,
                "This field is required.",
            ),
            (r#""Column ColA exists.""#, "Column ColA exists."),
        ] {
            assert_eq!(error_text(body).as_deref(), Some(text), "{body}");
        }
    }

    #[test]
    fn an_answer_without_an_error_text_has_none() {
        for body in [
            "",
            "<html>502</html>",
            "[]",
            "{}",
            r#"{"error_msg":5}"#,
            "12",
        ] {
            assert_eq!(error_text(body), None, "{body}");
        }
    }

    #[test]
    fn a_write_whose_answer_is_unknown_may_have_happened() {
        assert!(may_have_happened(Method::Post, &Failure::Unreadable));
        assert!(may_have_happened(Method::Delete, &Failure::TimedOut(90)));
        assert!(!may_have_happened(Method::Get, &Failure::Unreadable));
        assert!(!may_have_happened(Method::Post, &Failure::Locked));
        assert!(!may_have_happened(Method::Post, &Failure::Offline));
    }
}

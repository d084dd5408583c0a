//! The request as it will be sent: complete, encoded, and nothing left to decide.

use super::{encode, link};
use crate::auth::{Secret, TokenKind};
use crate::catalogue::Method;
use std::borrow::Cow;

/// A request that can be sent as it stands. Preview, snippets and the bytes on the wire all come from it.
#[derive(Clone, Debug, PartialEq)]
pub struct PreparedRequest {
    /// The method.
    pub method: Method,
    /// The absolute address, percent-encoded.
    pub url: String,
    /// The headers, in the order they are shown. A multipart body's Content-Type is not
    /// among them: only the sender knows the boundary.
    pub headers: Vec<Header>,
    /// The body.
    pub body: Body,
}

/// A header. Name and value are checked: visible ASCII, no line break.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    /// The name.
    pub name: Cow<'static, str>,
    /// The value.
    pub value: HeaderValue,
}

/// The value of a header.
#[derive(Clone, Debug, PartialEq)]
pub enum HeaderValue {
    /// Text that may be shown.
    Plain(String),
    /// A secret that is not a token: the one-time code of the login request.
    Code(Secret),
    /// `Bearer` and a token.
    Bearer(TokenKind, Secret),
}

/// The body of a request.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// No body.
    None,
    /// JSON text, sent byte for byte.
    Json(String),
    /// Members of a URL-encoded form, not yet encoded. None of them is a file.
    Form(Vec<Part>),
    /// Parts of a multipart form.
    Multipart(Vec<Part>),
}

/// A named part of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The name.
    pub name: String,
    /// The content.
    pub content: PartContent,
}

/// The content of a form's part.
#[derive(Clone, Debug, PartialEq)]
pub enum PartContent {
    /// Text that may be shown.
    Text(String),
    /// A password.
    Secret(Secret),
    /// A file, which the browser side holds under this number.
    File {
        /// The number that the browser side gave it.
        handle: u32,
        /// Its name.
        name: String,
        /// Its size in bytes.
        size: u64,
    },
}

impl PreparedRequest {
    /// Empties every secret in it. What remains tells what was sent, for as long as the page is open.
    pub fn forget_secrets(&mut self) {
        self.url = link::shown(&self.url);
        for header in &mut self.headers {
            match &mut header.value {
                HeaderValue::Plain(_) => {}
                HeaderValue::Code(secret) | HeaderValue::Bearer(_, secret) => {
                    *secret = Secret::new("");
                }
            }
        }
        if let Body::Form(parts) | Body::Multipart(parts) = &mut self.body {
            for part in parts {
                if let PartContent::Secret(secret) = &mut part.content {
                    *secret = Secret::new("");
                }
            }
        }
    }
}

impl Body {
    /// Returns the encoded text of a URL-encoded form; empty for any other body.
    ///
    /// The text holds the form's secrets in the clear: it is for the wire only.
    pub fn form_text(&self) -> String {
        let mut out = String::new();
        let Self::Form(parts) = self else { return out };
        for part in parts {
            if !out.is_empty() {
                out.push('&');
            }
            encode::form(&mut out, &part.name);
            out.push('=');
            match &part.content {
                PartContent::Text(text) => encode::form(&mut out, text),
                PartContent::Secret(secret) => encode::form(&mut out, secret.reveal()),
                PartContent::File { .. } => {}
            }
        }
        out
    }
}

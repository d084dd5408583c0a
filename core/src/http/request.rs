//! The request as it will be sent: complete, encoded, and nothing left to decide.

use super::{Text, encode};
use crate::auth::{Secret, TokenKind};
use crate::catalogue::{Area, Harm, Method};
use crate::http::Writing;
use std::borrow::Cow;

/// The header that carries a token.
const AUTHORIZATION: &str = "Authorization";

/// A request that can be sent as it stands. Preview, snippets and the bytes on the wire all come from it.
#[derive(Clone, Debug, PartialEq)]
pub struct PreparedRequest {
    /// The area of the API that it belongs to; none for what the page asks on its own.
    pub area: Option<Area>,
    /// What its operation does to what is there.
    pub harm: Harm,
    /// The method.
    pub method: Method,
    /// The absolute address, percent-encoded.
    pub url: Text,
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
    pub value: Text,
}

/// The body of a request.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// No body.
    None,
    /// JSON text, sent byte for byte.
    Json(Text),
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
    /// A text.
    Text(Text),
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

impl Header {
    /// Whether it carries a token.
    pub fn is_authorization(&self) -> bool {
        self.name == AUTHORIZATION
    }

    /// The header that carries a token.
    pub fn bearer(kind: TokenKind, token: Secret) -> Self {
        let mut value = Text::from("Bearer ");
        value.push_secret(kind.name(), Writing::Plain, token);
        Self {
            name: AUTHORIZATION.into(),
            value,
        }
    }
}

impl PreparedRequest {
    /// A request that reads what is at an address, which the page makes on its own.
    pub fn reading(url: impl Into<Text>) -> Self {
        Self {
            area: None,
            harm: Harm::Reads,
            method: Method::Get,
            url: url.into(),
            headers: Vec::new(),
            body: Body::None,
        }
    }

    /// Whether it carries a token.
    pub fn sends_token(&self) -> bool {
        self.headers.iter().any(Header::is_authorization)
    }

    /// Whether it carries this secret.
    pub fn carries(&self, secret: &Secret) -> bool {
        let mut texts = self.texts().into_iter();
        texts.any(|text| text.secrets().any(|hidden| hidden.is(secret)))
    }

    /// Returns every text in it: the address, the headers, the body. Only the names of parts and files, which are no secrets,
    /// are not among them.
    pub fn texts(&self) -> Vec<&Text> {
        let mut texts = vec![&self.url];
        texts.extend(self.headers.iter().map(|header| &header.value));
        match &self.body {
            Body::None => {}
            Body::Json(text) => texts.push(text),
            Body::Form(parts) | Body::Multipart(parts) => {
                texts.extend(parts.iter().filter_map(|part| match &part.content {
                    PartContent::Text(text) => Some(text),
                    PartContent::File { .. } => None,
                }));
            }
        }
        texts
    }

    pub(super) fn texts_mut(&mut self) -> Vec<&mut Text> {
        let mut texts = vec![&mut self.url];
        texts.extend(self.headers.iter_mut().map(|header| &mut header.value));
        match &mut self.body {
            Body::None => {}
            Body::Json(text) => texts.push(text),
            Body::Form(parts) | Body::Multipart(parts) => {
                texts.extend(parts.iter_mut().filter_map(|part| match &mut part.content {
                    PartContent::Text(text) => Some(text),
                    PartContent::File { .. } => None,
                }));
            }
        }
        texts
    }

    /// Numbers the secrets of one name, since each has a variable of its own in code.
    pub(super) fn tell_secrets_apart(&mut self) {
        let mut names: Vec<String> = Vec::new();
        for hidden in self.texts_mut().into_iter().flat_map(Text::secrets_mut) {
            let name = hidden.name.as_ref().to_owned();
            let count = names.iter().filter(|other| **other == name).count();
            if count > 0 {
                hidden.name = [&name, "_", &(count + 1).to_string()].concat().into();
            }
            names.push(name);
        }
    }

    /// Empties every secret in it. What remains tells what was sent, for as long as the page is open.
    pub fn forget_secrets(&mut self) {
        self.texts_mut().into_iter().for_each(Text::forget);
    }
}

impl Body {
    /// Returns the encoded text of a URL-encoded form; empty for any other body.
    ///
    /// The text holds the form's secrets in the clear: it is for the wire only.
    pub fn form_in_the_clear(&self) -> String {
        let mut out = String::new();
        let Self::Form(parts) = self else { return out };
        for part in parts {
            if !out.is_empty() {
                out.push('&');
            }
            encode::form(&mut out, &part.name);
            out.push('=');
            if let PartContent::Text(text) = &part.content {
                encode::form(&mut out, &text.in_the_clear());
            }
        }
        out
    }

    /// Returns its size in bytes; for a multipart body that of its parts.
    pub fn size(&self) -> u64 {
        match self {
            Self::None => 0,
            Self::Json(text) => text.in_the_clear().len() as u64,
            Self::Form(_) => self.form_in_the_clear().len() as u64,
            Self::Multipart(parts) => parts
                .iter()
                .map(|part| match &part.content {
                    PartContent::Text(text) => text.in_the_clear().len() as u64,
                    PartContent::File { size, .. } => *size,
                })
                .sum(),
        }
    }
}

//! A value that a step gave, as the exact text that stood in the answer.

use super::model::{Form, Sent};
use crate::auth::{Secret, Token, TokenKind};
use crate::http::{Body, PartContent, PreparedRequest, Text, encode};
use crate::json::{self, Document, Kind};

/// A value with the two texts that templates need of it. It can be a token, so both are secrets: they show in no `Debug`, and are
/// overwritten when the value goes.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Given {
    json: Secret,
    plain: Secret,
    token: Option<Token>,
}

impl Given {
    /// Takes the value at a JSON Pointer, if it is there.
    pub(super) fn at(body: &Document, pointer: &str) -> Option<Self> {
        let node = body.pointer(pointer)?;
        let json = body.text(node).into_owned();
        let plain = match body.kind(node) {
            Kind::String => body.string(node).unwrap_or_default(),
            _ => json.clone(),
        };
        Some(Self {
            json: Secret::new(json),
            plain: Secret::new(plain),
            token: None,
        })
    }

    /// Takes a value out of a request that was sent, if it is there; `path` is the path of its operation.
    pub(super) fn sent(request: &PreparedRequest, path: &str, place: Sent) -> Option<Self> {
        let text = match place {
            Sent::Path(name) => request.path_parameter(path, name),
            Sent::Query(name) => request.query_parameter(name),
            Sent::Body(pointer) => match &request.body {
                Body::None => None,
                Body::Json(text) => {
                    let body = Document::parse(text.shown().into_owned().into_bytes());
                    let is_secret =
                        |value: &Self| text.secrets().any(|it| it.mask() == value.json());
                    return Self::at(&body, pointer).filter(|value| !is_secret(value));
                }
                Body::Form(parts) | Body::Multipart(parts) => {
                    let name = pointer.strip_prefix('/')?;
                    let part = parts.iter().find(|part| part.name == name)?;
                    match &part.content {
                        PartContent::Text(text) => plain(text),
                        PartContent::File { .. } => None,
                    }
                }
            },
        };
        text.as_deref().map(Self::of_text)
    }

    /// Makes a string of a text that is no JSON yet.
    pub(super) fn of_text(text: &str) -> Self {
        Self::of_secret(Secret::new(text))
    }

    /// Takes a secret, such as a token.
    pub(super) fn of_secret(plain: Secret) -> Self {
        Self {
            json: Secret::new(json::quote(plain.reveal())),
            plain,
            token: None,
        }
    }

    /// Takes what is to be a token, as it was entered: without what stands around it, where it is one.
    pub(super) fn of_token(kind: TokenKind, entered: &Secret) -> Self {
        let token = Token::new(kind, entered);
        let plain = match &token.secret {
            Ok(secret) => secret.clone(),
            Err(_) => Secret::new(entered.reveal().trim()),
        };
        Self {
            token: Some(token),
            ..Self::of_secret(plain)
        }
    }

    /// Takes the value for a token of a kind; `None` if it can be none.
    pub(super) fn into_token(self, kind: TokenKind) -> Option<Self> {
        let token = Token::new(kind, &self.plain);
        let is_text = self.json().starts_with('"');
        (is_text && token.secret.is_ok()).then_some(Self {
            token: Some(token),
            ..self
        })
    }

    /// Returns the token that it is, or was to be.
    pub(super) fn token(&self) -> Option<&Token> {
        self.token.as_ref()
    }

    /// Returns what [`Given::plain`] does, to be handed on.
    pub(super) fn secret(&self) -> &Secret {
        &self.plain
    }

    /// Returns the exact JSON text.
    pub(super) fn json(&self) -> &str {
        self.json.reveal()
    }

    /// Returns a string's content, and the JSON text of anything else.
    pub(super) fn plain(&self) -> &str {
        self.plain.reveal()
    }

    /// Appends the value to a text.
    pub(super) fn write(&self, out: &mut String, form: Form) {
        match form {
            Form::Plain => out.push_str(self.plain()),
            Form::Json => out.push_str(self.json()),
            Form::InString => json::escape(out, self.plain()),
            Form::Path | Form::Address => {
                for part in self.plain().split('/').filter(|part| !part.is_empty()) {
                    out.push('/');
                    if form == Form::Address {
                        encode::segment(out, part);
                    } else {
                        out.push_str(part);
                    }
                }
            }
            Form::Name => out.push_str(&self.plain().replace('`', "``")),
        }
    }
}

/// Returns a text that has no secret in it.
fn plain(text: &Text) -> Option<String> {
    let has_secret = text.secrets().next().is_some();
    (!has_secret).then(|| text.shown().into_owned())
}

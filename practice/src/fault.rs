//! Refusals. Each part of SeaTable words them in a shape of its own.

use crate::json::{Value, json};
use crate::message::Response;

/// A refused request. It is small, because hundreds of places hand it on.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Fault(Box<Refusal>);

#[derive(Clone, Debug, PartialEq)]
struct Refusal {
    status: u16,
    body: Body,
    headers: Vec<(&'static str, String)>,
}

#[derive(Clone, Debug, PartialEq)]
enum Body {
    Json(Value),
    Text(&'static str, String),
}

impl Fault {
    /// The views of dtable-web: `error_msg`.
    pub(crate) fn web(status: u16, text: impl Into<String>) -> Self {
        Self::json(status, json!({ "error_msg": text.into() }))
    }

    /// Says in the words of dtable-web that something of that name is not there.
    pub(crate) fn missing(kind: &str, name: &str) -> Self {
        Self::web(404, [kind, " ", name, " not found."].concat())
    }

    /// The layer around those views, Django REST framework: `detail`.
    pub(crate) fn detail(status: u16, text: impl Into<String>) -> Self {
        Self::json(status, json!({ "detail": text.into() }))
    }

    /// The login form: `non_field_errors`.
    pub(crate) fn login(text: &str) -> Self {
        Self::json(400, json!({ "non_field_errors": [text] }))
    }

    /// The API gateway, and dtable-db after it: `error_message`.
    pub(crate) fn gateway(status: u16, text: impl Into<String>) -> Self {
        Self::json(status, json!({ "error_message": text.into() }))
    }

    /// dtable-server after the gateway: `error_type` and `error_message`.
    pub(crate) fn base(status: u16, kind: &str, text: impl Into<String>) -> Self {
        Self::json(
            status,
            json!({ "error_type": kind, "error_message": text.into() }),
        )
    }

    /// The file server: `error`.
    pub(crate) fn files(status: u16, text: &str) -> Self {
        Self::json(status, json!({ "error": text }))
    }

    /// Any JSON body.
    pub(crate) fn json(status: u16, body: Value) -> Self {
        Self::new(status, Body::Json(body))
    }

    /// A sentence in plain text.
    pub(crate) fn text(status: u16, text: impl Into<String>) -> Self {
        Self::new(status, Body::Text("text/plain; charset=utf-8", text.into()))
    }

    /// A page of HTML.
    pub(crate) fn html(status: u16, page: impl Into<String>) -> Self {
        Self::new(status, Body::Text("text/html; charset=utf-8", page.into()))
    }

    fn new(status: u16, body: Body) -> Self {
        let headers = Vec::new();
        Self(Box::new(Refusal {
            status,
            body,
            headers,
        }))
    }

    /// Adds a header to the answer.
    pub(crate) fn with_header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.0.headers.push((name, value.into()));
        self
    }

    /// A permission that the caller lacks inside a base.
    pub(crate) fn read_only() -> Self {
        Self::web(
            403,
            "You don't have permission to perform this operation on this base.",
        )
    }
}

impl From<Fault> for Response {
    fn from(Fault(fault): Fault) -> Self {
        let response = match fault.body {
            Body::Json(value) => Self::json(fault.status, value),
            Body::Text(content_type, text) => Self::new(fault.status, content_type, text),
        };
        let with = |response: Self, (name, value)| response.with_header(name, value);
        fault.headers.into_iter().fold(response, with)
    }
}

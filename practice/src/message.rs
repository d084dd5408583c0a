//! A request as it arrives and a response as it leaves.

use crate::json::Value;

/// A request, complete and still encoded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// The method, in capitals.
    pub method: String,
    /// The path, percent-encoded as it was sent.
    pub path: String,
    /// The query string without its question mark; empty if there is none.
    pub query: String,
    /// The headers in the order received; names in any case.
    pub headers: Vec<(String, String)>,
    /// The body; empty if there is none.
    pub body: Vec<u8>,
    /// When the request arrived, in milliseconds since 1970 (UTC).
    pub now_ms: u64,
}

impl Request {
    /// Returns the first header of that name, whatever its case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    /// Returns the origin that the client used, for the links in answers.
    pub(crate) fn origin(&self) -> String {
        let host = self.header("host").unwrap_or("practice.invalid");
        let scheme = self.header("x-forwarded-proto").unwrap_or("http");
        format!("{scheme}://{host}")
    }

    /// Returns the content type without its parameters, in lower case.
    pub(crate) fn media_type(&self) -> String {
        let value = self.header("content-type").unwrap_or_default();
        value
            .split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .to_ascii_lowercase()
    }
}

/// A response.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Response {
    /// The status code.
    pub status: u16,
    /// The headers.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Response {
    /// Makes a response with a body of that content type.
    pub(crate) fn new(status: u16, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        let headers = vec![("content-type".to_owned(), content_type.to_owned())];
        Self {
            status,
            headers,
            body: body.into(),
        }
    }

    /// Makes a response with a JSON body.
    #[inline(never)]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "hundreds of callers would have to drop it"
    )]
    pub(crate) fn json(status: u16, body: Value) -> Self {
        Self::new(status, "application/json", body.to_string())
    }

    /// Adds a header.
    pub(crate) fn with_header(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.push((name.to_owned(), value.into()));
        self
    }

    /// Returns the first header of that name, whatever its case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }
}

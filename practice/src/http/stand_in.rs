//! Answers of a test's own making: sizes and kinds that no practice base gives.

use super::body::Pace;
use crate::Response;

/// An answer that stands in for SeaTable's, and the paths where it does.
#[derive(Clone, Debug)]
pub struct StandIn {
    /// What the paths begin with.
    pub path: String,
    /// The status code.
    pub status: u16,
    /// The headers, content type included.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
    /// How slowly the body comes; at once, if there is none.
    pub pace: Option<Pace>,
}

impl StandIn {
    /// An answer with status 200 that comes at once.
    pub fn new(path: &str, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        Self {
            path: path.to_owned(),
            status: 200,
            headers: vec![("content-type".to_owned(), content_type.to_owned())],
            body: body.into(),
            pace: None,
        }
    }

    pub(super) fn response(&self) -> Response {
        Response {
            status: self.status,
            headers: self.headers.clone(),
            body: self.body.clone(),
        }
    }
}

//! Requests and answers for the tests of this folder and of what is said of them.

use super::{Answer, Exchange, Failure, Outcome, PreparedRequest};
use crate::catalogue::{Harm, Method};
use crate::json::Document;

/// A request to a path of a server. It does what most requests of its method do.
pub(crate) fn request(method: Method, path: &str) -> PreparedRequest {
    PreparedRequest {
        method,
        harm: match method {
            Method::Get => Harm::Reads,
            Method::Post => Harm::Adds,
            Method::Put => Harm::Changes,
            Method::Delete => Harm::Removes,
        },
        ..PreparedRequest::reading(format!("https://table.example.com{path}"))
    }
}

/// The same without a response.
pub(crate) fn failed(method: Method, path: &str, failure: Failure) -> Exchange {
    Exchange::new(request(method, path), Outcome::Failure(failure), 0)
}

/// A response without headers.
pub(crate) fn answer(status: u16, body: &str) -> Answer {
    Answer {
        decoded: None,
        status,
        headers: Vec::new(),
        body: Document::parse(body.as_bytes().to_vec()),
    }
}

//! The list of every request the page has sent.

use super::{Address, Exchange, Failure, Outcome, PreparedRequest};
use crate::auth::Secret;
use std::sync::Arc;

/// So many exchanges are kept, and so many bytes of responses; the oldest go first.
const MOST: (usize, usize) = (200, 64_000_000);

/// Every request the page has sent, oldest first. Its lines have no header, no query and no body; the last exchanges are kept beside them.
#[derive(Debug, Default)]
pub struct Ledger {
    lines: Vec<Line>,
    kept: Vec<Arc<Exchange>>,
}

/// One request.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its method.
    pub method: &'static str,
    /// The host, with the port where it is not the scheme's own.
    pub host: String,
    /// The path, without the query and without the credential of a link.
    pub path: String,
    /// Whether it is one of the connection check, and not one that a person sent.
    pub is_check: bool,
    /// What became of it; none while it is under way.
    pub result: Option<Result>,
    /// The size of its body in bytes; for a multipart body that of its parts.
    pub bytes_out: u64,
    /// The size of the answer's body in bytes, decoded.
    pub bytes_in: u64,
    /// From sending to the last byte, in milliseconds.
    pub elapsed_ms: u32,
    /// When it was sent, in milliseconds of the browser's own clock; zero while it is under way.
    pub began_ms: f64,
}

/// What became of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Result {
    /// The server answered with this status.
    Status(u16),
    /// No answer could be read.
    Failure(Failure),
    /// The server answered, and nobody wanted to read it.
    Unread,
}

impl Line {
    /// Whether it is certain that nothing of it has gone to the server.
    pub fn never_left(&self) -> bool {
        matches!(&self.result, Some(Result::Failure(failure)) if failure.never_left())
    }
}

impl Ledger {
    /// Returns the requests, oldest first.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// Keeps an exchange, whose secrets are forgotten.
    pub fn keep(&mut self, exchange: Arc<Exchange>) {
        let size = |exchange: &Arc<Exchange>| {
            let came = exchange.shown();
            came.map_or(0, |answer| answer.body.bytes().len())
        };
        let kept = &mut self.kept;
        kept.push(exchange);
        while kept.len() > MOST.0
            || (kept.len() > 1 && kept.iter().map(size).sum::<usize>() > MOST.1)
        {
            kept.remove(0);
        }
    }

    /// Returns the exchange of a line, if it is still kept.
    pub fn exchange_of(&self, line: &Line) -> Option<Arc<Exchange>> {
        let is_it = |exchange: &&Arc<Exchange>| {
            exchange.began_ms.total_cmp(&line.began_ms).is_eq() && line.began_ms > 0.0
        };
        self.kept.iter().find(is_it).cloned()
    }

    /// Returns the exchanges that are kept, oldest first.
    pub fn kept(&self) -> &[Arc<Exchange>] {
        &self.kept
    }

    /// Keeps only exchanges that have no such secret in them.
    pub fn forget(&mut self, secret: &Secret) {
        self.kept.retain(|exchange| !exchange.has(secret));
    }

    /// Notes that a request is being sent, and returns its place.
    pub fn begin(&mut self, request: &PreparedRequest) -> usize {
        let url = request.url.shown();
        let (host, path) =
            Address::of(&url).map_or(("", ""), |address| (address.host, address.path));
        self.lines.push(Line {
            method: request.method.as_str(),
            host: host.to_owned(),
            path: path.to_owned(),
            is_check: false,
            result: None,
            bytes_out: request.body.size(),
            bytes_in: 0,
            elapsed_ms: 0,
            began_ms: 0.0,
        });
        self.lines.len() - 1
    }

    /// Notes that a request of the connection check is being made, and returns its place.
    pub fn begin_check(&mut self, request: &PreparedRequest) -> usize {
        let place = self.begin(request);
        if let Some(line) = self.lines.get_mut(place) {
            line.is_check = true;
        }
        place
    }

    /// Notes what became of one.
    pub fn finish_check(&mut self, place: usize, result: Result, bytes_in: u64, elapsed_ms: u32) {
        if let Some(line) = self.lines.get_mut(place) {
            line.result = Some(result);
            line.bytes_in = bytes_in;
            line.elapsed_ms = elapsed_ms;
        }
    }

    /// Notes what became of it.
    pub fn finish(&mut self, place: usize, exchange: &Exchange) {
        let Some(line) = self.lines.get_mut(place) else {
            return;
        };
        line.elapsed_ms = exchange.elapsed_ms;
        line.began_ms = exchange.began_ms;
        let came = exchange.shown();
        line.bytes_in = came.map_or(0, |answer| answer.body.bytes().len() as u64);
        line.result = Some(match &exchange.outcome {
            Outcome::Answer(answer) => Result::Status(answer.status),
            Outcome::Failure(failure) => Result::Failure(failure.clone()),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::auth::{Secret, TokenKind};
    use crate::catalogue::Method;
    use crate::http::{Body, Header, tests};

    fn request() -> PreparedRequest {
        PreparedRequest {
            headers: vec![Header::bearer(TokenKind::Base, Secret::new("fake-token"))],
            body: Body::Json("{\"fake\": \"body\"}".into()),
            ..tests::request(Method::Post, ":8443/api/rows/?secret=fake-query")
        }
    }

    #[test]
    fn a_line_holds_where_and_how_much_and_nothing_that_was_said() {
        let mut ledger = Ledger::default();
        let place = ledger.begin(&request());
        let outcome = Outcome::Answer(tests::answer(201, "[1]"));
        ledger.finish(place, &Exchange::new(request(), outcome, 12));
        let line = Line {
            method: "POST",
            host: "table.example.com:8443".to_owned(),
            path: "/api/rows/".to_owned(),
            is_check: false,
            result: Some(Result::Status(201)),
            bytes_out: 16,
            bytes_in: 3,
            elapsed_ms: 12,
            began_ms: 0.0,
        };
        assert_eq!(ledger.lines(), [line]);
        let shown = format!("{ledger:?}");
        assert!(!shown.contains("fake"), "{shown}");
    }

    #[test]
    fn a_request_is_listed_before_it_has_an_outcome() {
        let mut ledger = Ledger::default();
        ledger.begin(&request());
        assert_eq!(ledger.lines()[0].result, None);
        assert!(!ledger.lines()[0].never_left());
        ledger.finish(
            0,
            &Exchange::new(request(), Outcome::Failure(Failure::Offline), 0),
        );
        assert!(ledger.lines()[0].never_left());
        ledger.finish(
            7,
            &Exchange::new(request(), Outcome::Failure(Failure::Offline), 0),
        );
        assert_eq!(ledger.lines().len(), 1);
    }
}

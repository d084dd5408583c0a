//! A request that was sent, with what became of it.

use super::PreparedRequest;
use crate::json::Document;

/// A request really sent, and its outcome.
#[derive(Debug)]
pub struct Exchange {
    /// What was sent.
    pub request: PreparedRequest,
    /// What became of it.
    pub outcome: Outcome,
    /// From sending to the last byte, in milliseconds.
    pub elapsed_ms: u32,
}

impl Exchange {
    /// Returns the answer, if one could be read.
    pub fn answer(&self) -> Option<&Answer> {
        match &self.outcome {
            Outcome::Answer(answer) => Some(answer),
            Outcome::Failure(_) => None,
        }
    }
}

/// What became of a request.
#[derive(Debug)]
pub enum Outcome {
    /// The server answered, whatever its status.
    Answer(Answer),
    /// No answer could be read.
    Failure(Failure),
}

/// An answer that could be read.
#[derive(Debug)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// The headers that the server lets the page read, names in lower case, in the order received.
    pub headers: Vec<(String, String)>,
    /// The body, as received and indexed; for a body that is not JSON the index ends at its first fault.
    pub body: Document,
}

impl Answer {
    /// Returns the first header of that lower-case name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }
}

/// Why no answer could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The person pressed Cancel, or left the step.
    Cancelled,
    /// No complete answer came within the time limit, in seconds.
    TimedOut(u32),
    /// The browser says that it is offline.
    Offline,
    /// The page's own lock refused the address.
    Locked,
    /// The lock could not be put in place, so nothing was sent.
    NoLock,
    /// The server answered with a redirect, which the page does not follow.
    Redirected,
    /// The browser gave no reason: unreachable, refused by CORS, or blocked by an extension.
    Unreadable,
    /// The answer broke off after this many bytes.
    CutOff(u64),
    /// The practice SeaTable could not be loaded.
    PracticeUnavailable,
}

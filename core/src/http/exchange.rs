//! A request that was sent, with what became of it.

use super::PreparedRequest;
use crate::auth::Secret;
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
    /// From sending to the headers of the answer, in milliseconds; `None` if none came.
    pub first_byte_ms: Option<u32>,
    /// When it was sent, in milliseconds of the browser's own clock.
    pub began_ms: f64,
    /// What came of an answer that was stopped or broke off.
    pub came: Option<Answer>,
    /// Whether the browser has handed on the last byte of a large upload.
    pub is_uploaded: bool,
}

impl Exchange {
    /// An exchange of which no more is known than its outcome.
    pub fn new(request: PreparedRequest, outcome: Outcome, elapsed_ms: u32) -> Self {
        Self {
            request,
            outcome,
            elapsed_ms,
            first_byte_ms: None,
            began_ms: 0.0,
            came: None,
            is_uploaded: false,
        }
    }

    /// Returns the answer, or what came of it.
    pub fn shown(&self) -> Option<&Answer> {
        self.answer().or(self.came.as_ref())
    }

    /// Whether a secret stands in what came.
    pub fn has(&self, secret: &Secret) -> bool {
        self.shown()
            .is_some_and(|answer| secret.is_in(answer.body.bytes()))
    }

    /// Whether another exchange was of the same request, whatever its token.
    pub fn asked_the_same(&self, other: &Self) -> bool {
        self.asks_for(&other.request)
    }

    /// Whether it was of this request, whatever its token. Both are without their secrets.
    pub fn asks_for(&self, request: &PreparedRequest) -> bool {
        let own = &self.request;
        own.method == request.method && own.url == request.url && own.body == request.body
    }

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
    /// The text of the body, where it is in another encoding than UTF-8 and the browser knows that one.
    pub decoded: Option<String>,
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
    /// The person pressed Cancel.
    Cancelled,
    /// The person went to another step or page while it was under way.
    Left,
    /// No complete answer came within the time limit, in seconds.
    TimedOut(u32),
    /// The browser was offline before the request could leave.
    Offline,
    /// The browser lost its network while the request was under way.
    WentOffline,
    /// The page's own lock refused the address.
    Locked,
    /// A policy that the page's host sends refused the address.
    Policy,
    /// The person, or whoever manages the browser, denied the page the local network. True where that is
    /// certain to be the reason: the server is there, and the page is not.
    Denied(bool),
    /// The browser did not take the request: nothing was sent.
    Unsendable,
    /// The chosen file of this name could not be read when the request was to be sent.
    FileGone(String),
    /// The chosen file of this name could not be read to its end while the request was sent.
    FileChanged(String),
    /// The lock could not be put in place, so nothing was sent.
    NoLock,
    /// The server answered with a redirect, which the page does not follow.
    Redirected,
    /// The browser gave no reason: unreachable, refused by CORS, or blocked by an extension.
    Unreadable,
    /// The answer broke off after this many bytes.
    CutOff(u64),
    /// The answer is longer than the page takes: this many bytes.
    TooLong(u64),
    /// The relay that the page comes from did not hand the request on, or no response back: what it marks that with, which
    /// [`RelayFault::of`](super::RelayFault::of) reads. Empty where the relay did not respond.
    Relay(String),
    /// The practice SeaTable could not be loaded.
    PracticeUnavailable,
}

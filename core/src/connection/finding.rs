//! What came of a request of the check.

use super::Probe;
use crate::http::Failure;
use crate::json::Document;

/// How much of a body is kept, in bytes: what the check asks for is short.
pub const KEPT: usize = 2_000;

/// A request of the check, with what came of it.
pub type Found = (Probe, Finding);

/// What came of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// A response came. The browser does not show it to the page, and was not asked to.
    Came,
    /// A response came and could be read.
    Read(Read),
    /// None came, or none that the page may read.
    Failed(Failure),
}

/// A response that could be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// The status code.
    pub status: u16,
    /// The beginning of its body.
    pub body: String,
}

/// Whether a check can tell more of a failure than the browser did.
pub fn is_open(failure: &Failure) -> bool {
    matches!(
        failure,
        Failure::Unreadable | Failure::Denied(false) | Failure::TimedOut(_) | Failure::Redirected
    )
}

impl Finding {
    /// Whether a response came, read or not.
    pub fn came(&self) -> bool {
        !matches!(self, Self::Failed(_))
    }

    /// Whether a policy refused it. Where the request follows redirects, that may be where a redirect leads, and not what was asked.
    pub fn is_refused(&self) -> bool {
        matches!(self, Self::Failed(Failure::Policy | Failure::Locked))
    }

    /// Whether the browser gave no response and no reason. That the local network is denied is none once a request has come through.
    pub fn is_unreadable(&self) -> bool {
        matches!(self, Self::Failed(Failure::Unreadable | Failure::Denied(_)))
    }

    /// Returns the response, if it could be read.
    pub fn read(&self) -> Option<&Read> {
        match self {
            Self::Read(read) => Some(read),
            _ => None,
        }
    }
}

impl Read {
    /// Whether it is what SeaTable responds to a ping.
    pub fn is_pong(&self) -> bool {
        self.status == 200 && self.body.trim() == "\"pong\""
    }

    /// Whether it is what SeaTable's gateway responds to a ping.
    pub fn is_gateway(&self) -> bool {
        self.status == 200 && self.text("/ret").as_deref() == Some("pong")
    }

    /// Returns the version of SeaTable, where it is named.
    pub fn version(&self) -> Option<String> {
        self.text("/version")
            .filter(|version| version.starts_with(|c: char| c.is_ascii_digit()))
    }

    /// Returns the edition of SeaTable, where it is named.
    pub fn edition(&self) -> Option<String> {
        self.text("/edition")
    }

    fn text(&self, pointer: &str) -> Option<String> {
        let document = Document::parse(self.body.clone().into_bytes());
        document.string(document.pointer(pointer)?)
    }
}

/// Returns what came of a request of the check; `None` if it was not made.
pub(super) fn of(found: &[Found], probe: Probe) -> Option<&Finding> {
    found
        .iter()
        .find(|(other, _)| *other == probe)
        .map(|(_, finding)| finding)
}

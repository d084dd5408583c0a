//! What the check asks of a server, in its order.

use super::Read;
use super::finding::Found;
use super::verdict::is_foreign;
use crate::http::{Header, PreparedRequest, Server};

/// A request of the check. None carries a token, and none changes anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Probe {
    /// Whether a request reaches the server at all. Its response is not read, so nothing has to allow that.
    Reach,
    /// The same for another address of the server, where the first one got nowhere.
    Elsewhere,
    /// Whether the page may read a response.
    Plain,
    /// Which SeaTable it is.
    Info,
    /// Whether the page may read what the gateway responds, through which all requests inside a base go.
    Gateway,
    /// Whether a token may be sent.
    Token,
    /// Whether the code of the second factor may be sent.
    Code,
    /// Whether the page may read that something went wrong.
    Error,
    /// Whether the page may read what the file server responds, which takes uploads.
    Files,
}

/// What stands in the place of a token: no server takes it for one.
const PLACEHOLDER: &str = "Bearer no-token";

/// What stands in the place of a code.
const NO_CODE: &str = "000000";

impl Probe {
    /// All of them, in order.
    pub const ALL: [Self; 9] = [
        Self::Reach,
        Self::Elsewhere,
        Self::Plain,
        Self::Info,
        Self::Gateway,
        Self::Token,
        Self::Code,
        Self::Error,
        Self::Files,
    ];

    /// Returns the path that it asks for. SeaTable answers all of them without a token, `account/info/` by refusing.
    pub fn path(self) -> &'static str {
        match self {
            Self::Reach | Self::Plain => "/api2/ping/",
            Self::Elsewhere => "/",
            // Django hands this one out whatever the headers, so that what comes depends on the preflight alone.
            Self::Info | Self::Token | Self::Code => "/server-info/",
            Self::Gateway => "/api-gateway/api/v2/ping/",
            Self::Error => "/api2/account/info/",
            Self::Files => "/seafhttp/protocol-version",
        }
    }

    /// Whether the response is to be read. If not, the browser sends the request whatever the server allows (`no-cors`).
    pub fn is_read(self) -> bool {
        !matches!(self, Self::Reach | Self::Elsewhere)
    }

    /// Returns the header that makes the browser ask the server first (a preflight), with its value.
    pub fn header(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Token => Some(("Authorization", PLACEHOLDER)),
            Self::Code => Some(("X-SEAFILE-OTP", NO_CODE)),
            _ => None,
        }
    }

    /// Puts the request together.
    pub fn request(self, server: &Server) -> PreparedRequest {
        let headers = self.header().map(|(name, value)| Header {
            name: name.into(),
            value: value.into(),
        });
        PreparedRequest {
            headers: headers.into_iter().collect(),
            ..PreparedRequest::reading([server.origin(), self.path()].concat())
        }
    }

    /// Returns what to ask next; `None` if the rest would tell nothing more.
    pub fn next(found: &[Found]) -> Option<Self> {
        let Some((last, finding)) = found.last() else {
            return Some(Self::Reach);
        };
        let is_silent = finding.is_unreadable();
        Some(match last {
            Self::Reach if is_silent => Self::Elsewhere,
            Self::Reach if finding.came() || finding.is_refused() => Self::Plain,
            // A request that follows redirects gets nowhere in a ring of them; one that does not tells so.
            Self::Elsewhere if is_silent => Self::Plain,
            Self::Plain if finding.read().is_some_and(Read::is_pong) => Self::Info,
            Self::Info if finding.came() => Self::Gateway,
            Self::Gateway if !is_foreign(found) => Self::Token,
            // Whoever refuses the one header has no list of headers that would allow the other.
            Self::Token if is_silent => Self::Error,
            Self::Token if finding.came() => Self::Code,
            Self::Code if finding.came() || is_silent => Self::Error,
            Self::Error if finding.came() || is_silent => Self::Files,
            _ => return None,
        })
    }
}

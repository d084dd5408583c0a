//! Why the server could not be asked, in a word for the page and in a sentence for people.

use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::io;

use hyper::StatusCode;

/// The word, which the page reads in the header `playground-relay`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// No address is known for the server's name.
    Name,
    /// There is no connection to its address.
    Refused,
    /// Its certificate isn't trusted, or is for another name.
    Certificate,
    /// A connection took too long.
    TimedOut,
    /// The connection broke, or what came through it is no HTTP.
    Broken,
    /// The proxy can't be reached, or doesn't let the request through.
    Proxy,
    /// The request isn't the page's.
    NotAllowed,
}

impl Code {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Refused => "refused",
            Self::Certificate => "certificate",
            Self::TimedOut => "timed-out",
            Self::Broken => "broken",
            Self::Proxy => "proxy",
            Self::NotAllowed => "not-allowed",
        }
    }
}

impl Display for Code {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// Why there is no response from the server.
#[derive(Clone, Debug)]
pub(crate) struct Fault {
    pub(crate) code: Code,
    pub(crate) text: String,
}

impl Fault {
    pub(crate) fn new(code: Code, text: impl Into<String>) -> Self {
        let text = text.into();
        Self { code, text }
    }

    /// What kept a connection to `whom` from being made.
    pub(crate) fn of_connecting(whom: &str, error: &(dyn Error + 'static)) -> Self {
        if let Some(fault) = find::<Self>(error) {
            return fault.clone();
        }
        let kind = find::<io::Error>(error).map(io::Error::kind);
        match kind {
            Some(io::ErrorKind::TimedOut) => Self::timed_out(whom),
            Some(io::ErrorKind::ConnectionRefused) => Self::new(
                Code::Refused,
                format!(
                    "{whom} refused the connection: nothing listens at this port, or a firewall is in the way."
                ),
            ),
            _ => Self::new(
                Code::Refused,
                format!("No connection to {whom}: {}.", innermost(error)),
            ),
        }
    }

    pub(crate) fn timed_out(whom: &str) -> Self {
        Self::new(
            Code::TimedOut,
            format!(
                "{whom} did not take the connection in time. It may be down, or a firewall drops the request."
            ),
        )
    }

    /// What went wrong once there was a connection.
    pub(crate) fn of_asking(whom: &str, error: &(dyn Error + 'static)) -> Self {
        if let Some(fault) = find::<Self>(error) {
            return fault.clone();
        }
        Self::new(
            Code::Broken,
            format!(
                "The connection to {whom} broke before a response came ({}). The server may have carried out the request.",
                innermost(error)
            ),
        )
    }

    pub(crate) fn status(&self) -> StatusCode {
        match self.code {
            Code::TimedOut => StatusCode::GATEWAY_TIMEOUT,
            Code::NotAllowed => StatusCode::FORBIDDEN,
            _ => StatusCode::BAD_GATEWAY,
        }
    }
}

impl Display for Fault {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Error for Fault {}

/// Finds an error of this type among the causes of another.
pub(crate) fn find<'a, E: Error + 'static>(error: &'a (dyn Error + 'static)) -> Option<&'a E> {
    causes(error).find_map(|error| {
        // An input-output error hands out the causes of what it carries, and not that itself.
        let carried = error.downcast_ref::<io::Error>();
        let carried = carried.and_then(|error| error.get_ref()?.downcast_ref::<E>());
        error.downcast_ref::<E>().or(carried)
    })
}

fn innermost(error: &(dyn Error + 'static)) -> String {
    causes(error)
        .last()
        .map(ToString::to_string)
        .unwrap_or_default()
}

fn causes<'a>(error: &'a (dyn Error + 'static)) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    std::iter::successors(Some(error), |error| (*error).source())
}

//! The relay: a program on the person's machine that serves the page and hands its requests on to one server.

use super::{Answer, is_on};

/// What the path of a request to the relay begins with.
const PATH: &str = "/relay";

/// The header by which the relay marks a response as its own. It takes it out of what the server answers.
pub const MARK: &str = "playground-relay";

/// What kept the relay from handing a request on, or a response back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RelayFault {
    /// The name of the server leads nowhere.
    Name,
    /// The server's machine takes no connection there.
    Refused,
    /// The certificate of the server is not one that this machine trusts.
    Certificate,
    /// No connection came about in time.
    TimedOut,
    /// The connection broke before a response.
    Broken,
    /// The proxy that the machine's settings name did not lead on.
    Proxy,
    /// The relay refuses requests of this kind.
    NotAllowed,
    /// The relay itself does not respond.
    Gone,
}

impl RelayFault {
    /// Reads a mark; that of a relay that did not respond is empty.
    pub fn of(mark: &str) -> Self {
        match mark {
            "name" => Self::Name,
            "refused" => Self::Refused,
            "certificate" => Self::Certificate,
            "timed-out" => Self::TimedOut,
            "proxy" => Self::Proxy,
            "not-allowed" => Self::NotAllowed,
            "" => Self::Gone,
            _ => Self::Broken,
        }
    }
}

/// Returns the mark of a response that is the relay's own; `None` if it is the server's.
pub fn mark(answer: &Answer) -> Option<&str> {
    answer.header(MARK)
}

/// Whether it is certain, by this mark, that the server has got nothing.
pub(super) fn never_arrived(mark: &str) -> bool {
    !matches!(mark, "broken" | "")
}

/// Leads the address of a request through the relay of the page's own origin; as it is where it is not on that server.
pub fn through(relay: &str, server: &str, address: &str) -> String {
    match address.strip_prefix(server) {
        Some(rest) if is_on(address, server) => [relay, PATH, rest].concat(),
        _ => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Document;

    fn answer(mark: Option<&str>) -> Answer {
        Answer {
            status: 502,
            headers: mark
                .map(|mark| (MARK.to_owned(), mark.to_owned()))
                .into_iter()
                .collect(),
            body: Document::default(),
            decoded: None,
        }
    }

    #[test]
    fn a_request_to_the_server_goes_through_the_relay_and_no_other() {
        let (relay, server) = ("http://127.0.0.1:8080", "https://cloud.seatable.io");
        for (address, expected) in [
            (
                "https://cloud.seatable.io/api2/ping/?a=%2F",
                "http://127.0.0.1:8080/relay/api2/ping/?a=%2F",
            ),
            ("https://cloud.seatable.io", "http://127.0.0.1:8080/relay"),
            (
                "https://cloud.seatable.io.evil.example/a",
                "https://cloud.seatable.io.evil.example/a",
            ),
            ("https://other.example/a", "https://other.example/a"),
        ] {
            assert_eq!(through(relay, server, address), expected);
        }
    }

    #[test]
    fn the_relays_own_responses_are_told_by_their_mark() {
        assert_eq!(mark(&answer(None)), None);
        for (code, fault, arrived) in [
            ("name", RelayFault::Name, false),
            ("refused", RelayFault::Refused, false),
            ("certificate", RelayFault::Certificate, false),
            ("timed-out", RelayFault::TimedOut, false),
            ("proxy", RelayFault::Proxy, false),
            ("not-allowed", RelayFault::NotAllowed, false),
            ("broken", RelayFault::Broken, true),
            ("", RelayFault::Gone, true),
        ] {
            assert_eq!(mark(&answer(Some(code))), Some(code));
            assert_eq!(RelayFault::of(code), fault);
            assert_eq!(never_arrived(code), !arrived, "{code}");
        }
    }
}

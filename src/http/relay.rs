//! The relay: a program on the person's machine that serves the page and hands its requests on to one server.

use super::{Answer, is_on};

/// What the path of a request to the relay begins with.
const PATH: &str = "/relay";

/// The header by which the relay marks a response as its own. It takes it out of what the server answers.
const MARK: &str = "playground-relay";

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
    /// Reads the mark of a response; none where the response is the server's.
    pub fn of(answer: &Answer) -> Option<Self> {
        Some(match answer.header(MARK)? {
            "name" => Self::Name,
            "refused" => Self::Refused,
            "certificate" => Self::Certificate,
            "timed-out" => Self::TimedOut,
            "proxy" => Self::Proxy,
            "not-allowed" => Self::NotAllowed,
            // What a later relay may say too is no response of the server either.
            _ => Self::Broken,
        })
    }

    /// Whether it is certain that the server has got nothing.
    pub fn never_arrived(self) -> bool {
        !matches!(self, Self::Broken | Self::Gone)
    }
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
        assert_eq!(RelayFault::of(&answer(None)), None);
        for (mark, fault, never_arrived) in [
            ("name", RelayFault::Name, true),
            ("refused", RelayFault::Refused, true),
            ("certificate", RelayFault::Certificate, true),
            ("timed-out", RelayFault::TimedOut, true),
            ("proxy", RelayFault::Proxy, true),
            ("not-allowed", RelayFault::NotAllowed, true),
            ("broken", RelayFault::Broken, false),
            ("unheard-of", RelayFault::Broken, false),
        ] {
            assert_eq!(RelayFault::of(&answer(Some(mark))), Some(fault));
            assert_eq!(fault.never_arrived(), never_arrived, "{mark}");
        }
        assert!(!RelayFault::Gone.never_arrived());
    }
}

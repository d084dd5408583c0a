//! Whether a request was sent whose response could not be read.

use crate::http::meaning::writes;
use crate::http::{Evidence, Exchange, Failure, Fate, Outcome};

/// Why a look comes before another try.
const LOOK: &str = "The server may have carried it out: look before you send it again.";

/// The same, where a browser may have sent it again by itself.
const LOOK_TWICE: &str = "The server may have carried it out, and more than once: when a connection is cut before the response, a \
     browser can send a request again by itself. Look before you send it again.";

/// Says whether a request without a readable response was sent, and by what that is known; `None` if there is a response.
pub fn told(exchange: &Exchange) -> Option<String> {
    let Outcome::Failure(failure) = &exchange.outcome else {
        return None;
    };
    let is_relayed = matches!(failure, Failure::Relay(_));
    let fate = Fate::of(exchange);
    let is_read = !writes(&exchange.request);
    Some(match fate {
        Fate::NotSent if is_relayed => "Nothing was sent to the server.".to_owned(),
        Fate::NotSent => "Nothing was sent.".to_owned(),
        Fate::Sent(evidence) if is_read => of_evidence(evidence),
        Fate::Sent(evidence) if fate.may_have_happened() => {
            [&of_evidence(evidence), " ", LOOK].concat()
        }
        Fate::Sent(evidence) => [&of_evidence(evidence), " The server refused it."].concat(),
        Fate::Unknown(_) if is_read => {
            "It isn't known whether the request reached the server.".to_owned()
        }
        Fate::Unknown(is_repeated) => if is_repeated { LOOK_TWICE } else { LOOK }.to_owned(),
    })
}

fn of_evidence(evidence: Evidence) -> String {
    match evidence {
        Evidence::Response(Some(status)) => {
            format!("The request was sent: its response began with status {status}.")
        }
        Evidence::Response(None) => "The request was sent: its response began.".to_owned(),
        Evidence::Redirect => "The request was sent: a redirect came back.".to_owned(),
        Evidence::Uploaded => "The request was sent to its last byte.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Method;
    use crate::http::tests::{answer, failed};

    fn exchange(method: Method, failure: Failure) -> Exchange {
        failed(method, "/api/v2.1/x/", failure)
    }

    fn told(method: Method, failure: Failure) -> String {
        super::told(&exchange(method, failure)).unwrap()
    }

    #[test]
    fn a_write_says_what_may_have_happened_and_a_read_does_not() {
        for (failure, read, write) in [
            (Failure::Offline, "Nothing was sent", "Nothing was sent"),
            (
                Failure::Relay("refused".to_owned()),
                "Nothing was sent to the server",
                "Nothing was sent to the server",
            ),
            (Failure::Unreadable, "isn't known", "more than once"),
            (Failure::TimedOut(90), "isn't known", "more than once"),
            (Failure::Cancelled, "isn't known", "may have carried it out"),
            (Failure::Left, "isn't known", "may have carried it out"),
            (
                Failure::Redirected,
                "a redirect came back.",
                "a redirect came back. The server may have carried it out",
            ),
        ] {
            let of_read = told(Method::Get, failure.clone());
            assert!(of_read.contains(read), "{of_read}");
            assert!(!of_read.contains("may have"), "{of_read}");
            for method in [Method::Post, Method::Put, Method::Delete] {
                let of_write = told(method, failure.clone());
                assert!(of_write.contains(write), "{of_write}");
            }
        }
        // Here a response had begun, which ends the browser's own tries.
        let mut began = exchange(Method::Post, Failure::CutOff(3));
        began.first_byte_ms = Some(1);
        let of_begun = super::told(&began).unwrap();
        assert!(
            of_begun.contains("was sent: its response began."),
            "{of_begun}"
        );
        assert!(!of_begun.contains("more than once"), "{of_begun}");
        began.came = Some(answer(403, ""));
        let of_refused = super::told(&began).unwrap();
        assert!(
            of_refused.contains("status 403. The server refused it."),
            "{of_refused}"
        );
    }

    #[test]
    fn nothing_is_said_where_there_is_a_response() {
        let mut exchange = exchange(Method::Post, Failure::Unreadable);
        exchange.outcome = Outcome::Answer(answer(500, ""));
        assert_eq!(super::told(&exchange), None);
    }
}

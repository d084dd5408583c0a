//! What is said of a request whose response could not be read: whether it was sent, and what sending it again may do.

use super::part::Part;
use crate::catalogue::Method;
use crate::http::{Body, Evidence, Exchange, Failure, Fate, Outcome, PreparedRequest};
use crate::json::Document;

/// Why a look comes before another try.
const LOOK: &str = "The server may have carried it out: look before you send it again.";

/// The same, where a browser may have sent it again by itself.
const LOOK_TWICE: &str = "The server may have carried it out, and more than once: when a connection is cut before the response, a \
     browser can send a request again by itself. Look before you send it again.";

/// Says whether a request without a readable response was sent, and by what that is known; none where there is a response.
pub fn of_fate(exchange: &Exchange) -> Option<String> {
    let Outcome::Failure(failure) = &exchange.outcome else {
        return None;
    };
    let is_relayed = matches!(failure, Failure::Relay(_));
    let fate = Fate::of(exchange);
    let is_read = exchange.request.method == Method::Get;
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

/// Whether a request that writes may have been carried out although no response says so: sent again, it may write twice.
pub fn may_write_twice(exchange: &Exchange) -> bool {
    let may_have_happened = match &exchange.outcome {
        Outcome::Answer(answer) => answer.status >= 500,
        Outcome::Failure(_) => Fate::of(exchange).may_have_happened(),
    };
    may_have_happened && writes(&exchange.request)
}

/// Whether a request changes something: a login gives the token that there is, and SQL may only read.
fn writes(request: &PreparedRequest) -> bool {
    match (request.method, Part::of(request)) {
        (Method::Get, _) | (_, Part::Login) => false,
        (_, Part::Sql) => !is_select(&request.body),
        _ => true,
    }
}

fn is_select(body: &Body) -> bool {
    let Body::Json(text) = body else {
        return false;
    };
    let body = Document::parse(text.as_bytes().to_vec());
    let sql = body.pointer("/sql").and_then(|sql| body.string(sql));
    let verb = sql.as_deref().unwrap_or_default().trim_start().get(..6);
    verb.is_some_and(|verb| verb.eq_ignore_ascii_case("select"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::Answer;

    fn exchange(method: Method, path: &str, failure: Failure) -> Exchange {
        let request = PreparedRequest {
            method,
            url: format!("https://table.example.com{path}"),
            headers: Vec::new(),
            body: Body::None,
        };
        Exchange::new(request, Outcome::Failure(failure), 0)
    }

    fn told(method: Method, failure: Failure) -> String {
        of_fate(&exchange(method, "/api/v2.1/x/", failure)).unwrap()
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
        let mut began = exchange(Method::Post, "/api/v2.1/x/", Failure::CutOff(3));
        began.first_byte_ms = Some(1);
        let of_begun = of_fate(&began).unwrap();
        assert!(
            of_begun.contains("was sent: its response began."),
            "{of_begun}"
        );
        assert!(!of_begun.contains("more than once"), "{of_begun}");
        began.came = Some(answer(403));
        let of_refused = of_fate(&began).unwrap();
        assert!(
            of_refused.contains("status 403. The server refused it."),
            "{of_refused}"
        );
        assert!(!may_write_twice(&began));
    }

    fn answer(status: u16) -> Answer {
        Answer {
            status,
            headers: Vec::new(),
            body: Document::default(),
            decoded: None,
        }
    }

    #[test]
    fn sending_again_may_write_twice_where_the_first_may_have_written() {
        const ROWS: &str = "/api-gateway/api/v2/dtables/x/rows/";
        const SQL: &str = "/api-gateway/api/v2/dtables/x/sql/";
        for (method, path, failure, expected) in [
            (Method::Post, ROWS, Failure::Unreadable, true),
            (Method::Put, ROWS, Failure::Cancelled, true),
            (Method::Delete, ROWS, Failure::Redirected, true),
            (Method::Post, ROWS, Failure::Offline, false),
            (
                Method::Post,
                ROWS,
                Failure::Relay("refused".to_owned()),
                false,
            ),
            (Method::Get, ROWS, Failure::Unreadable, false),
            (
                Method::Post,
                "/api2/auth-token/",
                Failure::Unreadable,
                false,
            ),
            (Method::Post, SQL, Failure::Unreadable, true),
        ] {
            let exchange = exchange(method, path, failure);
            assert_eq!(may_write_twice(&exchange), expected, "{exchange:?}");
        }
        let mut asked = exchange(Method::Post, SQL, Failure::Unreadable);
        for (sql, expected) in [
            (" select * from a", false),
            ("UPDATE a SET b=1", true),
            ("é", true),
        ] {
            asked.request.body = Body::Json(format!("{{\"sql\": \"{sql}\"}}"));
            assert_eq!(may_write_twice(&asked), expected, "{sql}");
        }
    }

    #[test]
    fn a_server_that_failed_may_have_written_and_one_that_refused_has_not() {
        for (status, expected) in [
            (200, false),
            (403, false),
            (429, false),
            (500, true),
            (504, true),
        ] {
            let mut exchange = exchange(Method::Post, "/api/v2.1/x/", Failure::Unreadable);
            exchange.outcome = Outcome::Answer(answer(status));
            assert_eq!(may_write_twice(&exchange), expected, "{status}");
            assert_eq!(of_fate(&exchange), None);
        }
    }
}

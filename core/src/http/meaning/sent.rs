//! What sending a request again may do.

use super::service::Service;
use crate::catalogue::Harm;
use crate::http::{Body, Exchange, Fate, Outcome, PreparedRequest};
use crate::json::Document;
use crate::sql::Statement;

/// Whether a request that writes may have been carried out although no response says so: sent again, it may write twice.
pub fn may_write_twice(exchange: &Exchange) -> bool {
    let may_have_happened = match &exchange.outcome {
        Outcome::Answer(answer) => answer.status >= 500,
        Outcome::Failure(_) => Fate::of(exchange).may_have_happened(),
    };
    may_have_happened && writes(&exchange.request)
}

/// Whether a request changes something. What SQL does is not known before it is written.
pub fn writes(request: &PreparedRequest) -> bool {
    match Service::of(request) {
        Service::Sql => statement(&request.body).is_none_or(|statement| statement.writes()),
        _ => request.harm != Harm::Reads,
    }
}

fn statement(body: &Body) -> Option<Statement> {
    let Body::Json(text) = body else {
        return None;
    };
    let body = Document::parse(text.shown().into_owned().into_bytes());
    let sql = body.string(body.pointer("/sql")?)?;
    Statement::gravest(&sql)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Method;
    use crate::http::Failure;
    use crate::http::tests::{answer, failed};

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
            (Method::Post, SQL, Failure::Unreadable, true),
        ] {
            let exchange = failed(method, path, failure);
            assert_eq!(may_write_twice(&exchange), expected, "{exchange:?}");
        }
        let mut asked = failed(Method::Post, SQL, Failure::Unreadable);
        for (sql, expected) in [
            (" select * from a", false),
            ("-- all of it\\n(select 1)", false),
            ("WITH b AS (SELECT 1) SELECT * FROM b", false),
            ("UPDATE a SET b=1", true),
            ("SELECT 1; DELETE FROM a", true),
            ("é", true),
            ("", true),
        ] {
            asked.request.body = Body::Json(format!("{{\"sql\": \"{sql}\"}}").into());
            assert_eq!(may_write_twice(&asked), expected, "{sql}");
        }
        // A login gives the token that there is, although it is a POST.
        let mut login = failed(Method::Post, "/api2/auth-token/", Failure::Unreadable);
        assert!(may_write_twice(&login));
        login.request.harm = Harm::Reads;
        assert!(!may_write_twice(&login));
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
            let mut exchange = failed(Method::Post, "/api/v2.1/x/", Failure::Unreadable);
            exchange.outcome = Outcome::Answer(answer(status, ""));
            assert_eq!(may_write_twice(&exchange), expected, "{status}");
        }
    }
}

//! A row as it stands, by the answers that the page has received.

use crate::http::{Answer, Exchange, meaning};
use crate::json::{Document, Kind, NodeId};

/// Looks for a row in one exchange after another, in any order.
#[derive(Debug)]
pub struct Standing<'a> {
    /// What the addresses of its base have, in lower case.
    base: String,
    /// Its id.
    id: &'a str,
    /// When it was asked for last, with what came.
    read: Option<(f64, String)>,
    /// When the last request came to its end that may have changed it.
    changed: f64,
}

impl<'a> Standing<'a> {
    /// Looks for the row of an id.
    pub fn of(base: &str, id: &'a str) -> Self {
        Self {
            base: base.to_ascii_lowercase(),
            id,
            read: None,
            changed: f64::MIN,
        }
    }

    /// Looks at an exchange.
    pub fn look(&mut self, exchange: &Exchange) {
        let address = exchange.request.url.shown().to_ascii_lowercase();
        if !address.contains(&self.base) {
            return;
        }
        let answer = exchange.answer();
        if meaning::writes(&exchange.request) {
            let is_refused = answer.is_some_and(|answer| (400..500).contains(&answer.status));
            let ended = exchange.began_ms + f64::from(exchange.elapsed_ms);
            if !is_refused && ended > self.changed {
                self.changed = ended;
            }
            return;
        }
        // A view may hide columns: a cell that is missing there is not one without a value.
        let is_whole = |name| exchange.request.query_parameter(name).is_none();
        let is_later = |read: &(f64, String)| read.0 < exchange.began_ms;
        if is_whole("view_name")
            && is_whole("view_id")
            && self.read.as_ref().is_none_or(is_later)
            && let Some(row) = answer.and_then(|answer| self.row_in(answer))
        {
            self.read = Some((exchange.began_ms, row));
        }
    }

    /// Returns the row as exact JSON; `None` if no answer had all of it, or a later request may have changed it.
    pub fn row(self) -> Option<String> {
        let (began, row) = self.read?;
        (began >= self.changed).then_some(row)
    }

    fn row_in(&self, answer: &Answer) -> Option<String> {
        let body = &answer.body;
        let root = body.root().filter(|_| answer.is_success())?;
        let rows = body.member(root, "rows");
        let rows = rows.filter(|&rows| body.kind(rows) == Kind::Array);
        let mut rows = rows.into_iter().flat_map(|rows| body.children(rows));
        let row = match self.is_it(body, root) {
            true => Some(root),
            false => rows.find(|&row| self.is_it(body, row)),
        };
        row.map(|row| body.text(row).into_owned())
    }

    fn is_it(&self, body: &Document, row: NodeId) -> bool {
        let id = body.member(row, "_id").and_then(|id| body.string(id));
        id.as_deref() == Some(self.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{Harm, Method};
    use crate::http::tests::{answer, failed};
    use crate::http::{Failure, Outcome};

    const ROWS: &str = "/api-gateway/api/v2/dtables/ABC/rows/";

    fn read(path: &str, body: &str, began: f64) -> Exchange {
        let mut exchange = failed(Method::Get, path, Failure::Unreadable);
        exchange.request.harm = Harm::Reads;
        exchange.outcome = Outcome::Answer(answer(200, body));
        exchange.began_ms = began;
        exchange
    }

    fn changed(status: u16, began: f64) -> Exchange {
        let mut exchange = failed(Method::Put, ROWS, Failure::Unreadable);
        exchange.outcome = Outcome::Answer(answer(status, "{}"));
        exchange.began_ms = began;
        exchange
    }

    fn row(exchanges: &[Exchange]) -> Option<String> {
        let mut standing = Standing::of("abc", "r1");
        for exchange in exchanges {
            standing.look(exchange);
        }
        standing.row()
    }

    #[test]
    fn the_newest_answer_with_the_row_counts() {
        let (list, one) = (
            r#"{"rows":[{"_id":"r0"},{"_id":"r1","a":1.0}]}"#,
            r#"{"_id":"r1","a":2}"#,
        );
        let all = || {
            [
                read(ROWS, one, 2.0),
                read(ROWS, list, 1.0),
                read(ROWS, r#"{"_id":"r2"}"#, 3.0),
            ]
        };
        assert_eq!(row(&all()).as_deref(), Some(one));
        assert_eq!(row(&all()[1..]).as_deref(), Some(r#"{"_id":"r1","a":1.0}"#));
        assert_eq!(row(&all()[2..]), None);
        let elsewhere = read("/api-gateway/api/v2/dtables/DEF/rows/", one, 2.0);
        assert_eq!(row(&[elsewhere]), None, "another base");
        let view = read(&[ROWS, "?view_name=Some"].concat(), list, 1.0);
        assert_eq!(row(&[view]), None, "a view may hide columns");
    }

    #[test]
    fn what_may_have_been_changed_since_is_not_known() {
        let one = r#"{"_id":"r1","a":2}"#;
        for (status, began, is_known) in [
            (200, 1.0, true),
            (200, 3.0, false),
            (502, 3.0, false),
            (403, 3.0, true),
        ] {
            let exchanges = [changed(status, began), read(ROWS, one, 2.0)];
            assert_eq!(row(&exchanges).is_some(), is_known, "{status} {began}");
        }
        let mut lost = failed(Method::Put, ROWS, Failure::Unreadable);
        lost.began_ms = 1.0;
        lost.elapsed_ms = 5;
        assert_eq!(
            row(&[read(ROWS, one, 2.0), lost]),
            None,
            "it came to its end after the row was asked for"
        );
    }
}

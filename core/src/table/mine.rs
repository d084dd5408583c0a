//! The rows that a person has just written, or asked for.

use crate::catalogue::Method;
use crate::encode;
use crate::http::{Body, Exchange};
use crate::json::steps::Steps;
use crate::json::{Document, Kind, NodeId};
use std::sync::Arc;

/// How many characters the id of a row has.
const LENGTHS: std::ops::RangeInclusive<usize> = 22..=23;

/// So many ids are kept, and so many values of a request or an answer are looked at for them.
const MOST: (usize, usize) = (100, 2_000);

/// Returns the ids of rows that a request names, or else those that the last one before it wrote. Ids are told by their form;
/// what is none names no row either.
pub fn row_ids(exchange: &Exchange, others: &[Arc<Exchange>]) -> Vec<String> {
    let named = sent(exchange);
    if !named.is_empty() {
        return named;
    }
    let wrote = |other: &&Arc<Exchange>| {
        other.request.method != Method::Get
            && other.began_ms < exchange.began_ms
            && other.answer().is_some_and(|answer| answer.is_success())
    };
    let mut last: Option<(f64, Vec<String>)> = None;
    for other in others.iter().filter(wrote) {
        if last.as_ref().is_some_and(|(at, _)| *at > other.began_ms) {
            continue;
        }
        let mut ids = sent(other);
        if let Some(answer) = other.answer() {
            take(&answer.body, &mut ids);
        }
        if !ids.is_empty() {
            last = Some((other.began_ms, ids));
        }
    }
    last.map(|(_, ids)| ids).unwrap_or_default()
}

/// Returns the ids in an address and a body.
fn sent(exchange: &Exchange) -> Vec<String> {
    let request = &exchange.request;
    let url = request.url.shown();
    let parts = url.split(['/', '?', '&', '=']).map(encode::decoded);
    let mut ids: Vec<String> = parts.filter(|part| is_id(part)).collect();
    if let Body::Json(text) = &request.body {
        take(
            &Document::parse(text.shown().into_owned().into_bytes()),
            &mut ids,
        );
    }
    ids
}

fn take(document: &Document, ids: &mut Vec<String>) {
    let mut open: Vec<NodeId> = document.root().into_iter().collect();
    let mut looked = 0;
    while let Some(node) = open.pop() {
        looked += 1;
        if looked > MOST.1 || ids.len() >= MOST.0 {
            return;
        }
        match document.kind(node) {
            Kind::String => ids.extend(document.string(node).filter(|text| is_id(text))),
            Kind::Object | Kind::Array => open.extend(document.children(node).take(MOST.1)),
            _ => {}
        }
    }
}

fn is_id(text: &str) -> bool {
    let is_of_one = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_');
    LENGTHS.contains(&text.len()) && text.bytes().all(is_of_one)
}

/// A search for the rows of some ids in the lists of an answer, in steps. A row has more than its id.
pub struct RowSearch {
    ids: Vec<String>,
    lists: Vec<NodeId>,
    next: Option<NodeId>,
    found: Vec<NodeId>,
}

impl RowSearch {
    /// Begins to look through some lists.
    pub fn new(ids: Vec<String>, lists: Vec<NodeId>) -> Self {
        Self {
            lists: if ids.is_empty() { Vec::new() } else { lists },
            ids,
            next: None,
            found: Vec::new(),
        }
    }

    /// Goes on looking; true when done.
    pub fn advance(&mut self, document: &Document, steps: usize) -> bool {
        let mut steps = Steps::new(steps);
        loop {
            if !steps.are_left() {
                return false;
            }
            let Some(row) = self.next else {
                match self.lists.pop() {
                    Some(list) => self.next = document.children(list).next(),
                    None => return true,
                }
                continue;
            };
            steps.spend(1);
            self.next = document.next_sibling(row);
            let id = super::rows::cell_of(document, row, "_id", &mut steps)
                .and_then(|id| document.string(id));
            let is_it = id.is_some_and(|id| self.ids.contains(&id));
            if is_it && self.found.len() < MOST.0 && document.len(row) > 1 {
                self.found.push(row);
            }
        }
    }

    /// Returns what was found, in the order of the answer as far as the rows are in one list.
    pub fn into_found(self) -> Vec<NodeId> {
        self.found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::{Exchange, Outcome, PreparedRequest, tests};

    const A: &str = "AAAAAAAAAAAAAAAAAAAAAA";
    const B: &str = "BBBBBBBBBBBBBBBBBBBBB-";

    fn exchange(method: Method, path: &str, body: &str, answer: (u16, &str), at: f64) -> Exchange {
        let request = PreparedRequest {
            body: Body::Json(body.into()),
            ..tests::request(method, path)
        };
        let outcome = Outcome::Answer(tests::answer(answer.0, answer.1));
        Exchange {
            began_ms: at,
            ..Exchange::new(request, outcome, 0)
        }
    }

    fn written(id: &str, status: u16, at: f64) -> Arc<Exchange> {
        let answer = format!(r#"{{"row_ids":[{{"_id":"{id}"}}]}}"#);
        Arc::new(exchange(
            Method::Post,
            "/rows/",
            r#"{"table_name":"T"}"#,
            (status, &answer),
            at,
        ))
    }

    #[test]
    fn the_rows_are_those_that_a_request_names_or_else_those_written_last() {
        let listed = exchange(Method::Get, "/rows/?table_name=T", "", (200, "[]"), 9.0);
        for (others, expected) in [
            (vec![], vec![]),
            (vec![written(A, 200, 1.0)], vec![A]),
            (vec![written(A, 200, 2.0), written(B, 200, 1.0)], vec![A]),
            (vec![written(A, 200, 1.0), written(B, 200, 2.0)], vec![B]),
            // Refused, or sent later.
            (vec![written(A, 404, 1.0)], vec![]),
            (vec![written(A, 200, 10.0)], vec![]),
            // One that reads has written nothing.
            (
                vec![Arc::new(exchange(
                    Method::Get,
                    "/rows/",
                    "",
                    (200, &format!("\"{A}\"")),
                    1.0,
                ))],
                vec![],
            ),
        ] {
            assert_eq!(row_ids(&listed, &others), expected);
        }
        let others = [written(B, 200, 1.0)];
        let path = format!("/rows/{A}/?table_name=T");
        let read = exchange(Method::Get, &path, "", (200, "{}"), 9.0);
        assert_eq!(row_ids(&read, &others), [A]);
        let body = format!(r#"{{"updates":[{{"row_id":"{A}","row":{{}}}}]}}"#);
        let update = exchange(Method::Put, "/rows/", &body, (200, "{}"), 9.0);
        assert_eq!(row_ids(&update, &others), [A]);
    }
}

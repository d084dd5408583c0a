//! Lists that come in parts.

use super::sent::{go, set};
use super::*;

fn server() -> Server {
    Server::parse("http://127.0.0.1:9000").unwrap()
}

/// So many rows, of which the last is the one that was written, or none is.
fn rows(count: usize, with_mine: bool) -> String {
    let mut rows = vec![r#"{"_id": "other"}"#; count];
    if let Some(last) = rows.last_mut().filter(|_| with_mine) {
        *last = r#"{"_id": "Ab_9-x"}"#;
    }
    format!(r#"{{"rows": [{}]}}"#, rows.join(","))
}

fn look_up(run: &mut Run, status: u16, body: &str) -> Option<String> {
    let request = run.missed(READ, &server())?;
    let url = request.url.in_the_clear();
    let body = Document::parse(body.as_bytes().to_vec());
    let answer = Answer {
        status,
        headers: Vec::new(),
        body,
        decoded: None,
    };
    let exchange = Exchange::new(request, Outcome::Answer(answer), 1);
    run.found(READ, &server(), &exchange);
    Some(url)
}

#[test]
fn a_row_that_is_not_in_the_part_is_looked_up_by_its_id() {
    let mut run = run_up_to(READ);
    go(&mut run, READ, 200, &rows(1000, false));
    assert_eq!(run.status(READ), Status::Failed);
    let url = look_up(&mut run, 200, r#"{"_id": "Ab_9-x"}"#).unwrap();
    let row = format!("/api-gateway/api/v2/dtables/{BASE_UUID}/rows/Ab_9-x/?table_name=");
    assert!(url.contains(&row), "{url}");
    assert_eq!(run.status(READ), Status::Done);
    let told = run.outcome(READ, words::criterion::position).unwrap();
    assert!(told.contains("not in this part of the list"), "{told}");
    assert!(run.missed(READ, &server()).is_none());
}

#[test]
fn a_row_that_is_not_there_stays_missing() {
    for (status, body) in [
        (404, r#"{"error_message": "row _id not exits"}"#),
        (200, r#"{"_id": "other"}"#),
        (200, "<html>"),
    ] {
        let mut run = run_up_to(READ);
        go(&mut run, READ, 200, &rows(3, false));
        look_up(&mut run, status, body).unwrap();
        assert_eq!(run.status(READ), Status::Failed, "{status} {body}");
        assert_eq!(run.outcome(READ, words::criterion::position), None);
    }
    let mut run = run_up_to(READ);
    go(&mut run, READ, 500, "{}");
    assert!(
        run.missed(READ, &server()).is_none(),
        "nothing came to look into"
    );
    let mut run = run_up_to(READ);
    go(&mut run, READ, 200, &rows(3, true));
    assert!(run.missed(READ, &server()).is_none(), "it was found");
}

#[test]
fn a_position_counts_from_the_first_row_of_the_table() {
    for (start, limit, count, words) in [
        ("", "", 4, "Your row is row 4 of 4."),
        ("1000", "", 510, "Your row is row 1510 of 1510."),
        ("1000", "", 1000, "Your row is row 2000."),
        ("20", "10", 10, "Your row is row 30."),
        ("20", "10", 3, "Your row is row 23 of 23."),
    ] {
        let mut run = run_up_to(READ);
        set(&mut run, READ, "start", start);
        set(&mut run, READ, "limit", limit);
        go(&mut run, READ, 200, &rows(count, true));
        assert_eq!(
            run.outcome(READ, words::criterion::position).as_deref(),
            Some(words),
            "{start} {limit} {count}"
        );
    }
}

#[test]
fn another_part_has_another_row_at_the_place_that_was_chosen() {
    let mut run = Run::new(find("update-a-row").unwrap());
    run.set_input(0, 0, API_TOKEN.to_owned());
    go(&mut run, 1, 200, &token_answer());
    go(
        &mut run,
        2,
        200,
        r#"{"metadata": {"tables": [{"name": "T", "columns": [{"name": "Name"}]}]}}"#,
    );
    let rows = |name: &str| format!(r#"{{"rows": [{{"_id": "{name}1"}}, {{"_id": "{name}2"}}]}}"#);
    go(&mut run, 3, 200, &rows("a"));
    run.choose(3, 0, Some(1));
    go(&mut run, 3, 200, &rows("a"));
    assert!(run.choices(3)[0].settled, "the same list");
    set(&mut run, 3, "start", "2");
    go(&mut run, 3, 200, &rows("b"));
    assert!(
        !run.choices(3)[0].settled,
        "nobody chose the second row of this part"
    );
}

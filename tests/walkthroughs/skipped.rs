//! What a step that was left out does to those after it.

use super::*;
use playground_core::walkthrough::Verdict;

#[test]
fn rows_are_read_without_a_row_that_was_written_and_nothing_fails() {
    let mut run = run_up_to(WRITE);
    send(&mut run, READ, 200, ROWS);
    assert_eq!(run.status(READ), Status::Done);
    let verdict: &Verdict = &run.verdicts(READ)[1];
    assert!(verdict.held && !verdict.checked);
    let name = "row_id";
    assert_eq!(verdict.found, Found::NotGiven { step: "4", name });
    assert_eq!(
        run.outcome(READ, words::criterion::position),
        None,
        "nothing is said of a row that was not looked for"
    );
    send(&mut run, READ, 404, r#"{"error_msg": "x"}"#);
    assert_eq!(
        run.status(READ),
        Status::Failed,
        "what can be checked is checked"
    );
}

#[test]
fn a_token_of_another_kind_is_not_what_was_asked_for() {
    let mut run = run();
    // Claims that say `"permission":"rw"`.
    let base_token = "eyJhbGciOiJIUzI1NiJ9.eyJwZXJtaXNzaW9uIjoicncifQ.fake";
    for (text, status) in [
        (base_token, Status::Ready),
        ("fake", Status::Ready),
        ("fake fake", Status::Ready),
        (API_TOKEN, Status::Done),
    ] {
        run.set_input(0, 0, text.to_owned());
        assert_eq!(run.status(0), status, "{text}");
        assert_eq!(run.is_ticked(0), status == Status::Done);
    }
}

//! The answer before: kept as long as the same is asked.

use super::*;

fn kept(run: &Run) -> Option<u16> {
    let answer = run.previous(BASE_TOKEN_STEP)?.answer();
    answer.map(|answer| answer.status)
}

#[test]
fn the_answer_before_is_kept_while_the_same_is_asked() {
    let mut run = run_up_to(BASE_TOKEN_STEP);
    assert_eq!(kept(&run), None);
    let refused = r#"{"error_msg": "Permission denied."}"#;
    send(&mut run, BASE_TOKEN_STEP, 403, refused);
    assert_eq!(kept(&run), None);
    send(&mut run, BASE_TOKEN_STEP, 500, refused);
    assert_eq!(kept(&run), Some(403));

    // What was not answered leaves the answer before where it is.
    let request = request(&run, BASE_TOKEN_STEP);
    let ticket = run.begin(BASE_TOKEN_STEP).unwrap();
    let outcome = Outcome::Failure(Failure::Offline);
    assert!(run.finish(BASE_TOKEN_STEP, ticket, Exchange::new(request, outcome, 1)));
    assert_eq!(kept(&run), Some(500));
    send(&mut run, BASE_TOKEN_STEP, 403, refused);
    assert_eq!(kept(&run), Some(500));
}

#[test]
fn nothing_is_kept_of_another_request_or_after_forgetting() {
    let mut run = run_up_to(BASE_TOKEN_STEP);
    send(&mut run, BASE_TOKEN_STEP, 403, "{}");
    send(&mut run, BASE_TOKEN_STEP, 403, "{}");
    assert_eq!(kept(&run), Some(403));
    run.set_field(
        BASE_TOKEN_STEP,
        &at(&run, BASE_TOKEN_STEP, "exp"),
        "10h".to_owned(),
    );
    send(&mut run, BASE_TOKEN_STEP, 403, "{}");
    assert_eq!(kept(&run), None);
    send(&mut run, BASE_TOKEN_STEP, 403, "{}");
    assert_eq!(kept(&run), Some(403));
    run.reset();
    assert_eq!(kept(&run), None);
}

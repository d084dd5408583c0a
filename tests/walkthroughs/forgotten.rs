//! One token is forgotten, and all that came by it.

use super::*;

#[test]
fn a_token_that_was_entered_goes_with_nothing_else() {
    let mut run = run_up_to(READ);
    run.forget_token(&Secret::new(API_TOKEN));
    assert_eq!(typed(&run, 0, 0), "");
    let token = run.form(BASE_TOKEN_STEP).unwrap().token.as_ref();
    assert!(token.is_none_or(|token| token.secret.is_err()));
    for step in [BASE_TOKEN_STEP, STRUCTURE, WRITE] {
        assert!(
            run.exchange(step).is_some(),
            "step {step} has another token"
        );
    }
    assert_eq!(run.status(READ), Status::Ready);
}

#[test]
fn the_response_that_has_a_token_goes_with_what_it_gave() {
    let mut run = run_up_to(READ);
    assert_eq!(run.status(READ), Status::Ready);
    run.forget_token(&Secret::new(BASE_TOKEN));
    assert!(run.exchange(BASE_TOKEN_STEP).is_none());
    assert_eq!(run.status(BASE_TOKEN_STEP), Status::Ready);
    assert_eq!(
        run.status(READ),
        Status::Waiting,
        "it needs the token again"
    );
    assert!(run.exchange(WRITE).is_some(), "there was no token in it");
    assert_ne!(typed(&run, 0, 0), "", "the API-Token stays");
}

#[test]
fn a_token_that_the_run_does_not_have_changes_nothing() {
    let mut run = run_up_to(READ);
    run.forget_token(&Secret::new("another"));
    assert_eq!(run.status(READ), Status::Ready);
    assert!(run.exchange(BASE_TOKEN_STEP).is_some());
    assert_ne!(typed(&run, 0, 0), "");
}

//! What becomes of a password in a walkthrough that logs in.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test says what it expects by unwrapping"
)]

use playground_core::auth::Secret;
use playground_core::catalogue::FieldPath;
use playground_core::http::{
    Answer, At, Body, Exchange, Outcome, PartContent, PreparedRequest, Server, Text, Writing,
    prepare, sketch,
};
use playground_core::json::Document;
use playground_core::walkthrough::{Run, Status};
use seatable_playground::walkthroughs::ALL;

const PASSWORD: &str = "fake-password";
const PROVIDE: usize = 0;
const LOGIN: usize = 1;

fn password() -> FieldPath {
    FieldPath::body().member("password")
}

fn typed(run: &Run, input: usize) -> &str {
    run.input(PROVIDE, input).map_or("", Secret::reveal)
}

/// A run with the login entered.
fn run() -> Run {
    let mut run = Run::new(ALL.iter().find(|it| it.id == "look-at-the-team").unwrap());
    run.set_input(PROVIDE, 0, "me@example.com".to_owned());
    run.set_input(PROVIDE, 1, PASSWORD.to_owned());
    run
}

fn request(run: &Run) -> PreparedRequest {
    let server = Server::cloud();
    prepare(run.form(LOGIN).unwrap(), &server).unwrap()
}

/// Logs in and has the server answer this.
fn log_in(run: &mut Run, status: u16, body: &str) {
    let request = request(run);
    let answer = Answer {
        decoded: None,
        status,
        headers: Vec::new(),
        body: Document::parse(body.as_bytes().to_vec()),
    };
    let ticket = run.begin(LOGIN).unwrap();
    let exchange = Exchange::new(request, Outcome::Answer(answer), 1);
    assert!(run.finish(LOGIN, ticket, exchange));
}

#[test]
fn the_password_goes_over_the_wire_and_is_forgotten_when_the_token_comes() {
    let mut run = run();
    let sent = request(&run).body.form_in_the_clear();
    assert_eq!(
        sent,
        format!("username=me%40example.com&password={PASSWORD}")
    );
    log_in(
        &mut run,
        200,
        r#"{"token":"fake0000fake0000fake0000fake0000fake0000"}"#,
    );
    assert_eq!(typed(&run, 1), "");
    assert_eq!(typed(&run, 0), "me@example.com");
    assert_eq!(run.values(PROVIDE).len(), 1, "the name alone is left");
    let kept = run.exchange(LOGIN).unwrap();
    assert!(!kept.request.body.form_in_the_clear().contains(PASSWORD));
}

#[test]
fn both_steps_count_as_done_although_the_password_is_gone() {
    let mut run = run();
    log_in(
        &mut run,
        200,
        r#"{"token":"fake0000fake0000fake0000fake0000fake0000"}"#,
    );
    assert_eq!(run.status(PROVIDE), Status::Done);
    assert_eq!(run.status(LOGIN), Status::Done);
    assert!(
        run.missing(LOGIN).is_empty(),
        "nothing has to be done before"
    );
    let server = Server::cloud();
    let again = run.form(LOGIN).unwrap();
    let faults = prepare(again, &server).unwrap_err();
    assert_eq!(
        faults[0].at,
        At::Field(password()),
        "to log in again it takes the password again"
    );
    let Body::Form(parts) = sketch(again, &server).body else {
        panic!("no form")
    };
    assert_eq!(
        parts[1].content,
        PartContent::Text(Text::secret("password", Writing::Plain, Secret::new(""))),
        "the preview has its variable"
    );
    run.set_field(LOGIN, &password(), PASSWORD.to_owned());
    assert!(request(&run).body.form_in_the_clear().ends_with(PASSWORD));
}

#[test]
fn a_login_that_is_refused_keeps_what_was_typed() {
    let mut run = run();
    log_in(
        &mut run,
        400,
        r#"{"non_field_errors":["Unable to login with provided credentials."]}"#,
    );
    assert_eq!(run.status(LOGIN), Status::Failed);
    assert_eq!(typed(&run, 1), PASSWORD);
}

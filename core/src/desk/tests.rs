//! A desk, without any walkthrough.

use super::Desk;
use crate::auth::{Secret, Token, TokenKind};
use crate::form::RequestForm;
use crate::form::tests::{operation, query};
use crate::http::{Answer, Exchange, Failure, Outcome, Server, prepare};
use crate::json::Document;
use std::sync::Arc;

fn desk() -> Desk {
    let mut desk = Desk::new(RequestForm::new(operation()));
    desk.form.token = Some(Token::new(
        TokenKind::Api,
        &Secret::new("fake0000fake0000fake0000fake0000fake0000"),
    ));
    desk.form.type_into(&query("table_name"), "T".to_owned());
    desk
}

fn exchange(desk: &Desk, body: Option<&str>) -> Exchange {
    let outcome = match body {
        Some(body) => Outcome::Answer(Answer {
            decoded: None,
            status: 200,
            headers: Vec::new(),
            body: Document::parse(body.as_bytes().to_vec()),
        }),
        None => Outcome::Failure(Failure::Cancelled),
    };
    let request = prepare(&desk.form, &Server::cloud()).unwrap();
    Exchange::new(request, outcome, 1)
}

fn send(desk: &mut Desk, body: Option<&str>) {
    let ticket = desk.begin().unwrap();
    let exchange = exchange(desk, body);
    assert!(desk.finish(ticket, exchange).is_some());
}

#[test]
fn one_request_is_under_way_at_a_time() {
    let mut desk = desk();
    let ticket = desk.begin().unwrap();
    assert!(desk.is_sending() && desk.begin().is_none());
    let exchange = exchange(&desk, Some("{}"));
    let shown = desk.finish(ticket, exchange).unwrap();
    assert!(!desk.is_sending() && Arc::ptr_eq(&shown, desk.exchange().unwrap()));
    assert!(desk.begin().is_some());
}

#[test]
fn an_outcome_that_comes_too_late_changes_nothing() {
    for give_up in [
        (|desk: &mut Desk, ticket: &_| desk.give_up(ticket)) as fn(&mut Desk, &_),
        |desk, ticket| {
            desk.give_up(ticket);
            desk.begin().unwrap();
        },
        |desk, _| desk.forget(),
        |desk, _| {
            desk.forget();
            desk.begin().unwrap();
        },
    ] {
        let mut desk = desk();
        let exchange = exchange(&desk, Some("{}"));
        let ticket = desk.begin().unwrap();
        give_up(&mut desk, &ticket);
        let is_sending = desk.is_sending();
        // A second time it is of another request, which goes on.
        desk.give_up(&ticket);
        assert!(desk.finish(ticket, exchange).is_none());
        assert!(desk.exchange().is_none());
        assert_eq!(desk.is_sending(), is_sending);
    }
}

#[test]
fn a_ticket_is_of_its_own_desk() {
    let (mut here, mut there) = (desk(), desk());
    let ticket = here.begin().unwrap();
    let theirs = there.begin().unwrap();
    there.give_up(&ticket);
    assert!(there.awaits(&theirs) && !there.awaits(&ticket));
    let exchange = exchange(&there, Some("{}"));
    assert!(there.finish(ticket, exchange).is_none());
    assert!(there.is_sending() && there.exchange().is_none());
}

#[test]
fn an_exchange_holds_no_secret() {
    let mut desk = desk();
    let exchange = exchange(&desk, Some("{}"));
    assert!(!format!("{:?}", desk.form.token).contains("fake"));
    let ticket = desk.begin().unwrap();
    let kept = desk.finish(ticket, exchange).unwrap();
    let mut forgotten = kept.request.clone();
    forgotten.forget_secrets();
    assert_eq!(kept.request, forgotten);
}

#[test]
fn the_exchange_before_is_kept_as_long_as_the_same_is_asked_and_answered() {
    let mut desk = desk();
    let body = |exchange: Option<&Arc<Exchange>>| {
        let body = &exchange?.answer()?.body;
        Some(String::from_utf8(body.bytes().to_vec()).unwrap())
    };
    send(&mut desk, Some("1"));
    assert!(desk.previous().is_none());
    send(&mut desk, Some("2"));
    assert_eq!(body(desk.previous()).as_deref(), Some("1"));
    send(&mut desk, None);
    assert_eq!(body(desk.previous()).as_deref(), Some("2"));
    send(&mut desk, Some("3"));
    assert_eq!(
        body(desk.previous()).as_deref(),
        Some("2"),
        "the failure in between said nothing"
    );
    desk.form.type_into(&query("table_name"), "U".to_owned());
    send(&mut desk, Some("4"));
    assert!(desk.previous().is_none(), "it was asked of another table");
}

#[test]
fn what_is_forgotten_is_gone() {
    let mut desk = desk();
    send(&mut desk, Some("1"));
    desk.forget();
    assert!(desk.exchange().is_none() && desk.previous().is_none());
    assert!(desk.form.token.is_none() && desk.form.typed.iter().next().is_none());
}

#[test]
fn a_token_is_forgotten_with_the_responses_that_it_stands_in() {
    let token = "fake0000fake0000fake0000fake0000fake0000";
    let secret = Secret::new(token);
    let with_it = format!(r#"{{"token":"{token}"}}"#);
    for (bodies, is_left) in [
        (vec![], false),
        (vec!["{}"], true),
        (vec![with_it.as_str()], false),
        (vec![with_it.as_str(), "{}"], true),
    ] {
        let mut desk = desk();
        for body in bodies {
            send(&mut desk, Some(body));
        }
        assert!(!desk.forget_token(&Secret::new("another")));
        assert!(desk.forget_token(&secret));
        assert!(desk.form.token.is_none() && desk.previous().is_none());
        assert_eq!(desk.exchange().is_some(), is_left);
        assert!(!desk.forget_token(&secret));
    }
}

//! A secret at every place of a request is in nothing that is shown, listed, kept or told.

// A test says what it expects by unwrapping.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "../generator/mod.rs"]
mod generator;
mod places;
mod traces;

use places::{Case, cases};
use playground_core::http::{
    Answer, Body, Exchange, Failure, Ledger, Outcome, PreparedRequest, Server, prepare_parts,
    sketch_parts,
};
use playground_core::json::Document;
use playground_core::snippet::{Language, render};
use playground_core::words;
use traces::Traces;

/// How many secrets each place is tried with.
const TRIES: u64 = 8;

fn server() -> Server {
    Server::parse("https://table.example.com").unwrap()
}

/// Everything that the page makes of a request for others than the server.
fn told_of(request: &PreparedRequest) -> Vec<String> {
    let mut told = vec![
        format!("{request:?}"),
        request.url.shown().into_owned(),
        request.path().into_owned(),
        words::server::target(&server(), request),
    ];
    told.extend(request.texts().iter().map(|text| text.shown().into_owned()));
    told.extend(Language::ALL.map(|language| render(language, request).text()));
    told.extend(Language::ALL.map(|language| format!("{:?}", render(language, request))));
    told
}

/// Everything that is told of a request which was sent.
fn told_of_sent(request: &PreparedRequest) -> Vec<String> {
    let answer = || Answer {
        status: 400,
        headers: Vec::new(),
        body: Document::parse(b"{\"error_msg\": \"no\"}".to_vec()),
        decoded: None,
    };
    let outcomes = [
        Outcome::Answer(answer()),
        Outcome::Failure(Failure::Unreadable),
        Outcome::Failure(Failure::Locked),
        Outcome::Failure(Failure::TimedOut(90)),
    ];
    let mut told = Vec::new();
    for outcome in outcomes {
        let mut ledger = Ledger::default();
        let line = ledger.begin(request);
        told.push(format!("{ledger:?}"));
        let exchange = Exchange::new(request.clone(), outcome, 1);
        ledger.finish(line, &exchange);
        told.push(format!("{ledger:?} {exchange:?}"));
        told.push(words::exchange::told(&exchange));
        told.extend(words::fate::told(&exchange));
        told.push(playground_core::http::file_name(&answer(), request));
    }
    told
}

/// What goes over the wire: address, headers and body.
fn wire(request: &PreparedRequest) -> String {
    let mut texts: Vec<String> = request.texts().iter().map(|it| it.in_the_clear()).collect();
    if let Body::Form(_) = &request.body {
        texts.push(request.body.form_in_the_clear());
    }
    texts.join("\n")
}

fn nowhere(case: &Case, traces: &Traces, told: &[String]) {
    for text in told {
        assert_eq!(traces.found_in(text), None, "{}: {text}", case.name);
    }
}

#[test]
fn a_secret_goes_over_the_wire_and_nowhere_else() {
    for seed in 0..TRIES {
        for case in cases(seed) {
            let traces = Traces::of(&case.secret);
            let mut request = case
                .with(&case.entry, |form| prepare_parts(form, &server()))
                .unwrap();
            assert!(
                traces.found_in(&wire(&request)).is_some(),
                "{}: it is not sent",
                case.name
            );
            nowhere(&case, &traces, &told_of(&request));
            nowhere(&case, &traces, &told_of_sent(&request));
            request.forget_secrets();
            nowhere(&case, &traces, &[wire(&request)]);
            nowhere(&case, &traces, &told_of(&request));
        }
    }
}

#[test]
fn a_secret_in_a_form_at_fault_is_in_no_fault_and_no_preview() {
    for seed in 0..TRIES {
        for case in cases(seed) {
            let traces = Traces::of(&case.secret);
            // Broken in the midst and at the end; in a header no code; and as it is.
            let cut = case.entry.len() - 1;
            let broken = case.entry.get(..cut).unwrap_or(&case.entry).to_owned();
            for text in [case.entry.clone(), broken, format!("{}x,", case.entry)] {
                let preview = case.with(&text, |form| sketch_parts(form, &server()));
                nowhere(&case, &traces, &told_of(&preview));
                let faults = case
                    .with(&text, |form| prepare_parts(form, &server()))
                    .err()
                    .unwrap_or_default();
                for fault in faults {
                    let told = [format!("{fault:?}"), words::field::fault(&fault.fault)];
                    nowhere(&case, &traces, &told);
                }
            }
        }
    }
}

#[test]
fn no_text_of_a_field_with_a_secret_is_kept_over_a_reload() {
    for case in cases(0) {
        let field = case.operation.field(case.field).unwrap();
        assert!(field.holds_secret(), "{}", case.name);
    }
}

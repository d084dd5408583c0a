//! The walkthroughs in the page, and the run of one against prepared answers.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    reason = "tests say what they expect by unwrapping"
)]

mod changed;
mod course;
mod documents;
mod first;
mod forgotten;
mod keys;
mod outputs;
mod parts;
mod previous;
mod sent;
mod skipped;

use playground_core::auth::{Secret, TokenKind};
use playground_core::catalogue::FieldPath;
use playground_core::http::{
    Answer, Body, Exchange, Failure, Header, Outcome, PreparedRequest, Server, prepare,
};
use playground_core::json::Document;
use playground_core::walkthrough::{
    ActedOn, Action, Decision, Found, Origin, Reference, Run, Status, TemplatePart, Ticket, Use,
    Walkthrough,
};
use playground_core::words;
use seatable_playground::walkthroughs::ALL;
use std::collections::BTreeSet;

const API_TOKEN: &str = "practiceapitoken000000000000000000000000";
const BASE_UUID: &str = "11111111-2222-3333-4444-555555555555";
/// A header, claims that say `"practice": true`, and no real signature.
const BASE_TOKEN: &str = "eyJhbGciOiJIUzI1NiJ9.eyJkdGFibGVfdXVpZCI6IjExMTExMTExLTIyMjItMzMzMy00NDQ0LTU1NTU1NTU1NTU1NSIsInByYWN0aWNlIjp0cnVlfQ.fake";

// Steps 1 to 3 are the way around the API-Token.
const MAKE_TOKEN: usize = 3;
const BASE_TOKEN_STEP: usize = 4;
const STRUCTURE: usize = 5;
const WRITE: usize = 6;
const READ: usize = 7;

fn token_answer() -> String {
    format!(
        r#"{{"access_token": "{BASE_TOKEN}", "dtable_uuid": "{BASE_UUID}", "dtable_name": "Büro", "workspace_id": 18446744073709551615}}"#
    )
}

const METADATA: &str = r#"{"metadata": {"tables": [{"name": "Größe \"A\"", "columns": [{"key": "0000", "name": "Na\\me\t\"x\""}]}]}}"#;
const WRITTEN: &str =
    r#"{"inserted_row_count": 1, "row_ids": [{"_id": "Ab_9-x"}], "first_row": {}}"#;
const ROWS: &str = r#"{"rows": [{"_id": "other"}, {"_id": "Ab_9-x", "Name": "John Doe"}]}"#;

/// Returns the walkthrough of that id.
fn find(id: &str) -> Option<&'static Walkthrough> {
    ALL.iter().find(|walkthrough| walkthrough.id == id)
}

/// Returns what was typed into an input.
fn typed(run: &Run, step: usize, input: usize) -> &str {
    run.input(step, input).map_or("", Secret::reveal)
}

fn run() -> Run {
    Run::new(find("write-and-read").unwrap())
}

fn request(run: &Run, step: usize) -> PreparedRequest {
    let server = Server::parse("http://127.0.0.1:9000").unwrap();
    prepare(run.form(step).unwrap(), &server).unwrap()
}

fn answer(run: &Run, step: usize, status: u16, body: &str) -> Exchange {
    let body = Document::parse(body.as_bytes().to_vec());
    Exchange::new(
        request(run, step),
        Outcome::Answer(Answer {
            decoded: None,
            status,
            headers: Vec::new(),
            body,
        }),
        1,
    )
}

fn send(run: &mut Run, step: usize, status: u16, body: &str) {
    let exchange = answer(run, step, status, body);
    let ticket = run.begin(step).unwrap();
    assert!(run.finish(step, ticket, exchange));
}

/// The place of the field of that name in the form of a step.
fn at(run: &Run, step: usize, name: &str) -> FieldPath {
    let mut fields = run.form(step).unwrap().operation.fields();
    fields.find(|field| field.name == name).unwrap().path()
}

/// A run in which the steps before that one are done.
fn run_up_to(step: usize) -> Run {
    let mut run = run();
    run.set_input(0, 0, format!(" {API_TOKEN}\n"));
    let answers = [
        token_answer(),
        METADATA.to_owned(),
        WRITTEN.to_owned(),
        ROWS.to_owned(),
    ];
    for (at, body) in (BASE_TOKEN_STEP..step).zip(answers) {
        send(&mut run, at, 200, &body);
        assert_eq!(
            run.status(at),
            Status::Done,
            "step {at}: {:?}",
            run.verdicts(at)
        );
    }
    run
}

fn bearer(request: &PreparedRequest) -> &Header {
    request
        .headers
        .iter()
        .find(|header| header.name == "Authorization")
        .unwrap()
}

fn sending(kind: TokenKind, token: &str) -> Header {
    Header::bearer(kind, Secret::new(token))
}

#[test]
fn every_walkthrough_is_well_formed() {
    let mut ids = BTreeSet::new();
    assert!(!ALL.is_empty());
    for walkthrough in ALL.iter() {
        assert!(ids.insert(walkthrough.id), "{} twice", walkthrough.id);
        assert!(!walkthrough.title.is_empty() && !walkthrough.summary.is_empty());
        assert!(
            matches!(walkthrough.steps[0].action, Action::Provide(_)),
            "{}",
            walkthrough.id
        );
        let steps: BTreeSet<_> = walkthrough.steps.iter().map(|step| step.id).collect();
        assert_eq!(steps.len(), walkthrough.steps.len(), "{}", walkthrough.id);
        let given: Vec<usize> = walkthrough
            .steps
            .iter()
            .map(|step| given_by(&step.action))
            .collect();
        for (at, step) in walkthrough.steps.iter().enumerate() {
            assert!(!step.title.is_empty(), "{} {}", walkthrough.id, step.id);
            let Action::Send(call) = step.action else {
                continue;
            };
            assert!(!call.criteria.is_empty(), "{} {}", walkthrough.id, step.id);
            assert_eq!(call.operation.token.is_some(), call.credential.is_some());
            let parts = call.presets.iter().flat_map(|preset| preset.template.parts);
            let values = parts.filter_map(|part| match part {
                TemplatePart::Value { from, .. } => Some(*from),
                _ => None,
            });
            for from in values.chain(call.credential) {
                assert!(
                    from.step < at && from.value < given[from.step],
                    "{} {}",
                    step.id,
                    from.step
                );
            }
            assert!(
                call.presets
                    .iter()
                    .all(|preset| call.operation.field_at(&preset.path).is_some())
            );
        }
    }
}

fn given_by(action: &Action) -> usize {
    match action {
        Action::Provide(inputs) => inputs.len(),
        Action::Send(call) => call.outputs.len(),
    }
}

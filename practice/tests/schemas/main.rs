//! Answers against the schemas of SeaTable's OpenAPI documents.
//!
//! What has to be asked for is not listed: it is every JSON answer for which a document gives a
//! schema, of every operation that the routing table knows.
// A test says what it expects by unwrapping.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod account_cases;
mod cases;
mod records;
mod samples;
mod sharing_cases;
mod shop;
mod team_cases;

use account_cases::ACCOUNT_CASES;
use cases::{CASES, Case};
use contract::{Answer, Documents};
use sharing_cases::SHARING_CASES;
use shop::Shop;
use std::collections::BTreeSet;
use team_cases::TEAM_CASES;

const ADD_USER: &str = "POST /api/v2.1/org/{}/admin/users/";
const UPDATE_USER: &str = "PUT /api/v2.1/org/{}/admin/users/{}/";

const VIEW_SHARES: &str = "POST /api/v2.1/workspace/{}/dtable/{}/user-view-shares/";
const VIEW_SHARE: &str = "PUT /api/v2.1/workspace/{}/dtable/{}/user-view-shares/{}/";
const TEAM_BASE: &str = "GET /api/v2.1/org/{}/admin/dtables/{}/";

/// Where the answer is right and the schema is not: operation, status, and the place in the answer.
const UNFIT: &[(&str, u16, &str)] = &[
    // Null for who never logged in, as in the document's own example; the schema wants a text.
    (ADD_USER, 200, "/last_login"),
    (UPDATE_USER, 200, "/last_login"),
    // Lists, as in the documents' own samples; the schemas want objects.
    ("GET /api/v2.1/groups/", 200, ""),
    ("GET /api/v2.1/groups/{}/search-member/", 200, ""),
    // Null in the samples; the schemas want texts.
    (VIEW_SHARES, 200, "/shared_name"),
    (VIEW_SHARE, 200, "/shared_name"),
    (TEAM_BASE, 200, "/color"),
    (TEAM_BASE, 200, "/text_color"),
    (TEAM_BASE, 200, "/icon"),
    // Empty for a user without a workspace; the schema wants a number.
    (ADD_USER, 200, "/workspace_id"),
];

/// Answers that a document promises and SeaTable does not give.
const NEVER_GIVEN: &[(&str, u16)] = &[
    // A token that is unknown or missing is always 401 there.
    ("GET /api2/account/info/", 403),
    // It is a 400.
    ("GET /api/v2.1/dtable/app-download-link/", 404),
];

/// Returns every request.
fn cases() -> impl Iterator<Item = &'static Case> {
    [CASES, ACCOUNT_CASES, SHARING_CASES, TEAM_CASES]
        .into_iter()
        .flatten()
}

#[test]
fn every_answer_fits_the_schema_of_its_document() {
    let Some(documents) = Documents::find() else {
        return;
    };
    let mut faults = Vec::new();
    for case in cases() {
        let (status, body) = Shop::open().ask(case);
        if status != case.status {
            faults.push(format!(
                "{}: {status}, not {}: {body}",
                case.request, case.status
            ));
            continue;
        }
        let Some(answer) = documents.answer(&case.operation(), status) else {
            faults.push(format!("{}: no schema for {status}", case.request));
            continue;
        };
        let known = |place: &str| UNFIT.contains(&(case.operation().as_str(), status, place));
        faults.extend(
            answer
                .misfits(&body)
                .into_iter()
                .filter(|(place, _)| !known(place))
                .map(|(place, error)| format!("{}: {error} at {place}", case.request)),
        );
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_documented_answer_of_an_implemented_operation_is_asked_for() {
    let Some(documents) = Documents::find() else {
        return;
    };
    let asked: BTreeSet<(String, u16)> = cases().map(Case::key).collect();
    let wanted: BTreeSet<(String, u16)> = practice::routes()
        .map(|(method, path)| contract::operation(method, path))
        .flat_map(|operation| documents.answers(&operation))
        .filter(|(operation, status)| !NEVER_GIVEN.contains(&(operation.as_str(), *status)))
        .collect();
    let left_out: Vec<_> = wanted.difference(&asked).collect();
    assert!(left_out.is_empty(), "no case for {left_out:#?}");
    assert!(wanted.len() > 60, "{}", wanted.len());
}

#[test]
fn no_exception_outlives_its_reason() {
    let Some(documents) = Documents::find() else {
        return;
    };
    for &(operation, status, place) in UNFIT {
        let answer = documents.answer(operation, status).unwrap();
        let cases = cases().filter(|case| case.key() == (operation.to_owned(), status));
        let mut misfits = cases.flat_map(|case| answer.misfits(&Shop::open().ask(case).1));
        assert!(misfits.any(|(at, _)| at == place), "{operation} {place}");
    }
    for &(operation, status) in NEVER_GIVEN {
        assert!(
            documents.answer(operation, status).is_some(),
            "{operation} {status}"
        );
    }
}

#[test]
fn a_text_where_the_schema_wants_a_list_is_a_misfit() {
    let schema = serde_json::json!({ "properties": { "rows": { "type": "array" } } });
    let answer = Answer::new(&schema);
    assert!(
        answer
            .misfits(&serde_json::json!({ "rows": [] }))
            .is_empty()
    );
    let misfits = answer.misfits(&serde_json::json!({ "rows": "none" }));
    assert_eq!(misfits[0].0, "/rows");
}

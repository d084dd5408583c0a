//! What is known of the faults of the documents: where it stands, and what may not stand there.
#![allow(
    clippy::unwrap_used,
    reason = "tests say what they expect by unwrapping"
)]

use arazzo::{Catalogue, File, known_faults};
use playground_core::documented::{FaultPlace, KnownFault};

const CATALOGUE: &str = r#"{"area": "base", "operations": [
    {"area": "base", "id": "open", "title": "Open", "group": "Base", "method": "GET", "path": "/open/", "token": "api",
     "parameters": [{"name": "exp", "in": "query", "required": false, "schema": {"type": "string"}}], "answers": [
        {"status": 200, "media": "application/json", "schema": {"type": "object", "properties": {
            "rows": {"type": "array", "items": {"type": "object", "properties": {"id": {"type": "integer"}}}}}}},
        {"status": 400, "media": "application/json"}]},
    {"area": "base", "id": "close", "title": "Close", "group": "Base", "method": "GET", "path": "/close/", "token": "api",
     "parameters": [], "answers": []}
]}"#;

fn read(text: &str) -> Result<Vec<Vec<KnownFault>>, Vec<String>> {
    let mut catalogue = Catalogue::default();
    catalogue.add(CATALOGUE).unwrap();
    let file = File {
        name: "faults/base.yaml".to_owned(),
        text: text.to_owned(),
    };
    let told = |faults: Vec<arazzo::Fault>| faults.iter().map(ToString::to_string).collect();
    known_faults(&file, &catalogue).map_err(told)
}

#[test]
fn each_stands_with_its_operation_and_its_place() {
    let known =
        read("open:\n  response/200/rows/*/id: A `text` & no number.\n  query/exp: It is.\n")
            .unwrap();
    assert_eq!(known[1], []);
    let [id, exp] = known[0].as_slice() else {
        panic!("{known:?}")
    };
    assert_eq!(id.says, "A <code>text</code> &amp; no number.");
    let place = FaultPlace::Response {
        status: 200,
        place: "/rows/*/id".into(),
    };
    assert_eq!(id.at, place);
    assert!(matches!(&exp.at, FaultPlace::Request(path) if path.steps == "exp"));
}

#[test]
fn only_places_that_the_operation_has_are_known() {
    for (place, is_known) in [
        ("operation", true),
        ("statuses", true),
        ("response/200", true),
        ("response/400", true),
        ("response/200/*", true),
        ("response/200/more", true),
        ("response/200/rows/*/more", true),
        ("response/200/*/*/id", true),
        ("response/200/more/id", false),
        ("response/200/rows/0/id", false),
        ("response/200/rows/*/id/x", false),
        ("response/400/x", false),
        ("response/404", false),
        ("response", false),
        ("operation/x", false),
        ("query/limit", false),
        ("body", false),
        ("cookie/a", false),
    ] {
        let known = read(&format!("open:\n  {place}: It is.\n"));
        assert_eq!(known.is_ok(), is_known, "{place}: {known:?}");
    }
}

#[test]
fn what_is_not_understood_is_told_with_its_place() {
    let long = "x".repeat(201);
    for (text, fault) in [
        (
            "opens:\n  operation: It is.\n",
            "1:1: the operation \"opens\"; expected an operationId of the area",
        ),
        (
            "open:\n  query/limit: It is.\n",
            "2:3: the place \"query/limit\"; expected one of open: query/page, response/200/rows/*/name",
        ),
        (
            "open:\n  operation: ''\n",
            "2:14: nothing; expected a sentence, a text",
        ),
        (
            &format!("open:\n  operation: {long}\n"),
            "2:14: a sentence of 201 characters; expected at most 200",
        ),
        ("- open\n", "1:1: a list; expected a mapping of operations"),
    ] {
        let told = format!("faults/base.yaml:{fault}");
        assert_eq!(read(text).unwrap_err(), [told]);
    }
}

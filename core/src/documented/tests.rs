//! Responses beside what is documented of them, and what differs.

use super::{FaultPlace, Held, KnownFault, What, hold};
use crate::catalogue::{Documented, Schema};
use crate::http::Answer;
use crate::json::Document;
use serde_json::json;

fn answer(status: u16, media: &str, body: &str) -> Answer {
    Answer {
        status,
        headers: vec![("content-type".to_owned(), media.to_owned())],
        body: Document::parse(body.as_bytes().to_vec()),
        decoded: None,
    }
}

fn documented(status: u16, schema: &serde_json::Value) -> Documented {
    Documented {
        status,
        media: "application/json".into(),
        schema: Some(serde_json::from_value::<Schema>(schema.clone()).unwrap()),
        example: None,
    }
}

/// Holds a body against a schema.
fn held(schema: &serde_json::Value, body: &str) -> Held {
    let answer = answer(200, "application/json", body);
    hold(&answer, &[documented(200, schema)], &[])
}

/// Says each difference in a line, with how often it was met.
fn lines(held: &Held) -> Vec<String> {
    let differences = held.differences.iter();
    let line = |one: &super::Difference| {
        let what = match &one.what {
            What::Kind { expected, found } => format!("{found:?} for {expected:?}"),
            What::Missing { required: true } => "missing, required".to_owned(),
            What::Missing { required: false } => "missing".to_owned(),
            other => format!("{other:?}").to_lowercase(),
        };
        format!("{} {what} {}/{}", one.place, one.count, one.of)
    };
    differences.map(line).collect()
}

fn object(properties: &serde_json::Value) -> serde_json::Value {
    json!({"type": "object", "properties": properties})
}

#[test]
fn what_is_as_documented_does_not_differ() {
    let a = &json!({"type": "string"});
    for (schema, body) in [
        (json!({"type": "object"}), r#"{"a": 1}"#),
        (json!({}), "[1, {}]"),
        (object(&json!({"a": a})), r#"{"a": "x"}"#),
        (object(&json!({"a": {"type": "integer"}})), r#"{"a": 1.0}"#),
        (object(&json!({"a": {"type": "integer"}})), r#"{"a": 1e3}"#),
        (object(&json!({"a": {"type": "number"}})), r#"{"a": 1.5}"#),
        (
            object(&json!({"a": {"type": "string", "nullable": true}})),
            r#"{"a": null}"#,
        ),
        (
            object(&json!({"a": {"type": "string", "enum": ["", "r"]}})),
            r#"{"a": "\u0072"}"#,
        ),
        (
            object(&json!({"a": {"type": "integer", "enum": [1, 2]}})),
            r#"{"a": 2}"#,
        ),
        (
            json!({"type": "object", "additionalProperties": a}),
            r#"{"x": "1", "y": "2"}"#,
        ),
        (
            json!({"type": "object", "properties": {"a": a}, "additionalProperties": true}),
            r#"{"a": "x", "b": 1}"#,
        ),
        (
            json!({"type": "array", "items": object(&json!({"a": a}))}),
            r#"[{"a": "x"}, {"a": "y"}]"#,
        ),
        (json!({"oneOf": [a, {"type": "integer"}]}), "1"),
        (
            json!({"oneOf": [object(&json!({"a": a})), {"type": "array"}]}),
            r#"{"a": "x"}"#,
        ),
        (
            json!({"oneOf": [object(&json!({"a": a})), object(&json!({"b": a}))]}),
            r#"{"c": 1}"#,
        ),
    ] {
        assert_eq!(
            lines(&held(&schema, body)),
            Vec::<String>::new(),
            "{schema} {body}"
        );
    }
}

#[test]
fn each_thing_that_differs_is_listed_with_its_place() {
    let a = &json!({"type": "string"});
    for (schema, body, expected) in [
        (
            json!({"type": "object"}),
            "[]",
            vec![" Array for Object 1/1"],
        ),
        (
            object(&json!({"a": a})),
            r#"{"a": 1}"#,
            vec!["/a Number for Text 1/1"],
        ),
        (
            object(&json!({"a": a})),
            r#"{"a": null}"#,
            vec!["/a Null for Text 1/1"],
        ),
        (
            object(&json!({"a": {"type": "integer"}})),
            r#"{"a": 1.5}"#,
            vec!["/a Number for Integer 1/1"],
        ),
        (
            object(&json!({"a": a})),
            r#"{"a": "x", "b/c": 1}"#,
            vec!["/b~1c unnamed 1/1"],
        ),
        (
            object(&json!({"a": a, "b": a})),
            r#"{"b": "x"}"#,
            vec!["/a missing 1/1"],
        ),
        (
            json!({"type": "object", "required": ["a"], "properties": {"a": a}}),
            "{}",
            vec!["/a missing, required 1/1"],
        ),
        (
            object(&json!({"a": {"type": "string", "enum": ["", "r"]}})),
            r#"{"a": "w"}"#,
            vec!["/a value 1/1"],
        ),
        (
            json!({"type": "object", "additionalProperties": a}),
            r#"{"x": 1, "y": "2"}"#,
            vec!["/* Number for Text 1/2"],
        ),
        (
            json!({"oneOf": [a, {"type": "integer"}]}),
            "true",
            vec![" Boolean for OneOf 1/1"],
        ),
        (
            json!({"oneOf": [object(&json!({"a": a})), {"type": "array"}]}),
            r#"{"a": 1}"#,
            vec!["/a Number for Text 1/1"],
        ),
    ] {
        assert_eq!(lines(&held(&schema, body)), expected, "{schema} {body}");
    }
}

#[test]
fn of_like_findings_in_a_list_one_stands_for_all() {
    let row = object(&json!({"a": {"type": "string"}, "b": {"type": "integer"}}));
    let schema = object(&json!({"rows": {"type": "array", "items": row}}));
    let body = r#"{"rows": [{"a": "x", "b": 1}, {"a": 2, "b": null}, {"a": 3}, 4]}"#;
    let held = held(&schema, body);
    assert_eq!(
        lines(&held),
        [
            "/rows/*/a Number for Text 2/3",
            "/rows/*/b Null for Integer 1/2",
            "/rows/*/b missing 1/4",
            "/rows/* Number for Object 1/4",
        ]
    );
    let document = Document::parse(body.as_bytes().to_vec());
    let firsts = held.differences.iter().map(|one| one.first.unwrap());
    let firsts: Vec<_> = firsts.map(|node| document.pointer_of(node)).collect();
    assert_eq!(firsts, ["/rows/1/a", "/rows/1/b", "/rows/2", "/rows/3"]);
    assert_eq!(held.marks.len(), 5);
}

#[test]
fn what_the_documents_do_not_describe_is_told() {
    let rows = json!({"type": "array", "items": {"type": "object"}});
    for (schema, body, expected) in [
        (json!({"type": "object"}), r#"{"a": 1}"#, vec![""]),
        (json!({"type": "object"}), "{}", vec![]),
        (json!({}), "[1]", vec![""]),
        (
            object(&json!({"rows": rows})),
            r#"{"rows": [{"a": 1}]}"#,
            vec!["/rows/*"],
        ),
        (object(&json!({"rows": rows})), r#"{"rows": [{}]}"#, vec![]),
    ] {
        assert_eq!(held(&schema, body).undescribed, expected, "{schema} {body}");
    }
}

#[test]
fn status_and_media_type_are_held_too() {
    let schemas = [
        documented(200, &json!({"type": "object"})),
        documented(403, &json!({"type": "object"})),
        Documented {
            media: "application/x-zip-compressed".into(),
            schema: None,
            ..documented(200, &json!({}))
        },
    ];
    let media = |came: &str| What::Media {
        documented: vec![
            "application/json".into(),
            "application/x-zip-compressed".into(),
        ],
        came: came.to_owned(),
    };
    for (status, type_, body, expected) in [
        (200, "application/json", "{}", vec![]),
        (200, "Application/JSON; charset=utf-8", "{}", vec![]),
        (200, "application/x-zip-compressed", "PK", vec![]),
        (200, "text/html", "{}", vec![media("text/html")]),
        (200, "", "{}", vec![media("")]),
        (200, "application/json", "{", vec![What::NoJson]),
        (200, "application/json", "", vec![What::NoJson]),
        (
            404,
            "application/json",
            "[]",
            vec![What::Status(vec![200, 403])],
        ),
    ] {
        let held = hold(&answer(status, type_, body), &schemas, &[]);
        let found: Vec<_> = held.differences.into_iter().map(|one| one.what).collect();
        assert_eq!(found, expected, "{status} {type_} {body}");
    }
}

#[test]
fn an_error_does_not_differ_where_no_error_is_documented() {
    let ok = documented(200, &json!({"type": "object"}));
    let refused = documented(403, &json!({"type": "object"}));
    for (status, documented, differs, is_unnamed) in [
        (404, vec![ok.clone()], false, true),
        (500, vec![], false, true),
        (302, vec![ok.clone()], true, false),
        (404, vec![ok.clone(), refused.clone()], true, false),
        (403, vec![ok, refused], false, false),
    ] {
        let held = hold(&answer(status, "application/json", "{}"), &documented, &[]);
        let found = (!held.differences.is_empty(), held.is_unnamed_error);
        assert_eq!(found, (differs, is_unnamed), "{status}");
    }
}

#[test]
fn a_known_fault_explains_what_it_is_about() {
    let response = |place: &'static str, says: &'static str| KnownFault {
        at: FaultPlace::Response {
            status: 200,
            place: place.into(),
        },
        says,
    };
    let statuses = KnownFault {
        at: FaultPlace::Statuses,
        says: "status",
    };
    let known = [response("/a", "a"), response("/*", "any"), statuses];
    let schema = object(&json!({"a": {"type": "string"}, "o": object(&json!({}))}));
    let said = |status: u16, body: &str| {
        let answer = answer(status, "application/json", body);
        let held = hold(&answer, &[documented(200, &schema)], &known);
        let said = held.differences.into_iter().map(|one| one.known);
        said.map(Option::unwrap_or_default).collect::<Vec<_>>()
    };
    assert_eq!(said(200, r#"{"a": 1, "b": 2, "o": {}}"#), ["a", "any"]);
    assert_eq!(
        said(200, r#"{"a": "x", "o": {"x": 1}}"#),
        Vec::<String>::new()
    );
    assert_eq!(said(200, "[]"), [""]);
    assert_eq!(said(302, "{}"), ["status"]);
}

#[test]
fn what_the_example_has_so_too_does_not_differ() {
    let schema = object(&json!({"a": {"type": "string"}, "b": {"type": "string"}}));
    let documented = Documented {
        example: Some(r#"{"a": "x", "more": 1}"#.into()),
        ..documented(200, &schema)
    };
    let answer = answer(200, "application/json", r#"{"a": 1, "more": 2, "most": 3}"#);
    let held = hold(&answer, &[documented], &[]);
    assert_eq!(
        lines(&held),
        ["/a Number for Text 1/1", "/most unnamed 1/1"]
    );
    let marked: Vec<_> = held.marks.iter().map(|mark| mark.difference).collect();
    assert_eq!(marked, [0, 1]);
}

#[test]
fn a_large_response_is_held_in_steps() {
    let row = object(&json!({"a": {"type": "string"}}));
    let schema = object(&json!({"rows": {"type": "array", "items": row}}));
    let body = format!(
        r#"{{"rows": [{}{{"a": "x"}}]}}"#,
        r#"{"a": 1, "b": 2},"#.repeat(20_000)
    );
    let answer = answer(200, "application/json", &body);
    let documented = [documented(200, &schema)];
    let mut inspection = super::Inspection::new(&answer, &documented);
    let mut turns = 1;
    while !inspection.advance(&answer.body, 1_000) {
        turns += 1;
    }
    assert!((50..150).contains(&turns), "{turns} turns");
    let held = inspection.held(&[]);
    let expected = [
        "/rows/*/a Number for Text 20000/20001",
        "/rows/*/b unnamed 20000/20001",
    ];
    assert_eq!(lines(&held), expected);
    assert_eq!(held.marks.len(), 10_000);
}

#[test]
fn no_response_fills_the_memory_with_differences() {
    let members: Vec<_> = (0..5_000).map(|n| format!("\"m{n}\": 1")).collect();
    let body = format!("{{\"a\": \"\", {}}}", members.join(","));
    let held = held(&object(&json!({"a": {"type": "string"}})), &body);
    assert_eq!((held.differences.len(), held.is_cut), (100, true));
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let schema = json!({"type": "array", "items": {"type": "array"}});
    assert_eq!(
        lines(&super::tests::held(&schema, &deep)),
        Vec::<String>::new()
    );
}

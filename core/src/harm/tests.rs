//! Which requests are asked about, and what is said to be hit.

use super::{Back, Case, Hit, Is, Named, Question, Risk, When};
use crate::catalogue::{FieldPath, Harm, Method, Operation, Place};
use crate::form::tests::operation;
use crate::http::{Body, Part, PartContent, PreparedRequest};
use crate::known::Kind;
use crate::sql::Verb;

fn field(place: Place, steps: &'static str) -> FieldPath {
    let steps = steps.into();
    FieldPath { place, steps }
}

fn request(body: Body) -> PreparedRequest {
    PreparedRequest {
        method: Method::Put,
        body,
        ..PreparedRequest::reading("https://example.com/bases/b%201/?limit=7")
    }
}

fn with_harm(harm: Harm) -> Operation {
    Operation {
        harm,
        path: "/bases/{base}/".into(),
        ..operation().clone()
    }
}

fn asked(harm: Harm, risk: &Risk, body: Body) -> Option<Question> {
    Question::about(&with_harm(harm), risk, &request(body))
}

fn json(text: &str) -> Body {
    Body::Json(text.into())
}

fn when(place: Place, steps: &'static str, is: Is) -> When {
    let field = field(place, steps);
    When::If(vec![Case { field, is }].leak())
}

#[test]
fn reads_and_additions_are_sent_at_once() {
    for harm in [Harm::Reads, Harm::Adds, Harm::Changes] {
        assert_eq!(asked(harm, &Risk::default(), Body::None), None);
    }
    for harm in [Harm::Removes, Harm::RemovesMuch] {
        assert!(asked(harm, &Risk::default(), Body::None).unwrap().removes);
    }
}

#[test]
fn what_stands_in_a_field_decides() {
    let part = |text: &str| Part {
        name: "active".to_owned(),
        content: PartContent::Text(text.into()),
    };
    let off = || when(Place::Body, "active", Is::Text("false"));
    let several = || when(Place::Body, "updates", Is::Several);
    for (when, body, is_asked) in [
        (When::Always, Body::None, true),
        (off(), json(r#"{"active": false}"#), true),
        (off(), json(r#"{"active": true}"#), false),
        (off(), json("{}"), false),
        (off(), Body::Multipart(vec![part("false")]), true),
        (off(), Body::Form(vec![part("true")]), false),
        (several(), json(r#"{"updates": [1, 2]}"#), true),
        (several(), json(r#"{"updates": [1]}"#), false),
        (several(), json(r#"{"updates": {"a": 1, "b": 2}}"#), true),
        (when(Place::Query, "limit", Is::Given), Body::None, true),
        (when(Place::Query, "other", Is::Given), Body::None, false),
        (when(Place::Path, "base", Is::Text("b 1")), Body::None, true),
    ] {
        for enforces in [true, false] {
            let mut risk = Risk::default();
            match enforces {
                true => risk.enforces = when.clone(),
                false => risk.many = when.clone(),
            }
            let asked = asked(Harm::Changes, &risk, body.clone());
            let found = asked.map(|asked| (asked.enforces, asked.is_of_many));
            let expected = is_asked.then_some((enforces, !enforces));
            assert_eq!(found, expected, "{when:?} {body:?}");
        }
    }
}

#[test]
fn a_statement_speaks_for_itself() {
    let risk = Risk {
        statement: Some(field(Place::Body, "sql")),
        ..Risk::default()
    };
    let verb = |text: &str| {
        let asked = asked(Harm::Reads, &risk, json(text))?;
        asked.statement.map(|statement| statement.verb)
    };
    assert_eq!(verb(r#"{"sql": "SELECT 1"}"#), None);
    assert_eq!(verb("{}"), None);
    let delete = r#"{"sql": "-- one\nDELETE FROM T"}"#;
    assert_eq!(verb(delete), Some(Verb::Delete));
}

#[test]
fn what_is_hit_is_read_from_the_request() {
    let hit = |place, steps, kind| Hit {
        by: field(place, steps),
        kind,
    };
    let hits = vec![
        hit(Place::Body, "updates/*/id", Kind::Row),
        hit(Place::Body, "a~1b", Kind::Table),
        hit(Place::Body, "none", Kind::View),
        hit(Place::Path, "base", Kind::Base),
    ];
    let risk = Risk {
        hits: hits.leak(),
        back: Back::Trash(3),
        ..Risk::default()
    };
    let body = json(r#"{"updates": [{"id": "x\""}, {"other": 1}, {"id": 7}], "a/b": "T"}"#);
    let asked = asked(Harm::Removes, &risk, body).unwrap();
    let named = |kind, values: &[&str]| {
        let values = values.iter().map(|&value| value.to_owned()).collect();
        Named { kind, values }
    };
    let expected = [
        named(Kind::Row, &["x\"", "7"]),
        named(Kind::Table, &["T"]),
        named(Kind::Base, &["b 1"]),
    ];
    assert_eq!(asked.hits, expected);
    assert_eq!(asked.back, Back::Trash(3));
}

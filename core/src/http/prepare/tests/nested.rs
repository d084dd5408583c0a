//! Values that stand below a field: they are put together as the schema says, and into what stands above them.

use super::*;
use crate::catalogue::FieldPath;
use crate::form::{Filled, Source};

fn object(members: Vec<(&'static str, bool, Shape)>, further: Further) -> Shape {
    let member = |(name, required, shape): (&'static str, bool, Shape)| Member {
        name: name.into(),
        required,
        schema: shape.into(),
    };
    Shape::Object {
        members: members.into_iter().map(member).collect(),
        further,
    }
}

fn list(of: Shape) -> Shape {
    Shape::List(Box::new(of.into()))
}

fn users() -> Operation {
    let texts = Further::Of(Box::new(Shape::TEXT.into()));
    let row = vec![
        ("Name", false, Shape::TEXT),
        ("Age", false, Shape::INTEGER),
        ("is_on", false, Shape::Boolean),
        ("Tags", false, list(Shape::TEXT)),
    ];
    let user = vec![
        ("login", true, Shape::TEXT),
        ("password", false, Shape::Secret),
    ];
    let a = object(vec![("a", false, Shape::Number)], Further::None);
    let either = Shape::OneOf(vec![a.into(), list(Shape::INTEGER).into()].into());
    let body = |name, required, shape| field(name, Place::Body, required, shape);
    operation(
        Method::Post,
        "/users/",
        Some(BodyKind::Json),
        vec![
            body("note", false, Shape::TEXT),
            body("rows", false, list(object(row, texts))),
            body("user", false, object(user, Further::None)),
            body("either", false, either),
        ],
    )
}

fn filled(typed: &[(&'static str, &str)], defaults: &[(&'static str, &str)]) -> RequestForm {
    let mut form = RequestForm::with_parts(Box::leak(Box::new(users())));
    form.token = form.operation.token.map(token);
    for (steps, text) in defaults {
        form.defaults.fill(Filled {
            path: at(steps),
            entry: Entry::Text((*text).to_owned()),
            source: Source::Walkthrough,
        });
    }
    for (steps, text) in typed {
        form.type_into(&at(steps), (*text).to_owned());
    }
    form
}

fn at(steps: &'static str) -> FieldPath {
    FieldPath {
        place: Place::Body,
        steps: steps.into(),
    }
}

#[test]
fn a_form_of_fields_takes_nothing_in_their_parts() {
    let mut form = form(&users(), &[]);
    for steps in ["user/login", "rows/0", ""] {
        form.type_into(&at(steps), "fake".to_owned());
        assert_eq!(form.text(&at(steps)), "", "{steps}");
    }
    form.type_into(&at("note"), "kept".to_owned());
    assert_eq!(form.text(&at("note")), "kept");
}

/// Returns the body without its line breaks and what indents its lines.
fn body(form: &RequestForm) -> String {
    let request = prepare_parts(form, &Server::cloud()).unwrap();
    let Body::Json(text) = request.body else {
        return String::new();
    };
    let lines: Vec<_> = text
        .in_the_clear()
        .lines()
        .map(|line| line.trim().to_owned())
        .collect();
    lines.concat()
}

#[test]
fn values_below_a_field_are_put_together_by_the_schema() {
    for (typed, expected) in [
        (
            &[("rows/0/Name", "a\"b")] as &[_],
            r#"{"rows": [{"Name": "a\"b"}]}"#,
        ),
        (
            &[
                ("rows/0/Age", " ７ "),
                ("rows/0/Name", "x"),
                ("rows/0/is_on", "true"),
            ],
            r#"{"rows": [{"Name": "x","Age": 7,"is_on": true}]}"#,
        ),
        // Items stand in the order of their numbers, without holes.
        (
            &[
                ("rows/10/Name", "c"),
                ("rows/2/Name", "b"),
                ("rows/0/Tags/0", "t"),
            ],
            r#"{"rows": [{"Tags": ["t"]},{"Name": "b"},{"Name": "c"}]}"#,
        ),
        // Of further members the name is data; a slash and a tilde are escaped.
        (&[("rows/0/a~1b~0", "x")], r#"{"rows": [{"a/b~": "x"}]}"#),
        (&[("either/a", "0.5")], r#"{"either": {"a": 0.5}}"#),
        (
            &[("either/1", "2"), ("either/0", "1")],
            r#"{"either": [1,2]}"#,
        ),
        (
            &[("user/login", "me"), ("note", "n")],
            r#"{"note": "n","user": {"login": "me"}}"#,
        ),
        // What is empty is not there, and neither is what would have nothing in it.
        (&[("rows/0/Name", ""), ("note", "n")], r#"{"note": "n"}"#),
        (&[("rows/0/Name", " ")], ""),
    ] {
        assert_eq!(body(&filled(typed, &[])), expected, "{typed:?}");
    }
}

#[test]
fn a_deeper_value_is_put_into_the_text_above_it() {
    for (typed, expected) in [
        (
            &[
                ("rows", r#"[{"Name":"a","x": 1.0}, {}]"#),
                ("rows/0/Name", "b"),
            ] as &[_],
            r#"{"rows": [{"Name":"b","x": 1.0}, {}]}"#,
        ),
        (
            &[("rows", r#"[{"Name":"a"}]"#), ("rows/4/Name", "b")],
            r#"{"rows": [{"Name":"a"},{"Name": "b"}]}"#,
        ),
        (
            &[
                ("", r#"{"x": 1, "note": "a"}"#),
                ("note", "b"),
                ("rows/0/Age", "1"),
            ],
            r#"{"x": 1, "note": "b", "rows": [{"Age": 1}]}"#,
        ),
        (&[("", r#"{"x": 1}"#)], r#"{"x": 1}"#),
    ] {
        assert_eq!(body(&filled(typed, &[])), expected, "{typed:?}");
    }
}

#[test]
fn what_was_typed_counts_for_more_than_what_is_filled_in_at_any_depth() {
    let defaults = [("rows/0/Name", "given"), ("rows/0/Age", "1")];
    for (typed, expected) in [
        (&[] as &[_], r#"{"rows": [{"Name": "given","Age": 1}]}"#),
        (
            &[("rows/0/Name", "mine")],
            r#"{"rows": [{"Name": "mine","Age": 1}]}"#,
        ),
        (&[("rows/0/Name", "")], r#"{"rows": [{"Age": 1}]}"#),
        // Who types the whole has it as it is.
        (&[("rows", "[]")], r#"{"rows": []}"#),
        (&[("rows/0", r#"{"x":1}"#)], r#"{"rows": [{"x":1}]}"#),
        (
            &[("rows", "[]"), ("rows/0/Age", "2")],
            r#"{"rows": [{"Age": 2}]}"#,
        ),
    ] {
        assert_eq!(body(&filled(typed, &defaults)), expected, "{typed:?}");
    }
    let given = [("rows", r#"[{"Name":"given"}]"#)];
    let typed = [("rows/0/Age", "3")];
    assert_eq!(
        body(&filled(&typed, &given)),
        r#"{"rows": [{"Name":"given","Age":3}]}"#
    );
}

#[test]
fn an_emptied_text_below_a_field_can_be_sent_empty() {
    let mut form = filled(&[("rows/0/Name", "")], &[]);
    form.send_empty(&at("rows/0/Name"), true);
    assert_eq!(body(&form), r#"{"rows": [{"Name": ""}]}"#);
}

#[test]
fn a_fault_below_a_field_is_told_at_its_place() {
    for (typed, place) in [
        (&[("rows/0/Age", "x")] as &[_], "rows/0/Age"),
        (&[("rows/0/Tags", "[")], "rows/0/Tags"),
        (&[("user/password", "fake")], "user/login"),
        (
            &[("user/login", " "), ("user/password", "fake")],
            "user/login",
        ),
        (&[("rows", "["), ("rows/0/Name", "x")], "rows"),
    ] {
        let errors = prepare_parts(&filled(typed, &[]), &Server::cloud()).unwrap_err();
        let places: Vec<_> = errors.iter().map(|error| error.at.clone()).collect();
        assert_eq!(places, [At::Field(at(place))], "{typed:?}");
    }
}

#[test]
fn a_secret_below_a_field_is_kept_apart() {
    let typed = [("user/login", "me"), ("user/password", " fake\"pass ")];
    let request = prepare_parts(&filled(&typed, &[]), &Server::cloud()).unwrap();
    let Body::Json(text) = &request.body else {
        panic!("no JSON");
    };
    assert!(text.in_the_clear().contains(r#"" fake\"pass ""#));
    assert!(
        text.shown().contains(r#""password": "{password}""#),
        "{}",
        text.shown()
    );
    assert!(!format!("{request:?}").contains("fake"));
}

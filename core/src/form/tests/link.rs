//! A form as a link: what it holds, what it leaves out, and what is ignored when one is opened.

use super::{body, operation, query};
use crate::auth::Secret;
use crate::catalogue::{Body, BodyKind, FieldPath, Further, Member, Operation, Shape};
use crate::form::{Entry, Filled, Ignored, LeftOut, Origin, RequestForm, Source};

fn leaked(body: Shape) -> &'static Operation {
    Box::leak(Box::new(Operation {
        body: Some(Body {
            kind: BodyKind::Json,
            required: false,
            schema: body.into(),
        }),
        ..operation().clone()
    }))
}

fn object(members: Vec<(&'static str, Shape)>) -> Shape {
    let member = |(name, shape): (&'static str, Shape)| Member {
        name: name.into(),
        required: false,
        schema: shape.into(),
    };
    Shape::Object {
        members: members.into_iter().map(member).collect(),
        further: Further::None,
    }
}

/// Rows whose cells are named by data, a password, and anything.
fn rich() -> &'static Operation {
    let row = Shape::Object {
        members: Vec::new().into(),
        further: Further::Of(Box::new(Shape::Json.into())),
    };
    leaked(object(vec![
        ("rows", Shape::List(Box::new(row.into()))),
        ("password", Shape::Secret),
        (
            "detail",
            object(vec![("user", Shape::TEXT), ("password", Shape::Secret)]),
        ),
        ("note", Shape::TEXT),
    ]))
}

fn typed(operation: &'static Operation, entries: &[(FieldPath, &str)]) -> RequestForm {
    let mut form = RequestForm::with_parts(operation);
    for (path, text) in entries {
        form.type_into(path, (*text).to_owned());
    }
    form
}

/// Opens a link in an empty form.
fn opened(operation: &'static Operation, query: &str) -> (RequestForm, Vec<Ignored>) {
    let mut form = RequestForm::with_parts(operation);
    let ignored = form.open_link(query);
    (form, ignored)
}

#[test]
fn what_was_filled_in_comes_back_from_the_link() {
    for text in [
        "a",
        " Büro & Söhne = 100 % + 1 #?/\\ ",
        "\u{1F600}\n\t\"quoted\" 'and' `so`",
        "%41%zz",
        "a=b&c=d",
        "{\"a\": [1, null]}",
    ] {
        for path in [
            query("table_name"),
            query("limit"),
            body("rows/0/Name"),
            body("rows/1/a~1b"),
            body("note"),
            body("detail/user"),
        ] {
            let form = typed(rich(), &[(path.clone(), text)]);
            let link = form.link();
            assert_eq!(link.left_out, [], "{text}");
            let (back, ignored) = opened(rich(), &link.query);
            assert_eq!(ignored, [], "{}", link.query);
            assert_eq!(back.text(&path), text, "{}", link.query);
            assert_eq!(back.origin(&path), Origin::Link);
            assert_eq!(back.link(), link, "and makes the same link again");
        }
    }
}

#[test]
fn a_link_can_be_read_by_people() {
    let form = typed(
        rich(),
        &[
            (query("table_name"), "My table"),
            (body("rows/0/Name"), "Ada"),
            (body("note"), "1"),
        ],
    );
    let link = form.link().query;
    assert_eq!(
        link,
        "query.table_name=My%20table&body.rows/0/Name=Ada&body.note=1"
    );
    let whole = typed(rich(), &[(FieldPath::body(), "[]")]).link();
    assert_eq!(whole.query, "", "the body has a secret");
    let form = typed(
        leaked(object(vec![("note", Shape::TEXT)])),
        &[(FieldPath::body(), "{}")],
    );
    assert_eq!(form.link().query, "body=%7B%7D");
}

#[test]
fn what_counts_is_what_a_link_has() {
    let mut form = typed(rich(), &[(query("view_name"), "mine")]);
    for (name, text) in [("view_name", "given"), ("limit", "5")] {
        form.defaults.fill(Filled {
            path: query(name),
            entry: Entry::Text(text.to_owned()),
            source: Source::Link,
        });
    }
    assert_eq!(form.link().query, "query.view_name=mine&query.limit=5");
    form.type_into(&query("limit"), String::new());
    assert_eq!(
        form.link().query,
        "query.view_name=mine",
        "nothing is sent of it"
    );
    form.type_into(&query("view_name"), String::new());
    form.send_empty(&query("view_name"), true);
    assert_eq!(form.link().query, "query.view_name=");
    let (back, ignored) = opened(rich(), "query.view_name=");
    assert!(back.is_sent_empty(&query("view_name")) && ignored.is_empty());
}

#[test]
fn secrets_and_files_are_left_out() {
    let jwt = "eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjE2MTQzNTI1OTR9.sig";
    let opaque = "0123456789abcdef0123456789abcdef01234567";
    let inside = format!("{{\"a\": \"Bearer {opaque}\"}}");
    for (path, text) in [
        (body("password"), "secret"),
        (body("detail"), r#"{"user": "me"}"#),
        (body("detail/password"), "secret"),
        (FieldPath::body(), "{}"),
        (query("table_name"), jwt),
        (query("table_name"), opaque),
        (body("rows"), &inside),
    ] {
        let link = typed(rich(), &[(path.clone(), text)]).link();
        assert_eq!(link.query, "", "{text}");
        assert_eq!(link.left_out, [(path, LeftOut::Secret)], "{text}");
    }
    let mut form = RequestForm::with_parts(operation());
    let file = Entry::File {
        handle: 1,
        name: "a.txt".to_owned(),
        size: 1,
    };
    form.choose_file(&body("file"), Some(file));
    let link = form.link();
    assert_eq!(
        (link.query.as_str(), link.left_out),
        ("", vec![(body("file"), LeftOut::File)])
    );
    let mut form = RequestForm::with_parts(rich());
    form.typed.fill(Filled {
        path: body("password"),
        entry: Entry::Secret(Secret::new("x")),
        source: Source::Person,
    });
    assert_eq!(form.link().query, "");
}

#[test]
fn what_has_no_room_is_told() {
    let long = "x".repeat(5_990);
    let form = typed(
        rich(),
        &[
            (query("table_name"), &long),
            (query("limit"), "5"),
            (body("note"), "n"),
        ],
    );
    let link = form.link();
    assert_eq!(link.left_out, [(query("table_name"), LeftOut::TooLong)]);
    assert_eq!(
        link.query, "query.limit=5&body.note=n",
        "nothing is cut off, the others are there"
    );
}

#[test]
fn what_is_not_understood_is_ignored_and_told() {
    let secret = "0123456789abcdef0123456789abcdef01234567";
    let secret = format!("query.table_name={secret}");
    let name = str::to_owned;
    for (query, expected) in [
        ("server=x", vec![]),
        ("&&", vec![]),
        ("query.limit=", vec![]),
        ("table_name=x", vec![Ignored::Unknown(name("table_name"))]),
        ("query.other=x", vec![Ignored::Unknown(name("query.other"))]),
        (
            "cookie.table_name=x",
            vec![Ignored::Unknown(name("cookie.table_name"))],
        ),
        (
            "body.rows/x/y=1",
            vec![Ignored::Unknown(name("body.rows/x/y"))],
        ),
        (
            "body.password=x",
            vec![Ignored::NotByLink(name("body.password"))],
        ),
        ("body=%7B%7D", vec![Ignored::NotByLink(name("body"))]),
        (&secret, vec![Ignored::NotByLink(name("query.table_name"))]),
        (
            "query.limit=%zz",
            vec![Ignored::Malformed(name("query.limit"))],
        ),
        (
            "query.limit=%ff",
            vec![Ignored::Malformed(name("query.limit"))],
        ),
        (
            "query.limit=%E4%BD",
            vec![Ignored::Malformed(name("query.limit"))],
        ),
        (
            "query.limit=1&query.limit=2",
            vec![Ignored::Twice(name("query.limit"))],
        ),
    ] {
        let (form, ignored) = opened(rich(), query);
        assert_eq!(ignored, expected, "{query}");
        assert_eq!(form.text(&super::query("table_name")), "");
    }
    let (form, _) = opened(operation(), "body.file=a.txt");
    assert!(
        form.defaults.iter().next().is_none(),
        "no file comes by a link"
    );
}

#[test]
fn another_link_takes_the_place_of_the_first_and_typing_of_both() {
    let (mut form, _) = opened(rich(), "query.limit=1&query.table_name=T");
    form.type_into(&query("limit"), "9".to_owned());
    form.open_link("query.limit=2");
    assert_eq!(form.text(&query("table_name")), "");
    assert_eq!(
        (form.text(&query("limit")), form.origin(&query("limit"))),
        ("9", Origin::Yours)
    );
    form.give_back(&query("limit"));
    assert_eq!(
        (form.text(&query("limit")), form.origin(&query("limit"))),
        ("2", Origin::Link)
    );
}

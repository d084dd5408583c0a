//! Items and members come, go and move; kinds are chosen; JSON becomes fields.

use super::body;
use crate::catalogue::{
    Area, Body, BodyKind, FieldPath, Flags, Further, Harm, Member, Method, Operation, Schema, Shape,
};
use crate::form::{Entry, Filled, Origin, RequestForm, Source};
use crate::http::{Server, json_at};

fn member(name: &'static str, shape: Shape) -> Member {
    Member {
        name: name.into(),
        required: false,
        schema: shape.into(),
    }
}

fn object(members: Vec<Member>, further: Further) -> Shape {
    Shape::Object {
        members: members.into(),
        further,
    }
}

fn list(of: Shape) -> Shape {
    Shape::List(Box::new(of.into()))
}

fn choice(text: &'static str) -> Shape {
    Shape::Choice(vec![text.into()].into())
}

/// An operation whose body has a list of texts, one of objects, free names, and an object of two kinds.
fn operation() -> &'static Operation {
    let row = object(
        vec![member("name", Shape::TEXT), member("age", Shape::INTEGER)],
        Further::None,
    );
    let links = object(Vec::new(), Further::Of(Box::new(list(Shape::TEXT).into())));
    let kind = |mark, own| {
        let members = vec![member("do", choice(mark)), member("name", Shape::TEXT), own];
        Schema::from(object(members, Further::None))
    };
    let either = Shape::OneOf(
        vec![
            kind("rename", member("to", Shape::TEXT)),
            kind("resize", member("width", Shape::INTEGER)),
        ]
        .into(),
    );
    let members = vec![
        member("ids", list(Shape::TEXT)),
        member("rows", list(row)),
        member("links", links),
        member("either", either),
    ];
    Box::leak(Box::new(Operation {
        area: Area::Base,
        id: "x".into(),
        title: "x".into(),
        group: "x".into(),
        method: Method::Post,
        path: "/x/".into(),
        fixed_query: "".into(),
        token: None,
        deprecated: false,
        harm: Harm::Adds,
        flags: Flags::default(),
        parameters: Vec::new().into(),
        body: Some(Body {
            kind: BodyKind::Json,
            required: true,
            schema: object(members, Further::None).into(),
        }),
        answers: Vec::new().into(),
        gives: Vec::new().into(),
    }))
}

fn form(text: &str) -> RequestForm {
    let mut form = RequestForm::with_parts(operation());
    assert!(form.spread(&FieldPath::body(), schema(), text), "{text}");
    form
}

fn schema() -> &'static Schema {
    static BODY: std::sync::OnceLock<&Schema> = std::sync::OnceLock::new();
    BODY.get_or_init(|| &operation().body.as_ref().unwrap().schema)
}

/// Returns the JSON of the form, without its line breaks and what indents its lines.
fn json(form: &RequestForm) -> String {
    let text = json_at(form, &FieldPath::body(), schema(), &Server::cloud()).unwrap_or_default();
    text.lines().map(str::trim).collect()
}

fn kinds() -> Vec<&'static Schema> {
    schema().at("either").unwrap().kinds()
}

#[test]
fn items_come_go_and_move() {
    let mut form = form(r#"{"ids": ["a", "b", "c"]}"#);
    let ids = body("ids");
    assert_eq!(form.item_count(&ids), 3);
    form.swap_items(&ids, 0, 1);
    assert_eq!(json(&form), r#"{"ids": ["b","a","c"]}"#);
    form.remove_item(&ids, 0);
    assert_eq!(json(&form), r#"{"ids": ["a","c"]}"#);
    form.add_item(&ids);
    assert_eq!(form.item_count(&ids), 3);
    assert_eq!(json(&form), r#"{"ids": ["a","c"]}"#, "nothing is in it yet");
    form.type_into(&ids.member("2"), "d".to_owned());
    assert_eq!(json(&form), r#"{"ids": ["a","c","d"]}"#);
    (0..3).for_each(|_| form.remove_item(&ids, 0));
    assert_eq!((form.item_count(&ids), json(&form).as_str()), (0, ""));
}

#[test]
fn an_item_moves_with_all_that_is_in_it() {
    let mut form = form(r#"{"rows": [{"name": "a", "age": 1}, {"name": "b", "no": 1}]}"#);
    form.swap_items(&body("rows"), 0, 1);
    assert_eq!(
        json(&form),
        r#"{"rows": [{"no": 1, "name": "b"},{"name": "a","age": 1}]}"#
    );
}

#[test]
fn what_was_filled_in_for_the_person_can_be_moved() {
    let mut form = RequestForm::with_parts(operation());
    for (place, text) in [("0", "given"), ("1", "too")] {
        form.defaults.fill(Filled {
            path: body("ids").member(place),
            entry: Entry::Text(text.to_owned()),
            source: Source::Walkthrough,
        });
    }
    form.remove_item(&body("ids"), 0);
    assert_eq!(json(&form), r#"{"ids": ["too"]}"#);
    form.gather(&body("ids"), String::new());
    assert_eq!(json(&form), "");
}

#[test]
fn names_that_are_data_are_given_changed_and_taken() {
    let mut form = form(r#"{"links": {"a/b": ["x"], "c": []}}"#);
    let links = body("links");
    let names = |form: &RequestForm| form.further_names(&links, &[]);
    assert_eq!(names(&form), ["a/b", "c"]);
    assert!(!form.add_member(&links, "c", &[]), "it is there");
    assert!(!form.add_member(&links, "", &[]), "it has no name");
    assert!(form.add_member(&links, "new", &[]));
    assert!(form.rename_member(&links, "a/b", "d", &[]));
    form.remove_member(&links, "c");
    assert_eq!(names(&form), ["d", "new"]);
    assert_eq!(json(&form), r#"{"links": {"d": ["x"]}}"#);
}

#[test]
fn another_kind_keeps_what_both_have() {
    let mut form = form(r#"{"either": {"do": "rename", "name": "a", "to": "b", "x": null}}"#);
    let either = body("either");
    assert_eq!(form.kind(&either, &kinds()), Some(0));
    form.choose_kind(&either, &kinds(), 1);
    assert_eq!(form.kind(&either, &kinds()), Some(1));
    assert_eq!(
        json(&form),
        r#"{"either": {"x": null, "do": "resize", "name": "a"}}"#
    );
    form.type_into(&either.member("width"), "7".to_owned());
    assert_eq!(
        json(&form),
        r#"{"either": {"x": null, "do": "resize", "name": "a", "width": 7}}"#
    );
}

#[test]
fn a_kind_is_told_by_what_stands_there() {
    let mut form = RequestForm::with_parts(operation());
    assert_eq!(form.kind(&body("either"), &kinds()), None);
    form.type_into(&body("either").member("width"), "7".to_owned());
    assert_eq!(form.kind(&body("either"), &kinds()), Some(1));
    form.type_into(&body("either").member("do"), "rename".to_owned());
    form.type_into(&body("either").member("to"), "x".to_owned());
    assert_eq!(form.kind(&body("either"), &kinds()), Some(0));
}

#[test]
fn json_that_no_field_shows_stays_where_it_is() {
    for (text, spread) in [
        (r#"{"ids": ["a", null]}"#, false),
        (r#"{"ids": {"a": 1}}"#, true),
        (r#"{"x": {"deep": [1.50]}, "ids": ["a"]}"#, true),
        (r#"{"rows": [{"age": "old"}, {}]}"#, true),
        (r#"{"ids": []}"#, true),
        (r#"{"either": {"do": "rename", "more": 1}}"#, true),
        ("{}", true),
        ("[1]", false),
        ("7", false),
    ] {
        let form = form(text);
        let parse = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
        assert_eq!(parse(&json(&form)), parse(text));
        let place = match text.contains("null") {
            true => body("ids"),
            false => FieldPath::body(),
        };
        let schema = schema()
            .at("ids")
            .filter(|_| place.level() > 0)
            .unwrap_or(schema());
        assert_eq!(form.is_spread(&place, schema), spread, "{text}");
    }
    let mut form = form("{}");
    for text in ["", "[", "{\"ids\": ["] {
        form.gather(&FieldPath::body(), text.to_owned());
        assert!(!form.spread(&FieldPath::body(), schema(), text));
        assert_eq!(form.text(&FieldPath::body()), text);
    }
}

#[test]
fn what_a_link_brought_stays_of_the_link_in_fields_and_gives_way_to_another_link() {
    let mut form = RequestForm::with_parts(operation());
    let ids = body("ids");
    let list = schema().at("ids").unwrap();
    let open = |form: &mut RequestForm, text: &str| {
        let ignored = form.open_link(&["body.ids=", text].concat());
        assert_eq!(ignored, []);
        assert!(form.spread(&ids, list, text));
    };
    open(&mut form, r#"["a","b"]"#);
    assert_eq!(form.origin(&body("ids/1")), Origin::Link);
    open(&mut form, r#"["c","d","e"]"#);
    assert_eq!(json(&form), r#"{"ids": ["c","d","e"]}"#);
    // What is typed counts for more, and can be taken back.
    form.type_into(&body("ids/1"), "x".to_owned());
    assert_eq!(json(&form), r#"{"ids": ["c","x","e"]}"#);
    form.give_back(&body("ids/1"));
    assert_eq!(json(&form), r#"{"ids": ["c","d","e"]}"#);
    form.remove_item(&body("ids"), 0);
    assert_eq!(json(&form), r#"{"ids": ["d","e"]}"#);
}

mod link;
mod nested;

use super::*;
use crate::catalogue::{Area, Flags, Further, Harm, Member, Method, Operation, Parameter, Role};
use crate::http::Server;
use std::borrow::Cow;

const API_TOKEN: &str = "fake0000fake0000fake0000fake0000fake0000";

fn field(name: &'static str, place: Place, required: bool, shape: Shape) -> Parameter {
    Parameter {
        name: name.into(),
        place,
        required,
        schema: shape.into(),
    }
}

fn with_role(name: &'static str, place: Place, role: Role) -> Parameter {
    let mut parameter = field(name, place, place == Place::Path, Shape::TEXT);
    parameter.schema.role = Some(role);
    parameter
}

/// An operation with these fields; those of the body become its members.
fn operation(
    method: Method,
    path: &'static str,
    body: Option<BodyKind>,
    fields: Vec<Parameter>,
) -> Operation {
    let (members, parameters): (Vec<_>, Vec<_>) = fields
        .into_iter()
        .partition(|field| field.place == Place::Body);
    let members = members.into_iter().map(|field| Member {
        name: field.name,
        required: field.required,
        schema: field.schema,
    });
    let object = Shape::Object {
        members: members.collect(),
        further: Further::None,
    };
    Operation {
        area: Area::Base,
        id: "test".into(),
        title: "".into(),
        group: "".into(),
        method,
        path: path.into(),
        fixed_query: "".into(),
        token: Some(TokenKind::Api),
        deprecated: false,
        harm: Harm::Reads,
        flags: Flags::default(),
        parameters: parameters.into(),
        body: body.map(|kind| catalogue::Body {
            kind,
            required: true,
            schema: object.into(),
        }),
        answers: Cow::Borrowed(&[]),
        gives: Cow::Borrowed(&[]),
    }
}

fn token(kind: TokenKind) -> Token {
    Token::new(kind, &Secret::new(API_TOKEN))
}

/// A form with these texts in its fields, in their order.
fn form(operation: &Operation, texts: &[&str]) -> RequestForm {
    let mut form = RequestForm::new(Box::leak(Box::new(operation.clone())));
    form.token = operation.token.map(token);
    for (field, text) in operation.fields().zip(texts) {
        form.type_into(&field.path(), (*text).to_owned());
    }
    form
}

fn send(operation: &Operation, texts: &[&str]) -> Result<PreparedRequest, Vec<FieldError>> {
    prepare(&form(operation, texts), &Server::cloud())
}

#[test]
fn path_and_query_are_encoded_and_empty_values_left_out() {
    let operation = operation(
        Method::Get,
        "/api/{base_name}/rows/",
        None,
        vec![
            field("base_name", Place::Path, true, Shape::TEXT),
            field("table_name", Place::Query, true, Shape::TEXT),
            field(
                "limit",
                Place::Query,
                false,
                Shape::Integer {
                    minimum: Some(1),
                    maximum: None,
                    choices: Cow::Borrowed(&[]),
                },
            ),
            field("view_name", Place::Query, false, Shape::TEXT),
        ],
    );
    let request = send(&operation, &["A/B & ü", "Table 1?", " 7 ", "  "]).unwrap();
    assert_eq!(
        request.url.shown(),
        "https://cloud.seatable.io/api/A%2FB%20%26%20%C3%BC/rows/?table_name=Table%201%3F&limit=7"
    );
    assert_eq!(request.body, Body::None);
}

#[test]
fn a_path_with_a_query_of_its_own_keeps_it() {
    let mut operation = operation(
        Method::Post,
        "/seafhttp/{link}",
        None,
        vec![
            field("link", Place::Path, true, Shape::TEXT),
            field("more", Place::Query, false, Shape::TEXT),
        ],
    );
    operation.fixed_query = "ret-json=1".into();
    let request = send(&operation, &["fake", "yes"]).unwrap();
    assert_eq!(
        request.url.shown(),
        "https://cloud.seatable.io/seafhttp/fake?ret-json=1&more=yes"
    );
}

#[test]
fn a_json_body_holds_texts_escaped_and_json_as_typed() {
    let operation = operation(
        Method::Post,
        "/rows/",
        Some(BodyKind::Json),
        vec![
            field("table_name", Place::Body, true, Shape::TEXT),
            field("rows", Place::Body, true, Shape::Json),
            field("apply_default", Place::Body, false, Shape::Boolean),
            field("count", Place::Body, false, Shape::Number),
        ],
    );
    let request = send(&operation, &["a\"b", "[\n  {\"n\": 1.0}\n]", "true", "1e3"]).unwrap();
    let Body::Json(text) = &request.body else {
        panic!("no JSON")
    };
    assert_eq!(
        text.shown(),
        "{\n  \"table_name\": \"a\\\"b\",\n  \"rows\": [\n    {\"n\": 1.0}\n  ],\n  \"apply_default\": true,\n  \"count\": 1e3\n}"
    );
    assert!(
        request.headers.iter().any(
            |header| header.name == "Content-Type" && header.value == "application/json".into()
        )
    );
}

#[test]
fn every_fault_is_told_at_its_field_and_nothing_is_prepared() {
    let operation = operation(
        Method::Post,
        "/{id}/",
        Some(BodyKind::Json),
        vec![
            field("id", Place::Path, true, Shape::TEXT),
            field(
                "limit",
                Place::Query,
                false,
                Shape::Integer {
                    minimum: Some(1),
                    maximum: Some(9),
                    choices: Cow::Borrowed(&[]),
                },
            ),
            field("rows", Place::Body, false, Shape::Json),
            field("flag", Place::Body, false, Shape::Boolean),
            field("name", Place::Body, true, Shape::TEXT),
        ],
    );
    let errors = send(&operation, &["..", "10", "[1,]", "yes", ""]).unwrap_err();
    let places: Vec<_> = errors.iter().map(|error| error.at.clone()).collect();
    let fields = operation.fields().map(|field| At::Field(field.path()));
    assert_eq!(places, fields.collect::<Vec<_>>());
    let place = match &errors[2].fault {
        FieldFault::NoJson(fault) => (fault.line, fault.column),
        other => panic!("{other:?}"),
    };
    assert_eq!(place, (1, 4));
}

#[test]
fn a_practice_token_is_refused_for_any_other_server() {
    let operation = operation(Method::Get, "/x/", None, Vec::new());
    let mut form = form(&operation, &[]);
    form.token = operation.token.map(|kind| {
        let token = Secret::new("practice00000000000000000000000000000000");
        Token::new(kind, &token)
    });
    let to = |server: Server| prepare(&form, &server);
    assert_eq!(to(Server::cloud()).unwrap_err()[0].at, At::Token);
    assert!(to(Server::practice()).is_ok());
    assert!(to(Server::parse("http://127.0.0.1:9000").unwrap()).is_ok());
}

#[test]
fn a_sketch_shows_what_is_missing_in_braces() {
    let operation = operation(
        Method::Get,
        "/{base_uuid}/rows/",
        None,
        vec![field("base_uuid", Place::Path, true, Shape::TEXT)],
    );
    let request = sketch(&form(&operation, &[]), &Server::cloud());
    assert_eq!(
        request.url.shown(),
        "https://cloud.seatable.io/{base_uuid}/rows/"
    );
}

#[test]
fn a_password_stays_a_secret_and_is_encoded_on_the_wire_only() {
    let mut operation = operation(
        Method::Post,
        "/api2/auth-token/",
        Some(BodyKind::Form),
        vec![
            field("username", Place::Body, true, Shape::TEXT),
            field("password", Place::Body, true, Shape::Secret),
        ],
    );
    operation.token = None;
    let request = send(&operation, &["me@example.com", "fake pass&word"]).unwrap();
    assert_eq!(
        request.body.form_in_the_clear(),
        "username=me%40example.com&password=fake+pass%26word"
    );
    assert!(!format!("{request:?}").contains("fake pass"));
    assert!(
        request
            .headers
            .iter()
            .all(|header| header.name != "Authorization")
    );
}

#[test]
fn a_password_goes_as_it_was_typed() {
    let operation = operation(
        Method::Post,
        "/login/",
        Some(BodyKind::Form),
        vec![
            with_role("username", Place::Body, Role::Login),
            field("password", Place::Body, true, Shape::Secret),
        ],
    );
    for password in [" geheim 12345 ", "   ", "\u{a0}x\u{200b}", "\tx"] {
        let request = send(&operation, &["\u{a0}me@example.com\u{200b} ", password]).unwrap();
        let Body::Form(parts) = &request.body else {
            panic!("no form")
        };
        assert_eq!(parts[0].content, PartContent::Text("me@example.com".into()));
        let secret = Text::secret("password", Writing::Plain, Secret::new(password));
        assert_eq!(parts[1].content, PartContent::Text(secret));
    }
    assert!(send(&operation, &["me@example.com", ""]).is_err());
}

#[test]
fn ids_and_numbers_lose_what_nobody_sees_and_names_keep_it() {
    let number = Shape::Integer {
        minimum: Some(1),
        maximum: None,
        choices: Cow::Borrowed(&[]),
    };
    let operation = operation(
        Method::Get,
        "/org/{org_id}/rows/{row_id}/",
        None,
        vec![
            field("org_id", Place::Path, true, number),
            with_role("row_id", Place::Path, Role::Identifier),
            field("table_name", Place::Query, true, Shape::TEXT),
        ],
    );
    let request = send(
        &operation,
        &["\u{feff}１２\u{a0}", "\tabc\u{200b}", "a\u{a0}b"],
    );
    assert_eq!(
        request.unwrap().url.shown(),
        "https://cloud.seatable.io/org/12/rows/abc/?table_name=a%C2%A0b"
    );
    let faults = send(&operation, &["1", "\u{200b}\u{a0}", "x"]).unwrap_err();
    assert_eq!(
        faults[0].at,
        At::Field(operation.field(1).unwrap().path()),
        "there is nothing to send"
    );
}

#[test]
fn a_code_has_six_digits_whatever_groups_them() {
    let operation = operation(
        Method::Post,
        "/login/",
        None,
        vec![with_role("X-SEAFILE-OTP", Place::Header, Role::OneTimeCode)],
    );
    for code in ["123 456", "１２３４５６", "\u{200b}123-456\u{a0}"] {
        let request = send(&operation, &[code]).unwrap();
        let sent = Text::secret("X-SEAFILE-OTP", Writing::Plain, Secret::new("123456"));
        assert!(request.headers.iter().any(|header| header.value == sent));
    }
    for code in ["12345", "1234567", "abcdef"] {
        let fault = &send(&operation, &[code]).unwrap_err()[0];
        assert_eq!(fault.fault, FieldFault::NoCode);
    }
}

//! Every kind of place that a secret can stand at.

use super::generator::Random;
use playground_core::auth::{Secret, Token, TokenKind};
use playground_core::catalogue::Role;
use playground_core::catalogue::{
    Area, Body, BodyKind, Flags, Further, Harm, Member, Method, Operation, Parameter, Place,
    Schema, Shape,
};
use playground_core::form::RequestForm;
use serde_json::json;

/// A secret at a place of an operation.
pub(crate) struct Case {
    /// What is tried.
    pub(crate) name: String,
    /// The operation, whose fields are all filled.
    pub(crate) operation: Operation,
    /// The place of the field with the secret.
    pub(crate) field: usize,
    /// What stands in that field.
    pub(crate) entry: String,
    /// The secret.
    pub(crate) secret: String,
}

impl Case {
    /// Makes something of the form, with this text in the field of the secret.
    pub(crate) fn with<T>(&self, text: &str, make: impl Fn(&RequestForm) -> T) -> T {
        // A form lives as long as its operation, which is a constant of the build elsewhere.
        let operation: &'static Operation = Box::leak(Box::new(self.operation.clone()));
        let mut form = RequestForm::with_parts(operation);
        form.token = operation.token.map(|kind| {
            Token::new(
                kind,
                &Secret::new("fake0000fake0000fake0000fake0000fake0000"),
            )
        });
        for (place, field) in operation.fields().enumerate() {
            let text = if place == self.field { text } else { "plain" };
            form.type_into(&field.path(), text.to_owned());
        }
        make(&form)
    }
}

/// Texts that break careless quoting and encoding, for the end of a secret.
const TAILS: [&str; 8] = [
    "",
    "\"",
    "\\' $x `y`",
    "a&b=c+d%20",
    "ü € 😀",
    "{name}",
    "/?#..",
    "\t\n",
];

/// A random secret.
fn secret(random: &mut Random) -> String {
    let mut letter = || {
        let letters = b"ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz";
        char::from(letters[random.below(letters.len())])
    };
    let core: String = (0..12).map(|_| letter()).collect();
    core + random.pick(&TAILS)
}

/// Puts a secret at every kind of place.
pub(crate) fn cases(seed: u64) -> Vec<Case> {
    let mut random = Random::new(seed + 1);
    let mut cases = Vec::new();
    for place in [Place::Path, Place::Query, Place::Header, Place::Body] {
        match place {
            Place::Path | Place::Query => {
                cases.push(parameter(
                    "key",
                    place,
                    Shape::Secret.into(),
                    secret(&mut random),
                ));
                // JSON in an address is written there as one text.
                let (schema, made) = object(("password", Shape::Secret.into()));
                let secret = secret(&mut random);
                let mut case = parameter("key", place, schema, secret.clone());
                case.entry = made(json!(secret)).to_string();
                cases.push(case);
            }
            // Headers take codes of six digits alone.
            Place::Header => {
                let code = format!("{}", 100_000 + random.below(900_000));
                cases.push(parameter(
                    "X-SEAFILE-OTP",
                    place,
                    text_for(Role::OneTimeCode),
                    code,
                ));
            }
            Place::Body => cases.extend(bodies(&mut random)),
        }
    }
    let link = secret(&mut random).replace(|c: char| !c.is_ascii_alphanumeric(), "");
    cases.push(parameter(
        "upload_link",
        Place::Path,
        text_for(Role::UploadLink),
        link,
    ));
    cases
}

/// A text that the overlay says this of.
fn text_for(role: Role) -> Schema {
    Schema {
        role: Some(role),
        ..Shape::TEXT.into()
    }
}

fn parameter(name: &'static str, place: Place, schema: Schema, secret: String) -> Case {
    let mut operation = operation();
    operation.path = "/x/{name}/{key}/{upload_link}/".into();
    let parameter = |name: &'static str, place, schema| Parameter {
        name: name.into(),
        place,
        required: false,
        schema,
    };
    operation.parameters = vec![
        parameter("name", Place::Path, Shape::TEXT.into()),
        parameter(name, place, schema),
        parameter("more", Place::Query, Shape::TEXT.into()),
    ]
    .into();
    Case {
        name: format!("{name} in {place:?}"),
        operation,
        field: 1,
        entry: secret.clone(),
        secret,
    }
}

/// A secret in every kind of body, at every depth.
fn bodies(random: &mut Random) -> Vec<Case> {
    let mut cases = Vec::new();
    for kind in [BodyKind::Json, BodyKind::Form, BodyKind::Multipart] {
        // As a member, as a text inside a member that is JSON, and with the body as one text.
        cases.push(member(
            kind,
            "the whole",
            Shape::Secret.into(),
            secret(random),
            None,
        ));
        for (name, schema, make) in nests() {
            let secret = secret(random);
            let entry = make(json!(secret)).to_string();
            cases.push(member(
                kind,
                &name,
                schema.clone(),
                secret.clone(),
                Some(entry.clone()),
            ));
            let is_object = matches!(schema.shape, Shape::Object { .. });
            if kind == BodyKind::Json && !is_object {
                let mut whole = member(kind, &name, schema.clone(), secret, Some(entry));
                whole.name = format!("{name} as the body");
                whole.field = 0;
                whole.operation.body = Some(Body {
                    kind,
                    required: true,
                    schema,
                });
                cases.push(whole);
            }
        }
    }
    cases
}

fn member(
    kind: BodyKind,
    nest: &str,
    schema: Schema,
    secret: String,
    entry: Option<String>,
) -> Case {
    let mut operation = operation();
    let member = |name: &'static str, schema| Member {
        name: name.into(),
        required: false,
        schema,
    };
    let members = vec![
        member("name", Shape::TEXT.into()),
        member("key", schema),
        member("more", Shape::TEXT.into()),
    ];
    operation.body = Some(Body {
        kind,
        required: true,
        schema: Shape::Object {
            members: members.into(),
            further: Further::None,
        }
        .into(),
    });
    Case {
        name: format!("{nest} in {kind:?}"),
        operation,
        field: 1,
        entry: entry.unwrap_or_else(|| secret.clone()),
        secret,
    }
}

/// Makes the value with a secret in it.
type Make = Box<dyn Fn(serde_json::Value) -> serde_json::Value>;

/// A schema with a secret inside, by name.
type Nest = (String, Schema, Make);

/// A schema and what makes its value.
fn object((name, schema): (&'static str, Schema)) -> (Schema, Make) {
    let member = |name: &'static str, schema| Member {
        name: name.into(),
        required: true,
        schema,
    };
    let schema = Shape::Object {
        members: vec![member("first", Shape::TEXT.into()), member(name, schema)].into(),
        further: Further::Any,
    };
    let make = move |value| json!({"first": "x", name: value, "other": [1, {"a": null}]});
    (schema.into(), Box::new(make))
}

/// Every shape that can have a secret in it, and each of those inside each other one.
fn nests() -> Vec<Nest> {
    let secret: Schema = Shape::Secret.into();
    let mut nests = wrapped(&secret, "a secret");
    for (i, (name, inner, _)) in wrapped(&secret, "a secret").into_iter().enumerate() {
        for (j, (whole, schema, _)) in wrapped(&inner, &name).into_iter().enumerate() {
            // Both levels are made by their own makers, found again by their places.
            let make = move |value| {
                let inner = (wrapped(&Shape::Secret.into(), "")[i].2)(value);
                (wrapped(&Shape::Secret.into(), "")[j].2)(inner)
            };
            nests.push((whole, schema, Box::new(make)));
        }
    }
    nests
}

/// Puts a schema into each shape that can hold another.
fn wrapped(inner: &Schema, name: &str) -> Vec<Nest> {
    let shapes = [
        Shape::TEXT,
        Shape::Secret,
        Shape::INTEGER,
        Shape::Number,
        Shape::Boolean,
        Shape::Choice(Vec::new().into()),
        Shape::File,
        Shape::List(Box::new(inner.clone())),
        Shape::Object {
            members: Vec::new().into(),
            further: Further::Of(Box::new(inner.clone())),
        },
        Shape::OneOf(Vec::new().into()),
        Shape::Json,
    ];
    let mut nests: Vec<Nest> = Vec::new();
    for shape in shapes {
        // A kind of value that is added has to be thought of here.
        match shape {
            Shape::Text { .. }
            | Shape::Secret
            | Shape::Integer { .. }
            | Shape::Number
            | Shape::Boolean
            | Shape::Choice(_)
            | Shape::File
            | Shape::Json => {}
            Shape::List(_) => {
                let make: Make = Box::new(|value| json!(["x", value, {"password": "y"}]));
                nests.push((format!("list of {name}"), shape.into(), make));
            }
            Shape::Object { .. } => {
                let make: Make = Box::new(|value| json!({"any name/~": value}));
                nests.push((format!("further members of {name}"), shape.into(), make));
                let (schema, make) = object(("password", inner.clone()));
                nests.push((format!("object with {name}"), schema, make));
            }
            Shape::OneOf(_) => {
                let (object, make) = object(("password", inner.clone()));
                let other = super::places::object(("new_password", Shape::TEXT.into())).0;
                let kinds = Shape::OneOf(vec![other, object].into());
                nests.push((format!("one of, with {name}"), kinds.into(), make));
            }
        }
    }
    nests
}

fn operation() -> Operation {
    Operation {
        area: Area::Base,
        id: "test".into(),
        title: "".into(),
        group: "".into(),
        method: Method::Post,
        path: "/x/".into(),
        fixed_query: "".into(),
        token: Some(TokenKind::Api),
        deprecated: false,
        harm: Harm::Changes,
        flags: Flags::default(),
        parameters: Vec::new().into(),
        body: None,
        answers: Vec::new().into(),
        gives: Vec::new().into(),
    }
}

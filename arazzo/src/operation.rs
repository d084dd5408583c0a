//! An operation out of the catalogue's files.

use crate::areas::{Body, Entry};
use playground_core::auth::TokenKind;
use playground_core::catalogue::{
    self, Area, BodyKind, Flags, Further, Harm, Member, Method, Operation, Parameter, Place,
    Schema, Shape,
};
use serde_json::Value;
use std::borrow::Cow;

/// Reads an operation.
pub(crate) fn read(area: Area, entry: &Entry) -> Result<Operation, String> {
    let has = |flag: &str| entry.flags.iter().any(|known| known == flag);
    if has("body-on-get") {
        return Err("a body on GET, which browsers cannot send,".to_owned());
    }
    let parameters = entry.parameters.iter().map(|parameter| {
        let place = match parameter.place.as_str() {
            "path" => Place::Path,
            "query" => Place::Query,
            "header" => Place::Header,
            other => return Err(format!("a parameter in \"{other}\"")),
        };
        Ok(Parameter {
            name: parameter.name.clone().into(),
            place,
            required: parameter.required || place == Place::Path,
            schema: schema(&parameter.name, &parameter.schema),
        })
    });
    let method = method(&entry.method)?;
    Ok(Operation {
        area,
        id: entry.id.clone().into(),
        title: "".into(),
        group: "".into(),
        method,
        path: entry.path.clone().into(),
        fixed_query: entry.query.clone().into(),
        token: credential(entry)?,
        deprecated: false,
        harm: harm(method),
        flags: Flags {
            uploads: has("upload"),
            binary_answer: has("binary-answer"),
            body_on_get: false,
            body_on_delete: has("body-on-delete"),
            ambiguous_path: has("ambiguous-path"),
            asynchronous: false,
        },
        parameters: parameters.collect::<Result<_, String>>()?,
        body: entry.body.as_ref().map(body).transpose()?,
        answers: Cow::Borrowed(&[]),
    })
}

fn harm(method: Method) -> Harm {
    match method {
        Method::Get => Harm::Reads,
        Method::Post => Harm::Adds,
        Method::Put => Harm::Changes,
        Method::Delete => Harm::Removes,
    }
}

fn method(name: &str) -> Result<Method, String> {
    let methods = [Method::Get, Method::Post, Method::Put, Method::Delete];
    let found = methods.into_iter().find(|method| method.as_str() == name);
    found.ok_or_else(|| format!("the method \"{name}\""))
}

/// Returns the token that has to be sent. The document wants an API-Token for an upload too, but the link is the credential:
/// SeaTable's own clients send none, and without one the browser asks no preflight.
fn credential(entry: &Entry) -> Result<Option<TokenKind>, String> {
    if entry.path.contains("{upload_link}") {
        return Ok(None);
    }
    entry.token.as_deref().map(token).transpose()
}

fn token(name: &str) -> Result<TokenKind, String> {
    match name {
        "account" => Ok(TokenKind::Account),
        "api" => Ok(TokenKind::Api),
        "base" => Ok(TokenKind::Base),
        "scheduler" => Ok(TokenKind::Scheduler),
        _ => Err(format!("the token \"{name}\"")),
    }
}

/// Reads a body. Where it can be written in several ways, JSON is taken, else the first.
fn body(body: &Body) -> Result<catalogue::Body, String> {
    let is_json = |media: &&crate::areas::Media| media.media == BodyKind::Json.media();
    let json = body.content.iter().find(is_json);
    let media = json.or(body.content.first()).ok_or("a body of no type")?;
    let kinds = [BodyKind::Json, BodyKind::Form, BodyKind::Multipart];
    let kind = kinds.into_iter().find(|kind| kind.media() == media.media);
    let kind = kind.ok_or_else(|| format!("a body of type \"{}\"", media.media))?;
    let body = catalogue::Body {
        kind,
        required: body.required,
        schema: schema("", &media.schema),
    };
    match body.members() {
        None if kind != BodyKind::Json => Err("a form without known members".to_owned()),
        _ => Ok(body),
    }
}

fn schema(name: &str, schema: &Value) -> Schema {
    let text = |key: &str| schema[key].as_str().map(|text| text.to_owned().into());
    let default = match &schema["default"] {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    };
    Schema {
        shape: shape(name, schema),
        nullable: schema["nullable"] == true,
        default: default.filter(|text| !text.is_empty()).map(Cow::Owned),
        format: text("format"),
        pattern: text("pattern"),
        hint: None,
        role: None,
    }
}

fn shape(name: &str, schema: &Value) -> Shape {
    if let Some(kinds) = schema["oneOf"].as_array() {
        return Shape::OneOf(kinds.iter().map(|kind| self::schema(name, kind)).collect());
    }
    match schema["type"].as_str() {
        Some("string") => match schema["format"].as_str() {
            Some("binary") => Shape::File,
            Some("password") => Shape::Secret,
            _ if name.to_ascii_lowercase().contains("password") => Shape::Secret,
            _ => choice(schema),
        },
        Some("integer") => Shape::Integer {
            minimum: schema["minimum"].as_i64(),
            maximum: schema["maximum"].as_i64(),
            choices: list(&schema["enum"])
                .iter()
                .filter_map(Value::as_i64)
                .collect(),
        },
        Some("number") => Shape::Number,
        Some("boolean") => Shape::Boolean,
        Some("array") => Shape::List(Box::new(self::schema("", &schema["items"]))),
        Some("object") => object(schema),
        _ => Shape::Json,
    }
}

fn object(schema: &Value) -> Shape {
    let required = strings(&schema["required"]);
    let members = schema["properties"].as_object().into_iter().flatten();
    let members = members.map(|(name, schema)| Member {
        name: name.clone().into(),
        required: required.contains(&name.as_str()),
        schema: self::schema(name, schema),
    });
    let further = match &schema["additionalProperties"] {
        Value::Bool(true) => Further::Any,
        of @ Value::Object(_) => Further::Of(Box::new(self::schema("", of))),
        _ => Further::None,
    };
    Shape::Object {
        members: members.collect(),
        further,
    }
}

fn choice(schema: &Value) -> Shape {
    let choices: Vec<Cow<'static, str>> = strings(&schema["enum"])
        .into_iter()
        .filter(|text| !text.is_empty())
        .map(|text| Cow::Owned(text.to_owned()))
        .collect();
    if !choices.is_empty() {
        return Shape::Choice(choices.into());
    }
    let length = |key: &str| schema[key].as_u64().and_then(|n| usize::try_from(n).ok());
    Shape::Text {
        shortest: length("minLength"),
        longest: length("maxLength"),
    }
}

fn list(list: &Value) -> &[Value] {
    list.as_array().map_or(&[], Vec::as_slice)
}

fn strings(strings: &Value) -> Vec<&str> {
    list(strings).iter().filter_map(Value::as_str).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn operation(json: &str) -> Operation {
        read(Area::Base, &serde_json::from_str(json).unwrap()).unwrap()
    }

    #[test]
    fn parameters_come_first_and_then_the_members_of_the_body() {
        let operation = operation(
            r#"{"id": "appendRows", "method": "POST", "path": "/{base_uuid}/rows/", "token": "base",
                "parameters": [{"name": "base_uuid", "in": "path", "schema": {"type": "string"}}],
                "body": {"content": [{"media": "application/json", "schema": {"type": "object",
                    "required": ["table_name"], "properties": {
                        "table_name": {"type": "string"},
                        "rows": {"type": "array"},
                        "apply_default": {"type": "boolean", "default": false}}}}]}}"#,
        );
        let fields: Vec<_> = operation
            .fields()
            .map(|f| {
                let default = f.schema.default.as_deref();
                (f.name, f.place, f.required, f.schema.shape.clone(), default)
            })
            .collect();
        let rows = Shape::List(Box::new(Shape::Json.into()));
        assert_eq!(
            fields,
            [
                ("base_uuid", Place::Path, true, Shape::TEXT, None),
                ("table_name", Place::Body, true, Shape::TEXT, None),
                ("rows", Place::Body, false, rows, None),
                (
                    "apply_default",
                    Place::Body,
                    false,
                    Shape::Boolean,
                    Some("false")
                ),
            ]
        );
        assert_eq!(
            (operation.method, operation.token),
            (Method::Post, Some(TokenKind::Base))
        );
    }

    #[test]
    fn json_is_taken_before_other_ways_to_write_a_body() {
        let operation = operation(
            r#"{"id": "x", "method": "PUT", "path": "/", "token": null, "body": {"content": [
                {"media": "multipart/form-data", "schema": {"type": "object", "properties": {"a": {"type": "string"}}}},
                {"media": "application/json", "schema": {"type": "object", "properties": {"b": {"type": "string"}}}}]}}"#,
        );
        let kind = operation.body.as_ref().map(|body| body.kind);
        assert_eq!(
            (kind, operation.field(0).unwrap().name),
            (Some(BodyKind::Json), "b")
        );
    }

    #[test]
    fn a_body_with_alternatives_is_one_field() {
        let operation = operation(
            r#"{"id": "x", "method": "POST", "path": "/", "token": null, "body": {"required": true,
                "content": [{"media": "application/json", "schema": {"oneOf": [{}, {}]}}]}}"#,
        );
        let field = operation.field(0).unwrap();
        assert!(field.is_whole && field.is_json() && field.required);
        assert_eq!(operation.field_count(), 1);
    }

    #[test]
    fn an_operation_that_browsers_cannot_send_is_refused() {
        let json = r#"{"id": "x", "method": "GET", "path": "/", "token": "base",
            "body": {"content": [{"media": "application/json", "schema": {"type": "string"}}]},
            "flags": ["body-on-get"]}"#;
        let fault = read(Area::Base, &serde_json::from_str(json).unwrap()).unwrap_err();
        assert!(fault.starts_with("a body on GET"), "{fault}");
    }

    #[test]
    fn files_passwords_and_choices_are_known_by_their_schema() {
        let shape = |name, schema: &str| shape(name, &serde_json::from_str(schema).unwrap());
        assert_eq!(
            shape("file", r#"{"type":"string","format":"binary"}"#),
            Shape::File
        );
        assert_eq!(shape("new_password", r#"{"type":"string"}"#), Shape::Secret);
        assert_eq!(
            shape("permission", r#"{"type":"string","enum":["","rw"]}"#),
            Shape::Choice(vec![Cow::Borrowed("rw")].into())
        );
        assert_eq!(
            shape("limit", r#"{"type":"integer","maximum":1000}"#),
            Shape::Integer {
                minimum: None,
                maximum: Some(1000),
                choices: Cow::Borrowed(&[])
            }
        );
    }
}

//! An operation of the catalogue, flattened into the fields of a form.

use crate::areas::{Body, Entry, Media};
use playground_core::auth::TokenKind;
use playground_core::catalogue::{Area, BodyKind, Field, FieldKind, Method, Operation, Place};
use serde_json::{Map, Value};
use std::borrow::Cow;

/// Flattens an operation: its parameters first, then the members of its body.
pub(crate) fn flatten(area: Area, entry: &Entry) -> Result<Operation, String> {
    if entry.flags.iter().any(|flag| flag == "body-on-get") {
        return Err("a body on GET, which browsers cannot send,".to_owned());
    }
    let mut fields = Vec::new();
    for parameter in &entry.parameters {
        let place = match parameter.place.as_str() {
            "path" => Place::Path,
            "query" => Place::Query,
            "header" => Place::Header,
            other => return Err(format!("a parameter in \"{other}\"")),
        };
        let required = parameter.required || place == Place::Path;
        fields.push(field(&parameter.name, place, required, &parameter.schema));
    }
    let body = match &entry.body {
        None => BodyKind::None,
        Some(body) => add_body(body, &mut fields)?,
    };
    Ok(Operation {
        area,
        id: entry.id.clone().into(),
        method: method(&entry.method)?,
        path: entry.path.clone().into(),
        fixed_query: entry.query.clone().into(),
        token: credential(entry)?,
        body,
        fields: fields.into(),
    })
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

/// Adds the fields of a body. Where it can be written in several ways, JSON is taken, else the first.
fn add_body(body: &Body, fields: &mut Vec<Field>) -> Result<BodyKind, String> {
    let json = body
        .content
        .iter()
        .find(|media| media.media == "application/json");
    let Some(media) = json.or(body.content.first()) else {
        return Ok(BodyKind::None);
    };
    let kind = match media.media.as_str() {
        "application/json" => BodyKind::Json,
        "application/x-www-form-urlencoded" => BodyKind::Form,
        "multipart/form-data" => BodyKind::Multipart,
        other => return Err(format!("a body of type \"{other}\"")),
    };
    match members(media) {
        Some(members) => {
            let required = strings(&media.schema["required"]);
            for (name, schema) in members {
                fields.push(field(
                    name,
                    Place::Body,
                    required.contains(&name.as_str()),
                    schema,
                ));
            }
        }
        None if kind == BodyKind::Json => fields.push(Field {
            name: "body".into(),
            place: Place::WholeBody,
            required: body.required,
            kind: FieldKind::Json,
            default: None,
        }),
        None => return Err("a form without known members".to_owned()),
    }
    Ok(kind)
}

/// Returns the members of a body that is an object and nothing else.
fn members(media: &Media) -> Option<&Map<String, Value>> {
    let schema = &media.schema;
    let alternatives = schema.get("oneOf").is_some() || schema.get("anyOf").is_some();
    schema["properties"]
        .as_object()
        .filter(|members| !members.is_empty() && !alternatives)
}

fn field(name: &str, place: Place, required: bool, schema: &Value) -> Field {
    let default = match &schema["default"] {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    };
    Field {
        name: name.to_owned().into(),
        place,
        required,
        kind: kind(name, place, schema),
        default: default.filter(|text| !text.is_empty()).map(Cow::Owned),
    }
}

fn kind(name: &str, place: Place, schema: &Value) -> FieldKind {
    let format = schema["format"].as_str();
    match schema["type"].as_str() {
        Some("string") => match format {
            Some("binary") => FieldKind::File,
            Some("password") => FieldKind::Password,
            _ if name.to_ascii_lowercase().contains("password") => FieldKind::Password,
            _ => choice(schema),
        },
        Some("integer") => FieldKind::Integer {
            minimum: schema["minimum"].as_i64(),
            maximum: schema["maximum"].as_i64(),
        },
        Some("number") => FieldKind::Number,
        Some("boolean") => FieldKind::Boolean,
        // An address and a header take text alone.
        _ if place != Place::Body => FieldKind::Text,
        _ => FieldKind::Json,
    }
}

fn choice(schema: &Value) -> FieldKind {
    let choices: Vec<Cow<'static, str>> = strings(&schema["enum"])
        .into_iter()
        .filter(|text| !text.is_empty())
        .map(|text| Cow::Owned(text.to_owned()))
        .collect();
    if choices.is_empty() {
        FieldKind::Text
    } else {
        FieldKind::Choice(choices.into())
    }
}

fn strings(list: &Value) -> Vec<&str> {
    list.as_array()
        .map(|list| list.iter().filter_map(Value::as_str).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn operation(json: &str) -> Operation {
        flatten(Area::Base, &serde_json::from_str(json).unwrap()).unwrap()
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
        let shape: Vec<_> = operation
            .fields
            .iter()
            .map(|f| {
                (
                    &*f.name,
                    f.place,
                    f.required,
                    f.kind.clone(),
                    f.default.as_deref(),
                )
            })
            .collect();
        assert_eq!(
            shape,
            [
                ("base_uuid", Place::Path, true, FieldKind::Text, None),
                ("table_name", Place::Body, true, FieldKind::Text, None),
                ("rows", Place::Body, false, FieldKind::Json, None),
                (
                    "apply_default",
                    Place::Body,
                    false,
                    FieldKind::Boolean,
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
                {"media": "multipart/form-data", "schema": {"properties": {"a": {"type": "string"}}}},
                {"media": "application/json", "schema": {"properties": {"b": {"type": "string"}}}}]}}"#,
        );
        assert_eq!(
            (operation.body, &*operation.fields[0].name),
            (BodyKind::Json, "b")
        );
    }

    #[test]
    fn a_body_with_alternatives_is_one_field() {
        let operation = operation(
            r#"{"id": "x", "method": "POST", "path": "/", "token": null, "body": {"required": true,
                "content": [{"media": "application/json", "schema": {"oneOf": [{}, {}]}}]}}"#,
        );
        assert_eq!(operation.fields[0].place, Place::WholeBody);
        assert!(operation.fields[0].required);
    }

    #[test]
    fn an_operation_that_browsers_cannot_send_is_refused() {
        let json = r#"{"id": "x", "method": "GET", "path": "/", "token": "base",
            "body": {"content": [{"media": "application/json", "schema": {"type": "string"}}]},
            "flags": ["body-on-get"]}"#;
        let fault = flatten(Area::Base, &serde_json::from_str(json).unwrap()).unwrap_err();
        assert!(fault.starts_with("a body on GET"), "{fault}");
    }

    #[test]
    fn files_passwords_and_choices_are_known_by_their_schema() {
        let kind = |name, schema: &str| {
            kind(
                name,
                Place::Body,
                &serde_json::from_str::<Value>(schema).unwrap(),
            )
        };
        assert_eq!(
            kind("file", r#"{"type":"string","format":"binary"}"#),
            FieldKind::File
        );
        assert_eq!(
            kind("new_password", r#"{"type":"string"}"#),
            FieldKind::Password
        );
        assert_eq!(
            kind("permission", r#"{"type":"string","enum":["","rw"]}"#),
            FieldKind::Choice(vec![Cow::Borrowed("rw")].into())
        );
        assert_eq!(
            kind("limit", r#"{"type":"integer","maximum":1000}"#),
            FieldKind::Integer {
                minimum: None,
                maximum: Some(1000)
            }
        );
    }
}

//! Schemas as JSON Schema has them, out of OpenAPI 3.0 in YAML.

use jsonschema::Validator;
use saphyr::{LoadableYamlNode, Scalar, Yaml};
use serde_json::{Map, Value, json};
use std::cell::RefCell;
use std::collections::HashMap;
use std::path::Path;
use std::rc::Rc;

pub(crate) fn members(object: &Value) -> impl Iterator<Item = (&String, &Value)> {
    object.as_object().into_iter().flatten()
}

/// Reads a document.
pub(crate) fn read(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).unwrap();
    to_json(&Yaml::load_from_str(&text).unwrap()[0])
}

fn to_json(yaml: &Yaml<'_>) -> Value {
    match yaml {
        Yaml::Value(Scalar::Boolean(flag)) => json!(flag),
        Yaml::Value(Scalar::Integer(number)) => json!(number),
        Yaml::Value(Scalar::FloatingPoint(number)) => json!(number.into_inner()),
        Yaml::Value(Scalar::String(text)) => json!(text),
        Yaml::Sequence(items) => items.iter().map(to_json).collect(),
        Yaml::Mapping(members) => members
            .iter()
            .map(|(key, value)| {
                let key = to_json(key);
                (
                    key.as_str().map_or(key.to_string(), str::to_owned),
                    to_json(value),
                )
            })
            .collect::<Map<_, _>>()
            .into(),
        _ => Value::Null,
    }
}

/// Puts the referred schemas in place, and writes OpenAPI's `nullable` as JSON Schema does.
pub(crate) fn resolved(schema: &Value, document: &Value) -> Value {
    match schema {
        Value::Object(members) => {
            if let Some(reference) = members.get("$ref").and_then(Value::as_str) {
                let target = document.pointer(reference.trim_start_matches('#')).unwrap();
                return resolved(target, document);
            }
            let is_nullable = members.get("nullable") == Some(&json!(true));
            let is_text = members.get("type") == Some(&json!("string"));
            let member = |(key, value): (&String, &Value)| match key.as_str() {
                "enum" if is_text => (key.clone(), texts(value)),
                "pattern" => (key.clone(), pattern(value)),
                "type" if is_nullable && value.is_string() => (key.clone(), json!([value, "null"])),
                _ => (key.clone(), resolved(value, document)),
            };
            // Examples are data, not schemas.
            let kept = members.iter().filter(|(key, _)| *key != "example");
            kept.map(member).collect::<Map<_, _>>().into()
        }
        Value::Array(items) => items.iter().map(|item| resolved(item, document)).collect(),
        other => other.clone(),
    }
}

/// Reads choices as the texts that they are declared to be: YAML takes `true` and `null` for something else.
fn texts(choices: &Value) -> Value {
    let choices = choices.as_array().into_iter().flatten();
    let text = |choice: &Value| match choice {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    choices.map(text).map(Value::from).collect()
}

/// Spells a pattern so that it is a regular expression: some have needless escapes, one begins with a bare plus sign.
fn pattern(value: &Value) -> Value {
    let text = value.as_str().unwrap_or_default();
    let text = text.replace(r"\_", "_");
    match text.strip_prefix("^+") {
        Some(rest) => json!(format!(r"^\+{rest}")),
        None => json!(text),
    }
}

/// Returns a schema that allows no members but those it names. Objects without named members stay free.
pub(crate) fn strict(schema: &Value) -> Value {
    closed(schema, true)
}

/// Inside a combination an object must stay open: the other parts name members of it too.
fn closed(schema: &Value, is_whole: bool) -> Value {
    let Value::Object(members) = schema else {
        return schema.clone();
    };
    let each = |value: &Value, is_whole| -> Value {
        match value {
            Value::Array(list) => list.iter().map(|item| closed(item, is_whole)).collect(),
            Value::Object(map) => map
                .iter()
                .map(|(key, value)| (key.clone(), closed(value, is_whole)))
                .collect::<Map<_, _>>()
                .into(),
            other => other.clone(),
        }
    };
    let mut result: Map<_, _> = members
        .iter()
        .map(|(key, value)| {
            let value = match key.as_str() {
                "properties" => each(value, true),
                "oneOf" | "allOf" | "anyOf" => each(value, false),
                "items" => closed(value, true),
                _ => value.clone(),
            };
            (key.clone(), value)
        })
        .collect();
    let names_members = ["properties", "oneOf", "allOf", "anyOf"]
        .iter()
        .any(|key| members.contains_key(*key));
    if is_whole && names_members && !members.contains_key("additionalProperties") {
        result.insert("unevaluatedProperties".to_owned(), json!(false));
    }
    result.into()
}

/// Whether a schema can be used, its patterns included.
pub(crate) fn is_readable(schema: &Value) -> bool {
    jsonschema::validator_for(schema).is_ok()
}

/// Returns what in a value breaks a schema, each with its place.
pub(crate) fn misfits(schema: &Value, value: &Value) -> Vec<String> {
    let validator = match compiled(schema) {
        Ok(validator) => validator,
        Err(error) => return vec![format!("the schema cannot be read: {error}")],
    };
    let errors = validator.iter_errors(value);
    let errors: Vec<_> = errors
        .map(|error| (error.instance_path().to_string(), error.to_string()))
        .collect();
    // Where an object fits none of several schemas, all its members count as unknown besides.
    let is_echo = |(place, text): &(String, String)| {
        let is_other = |(at, other): &(String, String)| at == place && !is_about_members(other);
        is_about_members(text) && errors.iter().any(is_other)
    };
    errors
        .iter()
        .filter(|error| !is_echo(error))
        .map(|(place, text)| match place.as_str() {
            "" => text.clone(),
            place => format!("{place}: {text}"),
        })
        .collect()
}

/// Compiles a schema, once for all values that are held against it.
fn compiled(schema: &Value) -> Result<Rc<Validator>, String> {
    thread_local! {
        static COMPILED: RefCell<HashMap<String, Rc<Validator>>> = RefCell::default();
    }
    let key = schema.to_string();
    if let Some(known) = COMPILED.with_borrow(|all| all.get(&key).cloned()) {
        return Ok(known);
    }
    let validator = jsonschema::validator_for(schema).map_err(|error| error.to_string())?;
    let validator = Rc::new(validator);
    COMPILED.with_borrow_mut(|all| all.insert(key, Rc::clone(&validator)));
    Ok(validator)
}

fn is_about_members(error: &str) -> bool {
    error.starts_with("Unevaluated properties")
}

/// Reads a text as a value of the type that a schema names; as a text where it is none.
pub(crate) fn typed(text: &str, schema: &Value) -> Value {
    let read = |text: &str| match schema["type"].as_str() {
        Some("integer") => text.parse::<i64>().ok().map(Value::from),
        Some("number") => text.parse::<f64>().ok().map(Value::from),
        Some("boolean") => text.parse::<bool>().ok().map(Value::from),
        Some("array") => Some(
            text.split(',')
                .map(|item| typed(item, &schema["items"]))
                .collect(),
        ),
        _ => None,
    };
    read(text).unwrap_or_else(|| json!(text))
}

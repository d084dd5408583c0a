//! Values that satisfy a schema: a full one, and one more for each thing that may be otherwise.

use contract::Answer;
use playground_core::catalogue::{Further, Schema, Shape};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Mutex;

/// Texts, of which every pattern of the documents has one.
const TEXTS: [&str; 20] = [
    "text",
    "123456",
    "202607",
    "0a1b",
    "0a1b2c",
    "+02:00",
    "#F4667C",
    "12ab34cd56ef78ab90cd",
    "2026-07-14",
    "2026-07-14 12:30:45",
    "2026-07-14T12:30:45+02:00",
    "me@example.com",
    "0123456789abcdef0123456789abcdef@auth.local",
    "650d8a0d-7e27-46a8-8b18-6cc6f3db2057",
    "12345678-abcd-abcd-abcd-abcdefabcdef",
    "0123456789abcdef0123456789abcdef01234567",
    "Ab_9-xAb_9-xAb_9-xAb_9",
    "files/2026-07",
    "/files/2026-07/a.txt",
    "2026-07",
];

/// Returns values that satisfy a schema. The first has everything; each other one differs from it at one place: an optional member is
/// absent, a choice is another, a value is of another of several kinds.
pub(crate) fn of(schema: &Schema) -> Vec<Value> {
    match &schema.shape {
        Shape::Text { shortest, longest } => {
            let sample = text(schema.pattern.as_deref(), *shortest, *longest);
            vec![json!(sample)]
        }
        // Digits, since the document of one calls it a number.
        Shape::Secret => vec![json!("123456")],
        Shape::Integer {
            minimum,
            maximum,
            choices,
        } => match choices.as_ref() {
            [] => {
                let bounds = [*minimum, *maximum].into_iter().flatten();
                let mut values: Vec<_> = bounds.map(|bound| json!(bound)).collect();
                if values.is_empty() {
                    values.push(json!(1));
                }
                values
            }
            choices => choices.iter().map(|choice| json!(choice)).collect(),
        },
        Shape::Number => vec![json!(1.5)],
        Shape::Boolean => vec![json!(true), json!(false)],
        Shape::Choice(choices) => choices.iter().map(|choice| json!(choice)).collect(),
        Shape::File => vec![json!("a.txt")],
        Shape::List(item) => match of(item) {
            items if items.is_empty() => vec![json!([])],
            items => items.into_iter().map(|item| json!([item])).collect(),
        },
        Shape::Object { members, further } => {
            let members = members.iter();
            let members = members.map(|m| (m.name.as_ref(), m.required, of(&m.schema)));
            let more = match further {
                Further::None | Further::Any => None,
                Further::Of(schema) => Some(("Name", true, of(schema))),
            };
            objects(&members.chain(more).collect::<Vec<_>>())
        }
        Shape::OneOf(kinds) => one_of(schema, kinds),
        Shape::Json => vec![json!({"any": 1})],
    }
}

fn objects(members: &[(&str, bool, Vec<Value>)]) -> Vec<Value> {
    let is_missing = |(_, required, values): &(&str, bool, Vec<_>)| *required && values.is_empty();
    if members.iter().any(is_missing) {
        return Vec::new();
    }
    let members: Vec<_> = members.iter().filter(|(.., of)| !of.is_empty()).collect();
    let full: serde_json::Map<_, _> = members
        .iter()
        .map(|(name, _, values)| ((*name).to_owned(), values[0].clone()))
        .collect();
    let mut objects = vec![Value::from(full.clone())];
    for (name, required, values) in members {
        for value in &values[1..] {
            let mut other = full.clone();
            other.insert((*name).to_owned(), value.clone());
            objects.push(other.into());
        }
        if !required {
            let mut other = full.clone();
            other.shift_remove(*name);
            objects.push(other.into());
        }
    }
    objects
}

/// Returns the values of all kinds that fit exactly one of them. Of a kind that another one covers, as in
/// the filters of a view, none is left.
fn one_of(schema: &Schema, kinds: &[Schema]) -> Vec<Value> {
    let answer = Answer::new(&spelled(&serde_json::to_value(schema).unwrap()));
    let values = kinds.iter().flat_map(of);
    values
        .filter(|value| answer.misfits(value).is_empty())
        .collect()
}

/// Spells the patterns of a schema so that they are regular expressions, as those of SeaTable are not always.
fn spelled(schema: &Value) -> Value {
    match schema {
        Value::Object(members) => members
            .iter()
            .map(|(key, value)| match value {
                Value::String(text) if key == "pattern" => (
                    key.clone(),
                    text.replace(r"\_", "_").replace("^+", r"^\+").into(),
                ),
                other => (key.clone(), spelled(other)),
            })
            .collect::<serde_json::Map<_, _>>()
            .into(),
        Value::Array(items) => items.iter().map(spelled).collect(),
        other => other.clone(),
    }
}

/// Returns a text of a length that fits a pattern, which is spelled so that it is a regular expression first.
fn text(pattern: Option<&str>, shortest: Option<usize>, longest: Option<usize>) -> String {
    static FOUND: Mutex<BTreeMap<String, &'static str>> = Mutex::new(BTreeMap::new());
    let Some(pattern) = pattern else {
        let length = shortest.unwrap_or(4).min(longest.unwrap_or(usize::MAX));
        return "text".repeat(length.div_ceil(4))[..length].to_owned();
    };
    let mut found = FOUND.lock().unwrap();
    let find = || {
        let answer = Answer::new(&spelled(&json!({"type": "string", "pattern": pattern})));
        let fits = |text: &&&str| answer.misfits(&json!(text)).is_empty();
        let text = TEXTS.iter().find(fits);
        *text.unwrap_or_else(|| panic!("no sample for {pattern}"))
    };
    (*found.entry(pattern.to_owned()).or_insert_with(find)).to_owned()
}

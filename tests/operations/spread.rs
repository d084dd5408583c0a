//! JSON becomes fields and fields become JSON, and nothing is lost on the way.

use crate::{name, operations, samples};
use playground_core::catalogue::{BodyKind, FieldPath, Operation, Schema};
use playground_core::form::{Entry, RequestForm};
use playground_core::http::{Server, json_at};
use serde_json::{Value, json};

/// Lists the operations whose body is JSON.
fn bodies() -> impl Iterator<Item = (&'static Operation, &'static Schema)> {
    operations().iter().filter_map(|operation| {
        let body = operation.body.as_ref()?;
        Some((operation, &body.schema)).filter(|_| body.kind == BodyKind::Json)
    })
}

fn form(operation: &'static Operation, schema: &Schema, value: &Value) -> RequestForm {
    let mut form = RequestForm::with_parts(operation);
    let is_spread = form.spread(&FieldPath::body(), schema, &value.to_string());
    assert!(is_spread, "{} {value}", name(operation));
    form
}

fn json(form: &RequestForm, schema: &Schema) -> Value {
    let text = json_at(form, &FieldPath::body(), schema, &Server::cloud());
    text.map_or(Value::Null, |text| serde_json::from_str(&text).unwrap())
}

#[test]
fn every_body_becomes_fields_and_json_again() {
    let mut count = 0;
    for (operation, schema) in bodies() {
        for value in samples::of(schema) {
            let form = form(operation, schema, &value);
            assert_eq!(json(&form, schema), value, "{}", name(operation));
            count += 1;
        }
    }
    assert!(count > 1_000, "only {count} bodies");
}

#[test]
fn what_no_field_shows_stays() {
    let mut count = 0;
    for (operation, schema) in bodies() {
        let mut value = samples::of(schema).remove(0);
        let Some(members) = value.as_object_mut() else {
            continue;
        };
        members.insert("no such member".to_owned(), json!({"a": [1.50, null]}));
        if let Some(first) = members.values_mut().next() {
            *first = Value::Null;
        }
        let form = form(operation, schema, &value);
        let fields = form
            .typed
            .iter()
            .filter(|filled| matches!(filled.entry, Entry::Text(_)));
        count += fields.count();
        assert_eq!(json(&form, schema), value, "{}", name(operation));
    }
    assert!(count > 200, "only {count} fields");
}

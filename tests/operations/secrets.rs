//! The secrets of all operations, as the documents and the overlay know them: each is sent, and stands in nothing else.

#[path = "../../core/tests/secrets/told.rs"]
mod told;
#[path = "../../core/tests/secrets/traces.rs"]
mod traces;

use crate::request::prepared;
use crate::{name, operations, samples};
use playground_core::catalogue::{Field, Operation, Role, Schema, Shape};
use serde_json::{Value, json};
use told::{told_of, told_of_sent, wire};
use traces::Traces;

const SECRET: &str = "Zw7kQx9vTb3m";
/// A code of a second factor has digits alone.
const CODE: &str = "907153";

/// Returns what a field is filled with; the secret is in it where it takes one.
fn filled(field: Field<'_>, secret: &str) -> Value {
    if field.is_all_secret() {
        return json!(secret);
    }
    let mut value = samples::of(field.schema).remove(0);
    put(field.schema, &mut value, secret);
    value
}

/// Puts the secret wherever a value takes one.
fn put(schema: &Schema, value: &mut Value, secret: &str) {
    match (&schema.shape, value) {
        (Shape::Secret, value) => *value = json!(secret),
        (Shape::List(item), Value::Array(items)) => {
            items.iter_mut().for_each(|value| put(item, value, secret));
        }
        (Shape::Object { members, .. }, Value::Object(values)) => {
            for member in members.iter() {
                if let Some(value) = values.get_mut(member.name.as_ref()) {
                    put(&member.schema, value, secret);
                }
            }
        }
        (Shape::OneOf(kinds), value) => {
            kinds.iter().for_each(|kind| put(kind, value, secret));
        }
        _ => {}
    }
}

/// Checks one field with a secret.
fn look(operation: &'static Operation, field: Field<'_>) {
    let secret = match field.has(Role::OneTimeCode) {
        true => CODE,
        false => SECRET,
    };
    let path = field.path();
    let values = operation.fields().map(|other| match other.path() == path {
        true => Some(filled(other, secret)),
        false => samples::of(other.schema).into_iter().next(),
    });
    let mut request = prepared(operation, &values.collect::<Vec<_>>()).unwrap();
    let of = format!("{} {}", name(operation), field.name);
    let traces = Traces::of(secret);
    assert!(traces.found_in(&wire(&request)).is_some(), "{of}: not sent");
    traces.are_nowhere(&of, &told_of(&request));
    traces.are_nowhere(&of, &told_of_sent(&request));
    request.forget_secrets();
    traces.are_nowhere(&of, &[wire(&request)]);
}

#[test]
fn each_secret_of_an_operation_is_sent_and_nowhere_else() {
    let mut count = 0;
    for operation in operations() {
        for field in operation.fields().filter(Field::holds_secret) {
            look(operation, field);
            count += 1;
        }
    }
    assert!(count > 15, "only {count} fields have secrets");
}

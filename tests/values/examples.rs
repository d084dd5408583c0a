//! Where SeaTable's documents are at hand: each place of each rule is there in an example of the answer.

use crate::read;
use contract::Documents;
use playground_core::catalogue::Operation;
use playground_core::known::Gives;
use serde_json::Value;

#[test]
fn every_place_of_a_rule_is_in_an_example() {
    let Some(documents) = Documents::find() else {
        return;
    };
    let (operations, rules) = read();
    let mut missing = Vec::new();
    for operation in operations {
        let Some(ruled) = rules.of(operation.area, &operation.id) else {
            continue;
        };
        let examples = examples(documents, operation);
        if examples.is_empty() {
            continue;
        }
        let mut without = Vec::new();
        for gives in ruled.gives {
            look(gives, "", &examples, &mut without);
        }
        let name = |place| format!("{}.{}: {place}", operation.area.name(), operation.id);
        missing.extend(without.into_iter().map(name));
    }
    missing.retain(|place| !ANSWERED_ALL_THE_SAME.contains(&place.as_str()));
    assert!(missing.is_empty(), "{missing:#?}");
}

/// Places that no example has, and why a server's answers do.
const ANSWERED_ALL_THE_SAME: [&str; 6] = [
    // What a column has in `data` depends on its type, and the examples have few types.
    "base.getMetadata: /metadata/tables/*/columns/*/data/options/*",
    "base.listColumns: /columns/*/data/options/*",
    "base.listColumns: /columns/*/data/link_id",
    "base.insertColumn: /data/link_id",
    // The example has the group in a list.
    "user.getGroup: /name",
    "user.getGroup: /id",
];

/// Returns the examples of an answer. Those that are the text of JSON are read.
fn examples(documents: &Documents, operation: &Operation) -> Vec<Value> {
    let query = operation.fixed_query.as_ref();
    let path = match query {
        "" => operation.path.to_string(),
        query => [operation.path.as_ref(), "?", query].concat(),
    };
    let name = contract::operation(operation.method.as_str(), &path);
    let examples = documents.examples(&name).into_iter();
    examples
        .map(|example| inner(&example).unwrap_or(example))
        .collect()
}

fn look(gives: &Gives, outer: &str, from: &[Value], missing: &mut Vec<String>) {
    let place = [outer, gives.at].concat();
    let entries: Vec<Value> = from.iter().flat_map(|one| follow(one, gives.at)).collect();
    if entries.is_empty() {
        return missing.push(place);
    }
    let values = gives.values.iter().map(|pick| pick.at);
    for at in [gives.name, gives.note].into_iter().chain(values) {
        let is_there = |entry: &Value| !follow(entry, at).is_empty();
        if at != "*" && !entries.iter().any(is_there) {
            missing.push([&place, at].concat());
        }
    }
    for held in gives.holds {
        look(held, &place, &entries, missing);
    }
}

fn follow(from: &Value, at: &str) -> Vec<Value> {
    let mut all = vec![from.clone()];
    for step in at.split('/').skip(1) {
        let next = |value: Value| match (step, inner(&value).unwrap_or(value)) {
            ("*", Value::Array(items)) => items,
            ("*", Value::Object(members)) => members.into_iter().map(|(_, value)| value).collect(),
            (step, Value::Object(mut members)) => members.remove(step).into_iter().collect(),
            _ => Vec::new(),
        };
        all = all.into_iter().flat_map(next).collect();
    }
    all
}

/// Reads a text that is JSON.
fn inner(value: &Value) -> Option<Value> {
    let text = value.as_str()?;
    let read: Value = serde_json::from_str(text).ok()?;
    (read.is_object() || read.is_array()).then_some(read)
}

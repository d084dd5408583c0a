//! The committed catalogue: what must always hold of it, and whether it is what SeaTable's
//! documents give today.
#![cfg(not(target_arch = "wasm32"))]
// A test says what it expects by unwrapping.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Each area with the number of its operations, in the order of the index.
const AREAS: [(&str, usize); 7] = [
    ("authentication", 8),
    ("base", 54),
    ("file", 9),
    ("user", 141),
    ("team-admin", 65),
    ("system-admin", 98),
    ("scheduler", 6),
];

/// All that a schema of the catalogue may hold.
const FACTS: &str = "type format enum default minimum maximum minLength maxLength pattern nullable \
                     required properties items oneOf additionalProperties";

/// All that an operation of the catalogue may hold.
const MEMBERS: &str =
    "area id title group method path query token deprecated parameters body answers flags";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(name: &str) -> Value {
    let path = root().join("catalogue").join(name).with_extension("json");
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn operations(file: &Value) -> &[Value] {
    file["operations"].as_array().unwrap()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key]
        .as_str()
        .unwrap_or_else(|| panic!("no {key} in {value}"))
}

/// Returns the operations of all areas, each with the name of its area.
fn all_operations() -> Vec<(&'static str, Value)> {
    let of_area = |(area, _)| {
        operations(&read(area))
            .iter()
            .map(move |o| (area, o.clone()))
            .collect()
    };
    AREAS.into_iter().flat_map::<Vec<_>, _>(of_area).collect()
}

/// Counts how often each text occurs.
fn count<'a>(texts: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, usize> {
    let mut counts = BTreeMap::new();
    for text in texts {
        *counts.entry(text).or_default() += 1;
    }
    counts
}

/// Calls `visit` with each schema of an operation, those within others included.
fn visit_schemas(operation: &Value, visit: &mut impl FnMut(&Value)) {
    let parameters = operation["parameters"].as_array().unwrap().iter();
    let answers = operation["answers"].as_array().unwrap().iter();
    let holders = parameters.chain(answers).chain(operation.get("body"));
    for schema in holders.filter_map(|holder| holder.get("schema")) {
        visit_schema(schema, visit);
    }
}

fn visit_schema(schema: &Value, visit: &mut impl FnMut(&Value)) {
    visit(schema);
    let members = schema["properties"]
        .as_object()
        .into_iter()
        .flat_map(|m| m.values());
    let variants = schema["oneOf"].as_array().into_iter().flatten();
    let others = [&schema["items"], &schema["additionalProperties"]];
    let others = others.into_iter().filter(|other| other.is_object());
    for inner in members.chain(variants).chain(others) {
        visit_schema(inner, visit);
    }
}

#[test]
fn all_381_operations_are_there_area_by_area() {
    for (area, expected) in AREAS {
        let file = read(area);
        assert_eq!(file["area"], area);
        assert_eq!(operations(&file).len(), expected, "{area}");
    }
    assert_eq!(all_operations().len(), 381);
}

#[test]
fn the_folder_holds_the_index_and_the_areas_and_nothing_else() {
    let entries = fs::read_dir(root().join("catalogue")).unwrap();
    let found: BTreeSet<_> = entries.map(|entry| entry.unwrap().file_name()).collect();
    let areas = AREAS.map(|(area, _)| format!("{area}.json").into());
    assert_eq!(
        found,
        BTreeSet::from_iter(
            areas
                .into_iter()
                .chain(["faults", "harm", "made", "notes", "overlay", "values"].map(Into::into))
                .chain(["index.json", "slugs.yaml"].map(Into::into)),
        )
    );
}

#[test]
fn the_index_says_the_same_as_the_details_in_the_same_order() {
    let index = read("index");
    assert_eq!(index["version"], "6.2");
    let details = all_operations();
    assert_eq!(operations(&index).len(), details.len());
    for (entry, (area, operation)) in operations(&index).iter().zip(&details) {
        assert_eq!(entry["area"], *area);
        for key in ["id", "title", "method", "path", "token"] {
            assert_eq!(
                entry[key], operation[key],
                "{key} of {area} {}",
                operation["id"]
            );
        }
        assert_eq!(entry.as_object().unwrap().len(), 6);
    }
}

#[test]
fn area_and_id_together_are_unique() {
    let operations = all_operations();
    let keys: BTreeSet<_> = operations
        .iter()
        .map(|(area, o)| (area, text(o, "id")))
        .collect();
    assert_eq!(keys.len(), operations.len());
}

#[test]
fn methods_are_as_many_as_the_documents_have() {
    let operations = all_operations();
    let methods = count(operations.iter().map(|(_, o)| text(o, "method")));
    assert_eq!(
        methods,
        BTreeMap::from([("DELETE", 70), ("GET", 180), ("POST", 71), ("PUT", 60)])
    );
}

#[test]
fn every_token_is_a_known_kind() {
    let operations = all_operations();
    let tokens = count(
        operations
            .iter()
            .map(|(_, o)| o["token"].as_str().unwrap_or("none")),
    );
    let expected = [
        ("account", 309),
        ("api", 10),
        ("base", 54),
        ("none", 2),
        ("scheduler", 6),
    ];
    assert_eq!(tokens, BTreeMap::from(expected));
    assert!(
        operations
            .iter()
            .all(|(_, o)| o["token"].is_string() || o["token"].is_null())
    );
}

#[test]
fn every_name_in_a_path_has_its_required_parameter_and_the_reverse() {
    for (area, operation) in all_operations() {
        let path = text(&operation, "path");
        let names: BTreeSet<_> = path
            .split('{')
            .skip(1)
            .map(|rest| rest.split_once('}').unwrap().0)
            .collect();
        let parameters = operation["parameters"].as_array().unwrap();
        let of_path = parameters
            .iter()
            .filter(|parameter| parameter["in"] == "path");
        let declared: BTreeSet<_> = of_path
            .clone()
            .filter(|parameter| parameter["required"] == true)
            .map(|parameter| text(parameter, "name"))
            .collect();
        assert_eq!(names, declared, "{area} {}", operation["id"]);
        assert_eq!(names.len(), of_path.count(), "{area} {}", operation["id"]);
    }
}

#[test]
fn a_path_has_no_query_string_and_one_operation_has_a_fixed_one() {
    let operations = all_operations();
    assert!(
        operations
            .iter()
            .all(|(_, operation)| !text(operation, "path").contains('?'))
    );
    let queries: Vec<_> = operations
        .iter()
        .filter(|(_, o)| !o["query"].is_null())
        .map(|(_, o)| o)
        .collect();
    assert_eq!(queries.len(), 1);
    assert_eq!(queries[0]["id"], "uploadFile");
    assert_eq!(queries[0]["query"], "ret-json=1");
}

#[test]
fn flags_are_as_many_as_the_documents_give_cause_for() {
    let operations = all_operations();
    let flags = operations
        .iter()
        .filter_map(|(_, operation)| operation["flags"].as_object());
    let counts = count(flags.flat_map(|flags| flags.keys()).map(String::as_str));
    let expected = [
        ("ambiguous_path", 2),
        ("binary_answer", 5),
        ("body_on_delete", 7),
        ("body_on_get", 1),
        ("uploads", 15),
    ];
    assert_eq!(counts, BTreeMap::from(expected));
}

#[test]
fn schemas_hold_facts_and_no_prose() {
    let facts: BTreeSet<_> = FACTS.split_whitespace().collect();
    let members: BTreeSet<_> = MEMBERS.split_whitespace().collect();
    let mut schemas = 0;
    for (area, operation) in all_operations() {
        for key in operation.as_object().unwrap().keys() {
            assert!(
                members.contains(key.as_str()),
                "{key} in {area} {}",
                operation["id"]
            );
        }
        visit_schemas(&operation, &mut |schema| {
            schemas += 1;
            for key in schema.as_object().unwrap().keys() {
                assert!(
                    facts.contains(key.as_str()),
                    "{key} in {area} {}",
                    operation["id"]
                );
            }
        });
    }
    assert!(schemas > 1000, "only {schemas} schemas were looked at");
}

#[test]
fn answers_hold_what_is_documented_of_them_and_nearly_all_an_example() {
    let operations = all_operations();
    let answers = operations
        .iter()
        .flat_map(|(_, operation)| operation["answers"].as_array().unwrap());
    let keys = answers.flat_map(|answer| answer.as_object().unwrap().keys());
    // Eleven more have one that breaks its own schema.
    let expected = [
        ("example", 395),
        ("media", 415),
        ("schema", 372),
        ("status", 415),
    ];
    let found = count(keys.map(String::as_str));
    assert_eq!(found, BTreeMap::from(expected));
}

#[test]
fn every_default_is_one_of_the_choices() {
    let mut defaults = 0;
    for (area, operation) in all_operations() {
        visit_schemas(&operation, &mut |schema| {
            if let (Some(choices), Some(default)) =
                (schema["enum"].as_array(), schema.get("default"))
            {
                defaults += 1;
                assert!(
                    choices.contains(default),
                    "{default} in {area} {}",
                    operation["id"]
                );
            }
        });
    }
    assert!(defaults > 0);
}

#[test]
fn the_committed_files_are_what_the_documents_give() {
    let Some(documents) = documents() else {
        left_out::whole(left_out::NO_DOCUMENTS);
        return;
    };
    let generated = xtask::catalogue::generate(std::slice::from_ref(&documents))
        .unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(generated.len(), AREAS.len() + 1);
    for file in generated {
        let committed = fs::read_to_string(root().join("catalogue").join(&file.name));
        // Not `assert_eq!`, which would print both files.
        assert!(
            committed.is_ok_and(|text| text == file.text),
            "catalogue/{} is not what the documents give; run: cargo xtask catalogue {}",
            file.name,
            documents.display()
        );
    }
}

/// Returns the directory of SeaTable's documents, if it is at hand.
fn documents() -> Option<PathBuf> {
    match env::var_os("SEATABLE_OPENAPI") {
        Some(directory) => Some(directory.into()),
        None => Some(root().join("../shared/openapi")).filter(|directory| directory.is_dir()),
    }
}

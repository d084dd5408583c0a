//! The types of columns that the form offers, held against SeaTable's documents.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    reason = "a test says what it expects by unwrapping"
)]

use playground_core::row::types::{SettingKind, TYPES};
use serde_json::Value;

/// Returns the schemas of the columns that an operation takes, by type.
fn declared(operation: &str) -> Vec<(String, Value)> {
    let text = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../catalogue/base.json"
    ))
    .unwrap();
    let area: Value = serde_json::from_str(&text).unwrap();
    let operations = area["operations"].as_array().unwrap();
    let found = operations.iter().find(|it| it["id"] == operation).unwrap();
    let schema = &found["body"]["schema"]["properties"]["columns"]["items"]["oneOf"];
    let name = |schema: &Value| {
        let name = schema["properties"]["column_type"]["enum"][0].as_str();
        (name.unwrap().to_owned(), schema.clone())
    };
    schema.as_array().unwrap().iter().map(name).collect()
}

#[test]
fn every_type_of_the_documents_is_offered_and_no_other() {
    let names: Vec<String> = declared("createTable").into_iter().map(|it| it.0).collect();
    let offered: Vec<&str> = TYPES.iter().map(|it| it.name).collect();
    assert_eq!(offered, names);
    let appended: Vec<&str> = TYPES
        .iter()
        .filter(|it| it.appended)
        .map(|it| it.name)
        .collect();
    let mut names: Vec<String> = declared("appendColumns")
        .into_iter()
        .map(|it| it.0)
        .collect();
    // In the document, but refused by the server (recorded).
    names.retain(|name| name != "auto-number");
    assert_eq!(appended, names);
}

#[test]
fn every_setting_and_choice_is_declared() {
    for (name, schema) in declared("createTable") {
        let settings = TYPES.iter().find(|it| it.name == name).unwrap().settings;
        let data = &schema["properties"]["column_data"];
        let data = data["oneOf"].get(0).unwrap_or(data);
        for setting in settings {
            let member = &data["properties"][setting.name];
            assert!(member.is_object(), "{name}: {}", setting.name);
            if let SettingKind::Choice(choices) = setting.kind
                && name != "link-formula"
            {
                let declared = member["enum"].as_array().unwrap();
                for choice in choices {
                    assert!(declared.iter().any(|it| it == choice), "{name}: {choice}");
                }
            }
        }
    }
}

//! The list of what answers from the world: `known.txt` for the page, and a section of docs/practice.md for people.
//!
//! Both are made of the routing table and the catalogue. `PRACTICE_KNOWN=write` writes them again.
// A test says what it expects by unwrapping.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// The areas of the catalogue, in its order.
const AREAS: [&str; 7] = [
    "authentication",
    "base",
    "file",
    "user",
    "team-admin",
    "system-admin",
    "scheduler",
];

/// Between these lines the document lists them.
const BEGIN: &str = "<!-- known: begin -->\n";
const END: &str = "<!-- known: end -->\n";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// An operation of the catalogue, and whether the world answers it.
struct Operation {
    id: String,
    group: String,
    is_known: bool,
}

fn operations(area: &str) -> Vec<Operation> {
    let routes: BTreeSet<String> = practice::routes()
        .map(|(method, path)| contract::operation(method, path))
        .collect();
    let text = std::fs::read_to_string(root().join(format!("catalogue/{area}.json"))).unwrap();
    let catalogue: Value = serde_json::from_str(&text).unwrap();
    let operations = catalogue["operations"].as_array().unwrap().iter();
    let operation = |operation: &Value| {
        let text = |name: &str| operation[name].as_str().unwrap();
        let path = text("path").split('?').next().unwrap();
        Operation {
            id: text("id").to_owned(),
            group: text("group").to_owned(),
            is_known: routes.contains(&contract::operation(text("method"), path)),
        }
    };
    operations.map(operation).collect()
}

/// One line for each operation that is known: its area and its id.
fn lines() -> String {
    let mut lines = String::new();
    for area in AREAS {
        for operation in operations(area)
            .iter()
            .filter(|operation| operation.is_known)
        {
            writeln!(lines, "{area} {}", operation.id).unwrap();
        }
    }
    lines
}

/// The same for people: how many of each area, and which, by group.
fn section() -> String {
    let mut section = String::new();
    for area in AREAS {
        let all = operations(area);
        let known: Vec<&Operation> = all.iter().filter(|operation| operation.is_known).collect();
        write!(section, "- **{area}**, {} of {}", known.len(), all.len()).unwrap();
        let mut group = "";
        for operation in &known {
            let sign = if operation.group == group {
                ", "
            } else {
                "\n  - "
            };
            let name = if operation.group == group {
                String::new()
            } else {
                format!("{}: ", operation.group)
            };
            write!(section, "{sign}{name}`{}`", operation.id).unwrap();
            group = &operation.group;
        }
        section.push('\n');
    }
    section
}

#[test]
fn what_is_known_is_listed() {
    let (list, document) = (
        root().join("practice/known.txt"),
        root().join("docs/practice.md"),
    );
    let text = std::fs::read_to_string(&document).unwrap();
    let (before, rest) = text.split_once(BEGIN).unwrap();
    let (_, after) = rest.split_once(END).unwrap();
    let wanted = format!("{before}{BEGIN}{}{END}{after}", section());
    if std::env::var("PRACTICE_KNOWN").is_ok_and(|mode| mode == "write") {
        std::fs::write(&list, lines()).unwrap();
        std::fs::write(&document, &wanted).unwrap();
    }
    let hint = "PRACTICE_KNOWN=write cargo test -p practice --test known";
    assert_eq!(std::fs::read_to_string(&list).unwrap(), lines(), "{hint}");
    assert_eq!(
        std::fs::read_to_string(&document).unwrap(),
        wanted,
        "{hint}"
    );
}

#[test]
fn the_areas_that_people_try_first_are_known() {
    let count = |area: &str| {
        operations(area)
            .iter()
            .filter(|operation| operation.is_known)
            .count()
    };
    assert_eq!(
        [count("authentication"), count("base"), count("file")],
        [8, 54, 9]
    );
    assert!(count("user") >= 60, "{}", count("user"));
    assert!(count("team-admin") >= 30, "{}", count("team-admin"));
}

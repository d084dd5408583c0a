//! The successful answers held against the documents as the page does it: a member that they do not name counts too, and one that is
//! missing.

use crate::cases::{CASES, Case};
use crate::shop::Shop;
use arazzo::{Catalogue, File, known_faults};
use playground_core::catalogue::{Area, Operation};
use playground_core::documented::{KnownFault, hold};
use playground_core::http::Answer;
use playground_core::json::Document;
use playground_core::words;
use std::path::Path;

/// Returns the operations of an area, each with what is known of the faults of its documents.
fn operations(
    catalogue: &Catalogue,
    folder: &Path,
    area: Area,
) -> Vec<(Operation, Vec<KnownFault>)> {
    let name = folder
        .join("faults")
        .join(area.name())
        .with_extension("yaml");
    let file = File {
        name: name.display().to_string(),
        text: std::fs::read_to_string(&name).unwrap(),
    };
    let known = known_faults(&file, catalogue).unwrap();
    let of_area = catalogue.operations().iter().filter(|one| one.area == area);
    of_area.cloned().zip(known).collect()
}

/// Returns the differences that nobody knows of.
fn unknown(case: &Case, operation: &Operation, known: &[KnownFault]) -> Vec<String> {
    let (status, body) = Shop::open().ask(case);
    let answer = Answer {
        status,
        headers: vec![("content-type".to_owned(), "application/json".to_owned())],
        body: Document::parse(body.to_string().into_bytes()),
        decoded: None,
    };
    let held = hold(&answer, &operation.answers, known);
    let unknown = held.differences.iter().filter(|one| one.known.is_none());
    let told = unknown.map(|one| {
        let (place, told) = (
            words::documented::place(one),
            words::documented::difference(one),
        );
        format!("{} {}: {place} {told}", operation.area.name(), operation.id)
    });
    told.collect()
}

#[test]
fn the_page_finds_no_difference_that_nobody_knows() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../catalogue");
    let catalogue = Catalogue::read(&folder).unwrap();
    let all = Area::ALL.map(|area| operations(&catalogue, &folder, area));
    let named = |one: &Operation| contract::operation(one.method.as_str(), &one.path);
    let mut found = Vec::new();
    for case in CASES.iter().filter(|case| case.status < 300) {
        let mut all = all.iter().flatten();
        if let Some((operation, known)) = all.find(|(one, _)| named(one) == case.operation()) {
            found.extend(unknown(case, operation, known));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

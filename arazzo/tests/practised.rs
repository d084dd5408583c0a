//! The list of what the practice SeaTable answers: what it says, and what may not stand there.
#![allow(
    clippy::unwrap_used,
    reason = "tests say what they expect by unwrapping"
)]

use arazzo::{Catalogue, File, practised};

const CATALOGUE: &str = include_str!("faults/catalogue.json");

fn read(text: &str) -> Result<Vec<bool>, Vec<String>> {
    let mut catalogue = Catalogue::default();
    catalogue.add(CATALOGUE).unwrap();
    let file = File {
        name: "practised.yaml".to_owned(),
        text: text.to_owned(),
    };
    let told = |faults: Vec<arazzo::Fault>| faults.iter().map(ToString::to_string).collect();
    practised(&file, &catalogue).map_err(told)
}

#[test]
fn the_operations_that_are_listed_are_practised() {
    assert_eq!(read("base: [send, open]").unwrap(), [true, false, true]);
}

#[test]
fn what_is_not_understood_is_told_with_its_place() {
    for (text, fault) in [
        ("bases: []", "1:1: the area \"bases\"; expected an area"),
        (
            "base: [opens]",
            "1:8: the operation \"opens\"; expected an operationId of the area",
        ),
        (
            "base: [open, open]",
            "1:14: \"open\" a second time; expected each once",
        ),
        ("base: open", "1:7: \"open\"; expected a list of operations"),
    ] {
        assert_eq!(read(text).unwrap_err(), [format!("practised.yaml:{fault}")]);
    }
}

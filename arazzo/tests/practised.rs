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
        name: "known.txt".to_owned(),
        text: text.to_owned(),
    };
    let told = |faults: Vec<arazzo::Fault>| faults.iter().map(ToString::to_string).collect();
    practised(&file, &catalogue).map_err(told)
}

#[test]
fn the_operations_that_are_listed_are_practised() {
    assert_eq!(read("base send\nbase open\n").unwrap(), [true, false, true]);
}

#[test]
fn what_is_no_operation_is_told_with_its_line() {
    let faults = read("base open\nbases open\nbase opens\nbase\nbase open\n").unwrap_err();
    let expected = "an area and an operationId of it";
    assert_eq!(
        faults,
        [
            format!("known.txt:2:1: \"bases open\"; expected {expected}"),
            format!("known.txt:3:1: \"base opens\"; expected {expected}"),
            format!("known.txt:4:1: \"base\"; expected {expected}"),
            "known.txt:5:1: \"base open\" a second time; expected each once".to_owned(),
        ]
    );
}

//! Every fault that the loader knows, told at the right line by one small broken document each.
#![allow(
    clippy::unwrap_used,
    reason = "tests say what they expect by unwrapping"
)]

mod expressions;
mod fields;
mod operations;

use arazzo::{Catalogue, File, read};

const CATALOGUE: &str = include_str!("catalogue.json");
const DOCUMENT: &str = include_str!("small.arazzo.yaml");

fn faults_of(text: &str) -> Vec<String> {
    let mut catalogue = Catalogue::default();
    catalogue.add(CATALOGUE).unwrap();
    let contents = File {
        name: "contents.yaml".to_owned(),
        text: "- small\n".to_owned(),
    };
    let file = File {
        name: "small.arazzo.yaml".to_owned(),
        text: text.to_owned(),
    };
    match read(&contents, &[file], &catalogue) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.iter().map(ToString::to_string).collect(),
    }
}

/// Replaces a text in the document, and demands a fault at that line that begins with those words.
#[track_caller]
fn refuses(old: &str, new: &str, line: usize, found: &str) {
    assert!(DOCUMENT.contains(old), "the document has no {old}");
    let faults = faults_of(&DOCUMENT.replacen(old, new, 1));
    let place = format!("small.arazzo.yaml:{line}:");
    let told = |fault: &String| {
        let rest = fault
            .strip_prefix(&place)
            .and_then(|rest| rest.split_once(": "));
        rest.is_some_and(|(_, told)| told.starts_with(found))
    };
    assert!(
        faults.iter().any(told),
        "expected {place} {found}, got {faults:#?}"
    );
}

#[test]
fn the_document_itself_has_no_fault() {
    assert_eq!(faults_of(DOCUMENT), Vec::<String>::new());
}

#[test]
fn a_fault_says_file_line_column_what_was_found_and_what_was_expected() {
    let faults = faults_of(&DOCUMENT.replace("base.open", "base.opne"));
    assert_eq!(
        faults,
        [
            "small.arazzo.yaml:25:22: the operation \"opne\" in \"base\"; expected an operationId of the area"
        ]
    );
}

#[test]
fn all_faults_are_told_at_once_in_the_order_of_the_text() {
    let text = DOCUMENT
        .replace("base.open", "base.opne")
        .replace("1.0.1", "1.1.0");
    let lines: Vec<_> = faults_of(&text)
        .iter()
        .map(|f| f.split(':').nth(1).unwrap().to_owned())
        .collect();
    assert_eq!(lines, ["1", "25"]);
}

#[test]
fn broken_yaml_is_refused() {
    refuses("  title: Small\n", "  title: \"Small\n", 3, "broken YAML");
    refuses("title: Small", "title: &a Small", 3, "an anchor or a tag");
    refuses("title: Small", "title: !x Small", 3, "an anchor or a tag");
    refuses(
        "  title: Small\n",
        "  title: Small\n  title: Big\n",
        4,
        "the key \"title\" a second time",
    );
    assert!(faults_of("")[0].starts_with("small.arazzo.yaml:1:1: an empty file;"));
    assert!(faults_of(&format!("{DOCUMENT}---\na: b\n"))[0].contains(": a second document;"));
}

#[test]
fn unknown_missing_and_wrong_members_are_refused() {
    refuses(
        "    summary:",
        "    sumary: x\n    summary:",
        11,
        "the key \"sumary\"; expected in the workflow only",
    );
    refuses(
        "    summary: A small one.\n",
        "",
        10,
        "the workflow without \"summary\"",
    );
    refuses(
        "arazzo: 1.0.1",
        "arazzo: 1.1.0",
        1,
        "\"1.1.0\"; expected a version 1.0.x",
    );
    refuses(
        "type: openapi",
        "type: arazzo",
        8,
        "\"arazzo\"; expected openapi",
    );
    refuses(
        "  title: Small",
        "  title: [Small]",
        3,
        "a list; expected the title, a text",
    );
    refuses(
        "      type: object",
        "      type: array",
        17,
        "\"array\"; expected object",
    );
    refuses(
        "format: password",
        "format: date",
        20,
        "\"date\"; expected password",
    );
    refuses(
        "required: [token]",
        "required: [tokn]",
        18,
        "\"tokn\"; expected the name of an input",
    );
    refuses(
        "in: path",
        "in: cookie",
        38,
        "\"cookie\"; expected path or query or header",
    );
}

#[test]
fn a_second_workflow_a_foreign_source_and_a_wrong_name_are_refused() {
    refuses("name: base\n", "name: bases\n", 6, "the source \"bases\"");
    refuses(
        "workflowId: small",
        "workflowId: big",
        10,
        "the workflowId \"big\"",
    );
    let second = format!("{DOCUMENT}  - workflowId: other\n");
    assert!(faults_of(&second)[0].starts_with("small.arazzo.yaml:48:5: a second workflow;"));
}

#[test]
fn ids_are_unique_and_simple() {
    refuses(
        "stepId: second",
        "stepId: first",
        33,
        "the stepId \"first\" a second time",
    );
    refuses(
        "stepId: second",
        "stepId: inputs",
        33,
        "the stepId \"inputs\" a second time",
    );
    refuses("stepId: second", "stepId: two words", 33, "\"two words\"");
    refuses(
        "          uuid: $response",
        "          a b: $response",
        32,
        "\"a b\"",
    );
}

#[test]
fn prose_with_markup_is_refused_at_its_line() {
    refuses(
        "      Some words.",
        "      Some <b>words</b>.",
        15,
        "raw HTML",
    );
    refuses(
        "      Some words.",
        "      Some [words](http://x.example).",
        15,
        "a link to",
    );
}

#[test]
fn the_list_of_contents_names_every_file_once() {
    let file = File {
        name: "small.arazzo.yaml".to_owned(),
        text: DOCUMENT.to_owned(),
    };
    let mut catalogue = Catalogue::default();
    catalogue.add(CATALOGUE).unwrap();
    for (contents, fault) in [
        (
            "- other\n- small\n",
            "contents.yaml:1:3: \"other\"; expected the name of a file",
        ),
        (
            "- small\n- small\n",
            "contents.yaml:2:3: \"small\" a second time;",
        ),
        (
            "[]\n",
            "contents.yaml:1:1: a list without small.arazzo.yaml;",
        ),
    ] {
        let contents = File {
            name: "contents.yaml".to_owned(),
            text: contents.to_owned(),
        };
        let faults = read(&contents, std::slice::from_ref(&file), &catalogue).unwrap_err();
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(faults[0].to_string().starts_with(fault), "{}", faults[0]);
    }
}

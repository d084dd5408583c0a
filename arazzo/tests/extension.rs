//! `x-playground`: what it may say, and the faults of what it may not.
#![allow(
    clippy::unwrap_used,
    reason = "tests say what they expect by unwrapping"
)]

use arazzo::{Catalogue, File, read};
use playground_core::known::Kind;
use playground_core::walkthrough::Label;
use playground_core::walkthrough::{Action, Call, Form, Pick, Sent, TemplatePart, Walkthrough};

const CATALOGUE: &str = include_str!("faults/catalogue.json");
const DOCUMENT: &str = include_str!("faults/small.arazzo.yaml");

/// Reads the small document with an extension of its last step.
fn extended(extension: &str) -> Result<Walkthrough, Vec<String>> {
    let outputs = "        outputs:\n          access: $response.body#/list/2/access\n          uuid: $response.body#/uuid\n";
    let lines: String = extension
        .lines()
        .map(|line| format!("          {line}\n"))
        .collect();
    read_text(&format!(
        "{DOCUMENT}{outputs}        x-playground:\n{lines}"
    ))
}

fn read_text(text: &str) -> Result<Walkthrough, Vec<String>> {
    let mut catalogue = Catalogue::default();
    catalogue.add(CATALOGUE).unwrap();
    let file = |name: &str, text: &str| File {
        name: name.to_owned(),
        text: text.to_owned(),
    };
    let contents = file("contents.yaml", "- small\n");
    let document = file("small.arazzo.yaml", text);
    match read(&contents, &[document], &catalogue) {
        Ok(mut walkthroughs) => Ok(walkthroughs.remove(0)),
        Err(faults) => Err(faults.iter().map(ToString::to_string).collect()),
    }
}

fn call(walkthrough: &Walkthrough) -> &'static Call {
    match walkthrough.steps.last().unwrap().action {
        Action::Send(call) => call,
        Action::Provide(_) => panic!("the last step sends"),
    }
}

#[track_caller]
fn refuses(extension: &str, found: &str) {
    let faults = extended(extension).err().unwrap_or_default();
    let told = |fault: &String| fault.contains(&format!(": {found}"));
    assert!(faults.iter().any(told), "expected {found}, got {faults:#?}");
}

#[test]
fn a_choice_knows_its_list_and_the_entry_of_other_tools() {
    let walkthrough = extended(
        "choices:\n  - title: One\n    entry: $response.body#/list/2\n    label: [/name, $steps.first.outputs.uuid]\n    only: { member: /type, is: a }\n    none: Any",
    );
    let choice = &call(&walkthrough.unwrap()).extras.choices[0];
    assert_eq!(
        (choice.list, choice.index, choice.none),
        ("/list", 2, "Any")
    );
    assert!(matches!(choice.label, [Label::At("/name"), Label::Named(from)] if from.step == 1));
    assert_eq!(choice.only.as_ref().unwrap().is, ["a"]);
}

#[test]
fn a_choice_has_to_be_of_use() {
    let choice =
        |entry: &str| format!("choices:\n  - title: One\n    entry: {entry}\n    label: /name");
    refuses(&choice("$response.body#/list"), "\"$response.body#/list\"");
    refuses(
        &choice("$response.body#/other/0"),
        "a choice that no output takes anything of",
    );
    refuses(&choice("$inputs.word"), "\"$inputs.word\"");
    refuses("choices:\n  - title: One", "a choice without \"entry\"");
}

#[test]
fn a_step_stands_in_for_another_by_the_names_of_its_outputs() {
    let walkthrough = extended("instead-of: first").unwrap();
    let extras = &call(&walkthrough).extras;
    assert_eq!(extras.instead_of, Some(1));
    assert_eq!(extras.substitutes.len(), 2);
    refuses("instead-of: third", "\"third\"");
    refuses(
        "instead-of: inputs",
        "a step that returns nothing of what the other one returns",
    );
}

#[test]
fn variants_fill_fields_under_a_condition() {
    let walkthrough = extended(
        "variants:\n  - when: { value: $steps.first.outputs.uuid, is: [a, b] }\n    requestBody:\n      contentType: application/json\n      payload:\n        rows: [{ \"{$inputs.word}\": 1 }]",
    );
    let variants = call(&walkthrough.unwrap()).extras.variants;
    assert_eq!(variants[0].when.as_ref().unwrap().is, ["a", "b"]);
    assert_eq!(variants[0].presets.len(), 1);
    refuses(
        "variants:\n  - requestBody:\n      contentType: application/json\n      payload: { columns: [] }",
        "the member \"columns\"",
    );
}

#[test]
fn what_was_made_points_into_the_answer() {
    let made = |what: &str| {
        format!(
            "made:\n  - what: {what}\n    name: \"{{$response.body#/list/0/name}}\"\n    each: $response.body#/list\n    operationId: $sourceDescriptions.base.write\n    parameters:\n      - {{ name: Authorization, in: header, value: \"Bearer {{$steps.first.outputs.access}}\" }}\n      - {{ name: uuid, in: path, value: $response.body#/list/0/id }}\n    requestBody:\n      contentType: application/json\n      payload: {{ table: a }}"
        )
    };
    let walkthrough = extended(&made("row")).unwrap();
    let made_thing = &call(&walkthrough).extras.made[0];
    assert_eq!(
        (made_thing.what, made_thing.each),
        (Kind::Row, Some("/list"))
    );
    let parts = made_thing.presets[0].template.parts;
    assert!(matches!(
        parts,
        [TemplatePart::Answer {
            pointer: "/list/0/id",
            ..
        }]
    ));
    refuses(&made("line"), "\"line\"");
}

#[test]
fn a_sentence_takes_the_answer_but_no_secret() {
    let walkthrough = extended("outcome: \"Row {$position} of {$response.body#/name}.\"").unwrap();
    let parts = call(&walkthrough).extras.outcome.unwrap().parts;
    assert!(
        matches!(parts[1], TemplatePart::Position)
            && matches!(parts[3], TemplatePart::Answer { .. })
    );
    refuses("outcome: \"{$inputs.token}\"", "a secret in a sentence");
}

#[test]
fn what_was_sent_is_a_place_of_the_request_and_no_secret() {
    let walkthrough = extended(
        "outputs:\n  table: $request.body#/table\noutcome: \"{$request.path.uuid}{/$inputs.word}\"",
    );
    let call = call(&walkthrough.unwrap());
    assert!(matches!(
        call.outputs[2].pick,
        Pick::Sent(Sent::Body("/table"))
    ));
    let parts = call.extras.outcome.unwrap().parts;
    let place = Sent::Path("uuid");
    assert!(matches!(parts[0], TemplatePart::Sent { place: found, .. } if found == place));
    assert!(matches!(
        parts[1],
        TemplatePart::Value {
            form: Form::Path,
            ..
        }
    ));
    refuses("outputs:\n  a: $request.query.uuid", "Query(\"uuid\")");
    refuses("outcome: \"{$request.body#/tables}\"", "Body(\"/tables\")");
    refuses("outputs:\n  a: $request.header.x", "\"$request.header.x\"");
}

#[test]
fn other_tools_get_no_path_and_nothing_that_was_sent() {
    let old = "\"table\": \"{$inputs.word}\"";
    let path = DOCUMENT.replace(old, "\"table\": \"{/$inputs.word}\"");
    let faults = read_text(&path).unwrap_err().join("\n");
    assert!(
        faults.contains("a path outside of x-playground"),
        "{faults}"
    );
    let first = "          uuid: $response.body#/uuid\n";
    let sent = DOCUMENT.replace(
        first,
        &format!("{first}          own: $request.body#/table\n"),
    );
    let faults = read_text(&sent).unwrap_err().join("\n");
    assert!(
        faults.contains("\"own\", which is not from the response"),
        "{faults}"
    );
}

#[test]
fn a_row_stands_in_a_list_or_object_of_the_body() {
    let row =
        |at: &str| format!("row:\n  at: {at}\n  columns: $steps.first.outputs.uuid\n  keep: true");
    let walkthrough = extended(&row("/rows/0/row")).unwrap();
    let field = call(&walkthrough).extras.row.as_ref().unwrap();
    assert_eq!((field.pointer, field.keep), ("/0/row", true));
    refuses(
        &row("/table"),
        "\"table\", which isn't a list or object of the body",
    );
}

#[test]
fn nothing_else_is_understood() {
    refuses("colour: red", "the key \"colour\"");
}

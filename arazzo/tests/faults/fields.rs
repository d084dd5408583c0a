//! Values that do not go where a document has them: tokens, and what a field cannot take.

use super::{DOCUMENT, faults_of, refuses};

#[test]
fn tokens_go_to_their_operations_and_nowhere_else() {
    refuses(
        "Bearer {$steps.first.outputs.access}",
        "Bearer {$inputs.token}",
        37,
        "\"token\", the API-Token, as credential; expected the Base-Token",
    );
    refuses(
        "\"Bearer {$inputs.token}\"",
        "$inputs.token",
        27,
        "another credential; expected \"Bearer {$…}\"",
    );
    refuses(
        "$inputs.word",
        "$inputs.token",
        43,
        "the secret \"token\" in the field \"table\"",
    );
}

#[test]
fn values_that_a_field_cannot_take_are_refused() {
    let limit = |value: &str| {
        format!(
            "value: $steps.first.outputs.uuid }}\n          - {{ name: limit, in: query, value: {value} }}"
        )
    };
    refuses(
        "value: $steps.first.outputs.uuid }",
        &limit("many"),
        39,
        "\"many\" for \"limit\"; expected a whole number",
    );
    refuses(
        "value: $steps.first.outputs.uuid }",
        &limit("[1]"),
        39,
        "a list or an object for \"limit\"",
    );
    let twice =
        "value: $steps.first.outputs.uuid }\n          - { name: uuid, in: path, value: x }";
    refuses(
        "value: $steps.first.outputs.uuid }",
        twice,
        39,
        "\"uuid\" a second time",
    );
}

#[test]
fn files_and_form_bodies_are_checked_too() {
    let step = "      - stepId: third
        description: \"### Third\"
        operationId: $sourceDescriptions.base.send
        requestBody:
          contentType: multipart/form-data
          payload: { password: $inputs.token }
        successCriteria:
          - condition: $statusCode == 200
";
    assert_eq!(
        faults_of(&format!("{DOCUMENT}{step}")),
        Vec::<String>::new()
    );
    let file = faults_of(&format!("{DOCUMENT}{}", step.replace("password:", "file:")));
    assert!(
        file[0].starts_with("small.arazzo.yaml:53:28: a value for the file \"file\";"),
        "{file:?}"
    );
    let text = faults_of(&format!(
        "{DOCUMENT}{}",
        step.replace("{ password: $inputs.token }", "words")
    ));
    assert!(
        text[0].starts_with("small.arazzo.yaml:53:20: a payload that isn't an object;"),
        "{text:?}"
    );
}

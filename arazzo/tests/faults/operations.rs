//! What a step asks of its operation.

use super::*;

#[test]
fn unknown_operations_parameters_and_body_members_are_refused() {
    refuses(
        "base.open",
        "base.Open",
        25,
        "the operation \"Open\" in \"base\"; expected an operationId of the area; there is base.open",
    );
    refuses(
        "$sourceDescriptions.base.open",
        "open",
        25,
        "the operation \"open\"",
    );
    refuses(
        "$sourceDescriptions.base.open",
        "$sourceDescriptions.file.open",
        25,
        "the source \"file\"",
    );
    refuses(
        "name: uuid, in: path",
        "name: uuid, in: query",
        38,
        "the query parameter \"uuid\"",
    );
    refuses(
        "\"rows\":",
        "\"row\":",
        44,
        "the member \"row\"; expected a member of the operation's body: table, rows",
    );
    refuses(
        "[{\"a\": \"b\"}]",
        "[{\"a\": \"b\"},]",
        44,
        "a payload that isn't JSON here",
    );
    refuses(
        "application/json",
        "text/plain",
        40,
        "\"text/plain\"; expected application/json",
    );
}

#[test]
fn what_an_operation_requires_has_to_be_there() {
    refuses(
        "          - { name: uuid, in: path, value: $steps.first.outputs.uuid }\n",
        "",
        33,
        "a step without the required \"uuid\"",
    );
    refuses(
        "              \"table\": \"{$inputs.word}\",\n",
        "",
        33,
        "a step without the required \"table\"",
    );
    refuses(
        "          - { name: Authorization, in: header, value: \"Bearer {$steps.first.outputs.access}\" }\n",
        "",
        33,
        "a step without its Base-Token",
    );
    refuses(
        "        successCriteria:\n          - condition: $statusCode == 200\n        outputs:",
        "        outputs:",
        23,
        "a step without \"successCriteria\"",
    );
    refuses(
        "          - condition: $statusCode == 200\n        outputs:",
        "          []\n        outputs:",
        29,
        "no criterion",
    );
    refuses("### First", "First", 24, "prose without a heading");
}

#[test]
fn values_have_to_be_given_by_an_earlier_step() {
    refuses(
        "first.outputs.uuid",
        "first.outputs.uid",
        38,
        "\"uid\", which the step \"first\" does not give; expected access or uuid",
    );
    refuses(
        "first.outputs.uuid",
        "third.outputs.uuid",
        38,
        "the step \"third\", which is unknown",
    );
    refuses(
        "{$inputs.token}",
        "{$steps.second.outputs.x}",
        27,
        "a value of the step \"second\", which is not done yet",
    );
    refuses(
        "$inputs.word",
        "$inputs.words",
        43,
        "\"words\", which isn't an input",
    );
    refuses(
        "$steps.first.outputs.uuid }",
        "$response.body#/uuid }",
        38,
        "a response that isn't there yet",
    );
    refuses(
        "$response.body#/uuid",
        "$statusCode",
        32,
        "the output \"uuid\", which is not from the response",
    );
}

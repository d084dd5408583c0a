//! Expressions and criteria that do not parse.

use super::refuses;

#[test]
fn expressions_and_pointers_that_do_not_parse_are_refused() {
    refuses(
        "$response.body#/uuid",
        "$response.body#uuid",
        32,
        "\"$response.body#uuid\"; expected a JSON Pointer",
    );
    refuses(
        "$steps.first.outputs.uuid",
        "$steps.first.uuid",
        38,
        "\"$steps.first.uuid\"",
    );
    refuses(
        "{$inputs.word}",
        "{$inputs.word",
        43,
        "a payload that isn't JSON here; expected a }",
    );
    refuses(
        "== 200\n        outputs",
        "= 200\n        outputs",
        29,
        "the condition \"$statusCode = 200\"",
    );
}

#[test]
fn criteria_of_other_types_are_refused() {
    refuses(
        "          - condition: $statusCode == 200\n        outputs:",
        "          - { condition: a, type: regex, context: $response.body }\n        outputs:",
        29,
        "\"regex\"; expected simple or jsonpath",
    );
    refuses(
        "          - condition: $statusCode == 200\n        outputs:",
        "          - { condition: '$.a[?@.b == \"c\"]', type: jsonpath }\n        outputs:",
        29,
        "a criterion whose context does not fit its type",
    );
}

//! What is wrong with a text that should be JSON.

use crate::json::{Fault, Reason};

/// Says of a text that somebody types where it is no JSON, and what is wrong there.
pub fn draft(fault: &Fault) -> String {
    ["This is not JSON yet: ", &place(fault)].concat()
}

/// Says of a response where it is no JSON, and what is wrong there.
pub fn response(fault: &Fault) -> String {
    ["This is no complete JSON: ", &place(fault)].concat()
}

fn place(fault: &Fault) -> String {
    format!(
        "line {}, column {}: {}",
        fault.line,
        fault.column,
        reason(fault.reason)
    )
}

/// Says what is wrong.
fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Nothing => "There is no text.",
        Reason::EndsEarly => "The text ends before the JSON is complete.",
        Reason::Value => "A value belongs here: text stands in double quotes.",
        Reason::Key => "A key in double quotes belongs here.",
        Reason::Colon => "A colon belongs between a key and its value.",
        Reason::CommaOrBracket => "A comma or a closing ] belongs here.",
        Reason::CommaOrBrace => "A comma or a closing } belongs here.",
        Reason::TrailingComma => {
            "After the last comma something is missing, or the comma is too much."
        }
        Reason::SingleQuote => "Text stands in double quotes, not in single ones.",
        Reason::Number => "This is not how a number is written in JSON.",
        Reason::Word => "The only words without quotes are true, false and null.",
        Reason::Escape => "JSON has no such escape after a backslash.",
        Reason::Extra => "The JSON is complete here, but more text follows.",
        Reason::TooLong => "The text is longer than 4 GiB.",
    }
}

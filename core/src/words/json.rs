//! What is wrong with a text that should be JSON.

use crate::json::{Fault, Reason};

/// Says where a text that somebody types isn't JSON, and what is wrong there.
pub fn draft(fault: &Fault) -> String {
    ["This isn't valid JSON yet: ", &place(fault)].concat()
}

/// Says where a response isn't JSON, and what is wrong there.
pub fn response(fault: &Fault) -> String {
    ["This isn't complete JSON: ", &place(fault)].concat()
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
        Reason::Value => "A value is expected here; text needs double quotes.",
        Reason::Key => "A key in double quotes is expected here.",
        Reason::Colon => "A colon is expected between a key and its value.",
        Reason::CommaOrBracket => "A comma or a closing ] is expected here.",
        Reason::CommaOrBrace => "A comma or a closing } is expected here.",
        Reason::TrailingComma => {
            "Something is missing after the last comma, or there is one comma too many."
        }
        Reason::SingleQuote => "Text needs double quotes, not single ones.",
        Reason::Number => "JSON doesn't write numbers like this.",
        Reason::Word => "The only words without quotes are true, false and null.",
        Reason::Escape => "JSON has no such escape after a backslash.",
        Reason::Extra => "The JSON is complete here, but more text follows.",
        Reason::TooLong => "The text is longer than 4 GiB.",
    }
}

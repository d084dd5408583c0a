//! What is wrong with a text that should be JSON.

use crate::json::Reason;

/// Says what is wrong.
pub fn reason(reason: Reason) -> &'static str {
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

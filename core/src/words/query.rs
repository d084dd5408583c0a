//! What is wrong with a path (JSONPath) that a person types.

use crate::json::{QueryFault, QueryReason};

/// Says where a path is none any more, and what is wrong there.
pub fn fault(fault: &QueryFault) -> String {
    format!("Character {}: {}", fault.column, reason(fault.reason))
}

/// Says what is wrong.
pub fn reason(reason: QueryReason) -> &'static str {
    match reason {
        QueryReason::Digit => "A digit belongs here.",
        QueryReason::ZeroInPlace => "A place has no zero in front, and no zero a minus.",
        QueryReason::TooFar => "No array has so many items.",
        QueryReason::ZeroInNumber => "A number has no zeros in front.",
        QueryReason::Quoted => "A text in quotes belongs here.",
        QueryReason::ClosingQuote => "The closing quote is missing.",
        QueryReason::ControlCharacter => {
            "In quotes a control character is written as an escape, such as \\n."
        }
        QueryReason::EndOfCondition => "&&, || or a closing ) belongs here.",
        QueryReason::ValueAlone => {
            "A value by itself is no condition. It is compared, as in @.Name == \"a\"."
        }
        QueryReason::FunctionAlone => {
            "What a function gives is no condition. It is compared, as in length(@.Name) > 3."
        }
        QueryReason::SeveralValues => {
            "This path may lead to several values, which cannot be compared. count() or value() around it can."
        }
        QueryReason::Operand => {
            "A path with @ or $, a text in quotes, a number, true, false, null or a function belongs here."
        }
        QueryReason::PathForFunction => "count() and value() take a path, as in count(@.rows[*]).",
        QueryReason::RegularExpression => {
            "match() and search() need regular expressions, which this page does not have."
        }
        QueryReason::Function => "The functions here are length(), count() and value().",
        QueryReason::ClosingParenthesis => "A closing ) belongs here.",
        QueryReason::Empty => "Type a path, such as rows[*].Name.",
        QueryReason::AtOutsideFilter => {
            "@ stands for a value within a filter. The path begins with $, or with a name."
        }
        QueryReason::Segment => "A path goes on with a dot or a bracket.",
        QueryReason::PlaceAfterDot => "The items of an array are counted in brackets, as in [0].",
        QueryReason::Name => {
            "A name or * belongs here. Names of other characters stand in brackets and quotes, as in ['a b']."
        }
        QueryReason::EndOfSelectors => "A comma or a closing ] belongs here.",
        QueryReason::NameWithoutQuotes => "In brackets a name stands in quotes, as in ['Name'].",
        QueryReason::Selector => "A name in quotes, a number, * or a filter with ? belongs here.",
        QueryReason::TooDeep => {
            "Filters, functions and parentheses stand in one another more than 64 deep."
        }
        QueryReason::Escape => {
            "After a backslash belongs one of \\ / b f n r t, the quote, or u with four hexadecimal digits."
        }
        QueryReason::HalfAPair => "Half of a pair of \\u escapes stands for no character.",
    }
}

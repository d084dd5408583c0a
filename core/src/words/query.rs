//! What is wrong with a path (JSONPath) that a person types.

use crate::json::{QueryFault, QueryReason};

/// Says where a path is wrong, and what is wrong there.
pub fn fault(fault: &QueryFault) -> String {
    format!("Character {}: {}", fault.column, reason(fault.reason))
}

/// Says what is wrong.
pub fn reason(reason: QueryReason) -> &'static str {
    match reason {
        QueryReason::Digit => "A digit is expected here.",
        QueryReason::ZeroInPlace => "An index has no leading zero, and zero has no minus.",
        QueryReason::TooFar => "No array has so many items.",
        QueryReason::ZeroInNumber => "A number has no leading zeros.",
        QueryReason::Quoted => "A text in quotes is expected here.",
        QueryReason::ClosingQuote => "The closing quote is missing.",
        QueryReason::ControlCharacter => {
            "In quotes, write a control character as an escape, such as \\n."
        }
        QueryReason::EndOfCondition => "&&, || or a closing ) is expected here.",
        QueryReason::ValueAlone => {
            "A value alone isn't a condition. Compare it, as in @.Name == \"a\"."
        }
        QueryReason::FunctionAlone => {
            "The result of a function isn't a condition. Compare it, as in length(@.Name) > 3."
        }
        QueryReason::SeveralValues => {
            "This path may select several values, which can't be compared. Put count() or value() around it."
        }
        QueryReason::Operand => {
            "A path with @ or $, a text in quotes, a number, true, false, null or a function is expected here."
        }
        QueryReason::PathForFunction => "count() and value() take a path, as in count(@.rows[*]).",
        QueryReason::RegularExpression => {
            "match() and search() need regular expressions, which this page doesn't support."
        }
        QueryReason::Function => "The functions here are length(), count() and value().",
        QueryReason::ClosingParenthesis => "A closing ) is expected here.",
        QueryReason::Empty => "Type a path, such as rows[*].Name.",
        QueryReason::AtOutsideFilter => {
            "@ stands for a value within a filter. The path begins with $, or with a name."
        }
        QueryReason::Segment => "A path continues with a dot or a bracket.",
        QueryReason::PlaceAfterDot => "The index of an array goes in brackets, as in [0].",
        QueryReason::Name => {
            "A name or * is expected here. Names with other characters go in brackets and quotes, as in ['a b']."
        }
        QueryReason::EndOfSelectors => "A comma or a closing ] is expected here.",
        QueryReason::NameWithoutQuotes => "In brackets, a name needs quotes, as in ['Name'].",
        QueryReason::Selector => {
            "A name in quotes, a number, * or a filter with ? is expected here."
        }
        QueryReason::TooDeep => "Filters, functions and parentheses are nested more than 64 deep.",
        QueryReason::Escape => {
            "A backslash is followed by one of \\ / b f n r t, the quote, or u with four hexadecimal digits."
        }
        QueryReason::HalfAPair => "Half of a pair of \\u escapes stands for no character.",
    }
}

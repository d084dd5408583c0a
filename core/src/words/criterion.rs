//! What was checked of a response, and what was found.

use crate::walkthrough::{Checked, Found, Position, Sought};

/// Names what was checked.
pub fn checked(checked: Checked) -> &'static str {
    match checked {
        Checked::Condition(text) => text,
        Checked::WholeJson => "the response body is JSON",
    }
}

/// Says what was found.
pub fn found(found: &Found) -> String {
    let fixed = match found {
        Found::Value { text, is_cut } => {
            return [text.as_str(), if *is_cut { "…" } else { "" }].concat();
        }
        Found::Each(all) => {
            let all: Vec<_> = all.iter().map(self::found).collect();
            return all.join("; ");
        }
        Found::Entry(position) => return ["entry ", &self::position(*position)].concat(),
        Found::NoEntry(count) => return format!("none of {count} entries"),
        Found::NotGiven { step, name } => {
            return format!("step {step} did not return {name}");
        }
        Found::NoJsonFrom { line, column } => {
            return format!("not JSON from line {line}, column {column} on");
        }
        Found::Nothing => "nothing there",
        Found::Secret => "a secret",
        Found::EntryById => "not in this part of the list, but found by its ID",
        Found::NoList => "no list there",
        Found::NothingToLookFor(Sought::Value) => "the value to look for is missing",
        Found::NothingToLookFor(Sought::File) => "the file to look for is missing",
        Found::EmptyBody => "the body is empty",
        Found::NoValue => "it has no value",
    };
    fixed.to_owned()
}

/// Says where an entry stands in a list.
pub fn position(position: Position) -> String {
    match position.of {
        Some(of) => format!("{} of {of}", position.place),
        None => position.place.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_is_said_in_few_words() {
        let value = |text: &str, is_cut| Found::Value {
            text: text.to_owned(),
            is_cut,
        };
        let entry = |of| Found::Entry(Position { place: 2, of });
        for (found, expected) in [
            (value("200", false), "200"),
            (value("long", true), "long…"),
            (entry(Some(4)), "entry 2 of 4"),
            (entry(None), "entry 2"),
            (
                Found::Each(vec![value("a", false), entry(Some(2))]),
                "a; entry 2 of 2",
            ),
            (
                Found::NotGiven {
                    step: "7",
                    name: "row_id",
                },
                "step 7 did not return row_id",
            ),
            (
                Found::NoJsonFrom { line: 1, column: 2 },
                "not JSON from line 1, column 2 on",
            ),
        ] {
            assert_eq!(self::found(&found), expected);
        }
    }
}

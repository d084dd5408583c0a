//! What is wrong with a field of a form.

use super::{json, token};
use crate::http::FieldFault;
use crate::typed::Unseen;

/// Says what is wrong, and what to do about it.
pub fn fault(fault: &FieldFault) -> String {
    let fixed = match fault {
        FieldFault::Token(fault) => return token::fault(*fault),
        FieldFault::PracticeToken { server } => {
            return format!(
                "This is a token of the practice SeaTable, which {server} does not know. Nothing was sent."
            );
        }
        FieldFault::Missing { name } => return format!("{name} is required."),
        FieldFault::OtherHost { host, server } => {
            return format!(
                "This address leads to {host}, but requests of this page go to {server} only."
            );
        }
        FieldFault::NoChoice(choices) => {
            return format!("Choose one of: {}.", choices.join(", "));
        }
        FieldFault::LessThan(least) => return format!("The smallest value is {least}."),
        FieldFault::MoreThan(most) => return format!("The largest value is {most}."),
        FieldFault::NoJson(fault) => return json::draft(fault),
        FieldFault::Forgotten => {
            "The page forgot this password when the token came. Enter it to send this again."
        }
        FieldFault::NoWorkspace => {
            "This address has no workspace in it. That of an open base has: …/workspace/7/dtable/…"
        }
        FieldFault::NoBoolean => "Choose true or false.",
        FieldFault::NoFile => "Choose a file.",
        FieldFault::Dots => {
            "Enter something else than one or two dots: browsers read them as folders."
        }
        FieldFault::NoCode => "Enter all six digits of the code. Nothing was sent.",
        FieldFault::NoInteger => "Enter a whole number.",
        FieldFault::NoNumber => "Enter a number, for example 12 or 0.5.",
    };
    fixed.to_owned()
}

/// Says that a folder is not a file.
pub fn folder(name: &str) -> String {
    format!("“{name}” is a folder. Choose a file.")
}

/// Says of several files that the field takes one.
pub fn several(count: u32) -> String {
    format!("You dropped {count} files, and this field takes one. Drop only the one you mean.")
}

/// What is said of a text in which there is nothing that anybody sees.
pub const NOTHING_SEEN: &str = "There are only spaces in it, so it isn't sent.";

/// Says where the first character stands that nobody sees, or the space around a text.
pub fn unseen(unseen: &Unseen<'_>) -> String {
    let (char, after) = match unseen {
        Unseen::SpaceBefore => return "It begins with a space.".to_owned(),
        Unseen::SpaceAround => {
            return "It begins and ends with a space.".to_owned();
        }
        Unseen::SpaceBehind => return "It ends with a space.".to_owned(),
        Unseen::Char { char, after } => (*char, after),
    };
    let name = match char {
        '\u{a0}' | '\u{202f}' => "a no-break space".to_owned(),
        '\t' => "a tab".to_owned(),
        '\u{200b}' => "a space without width".to_owned(),
        '\u{feff}' => "a byte order mark".to_owned(),
        other => format!("an invisible character (U+{:04X})", other as u32),
    };
    if after.is_empty() {
        format!("There is {name} at the beginning.")
    } else {
        format!("There is {name} after “{after}”.")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Document;

    #[test]
    fn a_fault_is_said_with_what_it_has() {
        let document = Document::parse(b"[1,".to_vec());
        for (found, expected) in [
            (
                FieldFault::Missing {
                    name: "path".to_owned(),
                },
                "path is required.",
            ),
            (
                FieldFault::NoChoice(vec!["a".into(), "b".into()].into()),
                "Choose one of: a, b.",
            ),
            (FieldFault::LessThan(1), "The smallest value is 1."),
            (
                FieldFault::NoJson(*document.fault().unwrap()),
                "This isn't valid JSON yet: line 1, column 4: The text ends before the JSON is complete.",
            ),
            (
                FieldFault::OtherHost {
                    host: "a.example".to_owned(),
                    server: "b.example".to_owned(),
                },
                "This address leads to a.example, but requests of this page go to b.example only.",
            ),
        ] {
            assert_eq!(fault(&found), expected);
        }
    }
}

//! What is wrong with a field of a form.

use super::{json, token};
use crate::http::FieldFault;

/// Says what is wrong, and what to do about it.
pub fn fault(fault: &FieldFault) -> String {
    let fixed = match fault {
        FieldFault::Token(fault) => return token::fault(*fault),
        FieldFault::PracticeToken { server } => {
            return format!(
                "This is a token of the practice SeaTable, which {server} does not know. Nothing was sent."
            );
        }
        FieldFault::Missing { name } => return format!("{name} is needed."),
        FieldFault::OtherHost { host, server } => {
            return format!(
                "This address leads to {host}, but requests of this page go to {server} alone."
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
        FieldFault::Dots => "A dot or two cannot stand here: browsers read them as folders.",
        FieldFault::NoCode => "A code has six digits. Enter all of them. Nothing was sent.",
        FieldFault::NoInteger => "Enter a whole number.",
        FieldFault::NoNumber => "Enter a number as JSON writes it, such as 12 or 0.5.",
    };
    fixed.to_owned()
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
                "path is needed.",
            ),
            (
                FieldFault::NoChoice(vec!["a".into(), "b".into()].into()),
                "Choose one of: a, b.",
            ),
            (FieldFault::LessThan(1), "The smallest value is 1."),
            (
                FieldFault::NoJson(*document.fault().unwrap()),
                "This is not JSON yet: line 1, column 4: The text ends before the JSON is complete.",
            ),
            (
                FieldFault::OtherHost {
                    host: "a.example".to_owned(),
                    server: "b.example".to_owned(),
                },
                "This address leads to a.example, but requests of this page go to b.example alone.",
            ),
        ] {
            assert_eq!(fault(&found), expected);
        }
    }
}

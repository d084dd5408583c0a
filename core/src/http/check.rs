//! Whether the text of a field can be what the operation wants.

use crate::catalogue::{Field, Place, Shape};
use crate::json::{Document, Kind};
use crate::typed;

/// Checks a text that is not empty; the fault says what was found and what is expected.
pub(super) fn text(field: &Field<'_>, text: &str) -> Result<(), String> {
    match field.shape() {
        Shape::Text { .. } | Shape::Secret => place(field.place, text),
        Shape::Integer {
            minimum, maximum, ..
        } => integer(text, *minimum, *maximum),
        Shape::Number => number(text),
        Shape::Boolean if matches!(text, "true" | "false") => Ok(()),
        Shape::Boolean => Err("Choose true or false.".to_owned()),
        Shape::Choice(choices) if choices.iter().any(|choice| choice == text) => Ok(()),
        Shape::Choice(choices) => Err(format!("Choose one of: {}.", choices.join(", "))),
        Shape::File => Err("Choose a file.".to_owned()),
        Shape::List(_) | Shape::Object { .. } | Shape::OneOf(_) | Shape::Json => json(text),
    }
}

fn place(place: Place, text: &str) -> Result<(), String> {
    match place {
        // Browsers take these segments as steps in the tree, however they are encoded.
        Place::Path if matches!(text, "." | "..") => {
            Err("A dot or two cannot stand here: browsers read them as folders.".to_owned())
        }
        // The one header among the fields takes the code of the second factor.
        Place::Header if typed::code(text).is_none() => {
            Err("A code has six digits. Enter all of them. Nothing was sent.".to_owned())
        }
        _ => Ok(()),
    }
}

fn integer(text: &str, minimum: Option<i64>, maximum: Option<i64>) -> Result<(), String> {
    let Ok(value) = text.trim().parse::<i64>() else {
        return Err("Enter a whole number.".to_owned());
    };
    match (minimum, maximum) {
        (Some(least), _) if value < least => Err(format!("The smallest value is {least}.")),
        (_, Some(most)) if value > most => Err(format!("The largest value is {most}.")),
        _ => Ok(()),
    }
}

fn number(text: &str) -> Result<(), String> {
    let document = Document::parse(text.trim().as_bytes().to_vec());
    let is_number = document
        .root()
        .is_some_and(|root| document.kind(root) == Kind::Number);
    if is_number && document.fault().is_none() {
        Ok(())
    } else {
        Err("Enter a number as JSON writes it, such as 12 or 0.5.".to_owned())
    }
}

fn json(text: &str) -> Result<(), String> {
    let document = Document::parse(text.as_bytes().to_vec());
    match document.fault() {
        None => Ok(()),
        Some(fault) => Err(format!(
            "This is not JSON yet: line {}, column {}: {}",
            fault.line,
            fault.column,
            crate::words::json::reason(fault.reason)
        )),
    }
}

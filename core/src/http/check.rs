//! Whether the text of a field can be what the operation wants.

use super::FieldFault;
use crate::catalogue::{Field, Place, Role, Shape};
use crate::json::{Document, Kind};
use crate::typed;

/// Checks a text that is not empty; the fault is what was found, with what is expected.
pub(super) fn text(field: &Field<'_>, text: &str) -> Result<(), FieldFault> {
    match field.shape() {
        Shape::Text { .. } | Shape::Secret => plain(field, text),
        Shape::Integer {
            minimum, maximum, ..
        } => integer(text, *minimum, *maximum),
        Shape::Number => number(text),
        Shape::Boolean if matches!(text, "true" | "false") => Ok(()),
        Shape::Boolean => Err(FieldFault::NoBoolean),
        Shape::Choice(choices) if choices.iter().any(|choice| choice == text) => Ok(()),
        Shape::Choice(choices) => Err(FieldFault::NoChoice(choices.clone())),
        Shape::File => Err(FieldFault::NoFile),
        Shape::List(_) | Shape::Object { .. } | Shape::OneOf(_) | Shape::Json => json(text),
    }
}

fn plain(field: &Field<'_>, text: &str) -> Result<(), FieldFault> {
    match field.place {
        // Browsers take these segments as steps in the tree, however they are encoded.
        Place::Path if matches!(text, "." | "..") => Err(FieldFault::Dots),
        _ if field.has(Role::OneTimeCode) && typed::code(text).is_none() => Err(FieldFault::NoCode),
        _ => Ok(()),
    }
}

fn integer(text: &str, minimum: Option<i64>, maximum: Option<i64>) -> Result<(), FieldFault> {
    let Ok(value) = text.trim().parse::<i64>() else {
        return Err(FieldFault::NoInteger);
    };
    match (minimum, maximum) {
        (Some(least), _) if value < least => Err(FieldFault::LessThan(least)),
        (_, Some(most)) if value > most => Err(FieldFault::MoreThan(most)),
        _ => Ok(()),
    }
}

fn number(text: &str) -> Result<(), FieldFault> {
    let document = Document::parse(text.trim().as_bytes().to_vec());
    let is_number = document
        .root()
        .is_some_and(|root| document.kind(root) == Kind::Number);
    if is_number && document.fault().is_none() {
        Ok(())
    } else {
        Err(FieldFault::NoNumber)
    }
}

fn json(text: &str) -> Result<(), FieldFault> {
    let document = Document::parse(text.as_bytes().to_vec());
    match document.fault() {
        None => Ok(()),
        Some(fault) => Err(FieldFault::NoJson(*fault)),
    }
}

//! What may stand at a place of a form.

use crate::catalogue::{FieldPath, Operation, Shape};

/// What may stand at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Takes {
    /// A text that need not be there, and may be empty.
    OptionalText,
    /// A secret: a password, a code, an upload link.
    Secret,
    /// Anything else.
    Other,
}

/// Says what may stand at a place of an operation's form; `None` if nothing may.
pub(super) type Declared = fn(&Operation, &FieldPath) -> Option<Takes>;

/// In a field.
pub(super) fn field(operation: &Operation, path: &FieldPath) -> Option<Takes> {
    let field = operation.field_at(path)?;
    Some(match field.is_all_secret() {
        true => Takes::Secret,
        false => takes(!field.required && field.is_text()),
    })
}

/// In a field, in a part of one, or in the body as a whole.
pub(super) fn part(operation: &Operation, path: &FieldPath) -> Option<Takes> {
    let schema = operation.schema_at(path)?;
    // One of the choices may be an empty text.
    if matches!(&schema.shape, Shape::Choice(choices) if choices.iter().any(|one| one.is_empty())) {
        return Some(Takes::OptionalText);
    }
    field(operation, path).or_else(|| {
        Some(match &schema.shape {
            Shape::Secret => Takes::Secret,
            shape => takes(matches!(shape, Shape::Text { .. })),
        })
    })
}

fn takes(is_optional_text: bool) -> Takes {
    match is_optional_text {
        true => Takes::OptionalText,
        false => Takes::Other,
    }
}

//! What a field has to send, as the text that it becomes where it goes.

use super::parts::Parts;
use crate::auth::Secret;
use crate::catalogue::{Field, Role, Shape};
use crate::form::Entry;
use crate::http::{Text, Writing, pasted};
use crate::typed;
use std::borrow::Cow;

/// A field that has something to send.
pub(super) struct Filled<'a> {
    pub(super) field: Field<'a>,
    pub(super) entry: &'a Entry,
    pub(super) parts: &'static Parts,
}

impl Filled<'_> {
    /// Returns the value as part of an address, of a header or of a form: what is secret in it is written so.
    pub(super) fn value(&self, writing: Writing) -> Text {
        let text = self.raw();
        if self.field.is_all_secret() {
            return Text::secret(self.field.name.to_owned(), writing, Secret::new(text));
        }
        if self.field.is_json() {
            return (self.parts.masked)(self.field.name, self.field.schema, &text);
        }
        let mut out = String::new();
        writing.write(&mut out, &text);
        out.into()
    }

    /// Returns the value as a member of a JSON object: JSON texts as they were typed.
    pub(super) fn member(&self) -> Text {
        match self.field.shape() {
            Shape::Integer { .. } | Shape::Number | Shape::Boolean => {
                self.raw().into_owned().into()
            }
            // A line break can stand between tokens only, so indenting the lines changes no value.
            shape if shape.is_json() => {
                let text = self.raw().trim().replace('\n', "\n  ");
                (self.parts.masked)(self.field.name, self.field.schema, &text)
            }
            _ => self.value(Writing::Json),
        }
    }

    pub(super) fn raw(&self) -> Cow<'_, str> {
        entered(self.entry).map_or("".into(), |text| sent(&self.field, text))
    }
}

/// Returns the text that was entered; `None` if it was something else.
pub(in crate::http) fn entered(entry: &Entry) -> Option<&str> {
    match entry {
        Entry::Text(text) | Entry::Kind { rest: text, .. } => Some(text),
        Entry::Secret(secret) => Some(secret.reveal()),
        Entry::Empty | Entry::Forgotten | Entry::File { .. } => None,
    }
}

/// Returns what is sent of the text in a field: numbers, codes, ids and logins without what nobody sees, all else as typed.
pub(super) fn sent<'a>(field: &Field<'_>, text: &'a str) -> Cow<'a, str> {
    let text = pasted::value(field, text);
    match field.shape() {
        Shape::Integer { .. } | Shape::Number => typed::number(text).into(),
        Shape::Text { .. } if field.has(Role::OneTimeCode) => {
            typed::code(text).map_or(text.into(), Cow::from)
        }
        Shape::Text { .. } if field.is_identifier() => typed::bare(text).into(),
        _ => text.into(),
    }
}

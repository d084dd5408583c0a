//! A value that a step gave, as the exact text that stood in the answer.

use super::model::Form;
use crate::json::{self, Document, Kind};

/// A value with the two texts that templates need of it.
/// It has no `Debug`: it can be a token.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Value {
    json: String,
    plain: String,
}

impl Value {
    /// Takes the value at a JSON Pointer, if it is there.
    pub(super) fn at(body: &Document, pointer: &str) -> Option<Self> {
        let node = body.pointer(pointer)?;
        let json = body.text(node).into_owned();
        let plain = match body.kind(node) {
            Kind::String => body.string(node).unwrap_or_default(),
            _ => json.clone(),
        };
        Some(Self { json, plain })
    }

    /// Makes a string of a text that is no JSON yet.
    pub(super) fn of_text(text: &str) -> Self {
        let mut json = String::from("\"");
        json::escape(&mut json, text);
        json.push('"');
        Self {
            json,
            plain: text.to_owned(),
        }
    }

    /// Returns the exact JSON text.
    pub(super) fn json(&self) -> &str {
        &self.json
    }

    /// Returns a string's content, and the JSON text of anything else.
    pub(super) fn plain(&self) -> &str {
        &self.plain
    }

    /// Appends the value to a text.
    pub(super) fn write(&self, out: &mut String, form: Form) {
        match form {
            Form::Plain => out.push_str(&self.plain),
            Form::Json => out.push_str(&self.json),
            Form::InString => json::escape(out, &self.plain),
        }
    }
}

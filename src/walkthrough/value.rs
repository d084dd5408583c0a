//! A value that a step gave, as the exact text that stood in the answer.

use super::model::{Form, Pick};
use crate::http::Answer;
use crate::json::{self, Kind};

/// A value with the two texts that templates need of it.
/// It has no `Debug`: it can be a token.
pub(super) struct Value {
    json: String,
    plain: String,
}

impl Value {
    /// Takes the value out of an answer, if it is there.
    pub(super) fn pick(answer: &Answer, pick: Pick) -> Option<Self> {
        match pick {
            Pick::Header(name) => answer.header(name).map(Self::of_text),
            Pick::Body(pointer) => {
                let node = answer.body.pointer(pointer)?;
                let json = answer.body.text(node).into_owned();
                let plain = match answer.body.kind(node) {
                    Kind::String => answer.body.string(node).unwrap_or_default(),
                    _ => json.clone(),
                };
                Some(Self { json, plain })
            }
        }
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

//! What was typed, without what is secret: it can be carried over a reload.

use super::run::Run;
use crate::catalogue::{FieldPath, Place, Schema};
use crate::form::{Entry, RequestForm};

impl Run {
    /// Lists what was typed and is no secret: the step, the place in its form as a text, and what was typed.
    pub fn typed(&self) -> Vec<(usize, String, &str)> {
        let mut all = Vec::new();
        for (step, state) in self.steps.iter().enumerate() {
            let inputs = self.inputs(step).into_iter().flatten().zip(&state.typed);
            for (place, (input, typed)) in inputs.enumerate() {
                if typed.is_some() && !input.kind.is_secret() {
                    all.push((step, place.to_string(), self.input_text(step, place)));
                }
            }
            let Some(form) = self.form(step) else {
                continue;
            };
            for filled in form.typed.iter() {
                let is_text = matches!(filled.entry, Entry::Text(_) | Entry::Empty);
                if is_text && !is_secret(form, &filled.path) {
                    all.push((step, key(&filled.path), filled.entry.text()));
                }
            }
        }
        all
    }

    /// Takes up what was typed before.
    pub fn retype(&mut self, step: usize, place: &str, text: String) {
        if let Ok(input) = place.parse() {
            self.set_input(step, input, text);
        } else if let Some(path) = path(place) {
            self.set_field(step, &path, text);
        }
    }
}

/// Whether a place takes a secret, or something with a secret in it.
fn is_secret(form: &RequestForm, path: &FieldPath) -> bool {
    match form.operation.field_at(path) {
        Some(field) => field.holds_secret(),
        None => form
            .operation
            .schema_at(path)
            .is_none_or(Schema::has_secret),
    }
}

/// The first letter of the parts of a request.
const PLACES: [(&str, Place); 4] = [
    ("p", Place::Path),
    ("q", Place::Query),
    ("h", Place::Header),
    ("b", Place::Body),
];

fn key(path: &FieldPath) -> String {
    let places = PLACES.iter();
    let letter = places
        .filter(|(_, place)| *place == path.place)
        .map(|(letter, _)| *letter);
    letter.chain([path.steps.as_ref()]).collect()
}

fn path(key: &str) -> Option<FieldPath> {
    PLACES.iter().find_map(|(letter, place)| {
        Some(FieldPath {
            place: *place,
            steps: key.strip_prefix(letter)?.to_owned().into(),
        })
    })
}

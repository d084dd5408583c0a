//! What is said of a field.

use crate::catalogue::FieldPath;
use crate::packed::Packed;

/// What is said of a field.
#[derive(Debug, Packed)]
pub struct Hint {
    /// The field. `*` stands for any entry of a list and for any name that is data: `updates/*/row_id`.
    pub path: FieldPath,
    /// The sentence, as HTML.
    pub text: &'static str,
}

/// Finds what is said of a field: the first hint that its place fits.
pub fn hint(hints: &[Hint], path: &FieldPath) -> Option<&'static str> {
    let mut hints = hints.iter();
    hints
        .find(|hint| fits(&hint.path, path))
        .map(|hint| hint.text)
}

/// Whether a place fits one in which `*` may stand.
fn fits(any: &FieldPath, path: &FieldPath) -> bool {
    let (mut any_steps, mut steps) = (any.steps.split('/'), path.steps.split('/'));
    any.place == path.place
        && loop {
            match (any_steps.next(), steps.next()) {
                (None, None) => break true,
                (Some(any), Some(step)) if any == "*" || any == step => {}
                _ => break false,
            }
        }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Place;

    fn place(place: Place, steps: &'static str) -> FieldPath {
        let steps = steps.into();
        FieldPath { place, steps }
    }

    #[test]
    fn a_hint_is_found_at_its_field_and_at_any_entry_of_a_list() {
        let hints = [
            (Place::Query, "limit", "query"),
            (Place::Body, "rows/*/Name", "the name"),
            (Place::Body, "rows/*/*", "any cell"),
            (Place::Body, "", "all"),
        ]
        .map(|(at, steps, text)| Hint {
            path: place(at, steps),
            text,
        });
        for (at, steps, found) in [
            (Place::Query, "limit", Some("query")),
            (Place::Path, "limit", None),
            (Place::Body, "", Some("all")),
            (Place::Body, "rows", None),
            (Place::Body, "rows/0", None),
            (Place::Body, "rows/7/Age", Some("any cell")),
            (Place::Body, "rows/0/Name", Some("the name")),
            (Place::Body, "rows/0/Name/x", None),
        ] {
            assert_eq!(hint(&hints, &place(at, steps)), found, "{steps}");
        }
    }
}

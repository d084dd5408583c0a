//! What is known of the faults of SeaTable's documents.

use super::{Difference, What};
use crate::catalogue::FieldPath;
use crate::packed::Packed;
use std::borrow::Cow;

/// A fault of SeaTable's documents that is known. `catalogue/faults.yaml` lists them.
#[derive(Clone, Debug, PartialEq, Packed)]
pub struct KnownFault {
    /// What the documents get wrong.
    pub at: FaultPlace,
    /// What is right, in a sentence; HTML.
    pub says: &'static str,
}

/// What the documents get wrong of an operation.
#[derive(Clone, Debug, PartialEq, Packed)]
pub enum FaultPlace {
    /// The operation itself, such as its address.
    Operation,
    /// What is sent: a parameter or a place of the body, in which `*` stands for each entry of a list and for each name that is data.
    Request(FieldPath),
    /// The statuses: one comes that they do not name.
    Statuses,
    /// The answer of a status.
    Response {
        /// The status.
        status: u16,
        /// The place in its body, as [`Difference::place`] has it, but `*` stands for any member here; empty for the body itself and its
        /// media type.
        place: Cow<'static, str>,
    },
}

impl KnownFault {
    /// Finds the fault that explains a difference of a response with a status.
    pub(super) fn of<'a>(
        known: &'a [Self],
        status: u16,
        difference: &Difference,
    ) -> Option<&'a Self> {
        let explains = |fault: &&Self| match &fault.at {
            FaultPlace::Statuses => matches!(difference.what, What::Status(_)),
            FaultPlace::Response { status: of, place } => {
                *of == status
                    && !matches!(difference.what, What::Status(_))
                    && fits(place, &difference.place)
            }
            FaultPlace::Operation | FaultPlace::Request(_) => false,
        };
        known.iter().find(explains)
    }
}

/// Whether a place fits one in which `*` stands for any step.
fn fits(any: &str, place: &str) -> bool {
    let (mut any_steps, mut steps) = (any.split('/'), place.split('/'));
    loop {
        match (any_steps.next(), steps.next()) {
            (None, None) => return true,
            (Some(any), Some(step)) if any == "*" || any == step => {}
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn a_star_stands_for_one_step() {
        for (any, place, does) in [
            ("", "", true),
            ("", "/a", false),
            ("/*", "/a", true),
            ("/*", "/*", true),
            ("/*", "", false),
            ("/*", "/a/b", false),
            ("/rows/*/x", "/rows/*/x", true),
            ("/rows/*/x", "/rows/*/y", false),
        ] {
            assert_eq!(fits(any, place), does, "{any} {place}");
        }
    }
}

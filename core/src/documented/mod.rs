//! A response held against SeaTable's OpenAPI documents, and what they give as a sample of one.
//!
//! An [`Inspection`] goes through a response beside the schema of its status and lists each [`Difference`]. The documents are thin in many
//! places and wrong in some: what they do not describe is listed as that ([`Held::undescribed`]), and what is known of their faults
//! ([`KnownFault`]) explains a difference where it fits.

mod difference;
mod example;
mod expected;
mod group;
mod inspection;
mod known;
mod places;
mod sample;

pub use difference::{Difference, What};
pub use expected::Expected;
pub use inspection::{Inspection, Mark};
pub use known::{FaultPlace, KnownFault};
pub use sample::{of_schema, sample};

use crate::catalogue::Documented;
use crate::http::Answer;

/// What came of holding a response against the documents.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Held {
    /// Where it differs: status and media type first, then in the order in which its values were looked at.
    pub differences: Vec<Difference>,
    /// Whether there are more differences than are listed.
    pub is_cut: bool,
    /// Whether it is an error, and the documents name none at all, as most of them do: there is nothing to hold it against.
    pub is_unnamed_error: bool,
    /// The places whose content the documents do not describe, though there is some: `""` for the response as a whole, `/rows/*` for each
    /// of its rows.
    pub undescribed: Vec<String>,
    /// The values at which something differs.
    pub marks: Vec<Mark>,
}

/// Holds a response against the documents at one go. For a large one, [`Inspection::advance`] does it in steps.
pub fn hold(answer: &Answer, documented: &[Documented], known: &[KnownFault]) -> Held {
    let mut inspection = Inspection::new(answer, documented);
    while !inspection.advance(&answer.body, usize::MAX) {}
    inspection.held(known)
}

#[cfg(test)]
mod tests;

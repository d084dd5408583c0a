//! What lists say of a walkthrough, whose steps are fetched when it is opened.

use crate::packed::Packed;

/// A walkthrough as lists know it.
#[derive(Clone, Copy, Debug, Packed)]
pub struct Outline {
    /// The workflowId; also the name of its address.
    pub id: &'static str,
    /// The heading.
    pub title: &'static str,
    /// One or two sentences under the heading, plain text.
    pub summary: &'static str,
    /// The headings of its steps.
    pub steps: &'static [&'static str],
}

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
    /// The numbers of its steps.
    pub numbers: &'static [&'static str],
}

impl Outline {
    /// Counts the steps, without those of a way around one.
    pub fn count(&self) -> usize {
        let numbers = self.numbers.iter();
        numbers.filter(|number| !is_around(number)).count()
    }
}

/// Whether a number is that of a step on the way around another one.
pub fn is_around(number: &str) -> bool {
    number.ends_with(|last: char| last.is_ascii_lowercase())
}

//! The walkthroughs that the build put into the page.

use super::model::Walkthrough;

/// Every walkthrough, in the order in which the page lists them.
pub static ALL: &[Walkthrough] = &[];

/// Returns the walkthrough of that id.
pub fn find(id: &str) -> Option<&'static Walkthrough> {
    ALL.iter().find(|walkthrough| walkthrough.id == id)
}

//! How far sending what remains of a walkthrough is.

use playground_core::walkthrough::Stop;

/// How far it is.
#[derive(Clone, Default, PartialEq)]
pub(in crate::ui) struct Remaining {
    /// The walkthrough whose steps are being sent, until something stops that.
    pub(in crate::ui) running: Option<usize>,
    /// Why it stopped, with the walkthrough.
    pub(in crate::ui) stopped: Option<(usize, Stop)>,
}

//! What an answer or a failure means in SeaTable's terms, and what to do next.

mod answer;
mod denied;
mod error;
mod kind;
mod limit;
mod mixed;
mod part;
mod sent;

pub use answer::of_answer;
pub use kind::of_error_type;
pub use limit::seconds_to_wait;
pub use mixed::is_mixed;

pub use sent::may_write_twice;

use std::borrow::Cow;

/// What an answer means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// What happened, in SeaTable's terms.
    pub sentence: Cow<'static, str>,
    /// What to do next; empty where there is nothing to do.
    pub next: &'static str,
}

impl Meaning {
    fn new(sentence: impl Into<Cow<'static, str>>, next: &'static str) -> Self {
        Self {
            sentence: sentence.into(),
            next,
        }
    }
}

#[cfg(test)]
mod tests;

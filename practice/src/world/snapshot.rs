//! A base as it was.

use super::Base;

/// A copy of a base that can be made a base of its own.
#[derive(Clone, Debug)]
pub(crate) struct Snapshot {
    pub(crate) commit_id: String,
    pub(crate) taken_ms: u64,
    pub(crate) base: Base,
}

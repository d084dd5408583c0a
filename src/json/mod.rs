//! Lossless JSON: an index over the received bytes, which are never changed, copied or rounded.

mod document;
mod escape;

pub use document::{Document, Kind, NodeId};
pub use escape::escape;

//! Lossless JSON: an index over the received bytes, which are never changed, copied or rounded.

mod document;

pub use document::{Document, Kind, NodeId};

//! What a person fills in: the form of a request, in layers that say where each value came from.

mod layer;
mod link;
pub mod moment;
mod parts;
mod request_form;
mod source;
mod takes;

pub use layer::{Entry, Filled, Layer};
pub use link::{Ignored, LeftOut, Link};
pub use request_form::RequestForm;
pub use source::{Origin, Reference, Source};

#[cfg(test)]
pub(crate) mod tests;

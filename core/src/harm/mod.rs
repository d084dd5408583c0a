//! What an operation can do to what is there, and which of its requests a person is asked about before they are sent.
//!
//! [`Harm`](crate::catalogue::Harm) says the kind of it, and [`Risk`] the rest: what is hit, whether it can be had back, and when a
//! change is one of many things or binds other people. Both are data of `catalogue/overlay/`.

mod question;
mod risk;

pub use question::{Named, Question};
pub use risk::{Back, Case, Hit, Is, Risk, When, Whole};

#[cfg(test)]
mod tests;

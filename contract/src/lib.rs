//! Holds requests and answers against SeaTable's OpenAPI documents, where those are at hand.
//!
//! Tests use it, of the practice SeaTable and of the page. It is stricter than the documents in one thing: what they do not
//! declare may not be sent. It is laxer where a right request breaks them, in the [`EXCEPTIONS`].
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "only tests use it, which say what they expect by unwrapping"
)]

mod body;
mod documents;
mod exception;
mod form;
mod operation;
mod parameter;
mod request;
mod schema;
mod token;

pub use documents::{Answer, Documents, operation};
pub use exception::{EXCEPTIONS, Exception};
pub use request::Request;

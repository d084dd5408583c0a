//! Queries for values: JSONPath (RFC 9535), without `match` and `search`, which need regular expressions.
//!
//! A [`Query`] is read from the text that a person types. A [`Selection`] runs it over a document, in steps so that the
//! caller can do other things in between. Nothing recurses over a document; how deep a query may be nested is limited.

mod compare;
mod equality;
mod level;
mod machine;
mod parse;
mod query;
mod slice;

pub use machine::Selection;
pub use query::{Query, QueryFault, QueryReason};

#[cfg(test)]
mod tests;

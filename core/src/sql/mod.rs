//! What SQL statements do: whoever asks before something is sent, and whoever says what a failure has left, go by the same.

mod statement;
mod tokens;

pub use statement::{Statement, Verb};

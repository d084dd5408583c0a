//! SeaTable's three tokens: their kinds, their shapes, and the type that keeps them from being printed.

mod kind;
mod secret;

pub use kind::TokenKind;
pub use secret::Secret;

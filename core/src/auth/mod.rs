//! SeaTable's three tokens: their kinds, how one is checked, and the type that keeps it from being printed.

mod base64url;
mod claims;
mod kind;
mod secret;
mod token;

pub use claims::Claims;
pub use kind::TokenKind;
pub use secret::Secret;
pub use token::{Token, TokenFault, has_likely_token};

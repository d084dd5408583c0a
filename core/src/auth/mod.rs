//! SeaTable's three tokens: their kinds, their shapes, and the type that keeps them from being printed.

mod accept;
mod base64url;
mod claims;
mod kind;
mod secret;

pub use accept::{Shape, TokenFault, accept, is_practice, shape};
pub use claims::Claims;
pub use kind::TokenKind;
pub use secret::Secret;

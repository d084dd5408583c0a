//! What the page knows of the things that requests name: bases, tables, rows, users, tokens, learned from answers.
//!
//! [`Rules`], data beside the catalogue, say which place of which answer is what, and what a parameter wants. [`Known`] learns from
//! exchanges by them, and [`Known::offers`] what fits a field. It reads no clock: moments are handed in. Nothing of it is stored, and
//! what is a credential is a [`Secret`](crate::auth::Secret) throughout.

mod kind;
mod learn;
mod offer;
mod read;
mod rules;
mod sent;
mod standing;
mod store;
mod thing;

pub use kind::{Facet, Kind};
pub use offer::{Offer, Value};
pub use read::MOST;
pub use rules::{Gives, Pick, Ruled, Rules, Want};
pub use standing::Standing;
pub use store::{Cut, Known};
pub use thing::{Fact, Origin, Thing};

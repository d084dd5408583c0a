//! The operations of SeaTable's API: facts from its OpenAPI documents, and what the overlay adds to them.
//!
//! This is the one model of an operation. The generator (`cargo xtask catalogue`) writes it, the build reads it and checks walkthroughs
//! against it, and the page makes forms of it.

mod area;
#[cfg(feature = "serde")]
mod example;
mod field;
#[cfg(feature = "serde")]
mod keywords;
mod layout;
mod operation;
mod role;
mod schema;
mod value_kind;

pub use area::Area;
pub use field::{Field, FieldPath};
#[cfg(feature = "serde")]
pub use keywords::{Additional, Keywords, Type};
pub use layout::Layout;
pub use operation::{Body, BodyKind, Documented, Flags, Harm, Method, Operation, Parameter, Place};
pub use role::Role;
pub use schema::{Further, Member, Schema, Shape};
pub use value_kind::{Gives, ValueKind};

//! The operations of SeaTable's API as the page needs them: facts from the OpenAPI documents.

mod operation;

pub use operation::{Area, BodyKind, Field, FieldKind, Method, Operation, Place};

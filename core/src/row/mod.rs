//! Rows typed by the columns of a base: what a form shows for each cell, and the JSON that comes of it.
//!
//! The JSON text of a draft is the only state; the form is read from it again at each keystroke. So whatever can be typed has
//! a JSON of its own, and [`read`] gives back exactly what [`write`] was given.

mod cell;
mod change;
mod column;
mod date;
mod doubt;
mod duration;
mod fault;
mod keep;
mod named;
pub mod spec;
mod stamp;
mod stored;
pub mod types;
mod zone;

pub use cell::{Cell, read, write};
pub use change::{Change, changes};
pub use column::{Column, ColumnKind};
pub use doubt::{Doubt, Why, doubts};
pub use fault::{CellFault, fault};
pub use keep::append_to_current;
pub use named::named;
pub use stored::{Unstored, unstored};
pub use zone::{is_current, with_zone};

#[cfg(test)]
mod tests;

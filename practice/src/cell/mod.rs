//! Cells: how a written value is stored, and how a stored value is read.

mod new_row;
mod order;
mod read;
mod write;

pub(crate) use new_row::{fill_defaults, number_row};
pub(crate) use order::{SortKey, sort_key};
pub(crate) use read::{linked_rows, row, stored_row, value};
pub(crate) use write::{fill, new_option, store};

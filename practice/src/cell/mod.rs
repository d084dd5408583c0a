//! Cells: how a written value is stored, and how a stored value is read.

mod filter;
mod formula_column;
mod link_formula;
mod new_row;
mod order;
mod read;
mod write;

pub(crate) use filter::{Viewer, rows_of_view};
pub(crate) use formula_column::prepare_formula;
pub(crate) use new_row::{fill_defaults, number_row};
pub(crate) use order::{SortKey, order, sort_key};
pub(crate) use read::{linked_rows, row, shown, stored_row, system_fields, value};
pub(crate) use write::{fill, new_option, store};

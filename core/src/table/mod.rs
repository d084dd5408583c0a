//! Rows as a table: what an answer lists, with columns, sorting and CSV.
//!
//! Everything here points into the document of the answer, which is handed in each time and has to be the same. What may take
//! long is made in steps.

mod cell;
mod copying;
mod csv;
mod key;
mod names;
mod rows;
mod sorting;
mod source;

pub use cell::cell_text;
pub use copying::CellsCopying;
pub use csv::Csv;
pub use names::Names;
pub use rows::{Column, Table};
pub use sorting::Sorting;
pub use source::{Source, sources};

#[cfg(test)]
mod tests;

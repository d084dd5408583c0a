//! Rows as a table: what an answer lists, with columns, sorting and CSV.
//!
//! Everything here points into the document of the answer, which is handed in each time and has to be the same. What may take
//! long is made in steps.

mod cell;
mod column;
mod copying;
mod csv;
mod key;
mod mine;
mod names;
mod rows;
mod shown;
mod sorting;
mod source;

pub use cell::cell_text;
pub use column::Column;
pub use copying::CellsCopying;
pub use csv::Csv;
pub use mine::{RowSearch, row_ids};
pub use names::Names;
pub use rows::Table;
pub use shown::Shown;
pub use sorting::Sorting;
pub use source::{Source, sources};

#[cfg(test)]
mod tests;

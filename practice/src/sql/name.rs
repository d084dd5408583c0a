//! Names in a statement: quoted or not, and what they stand for.

use super::refused;
use crate::fault::Fault;
use crate::world::{Base, Column, ColumnType, Table};

/// The system fields of a row.
pub(super) const SYSTEM_FIELDS: &[&str] = &[
    "_id",
    "_ctime",
    "_mtime",
    "_creator",
    "_last_modifier",
    "_locked",
    "_locked_by",
    "_archived",
];

/// Finds the table of a statement.
pub(super) fn table(base: &Base, name: &str) -> Result<usize, Fault> {
    let position = base.tables.iter().position(|table| table.name == *name);
    position.ok_or_else(|| refused(format!("no such table: {name}")))
}

/// Finds a column by name. Buttons have no value to ask for.
pub(super) fn column<'a>(table: &'a Table, name: &str) -> Option<&'a Column> {
    let mut columns = table.columns.iter();
    columns.find(|column| column.name == name && column.kind != ColumnType::Button)
}

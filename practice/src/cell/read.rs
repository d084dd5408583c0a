//! How cells are read.

use crate::Object;
use crate::time;
use crate::world::{Base, Column, ColumnType, Row, Side, Table};
use serde_json::{Value, json};

/// SeaTable shows no more linked rows than this in one cell.
const MAX_LINKS: usize = 50;

/// Writes a row as the API answers it: every column, unset cells as null, and the system fields.
/// With `convert` the keys are column names and select cells show the options' names, without it
/// the keys are column keys and select cells show the options' ids.
pub(crate) fn row(base: &Base, table: &Table, row: &Row, convert: bool) -> Object {
    let mut object = system_fields(row);
    for column in &table.columns {
        let key = if convert { &column.name } else { &column.key };
        object.insert(key.clone(), value(base, table, row, column, convert));
    }
    object
}

/// Writes a row as `appendRows` echoes it: only what is stored, by column key.
pub(crate) fn stored_row(row: &Row) -> Object {
    let mut object = system_fields(row);
    object.retain(|key, _| !key.starts_with("_locked") && key != "_archived");
    object.extend(row.cells.clone());
    object
}

fn system_fields(row: &Row) -> Object {
    let locked = if row.locked_by.is_some() {
        Value::Bool(true)
    } else {
        Value::Null
    };
    let mut object = Object::new();
    object.insert("_id".to_owned(), row.id.clone().into());
    object.insert("_ctime".to_owned(), time::iso_millis(row.created_ms).into());
    object.insert(
        "_mtime".to_owned(),
        time::iso_millis(row.modified_ms).into(),
    );
    object.insert("_creator".to_owned(), row.creator.clone().into());
    object.insert(
        "_last_modifier".to_owned(),
        row.last_modifier.clone().into(),
    );
    object.insert("_locked".to_owned(), locked);
    object.insert("_locked_by".to_owned(), row.locked_by.clone().into());
    object.insert("_archived".to_owned(), false.into());
    object
}

/// Reads one cell.
pub(crate) fn value(
    base: &Base,
    table: &Table,
    row: &Row,
    column: &Column,
    convert: bool,
) -> Value {
    match column.kind {
        ColumnType::Creator => row.creator.clone().into(),
        ColumnType::LastModifier => row.last_modifier.clone().into(),
        ColumnType::CreationTime => time::iso_millis(row.created_ms).into(),
        ColumnType::ModificationTime => time::iso_millis(row.modified_ms).into(),
        ColumnType::Link => linked(base, table, row, column, convert),
        ColumnType::Button => Value::Null,
        kind => match row.cells.get(&column.key) {
            None => Value::Null,
            Some(stored) if kind.is_select() && convert => option_names(column, stored),
            Some(stored) => stored.clone(),
        },
    }
}

/// Turns the ids of options into their names; an option that was deleted is left out.
fn option_names(column: &Column, stored: &Value) -> Value {
    let name = |id: &Value| column.option("id", id.as_str()?, "name").map(Value::from);
    match stored {
        Value::Array(ids) => ids.iter().filter_map(name).collect(),
        id => name(id).unwrap_or_default(),
    }
}

fn linked(base: &Base, table: &Table, row: &Row, column: &Column, convert: bool) -> Value {
    let rows = linked_rows(base, table, row, column);
    let display = column.setting("display_column_key").unwrap_or("0000");
    let entry = |(other, linked): (&Table, &Row)| {
        // The display column of the other table is no link itself, so this ends here.
        let shown = other
            .column(display)
            .filter(|column| column.kind != ColumnType::Link);
        let shown = shown.map(|column| value(base, other, linked, column, convert));
        json!({ "row_id": linked.id, "display_value": shown })
    };
    rows.into_iter().take(MAX_LINKS).map(entry).collect()
}

/// Returns the rows that a link cell joins its row to, each with its table.
pub(crate) fn linked_rows<'a>(
    base: &'a Base,
    table: &Table,
    row: &Row,
    column: &Column,
) -> Vec<(&'a Table, &'a Row)> {
    let found = || {
        let link = base.link(column.setting("link_id")?)?;
        let side = link.side(&table.id)?;
        let other = base.table(&link.tables[side.other() as usize])?;
        let rows = link.of(side, &row.id).iter();
        Some(
            rows.filter_map(|id| Some((other, other.row(id)?)))
                .collect(),
        )
    };
    found().unwrap_or_default()
}

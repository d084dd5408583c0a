//! How cells are read.

use super::link_formula;
use crate::Object;
use crate::formula;
use crate::json::{Value, json};
use crate::time;
use crate::world::{Base, Column, ColumnType, Row, Table};

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

/// Writes a row as dtable-server keeps it and `appendRows` echoes it: only what is stored, by column key.
pub(crate) fn stored_row(row: &Row) -> Object {
    let mut object = system_fields(row);
    object.retain(|key| !key.starts_with("_locked") && key != "_archived");
    object.extend(row.cells.clone());
    object
}

/// Returns the fields that every row has, whatever its columns.
pub(crate) fn system_fields(row: &Row) -> Object {
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
    object.insert("_archived".to_owned(), row.is_archived.into());
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
    Reader {
        base,
        convert,
        depth: 0,
    }
    .value(table, row, column)
}

/// Reads a stored value of a column that is not computed, options by name.
pub(crate) fn shown(column: &Column, stored: &Value) -> Value {
    if column.kind.is_select() {
        option_names(column, stored)
    } else {
        stored.clone()
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
        let rows = link.of(side, &row.id);
        Some(
            rows.filter_map(|id| Some((other, other.row(id)?)))
                .collect(),
        )
    };
    found().unwrap_or_default()
}

/// Reads cells that depend on others: formulas, links, and formulas over links.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) base: &'a Base,
    convert: bool,
    /// How many computed cells stand between this one and the cell that was asked for.
    depth: u32,
}

/// Deeper chains end in an error: columns can be made to depend on themselves.
const MAX_DEPTH: u32 = 4;

impl Reader<'_> {
    pub(super) fn value(self, table: &Table, row: &Row, column: &Column) -> Value {
        match column.kind {
            ColumnType::Creator => row.creator.clone().into(),
            ColumnType::LastModifier => row.last_modifier.clone().into(),
            ColumnType::CreationTime => time::iso_millis(row.created_ms).into(),
            ColumnType::ModificationTime => time::iso_millis(row.modified_ms).into(),
            ColumnType::Button => Value::Null,
            ColumnType::Formula | ColumnType::Link | ColumnType::LinkFormula => {
                self.computed(table, row, column)
            }
            _ => match row.cells.get(&column.key) {
                None => Value::Null,
                Some(stored) if self.convert => shown(column, stored),
                Some(stored) => stored.clone(),
            },
        }
    }

    fn computed(self, table: &Table, row: &Row, column: &Column) -> Value {
        if self.depth >= MAX_DEPTH {
            return formula::ERROR.into();
        }
        match column.kind {
            ColumnType::Formula => self.formula(table, row, column),
            ColumnType::Link => self.links(table, row, column),
            _ => link_formula::value(self.deeper(), table, row, column),
        }
    }

    /// What other cells take from a cell: options by name.
    fn deeper(self) -> Self {
        Self {
            convert: true,
            depth: self.depth + 1,
            ..self
        }
    }

    fn formula(self, table: &Table, row: &Row, column: &Column) -> Value {
        let cell = |name: &str| {
            let column = table.columns.iter().find(|column| column.name == name)?;
            Some(match self.deeper().value(table, row, column) {
                Value::Array(values)
                    if matches!(column.kind, ColumnType::Link | ColumnType::LinkFormula) =>
                {
                    match formula::concatenated(&values) {
                        text if text.is_empty() => Value::Null,
                        text => text.into(),
                    }
                }
                value => value,
            })
        };
        let expression = column.setting("formula").and_then(formula::parse);
        let value = expression.and_then(|expression| formula::evaluate(&expression, &cell));
        value.unwrap_or_else(|| formula::ERROR.into())
    }

    fn links(self, table: &Table, row: &Row, column: &Column) -> Value {
        let display = column.setting("display_column_key").unwrap_or("0000");
        let entry = |(other, linked): (&Table, &Row)| {
            let shown = other.column(display);
            let shown = shown.map(|column| self.deeper().value(other, linked, column));
            json!({ "row_id": linked.id, "display_value": shown })
        };
        linked_rows(self.base, table, row, column)
            .into_iter()
            .take(MAX_LINKS)
            .map(entry)
            .collect()
    }
}

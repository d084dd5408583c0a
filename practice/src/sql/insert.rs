//! INSERT.

use super::change::{check_permission, is_writable, writable};
use super::evaluate::Scope;
use super::name;
use super::tree::Expression;
use super::{Outcome, Session, refused};
use crate::cell;
use crate::fault::Fault;
use crate::json::Value;
use crate::world::{Base, Row, Table};

/// Runs an INSERT statement. Without names of columns, it is about all that can be written.
pub(super) fn insert(
    session: &mut Session<'_>,
    table: &str,
    columns: &[String],
    rows: &[Vec<Expression>],
) -> Result<Outcome, Fault> {
    check_big_data(session.base)?;
    check_permission(session)?;
    let position = name::table(session.base, table)?;
    let places = places(&session.base.tables[position], columns)?;
    let mut values = Vec::with_capacity(rows.len());
    for row in rows {
        values.push(cells(session, position, row, places.len())?);
    }
    let Table { rows, columns, .. } = &mut session.base.tables[position];
    for cells in values {
        let mut row = Row::new(session.ids, session.author, session.now_ms);
        cell::number_row(columns, &mut row, session.now_ms);
        for (&place, value) in places.iter().zip(&cells) {
            let column = &mut columns[place];
            let stored = cell::store(session.ids, column, value);
            row.set(&column.key, stored);
        }
        rows.push(row);
    }
    session.base.touch(session.now_ms);
    Ok(Outcome::default())
}

/// Refuses a base without big-data storage: what stores the rows does not know it.
pub(crate) fn check_big_data(base: &Base) -> Result<(), Fault> {
    if base.has_big_data {
        return Ok(());
    }
    let text = "not found: insert on non-existent base";
    Err(refused(format!("base {} {text}", base.uuid)))
}

fn places(table: &Table, columns: &[String]) -> Result<Vec<usize>, Fault> {
    if columns.is_empty() {
        let places = 0..table.columns.len();
        return Ok(places
            .filter(|&place| is_writable(table.columns[place].kind))
            .collect());
    }
    columns.iter().map(|name| writable(table, name)).collect()
}

/// Computes the cells of a row; where they name columns, these are empty yet.
fn cells(
    session: &Session<'_>,
    position: usize,
    row: &[Expression],
    wanted: usize,
) -> Result<Vec<Value>, Fault> {
    if row.len() != wanted {
        return Err(refused(format!(
            "{} values for {wanted} columns",
            row.len()
        )));
    }
    let base = &*session.base;
    let scope = Scope {
        base,
        table: &base.tables[position],
        rows: &[],
        parameters: session.parameters,
    };
    row.iter().map(|value| scope.value(value)).collect()
}

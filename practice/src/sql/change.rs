//! UPDATE and DELETE.

use super::evaluate::Scope;
use super::name;
use super::tree::Expression;
use super::{Outcome, Session, refused};
use crate::cell;
use crate::fault::Fault;
use crate::json::Value;
use crate::world::{ColumnType, Table};

/// Runs an UPDATE statement.
pub(super) fn update(
    session: &mut Session<'_>,
    table: &str,
    sets: &[(String, Expression)],
    condition: Option<&Expression>,
) -> Result<Outcome, Fault> {
    check_permission(session)?;
    let position = name::table(session.base, table)?;
    let changes = changes(session, position, sets, condition)?;
    let Table { rows, columns, .. } = &mut session.base.tables[position];
    for (place, cells) in changes {
        let row = &mut rows[place];
        for (column, value) in cells {
            let column = &mut columns[column];
            let stored = cell::store(session.ids, column, &value);
            row.set(&column.key, stored);
        }
        session.author.clone_into(&mut row.last_modifier);
        row.modified_ms = session.now_ms;
    }
    session.base.touch(session.now_ms);
    Ok(Outcome::default())
}

type Change = (usize, Vec<(usize, Value)>);

/// Computes the new cells before the first of them is written.
fn changes(
    session: &Session<'_>,
    position: usize,
    sets: &[(String, Expression)],
    condition: Option<&Expression>,
) -> Result<Vec<Change>, Fault> {
    let base = &*session.base;
    let table = &base.tables[position];
    let columns = sets
        .iter()
        .map(|(name, _)| writable(table, name))
        .collect::<Result<Vec<_>, _>>()?;
    let mut changes = Vec::new();
    for (place, row) in table.rows.iter().enumerate() {
        let scope = Scope {
            base,
            table,
            rows: &[row],
            parameters: session.parameters,
        };
        if !scope.holds(condition)? {
            continue;
        }
        let mut cells = Vec::with_capacity(sets.len());
        for ((_, value), &column) in sets.iter().zip(&columns) {
            cells.push((column, scope.value(value)?));
        }
        changes.push((place, cells));
    }
    Ok(changes)
}

/// Finds the column that a statement writes.
pub(super) fn writable(table: &Table, name: &str) -> Result<usize, Fault> {
    let position = table.columns.iter().position(|column| column.name == name);
    let position = position.ok_or_else(|| refused(format!("no such column: {name}")))?;
    let kind = table.columns[position].kind;
    if !is_writable(kind) {
        return Err(refused(format!(
            "unsupported column type: {}",
            kind.as_str()
        )));
    }
    Ok(position)
}

/// Whether SQL writes columns of that type.
pub(super) fn is_writable(kind: ColumnType) -> bool {
    !kind.is_computed()
        && !matches!(
            kind,
            ColumnType::Image
                | ColumnType::File
                | ColumnType::Geolocation
                | ColumnType::DigitalSign
        )
}

/// Runs a DELETE statement.
pub(super) fn delete(
    session: &mut Session<'_>,
    table: &str,
    condition: Option<&Expression>,
) -> Result<Outcome, Fault> {
    check_permission(session)?;
    let position = name::table(session.base, table)?;
    let mut deleted = Vec::new();
    let base = &*session.base;
    let table = &base.tables[position];
    for row in &table.rows {
        let scope = Scope {
            base,
            table,
            rows: &[row],
            parameters: session.parameters,
        };
        if scope.holds(condition)? {
            deleted.push(row.id.clone());
        }
    }
    let deleted: Vec<&str> = deleted.iter().map(String::as_str).collect();
    session.base.delete_rows(position, &deleted);
    session.base.touch(session.now_ms);
    Ok(Outcome::default())
}

/// Refuses whoever may only read.
pub(super) fn check_permission(session: &Session<'_>) -> Result<(), Fault> {
    if session.may_write {
        Ok(())
    } else {
        Err(Fault::read_only())
    }
}

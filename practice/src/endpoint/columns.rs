//! Columns: list, insert, append, change, delete.

use super::record::success;
use super::{column_spec, target};
use crate::Object;
use crate::cell;
use crate::fault::Fault;
use crate::json::{Value, json};
use crate::route::{Answer, Call, Handler, Route, ok};
use crate::world::{BaseGrant, Column, ColumnType, Ids, Table};

pub(crate) const ROUTES: &[Route] = &[
    ("GET", COLUMNS, Handler::Read(list)),
    ("POST", COLUMNS, Handler::Write(insert)),
    ("PUT", COLUMNS, Handler::Write(update)),
    ("DELETE", COLUMNS, Handler::Write(delete)),
    (
        "POST",
        "/api-gateway/api/v2/dtables/{base_uuid}/batch-append-columns/",
        Handler::Write(append),
    ),
];

const COLUMNS: &str = "/api-gateway/api/v2/dtables/{base_uuid}/columns/";

fn list(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let table = target::table_of_query(target::base(call, grant)?, call)?;
    target::view_of_query(table, call)?;
    let columns: Vec<Value> = table.columns.iter().map(listed).collect();
    ok(json!({ "columns": columns }))
}

/// Writes a column as the list has it: of a formula, without what was found out about it.
fn listed(column: &Column) -> Value {
    let mut listed = column.to_json();
    if column.kind == ColumnType::Formula
        && let Some(data) = listed.get_mut("data").and_then(Value::as_object_mut)
    {
        data.retain(|name| name != "operated_columns" && name != "result_type");
    }
    listed
}

fn insert(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let body = call.json()?;
    let (ids, base) = call.world.open(&grant.base_uuid)?;
    let table = target::table_of_body(base, &body)?;
    let position = column_spec::add(ids, base, table, &body)?;
    ok(base.tables[table].columns[position].to_json())
}

fn append(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let body = call.json()?;
    let specs: Option<Vec<&Object>> = target::array(&body, "columns")?
        .iter()
        .map(Value::as_object)
        .collect();
    let specs = specs.ok_or_else(|| target::missing("columns"))?;
    let (ids, base) = call.world.open(&grant.base_uuid)?;
    let table = target::table_of_body(base, &body)?;
    for spec in &specs {
        let kind = column_spec::kind(spec, "column_type")?;
        if !works_in_batch(kind) {
            let text = format!("{} columns cannot be appended", kind.as_str());
            return Err(column_spec::data_error(text));
        }
    }
    let mut added = Vec::new();
    for spec in specs {
        let position = column_spec::add(ids, base, table, spec)?;
        added.push(base.tables[table].columns[position].to_json());
    }
    ok(json!({ "columns": added }))
}

fn works_in_batch(kind: ColumnType) -> bool {
    !matches!(
        kind,
        ColumnType::Formula | ColumnType::Link | ColumnType::LinkFormula | ColumnType::AutoNumber
    )
}

fn update(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let body = call.json()?;
    let (ids, base) = call.world.open(&grant.base_uuid)?;
    let table = target::table_of_body(base, &body)?;
    let table = &mut base.tables[table];
    let position = column(table, &body, "column")?;
    let position = match target::required(&body, "op_type")? {
        "rename_column" => rename(table, position, &body)?,
        "resize_column" => {
            let width = body.get("new_column_width").and_then(Value::as_u64);
            table.columns[position].width =
                width.ok_or_else(|| target::missing("new_column_width"))?;
            position
        }
        "freeze_column" => {
            let frozen = body.get("frozen").and_then(Value::as_bool);
            table.columns[position].frozen = frozen.ok_or_else(|| target::missing("frozen"))?;
            position
        }
        "move_column" => {
            let to = column(table, &body, "target_column")?;
            let moved = table.columns.remove(position);
            table.columns.insert(to, moved);
            to
        }
        "modify_column_type" => {
            change_type(ids, table, position, &body)?;
            position
        }
        other => {
            return Err(Fault::base(
                400,
                "parameter_error",
                format!("op_type {other} invalid"),
            ));
        }
    };
    let shown = table.columns[position].to_json();
    ok(shown)
}

fn rename(table: &mut Table, position: usize, body: &Object) -> Result<usize, Fault> {
    let name = target::required(body, "new_column_name")?;
    let others = table
        .columns
        .iter()
        .enumerate()
        .filter(|(place, _)| *place != position);
    if others
        .map(|(_, column)| &column.name)
        .any(|other| other == name)
    {
        return Err(Fault::base(
            400,
            "column_already_exists",
            "column name already exists",
        ));
    }
    name.clone_into(&mut table.columns[position].name);
    Ok(position)
}

/// Changes a column's type and converts its cells; what does not fit the new type is lost.
fn change_type(
    ids: &mut Ids,
    table: &mut Table,
    position: usize,
    body: &Object,
) -> Result<(), Fault> {
    let kind = column_spec::kind(body, "new_column_type")?;
    if kind == ColumnType::Link || kind == ColumnType::LinkFormula {
        let text = format!("a column cannot become {}", kind.as_str());
        return Err(column_spec::data_error(text));
    }
    let wanted = body.get("column_data").filter(|data| data.is_object());
    let data = column_spec::data(ids, kind, wanted.cloned().unwrap_or_else(|| json!({})))?;
    let old = table.columns[position].clone();
    let column = &mut table.columns[position];
    (column.kind, column.data) = (kind, data);
    for row in &mut table.rows {
        let Some(stored) = row.cells.get(&old.key) else {
            continue;
        };
        let shown = cell::shown(&old, stored);
        let converted = cell::store(ids, column, &shown);
        row.set(&old.key, converted);
    }
    Ok(())
}

fn delete(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let body = call.json()?;
    let (_, base) = call.world.open(&grant.base_uuid)?;
    let table = target::table_of_body(base, &body)?;
    let table = &mut base.tables[table];
    let position = column(table, &body, "column")?;
    if position == 0 {
        return Err(Fault::base(
            400,
            "parameter_error",
            "the first column cannot be deleted",
        ));
    }
    let removed = table.columns.remove(position);
    for row in &mut table.rows {
        row.cells.remove(&removed.key);
    }
    if let Some(id) = removed.setting("link_id") {
        base.links.retain(|link| link.id != id);
        for table in &mut base.tables {
            table
                .columns
                .retain(|column| column.setting("link_id") != Some(id));
        }
    }
    Ok(success())
}

/// Returns the place of the column that a member of the body names by key or name.
pub(crate) fn column(table: &Table, body: &Object, member: &str) -> Result<usize, Fault> {
    let name = target::required(body, member)?;
    let missing = || Fault::base(404, "column_not_exist", format!("column {name} not found"));
    table.column_position(name).ok_or_else(missing)
}

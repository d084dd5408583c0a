//! Tables: create, rename, delete, duplicate.

use super::{column_spec, target};
use crate::Object;
use crate::cell;
use crate::fault::Fault;
use crate::json::{Value, json};
use crate::message::Response;
use crate::route::{Answer, Call, Handler, Route, ok};
use crate::world::{Base, BaseGrant, Origin, Table};

pub(crate) const ROUTES: &[Route] = &[
    ("POST", TABLES, Handler::Write(create)),
    ("PUT", TABLES, Handler::Write(rename)),
    ("DELETE", TABLES, Handler::Write(delete)),
    (
        "POST",
        "/api-gateway/api/v2/dtables/{base_uuid}/tables/duplicate-table/",
        Handler::Write(duplicate),
    ),
];

const TABLES: &str = "/api-gateway/api/v2/dtables/{base_uuid}/tables/";
const MAX_TABLES: usize = 200;

fn create(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let body = call.json()?;
    let name = target::required(&body, "table_name")?;
    let no_columns = Vec::new();
    // The Python client leaves the columns out.
    let specs = body
        .get("columns")
        .and_then(Value::as_array)
        .unwrap_or(&no_columns);
    let (ids, base) = call.world.open(&grant.base_uuid)?;
    check_name(base, name)?;
    if base.tables.len() >= MAX_TABLES {
        return Err(Fault::base(400, "exceed_tables_limit", "too many tables"));
    }
    let id = ids.short(base.tables.iter().map(|table| table.id.as_str()));
    let mut table = Table::fresh(&id, name);
    if !specs.is_empty() {
        table.columns.clear();
    }
    // A link column may name the table that is being made, so it is put in place first. Should one
    // of the columns be refused, nothing of it stays.
    let before = base.clone();
    base.tables.push(table);
    let position = base.tables.len() - 1;
    for spec in specs {
        let spec = spec.as_object().ok_or_else(|| target::missing("columns"));
        if let Err(fault) = spec.and_then(|spec| column_spec::add(ids, base, position, spec)) {
            *base = before;
            return Err(fault);
        }
    }
    ok(show(&base.tables[position], &[]))
}

/// Writes a new table with its rows.
fn show(table: &Table, rows: &[Object]) -> Value {
    let mut shown = table.to_json();
    let by_id = |row: &Object| Some((row.get("_id")?.as_str()?.to_owned(), row.clone().into()));
    shown["id_row_map"] = Value::Object(rows.iter().filter_map(by_id).collect());
    shown["rows"] = json!(rows);
    shown["view_structure"] = json!({
        "folders": [],
        "view_ids": table.views.iter().map(|view| view.id.as_str()).collect::<Vec<_>>(),
    });
    shown
}

fn check_name(base: &Base, name: &str) -> Result<(), Fault> {
    if base.tables.iter().any(|table| table.name == name) {
        return Err(Fault::base(
            400,
            "table_already_exists",
            format!("table {name} exists."),
        ));
    }
    Ok(())
}

fn rename(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let body = call.json()?;
    let new_name = target::required(&body, "new_table_name")?;
    let (_, base) = call.world.open(&grant.base_uuid)?;
    let position = target::table_of_body(base, &body)?;
    if base.tables[position].name != new_name {
        check_name(base, new_name)?;
    }
    new_name.clone_into(&mut base.tables[position].name);
    Ok(success())
}

fn delete(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let body = call.json()?;
    let (_, base) = call.world.open(&grant.base_uuid)?;
    let position = target::table_of_body(base, &body)?;
    if base.tables.len() == 1 {
        return Err(Fault::base(
            400,
            "parameter_error",
            "the last table cannot be deleted",
        ));
    }
    let table = base.tables.remove(position);
    // Links to the table go with it, and so do their columns in other tables.
    base.links.retain(|link| link.side(&table.id).is_none());
    let Base { tables, links, .. } = base;
    for other in tables {
        other.columns.retain(|column| {
            column
                .setting("link_id")
                .is_none_or(|id| links.iter().any(|link| link.id == id))
        });
    }
    Ok(success())
}

/// Copies a table without its links.
fn duplicate(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let body = call.json()?;
    let with_rows = body
        .get("is_duplicate_records")
        .and_then(Value::as_bool)
        .unwrap_or(true);
    let (ids, base) = call.world.open(&grant.base_uuid)?;
    let position = target::table_of_body(base, &body)?;
    let mut copy = base.tables[position].clone();
    copy.id = ids.short(base.tables.iter().map(|table| table.id.as_str()));
    copy.origin = Origin::Copied;
    copy.views
        .iter_mut()
        .for_each(|view| view.is_built_in = false);
    // What a second copy is called is known nowhere.
    while base.tables.iter().any(|table| table.name == copy.name) {
        copy.name.push_str("(copy)");
    }
    copy.columns
        .retain(|column| column.setting("link_id").is_none());
    if !with_rows {
        copy.rows.clear();
    }
    copy.rows.iter_mut().for_each(|row| row.id = ids.row());
    let rows: Vec<Object> = copy.rows.iter().map(cell::stored_row).collect();
    let body = show(&copy, &rows);
    base.tables.push(copy);
    ok(body)
}

fn success() -> Response {
    Response::json(200, json!({ "success": true }))
}

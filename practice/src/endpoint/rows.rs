//! Rows: append, list, get, update, delete, lock.

use super::target;
use crate::Object;
use crate::cell;
use crate::fault::Fault;
use crate::json::json;
use crate::message::Response;
use crate::route::{Answer, Call, Handler, Route};
use crate::sql;
use crate::world::{Base, BaseGrant, Row, Table};
use serde_json::Value;

pub(crate) const ROUTES: &[Route] = &[
    ("GET", ROWS, Handler::Read(list)),
    ("POST", ROWS, Handler::Write(append)),
    ("PUT", ROWS, Handler::Write(update)),
    ("DELETE", ROWS, Handler::Write(delete)),
    (
        "POST",
        "/api-gateway/api/v2/dtables/{base_uuid}/add-archived-rows/",
        Handler::Write(add_archived),
    ),
    (
        "GET",
        "/api-gateway/api/v2/dtables/{base_uuid}/rows/{row_id}/",
        Handler::Read(get),
    ),
    (
        "PUT",
        "/api-gateway/api/v2/dtables/{base_uuid}/lock-rows/",
        Handler::Write(lock),
    ),
    (
        "PUT",
        "/api-gateway/api/v2/dtables/{base_uuid}/unlock-rows/",
        Handler::Write(unlock),
    ),
];

const ROWS: &str = "/api-gateway/api/v2/dtables/{base_uuid}/rows/";
/// At most so many rows are listed, appended or updated in one call …
const MAX_ROWS: usize = 1000;
/// … and at most so many deleted.
const MAX_DELETED: usize = 10_000;

fn list(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let base = target::base(call, grant)?;
    let table = target::table_of_query(base, call)?;
    target::view_of_query(table, call)?;
    let start = number(call, "start", 0)?;
    let most = base.row_limit.unwrap_or(MAX_ROWS);
    let limit = number(call, "limit", most)?.min(most);
    let convert = call.query_flag("convert_keys");
    let rows = sorted(base, table, call)
        .into_iter()
        .skip(start)
        .take(limit);
    let rows: Vec<Object> = rows
        .map(|row| cell::row(base, table, row, convert))
        .collect();
    Ok(Response::json(200, &json!({ "rows": rows })))
}

/// Returns the rows in the order that the query asks for. Only the JavaScript client asks.
fn sorted<'a>(base: &Base, table: &'a Table, call: &Call<'_>) -> Vec<&'a Row> {
    let column = call
        .query("order_by")
        .and_then(|name| table.column_position(name));
    let Some(column) = column.and_then(|position| table.columns.get(position)) else {
        return table.rows.iter().collect();
    };
    let descends = call
        .query("direction")
        .is_some_and(|direction| direction == "desc");
    let key = |row| vec![cell::sort_key(&cell::value(base, table, row, column, true))];
    let keys: Vec<_> = table.rows.iter().map(key).collect();
    cell::order(&keys, &[descends])
        .into_iter()
        .map(|place| &table.rows[place])
        .collect()
}

fn number(call: &Call<'_>, name: &str, default: usize) -> Result<usize, Fault> {
    match call.query(name) {
        None => Ok(default),
        Some(text) => text.parse().map_err(|_| target::missing(name)),
    }
}

fn get(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let base = target::base(call, grant)?;
    let table = target::table_of_query(base, call)?;
    // The typing error is SeaTable's own.
    let missing = || Fault::gateway(404, "row _id not exits");
    let row = table.row(call.parameter("row_id")).ok_or_else(missing)?;
    let row = cell::row(base, table, row, call.query_flag("convert_keys"));
    Ok(Response::json(200, &row.into()))
}

fn append(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let body = call.json()?;
    let with_defaults = body
        .get("apply_default")
        .and_then(Value::as_bool)
        .unwrap_or(false);
    let added = add(call, grant, &body, with_defaults)?;
    let body = json!({
        "inserted_row_count": added.len(),
        "row_ids": added.iter().map(|row| json!({ "_id": row.id })).collect::<Vec<_>>(),
        "first_row": added.first().map(cell::stored_row),
    });
    Ok(Response::json(200, &body))
}

/// Adds rows to big-data storage. Here they stand among the others.
fn add_archived(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let body = call.json()?;
    sql::check_big_data(target::base(call, grant)?)?;
    let count = add(call, grant, &body, false)?.len();
    Ok(Response::json(200, &json!({ "inserted_row_count": count })))
}

fn add(
    call: &mut Call<'_>,
    grant: &BaseGrant,
    body: &Object,
    with_defaults: bool,
) -> Result<Vec<Row>, Fault> {
    let now_ms = call.now_ms();
    let rows = objects(body, "rows")?;
    within(rows.len(), MAX_ROWS)?;
    let (ids, base) = call.world.open(&grant.base_uuid)?;
    let position = target::table_of_body(base, body)?;
    let table = &mut base.tables[position];
    let mut added = Vec::with_capacity(rows.len());
    for cells in rows {
        let mut row = Row::new(ids, &grant.author, now_ms);
        cell::number_row(&mut table.columns, &mut row, now_ms);
        if with_defaults {
            cell::fill_defaults(ids, &mut table.columns, &mut row, now_ms);
        }
        cell::fill(ids, &mut table.columns, &mut row, cells);
        added.push(row);
    }
    table.rows.extend(added.iter().cloned());
    Ok(added)
}

fn update(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let (body, now_ms) = (call.json()?, call.now_ms());
    let updates = objects(&body, "updates")?;
    within(updates.len(), MAX_ROWS)?;
    let (ids, base) = call.world.open(&grant.base_uuid)?;
    let position = target::table_of_body(base, &body)?;
    let places = base.tables[position].places();
    let Table { rows, columns, .. } = &mut base.tables[position];
    for update in updates {
        let row_id = target::required(update, "row_id")?;
        let cells = update.get("row").and_then(Value::as_object);
        let cells = cells.ok_or_else(|| target::missing("row"))?;
        let Some(row) = places.get(row_id).and_then(|&place| rows.get_mut(place)) else {
            continue;
        };
        cell::fill(ids, columns, row, cells);
        row.last_modifier.clone_from(&grant.author);
        row.modified_ms = now_ms;
    }
    Ok(Response::json(200, &json!({ "success": true })))
}

fn delete(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let body = call.json()?;
    let wanted: Vec<&str> = row_ids(&body)?.collect();
    within(wanted.len(), MAX_DELETED)?;
    let (_, base) = call.world.open(&grant.base_uuid)?;
    let position = target::table_of_body(base, &body)?;
    base.delete_rows(position, &wanted);
    Ok(Response::json(200, &json!({ "success": true })))
}

fn lock(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    set_lock(call, grant, Some(&grant.author))
}

fn unlock(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    set_lock(call, grant, None)
}

fn set_lock(call: &mut Call<'_>, grant: &BaseGrant, locked_by: Option<&str>) -> Answer {
    let body = call.json()?;
    let wanted: Vec<&str> = row_ids(&body)?.collect();
    let (_, base) = call.world.open(&grant.base_uuid)?;
    let position = target::table_of_body(base, &body)?;
    let table = &mut base.tables[position];
    let places = table.places();
    for place in wanted.iter().filter_map(|row| places.get(*row)) {
        table.rows[*place].locked_by = locked_by.map(str::to_owned);
    }
    Ok(Response::json(200, &json!({ "success": true })))
}

fn row_ids(body: &Object) -> Result<impl Iterator<Item = &str>, Fault> {
    Ok(target::array(body, "row_ids")?
        .iter()
        .filter_map(Value::as_str))
}

fn objects<'a>(body: &'a Object, name: &str) -> Result<Vec<&'a Object>, Fault> {
    let objects: Option<_> = target::array(body, name)?
        .iter()
        .map(Value::as_object)
        .collect();
    objects.ok_or_else(|| target::missing(name))
}

fn within(count: usize, most: usize) -> Result<(), Fault> {
    if count <= most {
        return Ok(());
    }
    Err(Fault::base(
        400,
        "exceed_rows_limit",
        format!("the number of rows exceeds {most}"),
    ))
}

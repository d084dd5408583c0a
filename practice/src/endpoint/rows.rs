//! Rows: append, list, get, update, delete, lock.

use super::activities::Author;
use super::record::success;
use super::{big_data, target};
use crate::Object;
use crate::cell::{self, Viewer};
use crate::fault::Fault;
use crate::json::{Value, json};
use crate::number;
use crate::route::{Answer, Call, Handler, Route, ok};
use crate::sql;
use crate::world::{Base, BaseGrant, Row, Table, View};

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
    let view = target::view_of_query(table, call)?;
    let start = count(call, "start", 0)?;
    let most = base.row_limit.unwrap_or(MAX_ROWS);
    let limit = count(call, "limit", most)?.min(most);
    let convert = call.query_flag("convert_keys");
    let hidden = hidden(table, view, convert);
    let viewer = Viewer {
        user: &grant.author,
        now_ms: call.now_ms(),
    };
    let rows = match view {
        Some(view) => cell::rows_of_view(base, table, view, viewer),
        None => table.rows.iter().collect(),
    };
    let rows = sorted(base, table, rows, call);
    let rows = rows.into_iter().skip(start).take(limit);
    let rows: Vec<Object> = rows
        .map(|row| {
            let mut row = cell::row(base, table, row, convert);
            hidden.iter().for_each(|name| drop(row.remove(name)));
            row
        })
        .collect();
    ok(json!({ "rows": rows }))
}

/// Returns the keys or names of the columns that a view hides.
fn hidden<'a>(table: &'a Table, view: Option<&View>, convert: bool) -> Vec<&'a str> {
    let hidden = view.and_then(|view| view.settings.get("hidden_columns")?.as_array());
    let keys = hidden.into_iter().flatten().filter_map(Value::as_str);
    let columns = keys.filter_map(|key| table.column(key));
    columns
        .map(|column| {
            if convert {
                column.name.as_str()
            } else {
                column.key.as_str()
            }
        })
        .collect()
}

/// Returns rows in the order that the query asks for. Only the JavaScript client asks.
fn sorted<'a>(base: &Base, table: &Table, rows: Vec<&'a Row>, call: &Call<'_>) -> Vec<&'a Row> {
    let column = call
        .query("order_by")
        .and_then(|name| table.column_position(name));
    let Some(column) = column.and_then(|position| table.columns.get(position)) else {
        return rows;
    };
    let descends = call
        .query("direction")
        .is_some_and(|direction| direction == "desc");
    let key = |row: &&Row| vec![cell::sort_key(&cell::value(base, table, row, column, true))];
    let keys: Vec<_> = rows.iter().map(key).collect();
    let places = cell::order(&keys, &[descends]).into_iter();
    places.map(|place| rows[place]).collect()
}

fn count(call: &Call<'_>, name: &str, default: usize) -> Result<usize, Fault> {
    match call.query(name) {
        None => Ok(default),
        Some(text) => number::natural(text)
            .map(|number| number as usize)
            .ok_or_else(|| target::missing(name)),
    }
}

fn get(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let base = target::base(call, grant)?;
    let table = target::table_of_query(base, call)?;
    // The typing error is SeaTable's own.
    let missing = || Fault::gateway(404, "row _id not exits");
    let row = table.row(call.parameter("row_id")).ok_or_else(missing)?;
    let row = cell::row(base, table, row, call.query_flag("convert_keys"));
    ok(row.into())
}

fn append(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let body = call.json()?;
    let with_defaults = body
        .get("apply_default")
        .and_then(Value::as_bool)
        .unwrap_or(false);
    let added = add(call, grant, &body, with_defaults, false)?;
    let body = json!({
        "inserted_row_count": added.len(),
        "row_ids": added.iter().map(|row| json!({ "_id": row.id })).collect::<Vec<_>>(),
        "first_row": added.first().map(cell::stored_row),
    });
    ok(body)
}

/// Adds rows to big-data storage. Here they stand among the others, as archived.
fn add_archived(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let body = call.json()?;
    sql::check_big_data(target::base(call, grant)?)?;
    let added = add(call, grant, &body, false, true)?;
    let now_ms = call.now_ms();
    let base = target::base(call, grant)?;
    let table_id = base.tables[target::table_of_body(base, &body)?].id.clone();
    big_data::note(call.world, grant, &table_id, &added, now_ms);
    ok(json!({ "inserted_row_count": added.len() }))
}

fn add(
    call: &mut Call<'_>,
    grant: &BaseGrant,
    body: &Object,
    with_defaults: bool,
    is_archived: bool,
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
        row.is_archived = is_archived;
        cell::number_row(&mut table.columns, &mut row, now_ms);
        if with_defaults {
            cell::fill_defaults(ids, &mut table.columns, &mut row, now_ms);
        }
        cell::fill(ids, &mut table.columns, &mut row, cells);
        added.push(row);
    }
    table.rows.extend(added.iter().cloned());
    let noted: Vec<_> = added.iter().map(|row| (None, Some(row.clone()))).collect();
    base.note(ids, author(grant, now_ms), position, &noted);
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
    let mut noted = Vec::new();
    for update in updates {
        let row_id = target::required(update, "row_id")?;
        let cells = update.get("row").and_then(Value::as_object);
        let cells = cells.ok_or_else(|| target::missing("row"))?;
        let Some(row) = places.get(row_id).and_then(|place| rows.get_mut(place)) else {
            continue;
        };
        let before = row.clone();
        cell::fill(ids, columns, row, cells);
        row.last_modifier.clone_from(&grant.author);
        row.modified_ms = now_ms;
        noted.push((Some(before), Some(row.clone())));
    }
    base.note(ids, author(grant, now_ms), position, &noted);
    Ok(success())
}

fn delete(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let body = call.json()?;
    let wanted: Vec<&str> = row_ids(&body)?.collect();
    within(wanted.len(), MAX_DELETED)?;
    let now_ms = call.now_ms();
    let (ids, base) = call.world.open(&grant.base_uuid)?;
    let position = target::table_of_body(base, &body)?;
    let table = &base.tables[position];
    let places = table.places();
    let rows = wanted.iter().filter_map(|id| places.get(id));
    let noted: Vec<_> = rows
        .map(|place| (Some(table.rows[place].clone()), None))
        .collect();
    base.delete_rows(position, &wanted);
    base.note(ids, author(grant, now_ms), position, &noted);
    Ok(success())
}

fn author(grant: &BaseGrant, now_ms: u64) -> Author<'_> {
    Author {
        name: &grant.author,
        now_ms,
    }
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
    for place in wanted.iter().filter_map(|row| places.get(row)) {
        table.rows[place].locked_by = locked_by.map(str::to_owned);
    }
    Ok(success())
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

//! Links between rows.

use super::record::success;
use super::target;
use crate::Object;
use crate::cell;
use crate::fault::Fault;
use crate::json::{Value, json};
use crate::route::{Answer, Call, Handler, Route, ok};
use crate::world::{Base, BaseGrant, ColumnType, Link, Side, Table};

pub(crate) const ROUTES: &[Route] = &[
    ("POST", LINKS, Handler::Write(create)),
    ("PUT", LINKS, Handler::Write(update)),
    ("DELETE", LINKS, Handler::Write(delete)),
    (
        "POST",
        "/api-gateway/api/v2/dtables/{base_uuid}/query-links/",
        Handler::Read(query),
    ),
];

const LINKS: &str = "/api-gateway/api/v2/dtables/{base_uuid}/links/";
/// So many linked rows are returned for a row if the request does not say.
const DEFAULT_LIMIT: usize = 10;

fn create(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    change(call, grant, &mut |link, side, row, others| {
        others.iter().for_each(|other| link.add(side, row, other));
    })?;
    Ok(success())
}

fn update(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    change(call, grant, &mut |link, side, row, others| {
        link.clear(side, row);
        others.iter().for_each(|other| link.add(side, row, other));
    })?;
    Ok(success())
}

fn delete(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    // Links that are not there are counted too, as SeaTable does.
    let mut count = 0;
    change(call, grant, &mut |link, side, row, others| {
        others
            .iter()
            .for_each(|other| link.remove(side, row, other));
        count += others.len();
    })?;
    ok(json!({ "deleted_links_count": count }))
}

/// What is done to a link for one row and those it is to be linked to.
type Change<'a> = &'a mut dyn FnMut(&mut Link, Side, &str, &[&str]);

fn change(call: &mut Call<'_>, grant: &BaseGrant, with: Change<'_>) -> Result<(), Fault> {
    let body = call.json()?;
    let link_id = target::required(&body, "link_id")?;
    let (_, base) = call.world.open(&grant.base_uuid)?;
    let table = &base.tables[target::table_of_body(base, &body)?];
    let map = body.get("other_rows_ids_map").and_then(Value::as_object);
    let map = map.ok_or_else(|| target::missing("other_rows_ids_map"))?;
    let missing = || Fault::base(404, "link_not_exist", format!("link {link_id} not found"));
    let link = base.link(link_id).ok_or_else(missing)?;
    let side = link.side(&table.id).ok_or_else(missing)?;
    let other = base
        .table(&link.tables[side.other() as usize])
        .ok_or_else(missing)?;
    let pairs = existing(table, other, map);
    if let Some(link) = base.links.iter_mut().find(|link| link.id == link_id) {
        for (row, others) in &pairs {
            let others: Vec<&str> = others.iter().map(String::as_str).collect();
            with(link, side, row, &others);
        }
    }
    Ok(())
}

/// Keeps the rows that are there.
fn existing(table: &Table, other: &Table, map: &Object) -> Vec<(String, Vec<String>)> {
    let mut pairs = Vec::new();
    for (row, others) in map.iter().filter(|(row, _)| table.row(row).is_some()) {
        let others = others
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str);
        let others = others
            .filter(|id| other.row(id).is_some())
            .map(str::to_owned);
        pairs.push((row.clone(), others.collect()));
    }
    pairs
}

fn query(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let body = call.json()?;
    let base = target::base(call, grant)?;
    let table = &base.tables[target::table_of_body(base, &body)?];
    let named = target::text(&body, "link_column_key");
    let named = named.or_else(|| target::text(&body, "link_column_name"));
    let named = named.or_else(|| target::text(&body, "link_column"));
    let missing = || Fault::base(404, "column_not_exist", "link column not found");
    let position = named
        .and_then(|name| table.column_position(name))
        .ok_or_else(missing)?;
    let column = &table.columns[position];
    if column.kind != ColumnType::Link {
        return Err(missing());
    }
    let mut answer = Object::new();
    for wanted in target::array(&body, "rows")? {
        let row_id = wanted
            .get("row_id")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let Some(row) = table.row(row_id) else {
            continue;
        };
        let linked = cell::linked_rows(base, table, row, column);
        let (offset, limit) = (
            number(wanted, "offset", 0),
            number(wanted, "limit", DEFAULT_LIMIT),
        );
        let shown: Vec<Value> = linked
            .into_iter()
            .skip(offset)
            .take(limit)
            .map(|linked| entry(base, linked))
            .collect();
        answer.insert(row_id.to_owned(), shown.into());
    }
    ok(answer.into())
}

fn entry(base: &Base, (table, row): (&Table, &crate::world::Row)) -> Value {
    let shown = table
        .columns
        .first()
        .map(|column| cell::value(base, table, row, column, true));
    json!({ "row_id": row.id, "display_value": shown })
}

fn number(wanted: &Value, name: &str, default: usize) -> usize {
    let number = wanted.get(name).and_then(Value::as_u64);
    number
        .and_then(|number| usize::try_from(number).ok())
        .unwrap_or(default)
}

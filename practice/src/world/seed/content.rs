//! What is in the bases: calls to the gateway, kept as JSON.

use crate::Object;
use crate::json::{self, Value, json};
use crate::world::{ColumnType, World};

/// The base of the walkthroughs.
pub(super) const PRACTICE_BASE: &str = include_str!("practice_base.json");
/// Two linked tables with formulas over the link.
pub(super) const SHOP: &str = include_str!("shop.json");
/// A table with a column of every type, and a row that fills what can be written.
pub(super) const EVERY_COLUMN_TYPE: &str = include_str!("every_column_type.json");

/// Reads the calls of a base; `ADMIN` stands for the id of the team's admin.
pub(super) fn calls(text: &str, admin: &str) -> Vec<Value> {
    match json::read(text.replace("ADMIN", admin).as_bytes()) {
        Some(Value::Array(calls)) => calls,
        _ => Vec::new(),
    }
}

/// Returns the body of a call. One that links rows names them by their places: their ids are known
/// only now.
pub(super) fn body(call: &Value, world: &World, base_uuid: &str) -> Value {
    match call.get("links").and_then(Value::as_object) {
        Some(links) => link_body(links, world, base_uuid).unwrap_or_default(),
        None => call.get("body").cloned().unwrap_or_default(),
    }
}

fn link_body(links: &Object, world: &World, base_uuid: &str) -> Option<Value> {
    let base = world.base(base_uuid)?;
    let table = |side: &str| {
        let name = links.get(side)?.as_str()?;
        base.tables.iter().find(|table| table.name == name)
    };
    let (table, other_table) = (table("table")?, table("other_table")?);
    let column = table
        .columns
        .iter()
        .find(|column| column.kind == ColumnType::Link)?;
    let mut map = Object::new();
    for pair in links.get("pairs")?.as_array()? {
        let place = |side: usize| usize::try_from(pair.item(side)?.as_u64()?).ok();
        let (row, other) = (table.rows.get(place(0)?)?, other_table.rows.get(place(1)?)?);
        map.insert(row.id.clone(), json!([other.id]));
    }
    Some(json!({
        "link_id": column.setting("link_id"), "table_id": table.id,
        "other_table_id": other_table.id, "other_rows_ids_map": map,
    }))
}

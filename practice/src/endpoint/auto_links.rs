//! Linking rows that agree in some columns.

use super::target;
use crate::cell;
use crate::fault::Fault;
use crate::json::{self, Value, json};
use crate::message::Response;
use crate::route::{Answer, Call, Handler, Route, ok};
use crate::world::{Base, BaseGrant, Record, Row, Side, Table};

pub(crate) const ROUTES: &[Route] = &[
    (
        "POST",
        "/api-gateway/api/v2/dtables/{base_uuid}/auto-links/",
        Handler::Write(link),
    ),
    (
        "GET",
        "/api-gateway/api/v2/dtables/{base_uuid}/auto-link-task/",
        Handler::Read(status),
    ),
];

const TASK: &str = "task";

/// Links at once, where SeaTable takes its time and has to be asked.
fn link(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let body = call.json()?;
    let link_id = target::required(&body, "link_id")?;
    let keys = target::array(&body, "matching_keys")?;
    let (ids, base) = call.world.open(&grant.base_uuid)?;
    let missing = || Fault::base(404, "link_not_exist", format!("link {link_id} not found"));
    let link = base.link(link_id).ok_or_else(missing)?;
    let [first, second] = &link.tables;
    let (first, second) = (
        base.table(first).ok_or_else(missing)?,
        base.table(second).ok_or_else(missing)?,
    );
    let mut pairs = Vec::new();
    let others: Vec<_> = second
        .rows
        .iter()
        .map(|row| key(base, second, row, keys, "table2_key"))
        .collect();
    for row in &first.rows {
        let Some(own) = key(base, first, row, keys, "table1_key") else {
            continue;
        };
        let equal = second
            .rows
            .iter()
            .zip(&others)
            .filter(|(_, other)| other.as_ref() == Some(&own));
        pairs.extend(equal.map(|(other, _)| (row.id.clone(), other.id.clone())));
    }
    if let Some(link) = base.links.iter_mut().find(|link| link.id == link_id) {
        pairs
            .iter()
            .for_each(|(row, other)| link.add(Side::First, row, other));
    }
    let task_id = ids.uuid();
    let body = json!({ "task_id": task_id });
    if let Value::Object(members) = body.clone() {
        let owner = grant.base_uuid.clone();
        call.world.records.push(Record {
            kind: TASK,
            owner,
            members,
        });
    }
    ok(body)
}

/// Returns what a row is compared by; none if one of the cells is empty.
fn key(base: &Base, table: &Table, row: &Row, keys: &[Value], side: &str) -> Option<Vec<String>> {
    let cells = keys.iter().map(|key| {
        let column = table.column(key.get(side)?.as_str()?)?;
        match cell::value(base, table, row, column, true) {
            Value::Null => None,
            Value::String(text) => Some(text),
            other => Some(other.to_string()),
        }
    });
    cells
        .collect::<Option<Vec<String>>>()
        .filter(|cells| !cells.is_empty())
}

/// The one GET with a body: the id of the task, as a JSON text.
fn status(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let id = json::read(&call.request.body);
    let id = id
        .as_ref()
        .and_then(|id| id.get("task_id").unwrap_or(id).as_str())
        .unwrap_or_default();
    let mut records = call.world.records.iter();
    let found = records
        .any(|task| task.kind == TASK && task.owner == grant.base_uuid && task.has("task_id", id));
    found
        .then(|| Response::json(200, json!({ "status": "success" })))
        .ok_or_else(|| Fault::gateway(404, "task not found"))
}

//! Big-data storage: moving rows there and back, and what was done there.

use super::base_token::{base_of_uuid, named_base};
use super::record::success;
use super::target;
use super::team::page;
use crate::cell::{self, Viewer};
use crate::fault::Fault;
use crate::json::{Value, json};
use crate::route::{Answer, Call, Handler, Route, ok};
use crate::sql::check_big_data;
use crate::world::{BaseGrant, Record, Row, World};

pub(crate) const ROUTES: &[Route] = &[
    (
        "POST",
        "/api-gateway/api/v2/dtables/{base_uuid}/archive-view/",
        Handler::Write(archive),
    ),
    (
        "POST",
        "/api-gateway/api/v2/dtables/{base_uuid}/unarchive/",
        Handler::Write(bring_back),
    ),
    (
        "GET",
        "/api-gateway/api/v2/dtables/{base_uuid}/db-operations/",
        Handler::Read(list_operations),
    ),
    (
        "PUT",
        "/api-gateway/api/v2/dtables/{base_uuid}/restore-operations/{op_id}/",
        Handler::Write(undo),
    ),
    (
        "GET",
        "/api/v2.1/workspace/{workspace_id}/dtable/{base_name}/big-data-state/",
        Handler::Account(state),
    ),
    (
        "GET",
        "/api/v2.1/workspace/{workspace_id}/dtable/{base_name}/archive-backups/",
        Handler::Account(list_backups),
    ),
    (
        "GET",
        "/api/v2.1/dtables/{base_uuid}/big-data-operation-logs/",
        Handler::Account(list_logs),
    ),
];

const OPERATION: &str = "big data operation";

/// Moves the rows of a view. They are listed as before, as archived.
fn archive(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let (body, now_ms) = (call.json()?, call.now_ms());
    let base = target::base(call, grant)?;
    check_big_data(base)?;
    let table = target::table_of_body(base, &body)?;
    let (id, name) = (
        target::text(&body, "view_id"),
        target::text(&body, "view_name"),
    );
    let view = target::view(&base.tables[table], id, name)?;
    let view = view.ok_or_else(|| target::missing("view_name"))?;
    let viewer = Viewer {
        user: &grant.author,
        now_ms,
    };
    let rows = cell::rows_of_view(base, &base.tables[table], view, viewer);
    let ids: Vec<String> = rows.into_iter().map(|row| row.id.clone()).collect();
    let rows = &mut call.world.open(&grant.base_uuid)?.1.tables[table].rows;
    rows.iter_mut()
        .filter(|row| ids.contains(&row.id))
        .for_each(|row| row.is_archived = true);
    ok(json!({ "success": true, "error_message": "" }))
}

fn bring_back(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let body = call.json()?;
    let wanted = target::array(&body, "row_ids")?;
    let (ids, base) = call.world.open(&grant.base_uuid)?;
    let table = target::table_of_body(base, &body)?;
    let rows = base.tables[table].rows.iter_mut();
    rows.filter(|row| wanted.iter().any(|id| *id == row.id.as_str()))
        .for_each(|row| row.is_archived = false);
    ok(json!({ "success": true, "task_id": ids.uuid() }))
}

/// Notes rows that were added to big-data storage.
pub(super) fn note(
    world: &mut World,
    grant: &BaseGrant,
    table_id: &str,
    rows: &[Row],
    now_ms: u64,
) {
    for row in rows {
        let operation = json!({
            "row_id": row.id, "table_id": table_id, "op_type": "add_row", "row_data": cell::stored_row(row),
        });
        let members = json!({
            "dtable_uuid": grant.base_uuid, "id": world.ids.number(), "op_time": now_ms / 1000,
            "op_type": "add_row", "author": grant.author, "operation": operation,
        });
        if let Value::Object(members) = members {
            world.records.push(Record {
                kind: OPERATION,
                owner: grant.base_uuid.clone(),
                members,
            });
        }
    }
}

fn operations<'a>(call: &'a Call<'_>, uuid: &'a str) -> impl Iterator<Item = &'a Record> {
    let records = call.world.records.iter().rev();
    records.filter(move |record| record.kind == OPERATION && record.owner == uuid)
}

/// Here what was done is a text.
fn list_operations(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let shown = operations(call, &grant.base_uuid).map(|record| {
        let mut shown = json!(record.members);
        shown["operation"] = shown["operation"].to_string().into();
        shown
    });
    let operations = page(call, shown.collect());
    ok(json!({ "operations": operations }))
}

fn list_logs(call: &mut Call<'_>, _user: &str) -> Answer {
    let base = base_of_uuid(call, call.parameter("base_uuid"))?;
    let names = "dtable_uuid id op_time author operation";
    let shown = operations(call, &base.uuid).map(|record| {
        super::show::members(names, &|name| {
            record.members.get(name).cloned().unwrap_or_default()
        })
    });
    let operations = page(call, shown.collect());
    ok(json!({ "operations": operations }))
}

/// Undoes what is in the log: rows that were added go.
fn undo(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    let id = call.parameter("op_id");
    let found = operations(call, &grant.base_uuid).find(|record| record.has("id", id));
    let missing = || Fault::gateway(404, format!("operation {id} not found"));
    let operation = found.ok_or_else(missing)?.members["operation"].clone();
    let text = |name: &str| operation[name].as_str().unwrap_or_default();
    let base = call.world.open(&grant.base_uuid)?.1;
    let table = target::position(base, Some(text("table_id")), None)?;
    base.delete_rows(table, &[text("row_id")]);
    Ok(success())
}

fn state(call: &mut Call<'_>, _user: &str) -> Answer {
    let is_on = named_base(call)?.has_big_data;
    ok(json!({ "big_data_enabled": is_on }))
}

/// Nobody backs anything up here.
fn list_backups(call: &mut Call<'_>, _user: &str) -> Answer {
    named_base(call)?;
    ok(json!({ "backup_list": [] }))
}

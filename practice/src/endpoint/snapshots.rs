//! Snapshots: a base as it was, and a base made of that.

use super::base_token::named_base;
use super::bases::add_copy;
use super::target;
use super::team::{page, page_numbers};
use crate::fault::Fault;
use crate::json::{Value, json};
use crate::route::{Answer, Call, Handler, Route, ok};
use crate::time;
use crate::world::{BaseGrant, Snapshot};

pub(crate) const ROUTES: &[Route] = &[
    (
        "POST",
        "/api-gateway/api/v2/dtables/{base_uuid}/snapshot/",
        Handler::Read(create),
    ),
    (
        "GET",
        "/api/v2.1/workspace/{workspace_id}/dtable/{base_name}/snapshots/",
        Handler::Account(list),
    ),
    (
        "POST",
        "/api/v2.1/workspace/{workspace_id}/dtable/{base_name}/snapshots/{commit_id}/restore/",
        Handler::Account(restore),
    ),
];

/// SeaTable takes one only ten minutes after the last. What it answers before is known nowhere, so here it takes one always.
fn create(call: &mut Call<'_>, grant: &BaseGrant) -> Answer {
    crate::access::base_for_writing(call)?;
    let taken_ms = call.now_ms();
    let commit_id = call.world.ids.hex(40);
    let base = target::base(call, grant)?.clone();
    let body = json!({ "status": "created", "snapshot": {
        "dtable_uuid": base.uuid, "dtable_name": format!("{}.dtable", base.name),
        "commit_id": commit_id, "ctime": taken_ms,
    }});
    call.world.snapshots.push(Snapshot {
        commit_id,
        taken_ms,
        base,
    });
    ok(body)
}

fn list(call: &mut Call<'_>, _user: &str) -> Answer {
    let uuid = &named_base(call)?.uuid;
    let snapshots = call
        .world
        .snapshots
        .iter()
        .rev()
        .filter(|snapshot| snapshot.base.uuid == *uuid);
    let shown: Vec<Value> = snapshots.map(show).collect();
    let (number, per_page) = page_numbers(call);
    let has_next = shown.len() > number.saturating_mul(per_page);
    let body = json!({
        "snapshot_list": page(call, shown.into()),
        "page_info": { "has_next_page": has_next, "current_page": number },
    });
    ok(body)
}

fn show(snapshot: &Snapshot) -> Value {
    json!({
        "dtable_name": format!("{}.dtable", snapshot.base.name), "commit_id": snapshot.commit_id,
        "ctime": time::iso(snapshot.taken_ms),
    })
}

/// Makes a base of a snapshot; the base it was taken of stays as it is.
fn restore(call: &mut Call<'_>, _user: &str) -> Answer {
    let form = call.form();
    let current = named_base(call)?;
    let (uuid, workspace_id) = (current.uuid.clone(), current.workspace_id);
    let commit_id = call.parameter("commit_id");
    let mut snapshots = call.world.snapshots.iter();
    let found =
        snapshots.find(|snapshot| snapshot.commit_id == commit_id && snapshot.base.uuid == uuid);
    let missing = || Fault::missing("snapshot", commit_id);
    let mut base = found.ok_or_else(missing)?.base.clone();
    if let Some(name) = form.filled("snapshot_name") {
        name.clone_into(&mut base.name);
    }
    let is_taken = |name: &str| {
        let mut bases = call.world.bases.iter();
        bases.any(|base| base.workspace_id == workspace_id && base.name == name)
    };
    while is_taken(&base.name) {
        base.name.push_str("(1)");
    }
    Ok(add_copy(call, base, workspace_id))
}

//! What a team admin sees of the team.

use crate::json::json;
use crate::message::Response;
use crate::route::{Answer, Call, Handler, Route};
use crate::time;
use crate::world::{Base, World};
use serde_json::Value;

pub(crate) const ROUTES: &[Route] = &[
    ("GET", "/api/v2.1/org/admin/info/", Handler::TeamAdmin(info)),
    (
        "GET",
        "/api/v2.1/org/{org_id}/admin/dtables/",
        Handler::TeamAdmin(list_bases),
    ),
];

/// So many entries fill a page if the query does not say.
const PER_PAGE: usize = 25;

fn info(call: &mut Call<'_>, _user: &str) -> Answer {
    let world = &call.world;
    let rows: usize = world.bases.iter().map(Base::row_count).sum();
    let active = world.users.iter().filter(|user| user.is_active).count();
    let stored: usize = world
        .bases
        .iter()
        .flat_map(|base| &base.assets)
        .map(|asset| asset.bytes.len())
        .sum();
    let body = json!({
        "org_id": world.team.org_id, "org_name": world.team.name, "role": "org_enterprise",
        "member_quota": 25, "member_usage": world.users.len(), "active_members": active,
        "row_usage": rows, "row_total": -1,
        "storage_quota": 100_000_000_000_u64, "storage_usage": stored,
        "big_data_row_limit": -1, "big_data_storage_quota": -1,
        "big_data_total_rows": 0, "big_data_total_storage": 0,
        "api_calls_count": world.team.api_calls, "api_calls_limit": -1,
        "automation_count": 0, "automation_limit": -1,
        "scripts_running_count": 0, "scripts_running_limit": -1,
        "ai_cost": 0.0, "ai_credit": 0.0,
    });
    Ok(Response::json(200, &body))
}

fn list_bases(call: &mut Call<'_>, _user: &str) -> Answer {
    let bases = call.world.bases.iter().map(|base| show(call.world, base));
    let body = json!({
        "dtable_list": page(call, bases),
        "count": call.world.bases.len(),
    });
    Ok(Response::json(200, &body))
}

fn show(world: &World, base: &Base) -> Value {
    let group = world
        .groups
        .iter()
        .find(|group| group.workspace_id == base.workspace_id);
    let owner = match group {
        Some(group) => group.name.as_str(),
        None => world
            .user(&base.owner)
            .map(|user| user.name.as_str())
            .unwrap_or_default(),
    };
    json!({
        "id": base.id, "workspace_id": base.workspace_id, "uuid": base.uuid, "name": base.name,
        "created_at": time::iso(base.created_ms), "updated_at": time::iso(base.updated_ms),
        "color": base.color, "text_color": null, "icon": base.icon,
        "is_encrypted": false, "in_storage": true, "org_id": world.team.org_id,
        "email": base.owner, "group_id": group.map_or(json!(-1), |group| json!(group.id)),
        "owner": owner, "owner_deleted": false, "rows_count": base.row_count(),
    })
}

/// Returns the page of a list that the query asks for.
pub(crate) fn page(call: &Call<'_>, entries: impl Iterator<Item = Value>) -> Vec<Value> {
    let number = |name, default| {
        call.query(name)
            .and_then(|n| n.parse().ok())
            .unwrap_or(default)
    };
    let per_page: usize = number("per_page", PER_PAGE).max(1);
    let page: usize = number("page", 1).max(1);
    entries
        .skip((page - 1).saturating_mul(per_page))
        .take(per_page)
        .collect()
}

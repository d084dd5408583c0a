//! What a team admin sees of the team.

use crate::json::json;
use crate::message::Response;
use crate::route::{Answer, Call, Handler, Route};
use crate::time;
use crate::world::{Base, Group, World};
use serde_json::Value;

pub(crate) const ROUTES: &[Route] = &[
    ("GET", "/api/v2.1/org/admin/info/", Handler::TeamAdmin(info)),
    (
        "GET",
        "/api/v2.1/org/{org_id}/admin/dtables/",
        Handler::TeamAdmin(list_bases),
    ),
    (
        "GET",
        "/api/v2.1/org/{org_id}/admin/groups/",
        Handler::TeamAdmin(list_groups),
    ),
];

/// So many entries fill a page if the query does not say.
const PER_PAGE: usize = 25;

fn info(call: &mut Call<'_>, _user: &str) -> Answer {
    let world = &call.world;
    let rows: usize = world.bases.iter().map(Base::row_count).sum();
    let active = world.users.iter().filter(|user| user.is_active).count();
    let body = json!({
        "org_id": world.team.org_id, "org_name": world.team.name, "role": "org_enterprise",
        "member_quota": 25, "member_usage": world.users.len(), "active_members": active,
        "row_usage": rows, "row_total": -1,
        "storage_quota": 100_000_000_000_u64, "storage_usage": stored(world.bases.iter()),
        "big_data_row_limit": -1, "big_data_storage_quota": -1,
        "big_data_total_rows": 0, "big_data_total_storage": 0,
        "api_calls_count": world.team.api_calls, "api_calls_limit": -1,
        "automation_count": 0, "automation_limit": -1,
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

fn list_groups(call: &mut Call<'_>, _user: &str) -> Answer {
    let world = &call.world;
    let groups = world.groups.iter().map(|group| show_group(world, group));
    let (page, per_page) = page_numbers(call);
    let body = json!({
        "groups": self::page(call, groups),
        "page": page, "per_page": per_page,
        "page_next": world.groups.len() > page.saturating_mul(per_page),
    });
    Ok(Response::json(200, &body))
}

fn show_group(world: &World, group: &Group) -> Value {
    let creator = group.members.first().and_then(|id| world.user(id));
    let bases = world.bases.iter();
    let bases = bases.filter(|base| base.workspace_id == group.workspace_id);
    json!({
        "id": group.id, "group_name": group.name, "ctime": time::iso(group.created_ms),
        "creator_name": creator.map(|user| user.name.as_str()).unwrap_or_default(),
        "creator_email": creator.map(|user| user.id.as_str()).unwrap_or_default(),
        "creator_contact_email": creator.map(|user| user.contact_email.as_str()).unwrap_or_default(),
        "size": stored(bases),
    })
}

/// Returns how many bytes the files of bases take.
fn stored<'a>(bases: impl Iterator<Item = &'a Base>) -> usize {
    let assets = bases.flat_map(|base| &base.assets);
    assets.map(|asset| asset.bytes.len()).sum()
}

/// Returns the page of a list that the query asks for.
pub(crate) fn page(call: &Call<'_>, entries: impl Iterator<Item = Value>) -> Vec<Value> {
    let (page, per_page) = page_numbers(call);
    entries
        .skip((page - 1).saturating_mul(per_page))
        .take(per_page)
        .collect()
}

/// Returns which page the query asks for, and how many entries fill one.
fn page_numbers(call: &Call<'_>) -> (usize, usize) {
    let number = |name, default| {
        let number: Option<usize> = call.query(name).and_then(|n| n.parse().ok());
        number.unwrap_or(default).max(1)
    };
    (number("page", 1), number("per_page", PER_PAGE))
}

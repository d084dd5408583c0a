//! Workspaces and the bases in them, as a user sees them.

use super::show::BASE;
use super::{favorites, folders, shares, view_shares};
use crate::fault::Fault;
use crate::json::{Value, json};
use crate::number;
use crate::route::{Answer, Call, Handler, Route, ok};
use crate::world::Workspace;

pub(crate) const ROUTES: &[Route] = &[
    (
        "GET",
        "/api/v2.1/workspaces/",
        Handler::Account(list_workspaces),
    ),
    (
        "GET",
        "/api/v2.1/user-admin-dtables/",
        Handler::Account(list_bases),
    ),
];

fn list_workspaces(call: &mut Call<'_>, user: &str) -> Answer {
    let is_detailed = call
        .query("detail")
        .is_none_or(|detail| !detail.eq_ignore_ascii_case("false"));
    let mut list = vec![
        json!({ "id": "", "name": "starred", "type": "starred" }),
        json!({ "id": "", "name": "shared", "type": "shared" }),
    ];
    if is_detailed {
        list[0]["table_list"] = favorites::starred(call);
        list[1]["shared_table_list"] = shares::shared_bases(call);
        list[1]["shared_view_list"] = view_shares::shared_views(call);
    }
    for workspace in call.world.workspaces(user) {
        list.push(show_workspace(call, &workspace, is_detailed));
    }
    ok(json!({ "workspace_list": list }))
}

fn show_workspace(call: &Call<'_>, workspace: &Workspace, is_detailed: bool) -> Value {
    let group = call
        .world
        .groups
        .iter()
        .find(|group| Some(group.id) == workspace.group_id);
    let kind = if group.is_some() { "group" } else { "personal" };
    let mut shown = json!({ "id": workspace.id, "name": workspace.name, "type": kind });
    if let Some(group) = group {
        for member in [
            "group_id",
            "group_owner",
            "group_admins",
            "group_member_count",
        ] {
            shown[member] = call.group_member(group, member);
        }
    }
    if is_detailed {
        shown["table_list"] = bases_in(call, workspace.id);
        shown["folders"] = folders::folders_in(call, workspace.id);
        if let Some(group) = group {
            shown["group_shared_dtables"] = shares::shared_with(call, group.id);
            shown["group_shared_views"] = view_shares::views_shared_with(call, group.id);
        }
    }
    shown
}

fn list_bases(call: &mut Call<'_>, user: &str) -> Answer {
    let mut personal = json!([]);
    let mut groups = Vec::new();
    for workspace in call.world.workspaces(user) {
        let bases = bases_in(call, workspace.id);
        match workspace.group_id {
            None => personal = bases,
            Some(id) => groups
                .push(json!({ "group_id": id, "group_name": workspace.name, "dtables": bases })),
        }
    }
    ok(json!({ "personal": personal, "groups": groups }))
}

fn bases_in(call: &Call<'_>, workspace_id: u64) -> Value {
    let bases = call.world.bases.iter();
    let bases = bases.filter(|base| base.workspace_id == workspace_id);
    bases.map(|base| call.show_base(base, BASE)).collect()
}

/// Reads the id of a workspace that the user may enter.
pub(crate) fn workspace(call: &Call<'_>, id: &str) -> Result<u64, Fault> {
    let wanted = number::natural(id).ok_or_else(|| Fault::web(400, "workspace_id invalid."))?;
    let mut workspaces = call.world.workspaces(&call.user).into_iter();
    let found = workspaces.any(|workspace| workspace.id == wanted);
    found
        .then_some(wanted)
        .ok_or_else(|| Fault::missing("Workspace", id))
}

pub(super) fn owned_workspace(call: &Call<'_>, owner: &str) -> Result<u64, Fault> {
    let workspaces = call.world.workspaces(&call.user);
    let found = workspaces.iter().find(|workspace| workspace.owner == owner);
    found
        .map(|workspace| workspace.id)
        .ok_or_else(|| Fault::web(400, "owner invalid."))
}

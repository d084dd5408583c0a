//! Deleted bases: a user's own, a group's, the team's.

use super::groups::administered;
use super::record::success;
use super::show::BASE;
use super::team::page;
use crate::fault::Fault;
use crate::json::{Value, json};
use crate::route::{Answer, Call, Handler, Route, ok};
use crate::world::{Base, World};

pub(crate) const ROUTES: &[Route] = &[
    ("GET", "/api/v2.1/trash-dtables/", Handler::Account(list)),
    (
        "DELETE",
        "/api/v2.1/trash-dtables/",
        Handler::Account(clear),
    ),
    (
        "PUT",
        "/api/v2.1/trash-dtables/{trashed_base_id}/",
        Handler::Account(restore),
    ),
    (
        "GET",
        "/api/v2.1/groups/{group_id}/trash-dtables/",
        Handler::Account(list_of_group),
    ),
    (
        "PUT",
        "/api/v2.1/groups/{group_id}/trash-dtables/{base_uuid}/",
        Handler::Account(restore_to_group),
    ),
    (
        "GET",
        "/api/v2.1/org/{org_id}/admin/trash-dtables/",
        Handler::TeamAdmin(list_of_team),
    ),
    (
        "DELETE",
        "/api/v2.1/org/{org_id}/admin/trash-dtables/",
        Handler::TeamAdmin(clear_team),
    ),
    (
        "PUT",
        "/api/v2.1/org/{org_id}/admin/trash-dtables/{base_uuid}/",
        Handler::TeamAdmin(restore_to_team),
    ),
];

impl World {
    /// Puts a base into the trash, where its tokens no longer find it.
    pub(crate) fn throw_away(&mut self, uuid: &str, now_ms: u64) {
        if let Some(place) = self.bases.iter().position(|base| base.uuid == uuid) {
            let mut base = self.bases.remove(place);
            base.deleted_ms = Some(now_ms);
            self.trash.push(base);
        }
    }
}

fn list(call: &mut Call<'_>, _user: &str) -> Answer {
    let bases = thrown_away(call, &own(call), "");
    let body = json!({ "count": bases.len(), "trash_dtable_list": page(call, bases.into()) });
    ok(body)
}

fn list_of_group(call: &mut Call<'_>, _user: &str) -> Answer {
    let workspace = administered(call)?.workspace_id;
    let bases = thrown_away(call, &|base| base.workspace_id == workspace, "");
    ok(json!({ "trash_dtable_list": bases }))
}

fn list_of_team(call: &mut Call<'_>, _user: &str) -> Answer {
    let bases = thrown_away(call, &|_| true, "owner");
    let body = json!({ "count": bases.len(), "dtable_list": page(call, bases.into()) });
    ok(body)
}

/// Shows the bases in the trash, with these members besides the usual.
fn thrown_away(call: &Call<'_>, is_meant: &dyn Fn(&Base) -> bool, more: &str) -> Vec<Value> {
    let names = format!("{BASE} deleted delete_time {more}");
    let bases = call.world.trash.iter().filter(|base| is_meant(base));
    bases.map(|base| call.show_base(base, &names)).collect()
}

/// Says which bases are from the workspace of the user who asks.
fn own(call: &Call<'_>) -> impl Fn(&Base) -> bool + use<> {
    let workspace = call.world.user(&call.user).map(|user| user.workspace_id);
    move |base| Some(base.workspace_id) == workspace
}

fn clear(call: &mut Call<'_>, _user: &str) -> Answer {
    let is_own = own(call);
    call.world.trash.retain(|base| !is_own(base));
    Ok(success())
}

fn clear_team(call: &mut Call<'_>, _user: &str) -> Answer {
    call.world.trash.clear();
    Ok(success())
}

fn restore(call: &mut Call<'_>, _user: &str) -> Answer {
    let id = call.parameter("trashed_base_id").to_owned();
    let is_own = own(call);
    bring_back(call, &|base| is_own(base) && base.id.to_string() == id)
}

fn restore_to_group(call: &mut Call<'_>, _user: &str) -> Answer {
    let workspace_id = administered(call)?.workspace_id;
    let uuid = call.parameter("base_uuid").to_owned();
    bring_back(call, &|base| {
        base.uuid == uuid && base.workspace_id == workspace_id
    })
}

fn restore_to_team(call: &mut Call<'_>, _user: &str) -> Answer {
    let uuid = call.parameter("base_uuid").to_owned();
    bring_back(call, &|base| base.uuid == uuid)
}

fn bring_back(call: &mut Call<'_>, is_meant: &dyn Fn(&Base) -> bool) -> Answer {
    let place = call.world.trash.iter().position(is_meant);
    let place = place.ok_or_else(|| Fault::web(404, "dtable not found."))?;
    let mut base = call.world.trash.remove(place);
    base.deleted_ms = None;
    let is_taken = |base: &Base| {
        let mut bases = call.world.bases.iter();
        bases.any(|other| other.workspace_id == base.workspace_id && other.name == base.name)
    };
    // Another may have taken its name since.
    while is_taken(&base) {
        base.name.push_str("(1)");
    }
    call.world.bases.push(base);
    Ok(success())
}

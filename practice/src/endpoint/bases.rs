//! Workspaces and the bases in them, as a user sees them.

use super::base_token::named_base;
use crate::fault::Fault;
use crate::json::json;
use crate::message::Response;
use crate::route::{Answer, Call, Handler, Route};
use crate::time;
use crate::world::{Base, Workspace, World};
use serde_json::Value;

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
    ("POST", "/api/v2.1/dtables/", Handler::Account(create)),
    ("POST", "/api/v2.1/dtable-copy/", Handler::Account(copy)),
    (
        "DELETE",
        "/api/v2.1/workspace/{workspace_id}/dtable/",
        Handler::Account(delete),
    ),
    (
        "GET",
        "/api/v2.1/workspace/{workspace_id}/dtable/{base_name}/",
        Handler::Account(get),
    ),
];

fn list_workspaces(call: &mut Call<'_>, user: &str) -> Answer {
    let detailed = call
        .query("detail")
        .is_none_or(|detail| !detail.eq_ignore_ascii_case("false"));
    let mut list = vec![
        json!({ "id": "", "name": "starred", "type": "starred" }),
        json!({ "id": "", "name": "shared", "type": "shared" }),
    ];
    if detailed {
        list[0]["table_list"] = json!([]);
        list[1]["shared_table_list"] = json!([]);
        list[1]["shared_view_list"] = json!([]);
    }
    for workspace in call.world.workspaces(user) {
        list.push(show_workspace(call.world, &workspace, detailed));
    }
    Ok(Response::json(200, &json!({ "workspace_list": list })))
}

fn show_workspace(world: &World, workspace: &Workspace, detailed: bool) -> Value {
    let kind = if workspace.group_id.is_some() {
        "group"
    } else {
        "personal"
    };
    let mut shown = json!({ "id": workspace.id, "name": workspace.name, "type": kind });
    if let Some(group_id) = workspace.group_id {
        shown["group_id"] = group_id.into();
        shown["group_owner"] = workspace.owner.clone().into();
    }
    if detailed {
        shown["table_list"] = bases_in(world, workspace.id);
        shown["folders"] = json!([]);
    }
    shown
}

fn list_bases(call: &mut Call<'_>, user: &str) -> Answer {
    let mut personal = json!([]);
    let mut groups = Vec::new();
    for workspace in call.world.workspaces(user) {
        let bases = bases_in(call.world, workspace.id);
        match workspace.group_id {
            None => personal = bases,
            Some(id) => groups
                .push(json!({ "group_id": id, "group_name": workspace.name, "dtables": bases })),
        }
    }
    Ok(Response::json(
        200,
        &json!({ "personal": personal, "groups": groups }),
    ))
}

fn bases_in(world: &World, workspace_id: u64) -> Value {
    let bases = world
        .bases
        .iter()
        .filter(|base| base.workspace_id == workspace_id);
    bases.map(|base| show(world, base)).collect()
}

fn show(world: &World, base: &Base) -> Value {
    let name = world
        .user(&base.owner)
        .map(|user| user.name.as_str())
        .unwrap_or_default();
    json!({
        "id": base.id, "workspace_id": base.workspace_id, "uuid": base.uuid, "name": base.name,
        "creator": name, "modifier": name,
        "created_at": time::iso(base.created_ms), "updated_at": time::iso(base.updated_ms),
        "color": base.color, "text_color": null, "icon": base.icon,
        "is_encrypted": false, "in_storage": true, "starred": false,
    })
}

/// Writes a base as `createBase` answers it, in a wrapper called `table`.
fn created(base: &Base) -> Value {
    json!({ "table": {
        "id": base.id, "workspace_id": base.workspace_id, "uuid": base.uuid, "name": base.name,
        "created_at": time::iso(base.created_ms), "updated_at": time::iso(base.updated_ms),
        "color": base.color, "text_color": null, "icon": base.icon,
        "is_encrypted": false, "in_storage": true,
    }})
}

fn create(call: &mut Call<'_>, user: &str) -> Answer {
    let form = call.form();
    let name = form
        .filled("name")
        .ok_or_else(|| Fault::web(400, "name invalid."))?;
    let workspace_id = match (form.filled("workspace_id"), form.filled("owner")) {
        (Some(id), _) => workspace(call, user, id)?,
        // The Python client names the owner instead.
        (None, Some(owner)) => owned_workspace(call, user, owner)?,
        (None, None) => return Err(Fault::web(400, "workspace_id invalid.")),
    };
    check_name_is_free(call.world, workspace_id, name)?;
    let now_ms = call.now_ms();
    let mut base = Base::fresh(&mut call.world.ids, name, workspace_id, user, now_ms);
    base.icon = form.filled("icon").map(str::to_owned);
    base.color = form.filled("color").map(str::to_owned);
    let body = created(&base);
    call.world.bases.push(base);
    Ok(Response::json(201, &body))
}

fn copy(call: &mut Call<'_>, user: &str) -> Answer {
    let form = call.form();
    let name = form
        .filled("name")
        .ok_or_else(|| Fault::web(400, "name invalid."))?;
    let source = workspace(
        call,
        user,
        form.field("src_workspace_id").unwrap_or_default(),
    )?;
    let target = workspace(
        call,
        user,
        form.field("dst_workspace_id").unwrap_or_default(),
    )?;
    let mut bases = call.world.bases.iter();
    let original = bases.find(|base| base.workspace_id == source && base.name == name);
    let missing = || Fault::web(404, format!("dtable {name} not found."));
    let mut base = original.ok_or_else(missing)?.clone();
    if source == target {
        base.name = format!("{name}(1)");
    }
    check_name_is_free(call.world, target, &base.name)?;
    base.id = call.world.ids.number();
    base.uuid = call.world.ids.uuid();
    base.workspace_id = target;
    base.created_ms = call.now_ms();
    let body = json!({ "dtable": show(call.world, &base) });
    call.world.bases.push(base);
    Ok(Response::json(200, &body))
}

fn get(call: &mut Call<'_>, user: &str) -> Answer {
    let base = named_base(call, user)?;
    Ok(Response::json(200, &show(call.world, base)))
}

fn delete(call: &mut Call<'_>, user: &str) -> Answer {
    let id = workspace(call, user, call.parameter("workspace_id"))?;
    let form = call.form();
    let name = form
        .filled("name")
        .ok_or_else(|| Fault::web(400, "name invalid."))?;
    let mut bases = call.world.bases.iter();
    let position = bases.position(|base| base.workspace_id == id && base.name == name);
    let missing = || Fault::web(404, format!("dtable {name} not found."));
    call.world.bases.remove(position.ok_or_else(missing)?);
    Ok(Response::json(200, &json!({ "success": true })))
}

/// Reads the id of a workspace that the user may enter.
fn workspace(call: &Call<'_>, user: &str, id: &str) -> Result<u64, Fault> {
    let wanted = id
        .parse::<u64>()
        .map_err(|_| Fault::web(400, "workspace_id invalid."))?;
    let workspaces = call.world.workspaces(user);
    let found = workspaces.iter().any(|workspace| workspace.id == wanted);
    found
        .then_some(wanted)
        .ok_or_else(|| Fault::web(404, format!("Workspace {id} not found.")))
}

fn owned_workspace(call: &Call<'_>, user: &str, owner: &str) -> Result<u64, Fault> {
    let workspaces = call.world.workspaces(user);
    let found = workspaces.iter().find(|workspace| workspace.owner == owner);
    found
        .map(|workspace| workspace.id)
        .ok_or_else(|| Fault::web(400, "owner invalid."))
}

fn check_name_is_free(world: &World, workspace_id: u64, name: &str) -> Result<(), Fault> {
    let mut bases = world.bases.iter();
    if bases.any(|base| base.workspace_id == workspace_id && base.name == name) {
        return Err(Fault::web(
            400,
            format!("Base {name} already exists in this workspace."),
        ));
    }
    Ok(())
}

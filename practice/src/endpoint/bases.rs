//! Bases, as their users look after them.

use super::base_token::{base_in, base_of_uuid, named_base, visible_base};
use super::record::success;
use super::show::BASE;
use super::workspaces::{owned_workspace, workspace};
use crate::fault::Fault;
use crate::json::{Value, json};
use crate::message::Response;
use crate::route::{Answer, Call, Handler, Route, ok};
use crate::world::{Base, World};

pub(crate) const ROUTES: &[Route] = &[
    (
        "GET",
        "/api/v2.1/dtable/items-search/",
        Handler::Account(search),
    ),
    ("POST", "/api/v2.1/dtables/", Handler::Account(create)),
    ("POST", "/api/v2.1/dtable-copy/", Handler::Account(copy)),
    (
        "POST",
        "/api/v2.1/dtable-external-link/dtable-copy/",
        Handler::Account(copy_from_link),
    ),
    ("PUT", IN_WORKSPACE, Handler::Account(update)),
    ("DELETE", IN_WORKSPACE, Handler::Account(delete)),
    (
        "GET",
        "/api/v2.1/workspace/{workspace_id}/dtable/{base_name}/",
        Handler::Account(get),
    ),
    (
        "PUT",
        "/api/v2.1/workspace/{workspace_id}/dtable/{base_name}/password/",
        Handler::Account(set_password),
    ),
    (
        "GET",
        "/api/v2.1/dtable/{base_uuid}/size/",
        Handler::Account(size),
    ),
    (
        "PUT",
        "/api/v2.1/dtable/{base_uuid}/repair/",
        Handler::Account(repair),
    ),
];

const IN_WORKSPACE: &str = "/api/v2.1/workspace/{workspace_id}/dtable/";

/// What is shown of a base that was just made.
const CREATED: &str =
    "id workspace_id uuid name created_at updated_at color text_color icon is_encrypted in_storage";

/// Searches the names of bases. There are no apps here.
fn search(call: &mut Call<'_>, user: &str) -> Answer {
    let wanted = call
        .query("query_str")
        .unwrap_or_default()
        .to_ascii_lowercase();
    let is_for_bases = call.query("query_type") != Some("app");
    let bases = call.world.bases.iter().filter(|base| {
        is_for_bases
            && base.name.to_ascii_lowercase().contains(&wanted)
            && call.world.permission(user, base).is_some()
    });
    let names = "id workspace_id uuid name created_at updated_at color text_color icon is_encrypted in_storage \
        group_name type starred";
    let found: Value = bases.map(|base| call.show_base(base, names)).collect();
    ok(json!({ "results": found }))
}

fn create(call: &mut Call<'_>, user: &str) -> Answer {
    let form = call.form();
    let name = form.required("name")?;
    let workspace_id = match (form.filled("workspace_id"), form.filled("owner")) {
        (Some(id), _) => workspace(call, id)?,
        // The Python client names the owner instead.
        (None, Some(owner)) => owned_workspace(call, owner)?,
        (None, None) => return Err(Fault::web(400, "workspace_id invalid.")),
    };
    check_name_is_free(call.world, workspace_id, name)?;
    let now_ms = call.now_ms();
    let mut base = Base::fresh(&mut call.world.ids, name, workspace_id, user, now_ms);
    base.icon = form.filled("icon").map(str::to_owned);
    base.color = form.filled("color").map(str::to_owned);
    let body = json!({ "table": call.show_base(&base, CREATED) });
    call.world.bases.push(base);
    Ok(Response::json(201, body))
}

fn copy(call: &mut Call<'_>, _user: &str) -> Answer {
    let form = call.form();
    let name = form.required("name")?;
    let source = workspace(call, form.field("src_workspace_id").unwrap_or_default())?;
    let target = workspace(call, form.field("dst_workspace_id").unwrap_or_default())?;
    let mut base = base_in(call, source, name)?.clone();
    if source == target {
        base.name = format!("{name}(1)");
    }
    check_name_is_free(call.world, target, &base.name)?;
    Ok(add_copy(call, base, target))
}

fn copy_from_link(call: &mut Call<'_>, _user: &str) -> Answer {
    let form = call.form();
    let link = form.required("link")?.trim_end_matches('/');
    let target = workspace(call, form.field("dst_workspace_id").unwrap_or_default())?;
    let token = link.rsplit('/').next().unwrap_or_default();
    let mut records = call.world.records.iter();
    let found = records.find(|record| record.kind == "external link" && record.has("token", token));
    let base = found.and_then(|link| call.world.base(&link.owner));
    let base = base.ok_or_else(|| Fault::missing("link", link))?.clone();
    check_name_is_free(call.world, target, &base.name)?;
    Ok(add_copy(call, base, target))
}

/// Adds a copy of a base to a workspace.
pub(crate) fn add_copy(call: &mut Call<'_>, mut base: Base, workspace_id: u64) -> Response {
    base.id = call.world.ids.number();
    base.uuid = call.world.ids.uuid();
    base.workspace_id = workspace_id;
    base.folder = None;
    base.created_ms = call.now_ms();
    let body = json!({ "dtable": call.show_base(&base, BASE) });
    call.world.bases.push(base);
    Response::json(200, body)
}

fn get(call: &mut Call<'_>, _user: &str) -> Answer {
    let (base, _) = visible_base(call)?;
    ok(call.show_base(base, BASE))
}

fn update(call: &mut Call<'_>, _user: &str) -> Answer {
    let form = call.form();
    let workspace = workspace(call, call.parameter("workspace_id"))?;
    let base = base_in(call, workspace, form.required("name")?)?;
    let uuid = base.uuid.clone();
    let new_name = form.filled("new_name").filter(|name| *name != base.name);
    if let Some(name) = new_name {
        check_name_is_free(call.world, workspace, name)?;
    }
    let base = call.world.open(&uuid)?.1;
    for (member, field) in [(&mut base.icon, "icon"), (&mut base.color, "color")] {
        if let Some(value) = form.filled(field) {
            *member = Some(value.to_owned());
        }
    }
    if let Some(name) = new_name {
        name.clone_into(&mut base.name);
    }
    shown_as_table(call, &uuid)
}

/// Answers a base in a wrapper called `table`.
fn shown_as_table(call: &Call<'_>, uuid: &str) -> Answer {
    let base = base_of_uuid(call, uuid)?;
    let shown = call.show_base(base, "id workspace_id uuid name creator modifier created_at updated_at color text_color icon is_encrypted");
    ok(json!({ "table": shown }))
}

/// Sets what a browser asks for before it opens the base. The API asks for nothing.
fn set_password(call: &mut Call<'_>, _user: &str) -> Answer {
    let form = call.form();
    let base = named_base(call)?;
    let (uuid, current) = (base.uuid.clone(), base.password.clone());
    let given = form.required("password")?.to_owned();
    let operation = form.required("operation")?;
    if operation != "password_add" && current.as_ref() != Some(&given) {
        return Err(Fault::web(400, "password invalid."));
    }
    let password = match operation {
        "password_add" => Some(given),
        "password_modify" => Some(form.required("new_password")?.to_owned()),
        "password_unset" => None,
        _ => return Err(Fault::web(400, "operation invalid.")),
    };
    call.world.open(&uuid)?.1.password = password;
    shown_as_table(call, &uuid)
}

/// Answers how long the base is as JSON, roughly.
fn size(call: &mut Call<'_>, _user: &str) -> Answer {
    let base = base_of_uuid(call, call.parameter("base_uuid"))?;
    let tables = base.tables.iter();
    let size: usize = tables
        .map(|table| table.to_json().to_string().len() + table.rows.len() * 200)
        .sum();
    ok(json!({ "result": size }))
}

/// Nothing breaks here, so there is nothing to repair.
fn repair(call: &mut Call<'_>, _user: &str) -> Answer {
    base_of_uuid(call, call.parameter("base_uuid"))?;
    Ok(success())
}

fn delete(call: &mut Call<'_>, _user: &str) -> Answer {
    let id = workspace(call, call.parameter("workspace_id"))?;
    let form = call.form();
    let uuid = base_in(call, id, form.required("name")?)?.uuid.clone();
    let now_ms = call.now_ms();
    call.world.throw_away(&uuid, now_ms);
    Ok(success())
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

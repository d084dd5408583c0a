//! Groups, as their members see them and their admins look after them.

use super::group_members::is_member;
use super::record::success;
use super::team_users::is_true;
use crate::fault::Fault;
use crate::json::Value;
use crate::message::Response;
use crate::route::{Answer, Call, Handler, Route, ok};
use crate::world::{Group, World};

pub(crate) const ROUTES: &[Route] = &[
    (
        "PUT",
        "/api/v2.1/groups/move-group/",
        Handler::Account(order),
    ),
    ("GET", GROUPS, Handler::Account(list)),
    ("POST", GROUPS, Handler::Account(create)),
    ("GET", GROUP, Handler::Account(get)),
    ("PUT", GROUP, Handler::Account(update)),
    ("DELETE", GROUP, Handler::Account(delete)),
    ("GET", "/api/v2.1/search-group/", Handler::Account(search)),
];

const GROUPS: &str = "/api/v2.1/groups/";

const GROUP: &str = "/api/v2.1/groups/{group_id}/";

const SHOWN: &str = "id parent_group_id name owner created_at admins";

fn list(call: &mut Call<'_>, user: &str) -> Answer {
    let groups = call.world.groups_of(user);
    let groups: Value = groups.map(|group| call.show_group(group, SHOWN)).collect();
    ok(groups)
}

/// The document says nothing of the answer but that it is a 201. Here it is the group, as after a change.
fn create(call: &mut Call<'_>, user: &str) -> Answer {
    let form = call.form();
    let group = add(call, form.required("name")?, user);
    Ok(Response::json(201, group_with_picture(call, group)))
}

/// Adds a group with its workspace and returns its place.
pub(super) fn add(call: &mut Call<'_>, name: &str, owner: &str) -> usize {
    let created_ms = call.now_ms();
    let World { ids, groups, .. } = &mut *call.world;
    groups.push(Group {
        id: ids.number(),
        name: name.to_owned(),
        workspace_id: ids.number(),
        created_ms,
        members: vec![owner.to_owned()],
        admins: vec![owner.to_owned()],
    });
    groups.len() - 1
}

fn group_with_picture(call: &Call<'_>, place: usize) -> Value {
    call.show_group(&call.world.groups[place], &format!("{SHOWN} avatar_url"))
}

fn get(call: &mut Call<'_>, user: &str) -> Answer {
    let group = &call.world.groups[place(call)?];
    check(group.members.iter().any(|member| member == user))?;
    ok(call.show_group(group, SHOWN))
}

fn update(call: &mut Call<'_>, _user: &str) -> Answer {
    administered(call)?;
    let (place, form) = (place(call)?, call.form());
    change(call, place, form.filled("name"), form.filled("owner"))?;
    ok(group_with_picture(call, place))
}

/// Gives a group another name, and to another of its members.
pub(super) fn change(
    call: &mut Call<'_>,
    place: usize,
    name: Option<&str>,
    owner: Option<&str>,
) -> Result<(), Fault> {
    let group = &mut call.world.groups[place];
    if let Some(owner) = owner {
        is_member(group, owner)?;
        group.admins.retain(|admin| admin != owner);
        group.admins.insert(0, owner.to_owned());
    }
    if let Some(name) = name {
        name.clone_into(&mut group.name);
    }
    Ok(())
}

fn delete(call: &mut Call<'_>, _user: &str) -> Answer {
    administered(call)?;
    let place = place(call)?;
    remove(call, place)
}

/// Removes a group, if it has no bases.
pub(super) fn remove(call: &mut Call<'_>, place: usize) -> Answer {
    let workspace = call.world.groups[place].workspace_id;
    if call
        .world
        .bases
        .iter()
        .any(|base| base.workspace_id == workspace)
    {
        return Err(Fault::web(400, "Cannot delete group with bases"));
    }
    call.world.groups.remove(place);
    Ok(success())
}

/// Puts a group before another, or last.
fn order(call: &mut Call<'_>, _user: &str) -> Answer {
    let form = call.form();
    let from = named(call, form.required("group_id")?)?;
    let to = form
        .filled("anchor_group_id")
        .map(|anchor| named(call, anchor))
        .transpose()?;
    let groups = &mut call.world.groups;
    let group = groups.remove(from);
    let to = to.map_or(groups.len(), |to| to - usize::from(to > from));
    let is_last = form.filled("to_last").is_some_and(is_true);
    groups.insert(if is_last { groups.len() } else { to }, group);
    Ok(success())
}

fn search(call: &mut Call<'_>, user: &str) -> Answer {
    let wanted = call.query("q").unwrap_or_default();
    let groups = call
        .world
        .groups_of(user)
        .filter(|group| group.name.contains(wanted));
    let groups: Value = groups
        .map(|group| call.show_group(group, "id name owner created_at"))
        .collect();
    ok(groups)
}

/// Returns the place of the group that the path names.
pub(super) fn place(call: &Call<'_>) -> Result<usize, Fault> {
    named(call, call.parameter("group_id"))
}

fn named(call: &Call<'_>, id: &str) -> Result<usize, Fault> {
    let place = call
        .world
        .groups
        .iter()
        .position(|group| group.id.to_string() == id);
    place.ok_or_else(|| Fault::missing("Group", id))
}

/// Returns the group that the path names, if the user who asks is an admin of it.
pub(super) fn administered<'a>(call: &'a Call<'_>) -> Result<&'a Group, Fault> {
    let group = &call.world.groups[place(call)?];
    check(group.admins.contains(&call.user))?;
    Ok(group)
}

pub(super) fn check(is_allowed: bool) -> Result<(), Fault> {
    is_allowed
        .then_some(())
        .ok_or_else(|| Fault::web(403, "Permission denied."))
}

//! Who is in a group, and who looks after it.

use super::groups::{administered, check, place};
use super::team_users::is_true;
use crate::fault::Fault;
use crate::json::{Value, json};
use crate::message::Response;
use crate::route::{Answer, Call, Handler, Route, ok};
use crate::world::{Group, User};

pub(crate) const ROUTES: &[Route] = &[
    ("GET", MEMBERS, Handler::Account(list_members)),
    ("POST", MEMBERS, Handler::Account(add_member)),
    ("PUT", MEMBER, Handler::Account(change_role)),
    ("DELETE", MEMBER, Handler::Account(remove_member)),
    (
        "GET",
        "/api/v2.1/groups/{group_id}/search-member/",
        Handler::Account(search_members),
    ),
];

const MEMBERS: &str = "/api/v2.1/groups/{group_id}/members/";

const MEMBER: &str = "/api/v2.1/groups/{group_id}/members/{group_member}/";

fn list_members(call: &mut Call<'_>, user: &str) -> Answer {
    let group = &call.world.groups[place(call)?];
    check(group.members.iter().any(|member| member == user))?;
    let mut members = Vec::new();
    for member in people(call, group) {
        let mut shown = show_member(
            call,
            group,
            member,
            "name email contact_email is_admin role group_id",
        );
        shown["is_admin"] = u8::from(shown["is_admin"] == true).into();
        shown["role"] = role(group, &member.id).to_ascii_lowercase().into();
        members.push(shown);
    }
    ok(json!(members))
}

/// Returns the members of a group.
pub(super) fn people<'a>(call: &'a Call<'_>, group: &'a Group) -> impl Iterator<Item = &'a User> {
    group.members.iter().filter_map(|id| call.world.user(id))
}

/// Shows these members of a user who is in a group.
pub(super) fn show_member(call: &Call<'_>, group: &Group, user: &User, names: &str) -> Value {
    super::show::members(names, &|name| match name {
        "group_id" => group.id.into(),
        "is_admin" => group.admins.contains(&user.id).into(),
        "role" => role(group, &user.id).into(),
        name => call.user_member(user, name),
    })
}

fn role(group: &Group, user: &str) -> &'static str {
    match group.admins.iter().position(|admin| admin == user) {
        Some(0) => "Owner",
        Some(_) => "Admin",
        None => "Member",
    }
}

fn add_member(call: &mut Call<'_>, _user: &str) -> Answer {
    administered(call)?;
    let (place, form) = (place(call)?, call.form());
    let shown = join(
        call,
        place,
        form.required("email")?,
        "group_id name email contact_email login_id is_admin role",
    );
    Ok(Response::json(
        201,
        shown.map_err(|text| Fault::web(400, text))?,
    ))
}

/// Takes a user into a group, and shows these members of theirs.
pub(super) fn join(
    call: &mut Call<'_>,
    place: usize,
    email: &str,
    names: &str,
) -> Result<Value, String> {
    let user = call.world.user_by_login(email).cloned();
    let user = user.ok_or_else(|| format!("User {email} not found."))?;
    let group = &mut call.world.groups[place];
    if group.members.contains(&user.id) {
        return Err(format!("User {} is already a group member.", user.name));
    }
    group.members.push(user.id.clone());
    Ok(show_member(call, &call.world.groups[place], &user, names))
}

fn change_role(call: &mut Call<'_>, _user: &str) -> Answer {
    administered(call)?;
    let (place, member) = (place(call)?, call.parameter("group_member").to_owned());
    set_role(call, place, &member)?;
    Ok(done())
}

/// Makes a member an admin, or an admin a member, as the request says.
pub(super) fn set_role(call: &mut Call<'_>, place: usize, user: &str) -> Result<(), Fault> {
    let form = call.form();
    let is_admin = is_true(form.required("is_admin")?);
    let group = &mut call.world.groups[place];
    is_member(group, user)?;
    check(group.owner() != user)?;
    group.admins.retain(|admin| admin != user);
    if is_admin {
        group.admins.push(user.to_owned());
    }
    Ok(())
}

/// Admins send members away, and everybody may leave.
fn remove_member(call: &mut Call<'_>, user: &str) -> Answer {
    let (place, member) = (place(call)?, call.parameter("group_member").to_owned());
    if member != user {
        administered(call)?;
    }
    leave(call, place, &member)?;
    Ok(done())
}

/// Takes a member out of a group. Its owner stays.
pub(super) fn leave(call: &mut Call<'_>, place: usize, user: &str) -> Result<(), Fault> {
    let group = &mut call.world.groups[place];
    is_member(group, user)?;
    check(group.owner() != user)?;
    group.members.retain(|member| member != user);
    group.admins.retain(|admin| admin != user);
    Ok(())
}

/// Capitals count here, as SeaTable's document says.
fn search_members(call: &mut Call<'_>, _user: &str) -> Answer {
    let group = administered(call)?;
    let wanted = call.query("q").unwrap_or_default();
    let found =
        people(call, group).filter(|user| user.name.contains(wanted) || user.id.contains(wanted));
    let names = "group_id name email contact_email login_id avatar_url is_admin role";
    let found: Value = found
        .map(|user| show_member(call, group, user, names))
        .collect();
    ok(found)
}

pub(super) fn is_member(group: &Group, user: &str) -> Result<(), Fault> {
    let is_member = group.members.iter().any(|member| member == user);
    is_member
        .then_some(())
        .ok_or_else(|| Fault::missing("User", user))
}

/// As the document shows it: a text, not a flag.
fn done() -> Response {
    Response::json(200, json!({ "success": "true" }))
}

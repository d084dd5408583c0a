//! Groups, as the team's admin looks after them.

use super::group_members::{self, people, show_member};
use super::groups::{self, place};
use super::record::success;
use super::team::{page, page_numbers};
use crate::fault::Fault;
use crate::json::{Value, json};
use crate::message::Response;
use crate::route::{Answer, Call, Handler, Route, ok};

pub(crate) const ROUTES: &[Route] = &[
    ("GET", GROUPS, Handler::TeamAdmin(list)),
    ("POST", GROUPS, Handler::TeamAdmin(add)),
    ("GET", GROUP, Handler::TeamAdmin(get)),
    ("PUT", GROUP, Handler::TeamAdmin(update)),
    ("DELETE", GROUP, Handler::TeamAdmin(delete)),
    (
        "GET",
        "/api/v2.1/org/{org_id}/admin/groups/{group_id}/dtables/",
        Handler::TeamAdmin(list_bases),
    ),
    ("GET", MEMBERS, Handler::TeamAdmin(list_members)),
    ("POST", MEMBERS, Handler::TeamAdmin(add_members)),
    ("PUT", MEMBER, Handler::TeamAdmin(change_role)),
    ("DELETE", MEMBER, Handler::TeamAdmin(remove_member)),
];

const GROUPS: &str = "/api/v2.1/org/{org_id}/admin/groups/";
const GROUP: &str = "/api/v2.1/org/{org_id}/admin/groups/{group_id}/";
const MEMBERS: &str = "/api/v2.1/org/{org_id}/admin/groups/{group_id}/members/";
const MEMBER: &str = "/api/v2.1/org/{org_id}/admin/groups/{group_id}/members/{user_id}/";
const SHOWN: &str = "id group_name ctime creator_email creator_name creator_contact_email";

fn list(call: &mut Call<'_>, _user: &str) -> Answer {
    let groups = call.world.groups.iter();
    let groups = groups.map(|group| call.show_group(group, &format!("{SHOWN} size")));
    let (number, per_page) = page_numbers(call);
    let body = json!({
        "groups": page(call, groups.collect()),
        "page": number, "per_page": per_page,
        "page_next": call.world.groups.len() > number.saturating_mul(per_page),
    });
    ok(body)
}

fn add(call: &mut Call<'_>, admin: &str) -> Answer {
    let form = call.form();
    let owner = form.filled("group_owner").unwrap_or(admin);
    let missing = || Fault::missing("User", owner);
    let owner = call
        .world
        .user_by_login(owner)
        .ok_or_else(missing)?
        .id
        .clone();
    let place = groups::add(call, form.required("group_name")?, &owner);
    Ok(shown(call, place, SHOWN))
}

fn shown(call: &Call<'_>, place: usize, names: &str) -> Response {
    Response::json(200, call.show_group(&call.world.groups[place], names))
}

fn get(call: &mut Call<'_>, _user: &str) -> Answer {
    Ok(shown(call, place(call)?, SHOWN))
}

fn update(call: &mut Call<'_>, _user: &str) -> Answer {
    let (place, form) = (place(call)?, call.form());
    groups::change(
        call,
        place,
        form.filled("new_group_name"),
        form.filled("new_owner"),
    )?;
    Ok(shown(call, place, &format!("{SHOWN} size")))
}

fn delete(call: &mut Call<'_>, _user: &str) -> Answer {
    let place = place(call)?;
    groups::remove(call, place)
}

fn list_bases(call: &mut Call<'_>, _user: &str) -> Answer {
    let workspace = call.world.groups[place(call)?].workspace_id;
    let bases = call
        .world
        .bases
        .iter()
        .filter(|base| base.workspace_id == workspace);
    let names = "id workspace_id uuid name creator owner creator_email modifier created_at updated_at rows_count";
    let bases: Value = bases.map(|base| call.show_base(base, names)).collect();
    ok(json!({ "tables": bases }))
}

fn list_members(call: &mut Call<'_>, _user: &str) -> Answer {
    let group = &call.world.groups[place(call)?];
    let names = "name email contact_email avatar_url is_admin role";
    let members = people(call, group).map(|user| show_member(call, group, user, names));
    let mut body = call.show_group(group, "org_id group_id group_name");
    body["members"] = members.collect();
    ok(body)
}

fn add_members(call: &mut Call<'_>, _user: &str) -> Answer {
    let (place, form) = (place(call)?, call.form());
    let (mut failed, mut success) = (Vec::new(), Vec::new());
    let names = "group_id name email contact_email login_id avatar_url is_admin role";
    for email in form.all("email").flat_map(|emails| emails.split(',')) {
        match group_members::join(call, place, email, names) {
            Ok(shown) => success.push(shown),
            Err(text) => failed.push(json!({ "email": email, "error_msg": text })),
        }
    }
    ok(json!({ "failed": failed, "success": success }))
}

fn change_role(call: &mut Call<'_>, _user: &str) -> Answer {
    let (place, user) = (place(call)?, call.parameter("user_id").to_owned());
    group_members::set_role(call, place, &user)?;
    Ok(success())
}

fn remove_member(call: &mut Call<'_>, _user: &str) -> Answer {
    let (place, user) = (place(call)?, call.parameter("user_id").to_owned());
    group_members::leave(call, place, &user)?;
    Ok(success())
}

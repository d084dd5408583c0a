//! The users of the team, as its admin looks after them.

use super::record::success;
use super::team::page;
use crate::fault::Fault;
use crate::form::Form;
use crate::json::json;
use crate::route::{Answer, Call, Handler, Route, ok};
use crate::world::User;

pub(crate) const ROUTES: &[Route] = &[
    (
        "GET",
        "/api/v2.1/org/{org_id}/admin/users/",
        Handler::TeamAdmin(list),
    ),
    (
        "POST",
        "/api/v2.1/org/{org_id}/admin/users/",
        Handler::TeamAdmin(add),
    ),
    ("GET", USER, Handler::TeamAdmin(get)),
    ("PUT", USER, Handler::TeamAdmin(update)),
    ("DELETE", USER, Handler::TeamAdmin(delete)),
    (
        "PUT",
        "/api/v2.1/org/{org_id}/admin/users/{user_id}/set-password/",
        Handler::TeamAdmin(reset_password),
    ),
    ("PUT", TWO_FACTOR, Handler::TeamAdmin(enforce_two_factor)),
    ("DELETE", TWO_FACTOR, Handler::TeamAdmin(disable_two_factor)),
];

const USER: &str = "/api/v2.1/org/{org_id}/admin/users/{user_id}/";
const TWO_FACTOR: &str = "/api/v2.1/org/{org_id}/admin/users/{user_id}/two-factor-auth/";
const LISTED: &str = "id email name contact_email id_in_org is_active is_org_admin ctime last_login quota quota_total \
    quota_usage self_usage";

fn list(call: &mut Call<'_>, _admin: &str) -> Answer {
    let users = call
        .world
        .users
        .iter()
        .map(|user| call.show_user(user, LISTED));
    let users = page(call, users.collect());
    ok(json!({ "user_list": users }))
}

fn add(call: &mut Call<'_>, _admin: &str) -> Answer {
    let form = call.form();
    let field = |name: &'static str| {
        form.filled(name)
            .ok_or_else(|| Fault::web(400, format!("{name} invalid.")))
    };
    let (email, password) = (field("email")?, field("password")?);
    if !is_email(email) {
        return Err(Fault::web(400, "email invalid."));
    }
    let mut former = call.world.team.former_emails.iter();
    if former.any(|old| old.eq_ignore_ascii_case(email))
        || call.world.user_by_login(email).is_some()
    {
        return Err(Fault::web(400, format!("User {email} already exists.")));
    }
    let user = new_user(call, &form, email, password);
    let with_workspace = form.field("with_workspace").is_some_and(is_true);
    let workspace_id = if with_workspace {
        json!(user.workspace_id)
    } else {
        json!("")
    };
    let names = "id is_active ctime name email contact_email last_login self_usage quota";
    let mut body = call.show_user(&user, names);
    body["workspace_id"] = workspace_id;
    call.world.users.push(user);
    ok(body)
}

fn new_user(call: &mut Call<'_>, form: &Form, email: &str, password: &str) -> User {
    let created_ms = call.now_ms();
    let ids = &mut call.world.ids;
    let name = form
        .filled("name")
        .or_else(|| email.split('@').next())
        .unwrap_or_default();
    User {
        id: ids.user(),
        number: ids.number(),
        name: name.to_owned(),
        contact_email: email.to_owned(),
        login_id: String::new(),
        password: password.to_owned(),
        avatar: User::AVATAR.to_owned(),
        token: ids.token("account"),
        workspace_id: ids.number(),
        is_admin: false,
        is_staff: false,
        is_active: true,
        created_ms,
        last_login_ms: None,
        force_2fa: false,
        device_code: None,
    }
}

/// Whether a text looks like an e-mail address.
pub(super) fn is_email(text: &str) -> bool {
    text.split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

/// Whether a text of a form means yes.
pub(super) fn is_true(text: &str) -> bool {
    text.eq_ignore_ascii_case("true") || text == "1"
}

fn get(call: &mut Call<'_>, _admin: &str) -> Answer {
    let names = "email name contact_email quota_usage quota_total avatar_url id_in_org has_default_device is_force_2fa \
        is_active is_org_admin";
    let id = named_user(call)?.id.clone();
    ok(json!(
        call.world.user(&id).map(|user| call.show_user(user, names))
    ))
}

fn update(call: &mut Call<'_>, _admin: &str) -> Answer {
    let form = call.form();
    let user = named_user(call)?;
    if let Some(name) = form.filled("name") {
        name.clone_into(&mut user.name);
    }
    if let Some(email) = form.filled("contact_email") {
        email.clone_into(&mut user.contact_email);
    }
    if let Some(flag) = form.filled("is_active") {
        user.is_active = is_true(flag);
    }
    if let Some(flag) = form.filled("is_staff") {
        user.is_admin = is_true(flag);
    }
    let id = user.id.clone();
    ok(json!(
        call.world
            .user(&id)
            .map(|user| call.show_user(user, LISTED))
    ))
}

/// Deletes a user. Their own bases go to the trash.
fn delete(call: &mut Call<'_>, admin: &str) -> Answer {
    let user = named_user(call)?;
    let (id, email, workspace_id) = (
        user.id.clone(),
        user.contact_email.clone(),
        user.workspace_id,
    );
    if id == admin {
        return Err(Fault::web(403, "You cannot delete yourself."));
    }
    call.world.team.former_emails.push(email);
    let now_ms = call.now_ms();
    let bases: Vec<String> = call
        .world
        .bases
        .iter()
        .filter(|base| base.workspace_id == workspace_id)
        .map(|base| base.uuid.clone())
        .collect();
    bases
        .iter()
        .for_each(|uuid| call.world.throw_away(uuid, now_ms));
    call.world.users.retain(|user| user.id != id);
    for group in &mut call.world.groups {
        group.members.retain(|member| *member != id);
        group.admins.retain(|member| *member != id);
    }
    Ok(success())
}

fn enforce_two_factor(call: &mut Call<'_>, _admin: &str) -> Answer {
    let force = call.form().field("force_2fa").map(is_true);
    let force = force.ok_or_else(|| Fault::web(400, "force_2fa invalid."))?;
    named_user(call)?.force_2fa = force;
    Ok(success())
}

/// Takes the user's device away. Whether one is demanded stays as it is.
fn disable_two_factor(call: &mut Call<'_>, _admin: &str) -> Answer {
    named_user(call)?.device_code = None;
    Ok(success())
}

fn reset_password(call: &mut Call<'_>, _admin: &str) -> Answer {
    let password = call.world.ids.hex(10);
    named_user(call)?.password.clone_from(&password);
    ok(json!({ "new_password": password }))
}

fn named_user<'a>(call: &'a mut Call<'_>) -> Result<&'a mut User, Fault> {
    let id = call.parameter("user_id").to_owned();
    let user = call.world.users.iter_mut().find(|user| user.id == id);
    user.ok_or_else(|| Fault::missing("User", &id))
}

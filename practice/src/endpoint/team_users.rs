//! The users of the team, as its admin looks after them.

use super::team::page;
use crate::fault::Fault;
use crate::form::Form;
use crate::json::json;
use crate::message::Response;
use crate::route::{Answer, Call, Handler, Route};
use crate::time;
use crate::world::User;
use serde_json::Value;

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
    ("PUT", TWO_FACTOR, Handler::TeamAdmin(enforce_two_factor)),
    ("DELETE", TWO_FACTOR, Handler::TeamAdmin(disable_two_factor)),
];

const USER: &str = "/api/v2.1/org/{org_id}/admin/users/{user_id}/";
const TWO_FACTOR: &str = "/api/v2.1/org/{org_id}/admin/users/{user_id}/two-factor-auth/";
/// No quota was set.
const NO_QUOTA: i64 = -2;

fn list(call: &mut Call<'_>, _admin: &str) -> Answer {
    let users = page(call, call.world.users.iter().map(show));
    Ok(Response::json(200, &json!({ "user_list": users })))
}

fn show(user: &User) -> Value {
    json!({
        "id": user.number, "email": user.id, "name": user.name,
        "contact_email": user.contact_email, "id_in_org": "",
        "is_active": user.is_active, "is_org_admin": user.is_admin,
        "ctime": time::iso(user.created_ms), "last_login": user.last_login_ms.map(time::iso),
        "quota": NO_QUOTA, "quota_total": NO_QUOTA, "quota_usage": 0, "self_usage": 0,
    })
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
    let body = json!({
        "id": user.number, "is_active": true, "ctime": time::iso(user.created_ms),
        "name": user.name, "email": user.id, "contact_email": user.contact_email,
        "last_login": null, "self_usage": 0, "quota": NO_QUOTA, "workspace_id": workspace_id,
    });
    call.world.users.push(user);
    Ok(Response::json(200, &body))
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

fn is_email(text: &str) -> bool {
    text.split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

fn is_true(text: &str) -> bool {
    text.eq_ignore_ascii_case("true") || text == "1"
}

fn get(call: &mut Call<'_>, _admin: &str) -> Answer {
    let avatar_url = call.avatar_url();
    let user = named_user(call)?;
    let body = json!({
        "email": user.id, "name": user.name, "contact_email": user.contact_email,
        "quota_usage": 0, "quota_total": NO_QUOTA, "avatar_url": avatar_url, "id_in_org": "",
        "has_default_device": user.device_code.is_some(), "is_force_2fa": user.force_2fa,
        "is_active": user.is_active, "is_org_admin": user.is_admin,
    });
    Ok(Response::json(200, &body))
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
    Ok(Response::json(200, &show(user)))
}

fn delete(call: &mut Call<'_>, admin: &str) -> Answer {
    let user = named_user(call)?;
    let (id, email) = (user.id.clone(), user.contact_email.clone());
    if id == admin {
        return Err(Fault::web(403, "You cannot delete yourself."));
    }
    call.world.team.former_emails.push(email);
    call.world.users.retain(|user| user.id != id);
    Ok(Response::json(200, &json!({ "success": true })))
}

fn enforce_two_factor(call: &mut Call<'_>, _admin: &str) -> Answer {
    let force = call.form().field("force_2fa").map(is_true);
    let force = force.ok_or_else(|| Fault::web(400, "force_2fa invalid."))?;
    named_user(call)?.force_2fa = force;
    Ok(Response::json(200, &json!({ "success": true })))
}

/// Takes the user's device away. Whether one is demanded stays as it is.
fn disable_two_factor(call: &mut Call<'_>, _admin: &str) -> Answer {
    named_user(call)?.device_code = None;
    Ok(Response::json(200, &json!({ "success": true })))
}

fn named_user<'a>(call: &'a mut Call<'_>) -> Result<&'a mut User, Fault> {
    let id = call.parameter("user_id").to_owned();
    let user = call.world.users.iter_mut().find(|user| user.id == id);
    user.ok_or_else(|| Fault::web(404, format!("User {id} not found.")))
}

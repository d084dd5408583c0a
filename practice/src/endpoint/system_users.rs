//! The users of the server, as its system admin sees them.

use super::team::page;
use crate::fault::Fault;
use crate::json::json;
use crate::message::Response;
use crate::route::{Answer, Call, Handler, Route};
use crate::time;
use crate::world::{User, World};
use serde_json::Value;

pub(crate) const ROUTES: &[Route] = &[
    ("GET", "/api/v2.1/admin/users/", Handler::SystemAdmin(list)),
    (
        "GET",
        "/api/v2.1/admin/users/{user_id}/",
        Handler::SystemAdmin(get),
    ),
];

fn list(call: &mut Call<'_>, _admin: &str) -> Answer {
    let world = &call.world;
    let users = world.users.iter().map(|user| {
        let mut shown = show(user);
        let bases = world.bases.iter().filter(|base| base.owner == user.id);
        let last_login = user.last_login_ms.map(time::iso).unwrap_or_default();
        shown["last_login"] = last_login.into();
        shown["storage_usage"] = 0.into();
        shown["rows_count"] = bases.map(|base| base.row_count()).sum::<usize>().into();
        shown
    });
    let body = json!({ "data": page(call, users), "total_count": world.users.len() });
    Ok(Response::json(200, &body))
}

fn get(call: &mut Call<'_>, _admin: &str) -> Answer {
    let World { team, .. } = &*call.world;
    let id = call.parameter("user_id");
    let missing = || Fault::web(404, format!("User {id} not found."));
    let user = call.world.user(id).ok_or_else(missing)?;
    let mut shown = show(user);
    for (name, value) in [
        ("org_id", json!(team.org_id)),
        ("org_name", json!(team.name)),
        ("unit", json!("")),
        ("id_in_org", json!("")),
        ("phone", json!("")),
        ("avatar_url", call.avatar_url().into()),
        ("has_default_device", user.device_code.is_some().into()),
        ("is_force_2fa", user.force_2fa.into()),
    ] {
        shown[name] = value;
    }
    Ok(Response::json(200, &shown))
}

fn show(user: &User) -> Value {
    json!({
        "email": user.id, "name": user.name, "contact_email": user.contact_email,
        "login_id": user.login_id, "is_staff": user.is_staff, "is_active": user.is_active,
        "create_time": time::iso(user.created_ms), "role": "default",
    })
}

//! The people who work in a base.

use crate::access;
use crate::fault::Fault;
use crate::json::json;
use crate::message::Response;
use crate::route::{Answer, Call, Handler, Route};
use crate::world::{ApiGrant, BaseGrant, User};
use serde_json::Value;

pub(crate) const ROUTES: &[Route] = &[
    (
        "GET",
        "/api-gateway/api/v2/dtables/{base_uuid}/related-users/",
        Handler::Read(list),
    ),
    // Where the Python client looks.
    (
        "GET",
        "/api/v2.1/dtables/{base_uuid}/related-users/",
        Handler::Read(list),
    ),
    (
        "GET",
        "/api/v2.1/dtable/app-user-info/",
        Handler::Api(user_info),
    ),
    (
        "POST",
        "/api-gateway/api/v2/dtables/{base_uuid}/ui-toasts/",
        Handler::Read(toast),
    ),
];

fn list(call: &mut Call<'_>, _grant: &BaseGrant) -> Answer {
    let avatar_url = call.avatar_url();
    let users = call.world.users.iter().filter(|user| user.is_active);
    let users: Vec<Value> = users.map(|user| show(user, &avatar_url)).collect();
    Ok(Response::json(
        200,
        &json!({ "user_list": users, "app_user_list": [] }),
    ))
}

fn show(user: &User, avatar_url: &str) -> Value {
    json!({
        "email": user.id, "name": user.name, "name_pinyin": user.name.to_ascii_lowercase(),
        "contact_email": user.contact_email, "id_in_org": "", "is_admin": user.is_admin,
        "avatar_url": avatar_url,
    })
}

fn user_info(call: &mut Call<'_>, _grant: &ApiGrant) -> Answer {
    let missing = || Fault::web(404, "User not found.");
    let user = call
        .query("username")
        .and_then(|id| call.world.user(id))
        .ok_or_else(missing)?;
    let body = json!({ "username": user.id, "name": user.name });
    Ok(Response::json(200, &body))
}

/// Nobody looks at the base in a browser, so nobody sees the toast. It changes nothing in the base.
fn toast(call: &mut Call<'_>, _grant: &BaseGrant) -> Answer {
    access::base_for_writing(call)?;
    call.json()?;
    Ok(Response::json(200, &json!({ "success": true })))
}

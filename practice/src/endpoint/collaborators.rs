//! The people who work in a base.

use super::record::success;
use crate::access;
use crate::fault::Fault;
use crate::json::{Value, json};
use crate::route::{Answer, Call, Handler, Route, ok};
use crate::world::{ApiGrant, BaseGrant};

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
    let names = "email name name_pinyin contact_email id_in_org is_admin avatar_url";
    let users = call.world.users.iter().filter(|user| user.is_active);
    let users: Value = users.map(|user| call.show_user(user, names)).collect();
    let body = json!({ "user_list": users, "app_user_list": [] });
    ok(body)
}

fn user_info(call: &mut Call<'_>, _grant: &ApiGrant) -> Answer {
    let missing = || Fault::web(404, "User not found.");
    let user = call
        .query("username")
        .and_then(|id| call.world.user(id))
        .ok_or_else(missing)?;
    let body = json!({ "username": user.id, "name": user.name });
    ok(body)
}

/// Nobody looks at the base in a browser, so nobody sees the toast. It changes nothing in the base.
fn toast(call: &mut Call<'_>, _grant: &BaseGrant) -> Answer {
    access::base_for_writing(call)?;
    call.json()?;
    Ok(success())
}

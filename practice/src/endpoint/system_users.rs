//! The users of the server, as its system admin sees them.

use super::team::page;
use crate::fault::Fault;
use crate::json::json;
use crate::route::{Answer, Call, Handler, Route, ok};
use crate::world::Base;

pub(crate) const ROUTES: &[Route] = &[
    ("GET", "/api/v2.1/admin/users/", Handler::SystemAdmin(list)),
    (
        "GET",
        "/api/v2.1/admin/users/{user_id}/",
        Handler::SystemAdmin(get),
    ),
];

const LISTED: &str = "email name contact_email login_id is_staff is_active create_time role last_login storage_usage rows_count";
const WHOLE: &str = "email name contact_email login_id is_staff is_active create_time role org_id org_name unit id_in_org \
    phone avatar_url has_default_device is_force_2fa";

fn list(call: &mut Call<'_>, _admin: &str) -> Answer {
    let world = &*call.world;
    let users = world.users.iter().map(|user| {
        let bases = world.bases.iter().filter(|base| base.owner == user.id);
        let rows: usize = bases.map(Base::row_count).sum();
        let mut shown = call.show_user(user, LISTED);
        // Where a team's admin sees null.
        if user.last_login_ms.is_none() {
            shown["last_login"] = "".into();
        }
        shown["rows_count"] = rows.into();
        shown
    });
    let body = json!({ "data": page(call, users.collect()), "total_count": world.users.len() });
    ok(body)
}

fn get(call: &mut Call<'_>, _admin: &str) -> Answer {
    let id = call.parameter("user_id");
    let missing = || Fault::missing("User", id);
    let user = call.world.user(id).ok_or_else(missing)?;
    ok(call.show_user(user, WHOLE))
}

//! Users, as other users see them, and what everybody may change about their own account.

use crate::fault::Fault;
use crate::json::{Value, json};
use crate::message::Response;
use crate::route::{Answer, Call, Handler, Route, ok};
use crate::world::User;

pub(crate) const ROUTES: &[Route] = &[
    (
        "GET",
        "/api/v2.1/user-common-info/{user_id}/",
        Handler::Account(get),
    ),
    ("POST", "/api/v2.1/user-list/", Handler::Account(list)),
    ("GET", "/api2/search-user/", Handler::Account(search)),
    (
        "PUT",
        "/api/v2.1/user/contact-email/",
        Handler::Account(change_address),
    ),
    (
        "POST",
        "/api/v2.1/user-avatar/",
        Handler::Account(change_picture),
    ),
    (
        "GET",
        "/api/v2.1/workspace/{workspace_id}/dtable/{base_name}/related-users/",
        Handler::Account(list_collaborators),
    ),
];

const LISTED: &str = "email name avatar_url";

fn get(call: &mut Call<'_>, _user: &str) -> Answer {
    let id = call.parameter("user_id");
    let user = call
        .world
        .user(id)
        .ok_or_else(|| Fault::missing("User", id))?;
    ok(call.show_user(user, "email name avatar_url contact_email"))
}

fn list(call: &mut Call<'_>, _user: &str) -> Answer {
    let fields = call.fields();
    let ids = fields.get("user_id_list").and_then(Value::as_array);
    let ids = ids.ok_or_else(|| Fault::web(400, "user_id_list invalid."))?;
    let users = call.world.users.iter();
    let users = users.filter(|user| ids.iter().any(|id| *id == user.id.as_str()));
    Ok(shown(call, "user_list", users, LISTED))
}

fn shown<'a>(
    call: &Call<'_>,
    list: &str,
    users: impl Iterator<Item = &'a User>,
    names: &str,
) -> Response {
    let mut body = json!({});
    body[list] = users.map(|user| call.show_user(user, names)).collect();
    Response::json(200, body)
}

/// Capitals count in ids only.
fn search(call: &mut Call<'_>, _user: &str) -> Answer {
    let wanted = call
        .query("q")
        .ok_or_else(|| Fault::web(400, "q invalid."))?;
    let lower = wanted.to_ascii_lowercase();
    let users = call.world.users.iter().filter(|user| {
        user.id.contains(wanted)
            || [&user.name, &user.contact_email]
                .into_iter()
                .any(|text| text.to_ascii_lowercase().contains(&lower))
    });
    Ok(shown(
        call,
        "users",
        users,
        "email avatar_url name contact_email",
    ))
}

/// The address changes when the link in an e-mail is followed, which nobody gets here.
fn change_address(call: &mut Call<'_>, _user: &str) -> Answer {
    let form = call.form();
    if !super::team_users::is_email(form.required("new_contact_email")?) {
        return Err(Fault::web(400, "new_contact_email invalid."));
    }
    let body = json!({ "msg": "email has been sent, please check it in your current email." });
    ok(body)
}

/// Notes that there is a picture; its address leads nowhere.
fn change_picture(call: &mut Call<'_>, user: &str) -> Answer {
    call.form()
        .file("avatar")
        .ok_or_else(|| Fault::web(400, "avatar invalid."))?;
    let name = call.world.ids.hex(32);
    let mut users = call.world.users.iter_mut();
    let found = users.find(|other| other.id == user);
    let avatar = format!("image-view/avatars/{name}/resized/80/{name}.png");
    let url = format!("{}/{avatar}", call.request.origin());
    if let Some(user) = found {
        user.avatar = avatar;
    }
    ok(json!({ "avatar_url": url }))
}

fn list_collaborators(call: &mut Call<'_>, _user: &str) -> Answer {
    let (base, _) = super::base_token::visible_base(call)?;
    let users = call
        .world
        .users
        .iter()
        .filter(|user| call.world.permission(&user.id, base).is_some());
    Ok(shown(call, "user_list", users, LISTED))
}

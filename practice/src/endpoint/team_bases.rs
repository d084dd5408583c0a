//! Bases and their API-Tokens, as the team's admin looks after them.

use super::api_tokens;
use super::record::success;
use super::show::TEAM_BASE;
use super::team::page;
use crate::fault::Fault;
use crate::json::{Value, json};
use crate::message::Response;
use crate::route::{Answer, Call, Handler, Route, ok};
use crate::world::{ApiToken, Base};

pub(crate) const ROUTES: &[Route] = &[
    (
        "GET",
        "/api/v2.1/org/{org_id}/admin/dtables/",
        Handler::TeamAdmin(list),
    ),
    (
        "GET",
        "/api/v2.1/org/{org_id}/admin/users/{user_id}/dtables/",
        Handler::TeamAdmin(list_of_user),
    ),
    (
        "GET",
        "/api/v2.1/org/{org_id}/admin/search-dtables/",
        Handler::TeamAdmin(search),
    ),
    ("GET", BASE, Handler::TeamAdmin(get)),
    ("DELETE", BASE, Handler::TeamAdmin(delete)),
    (
        "GET",
        "/api/v2.1/org/{org_id}/admin/dtables/{base_uuid}/api-tokens/",
        Handler::TeamAdmin(list_tokens),
    ),
    (
        "DELETE",
        "/api/v2.1/org/{org_id}/admin/dtables/{base_uuid}/api-tokens/{app_name}/",
        Handler::TeamAdmin(delete_token),
    ),
    (
        "GET",
        "/api/v2.1/org/{org_id}/admin/api-tokens/",
        Handler::TeamAdmin(list_all_tokens),
    ),
];

const BASE: &str = "/api/v2.1/org/{org_id}/admin/dtables/{base_uuid}/";
const TOKEN: &str =
    "app_name api_token generated_by creator avatar_url generated_at last_access permission";

fn list(call: &mut Call<'_>, _user: &str) -> Answer {
    Ok(listed(call, &|_| true))
}

/// Lists the bases in a user's own workspace.
fn list_of_user(call: &mut Call<'_>, _user: &str) -> Answer {
    let id = call.parameter("user_id");
    let missing = || Fault::missing("User", id);
    let workspace = call.world.user(id).ok_or_else(missing)?.workspace_id;
    Ok(listed(call, &|base| base.workspace_id == workspace))
}

fn listed(call: &Call<'_>, is_meant: &dyn Fn(&Base) -> bool) -> Response {
    let bases: Vec<&Base> = call
        .world
        .bases
        .iter()
        .filter(|base| is_meant(base))
        .collect();
    let count = bases.len();
    let shown = bases
        .into_iter()
        .map(|base| call.show_base(base, TEAM_BASE));
    Response::json(
        200,
        json!({ "dtable_list": page(call, shown.collect()), "count": count }),
    )
}

fn search(call: &mut Call<'_>, _user: &str) -> Answer {
    let wanted = call.query("query").unwrap_or_default().to_ascii_lowercase();
    let bases = call.world.bases.iter();
    let bases = bases.filter(|base| base.name.to_ascii_lowercase().contains(&wanted));
    let found: Value = bases.map(|base| call.show_base(base, TEAM_BASE)).collect();
    ok(json!({ "results": found }))
}

fn named<'a>(call: &'a Call<'_>) -> Result<&'a Base, Fault> {
    let uuid = call.parameter("base_uuid");
    call.world
        .base(uuid)
        .ok_or_else(|| Fault::missing("dtable", uuid))
}

fn get(call: &mut Call<'_>, _user: &str) -> Answer {
    ok(call.show_base(named(call)?, TEAM_BASE))
}

fn delete(call: &mut Call<'_>, _user: &str) -> Answer {
    let (uuid, now_ms) = (named(call)?.uuid.clone(), call.now_ms());
    call.world.throw_away(&uuid, now_ms);
    Ok(success())
}

fn list_tokens(call: &mut Call<'_>, _user: &str) -> Answer {
    let uuid = &named(call)?.uuid;
    let tokens = call
        .world
        .api_tokens
        .iter()
        .filter(|token| token.base_uuid == *uuid);
    let tokens: Value = tokens.map(|token| show_token(call, token)).collect();
    ok(json!({ "api_tokens": tokens }))
}

fn show_token(call: &Call<'_>, token: &ApiToken) -> Value {
    let creator = call.world.user(&token.generated_by);
    super::show::members(TOKEN, &|name| match (name, creator) {
        ("creator" | "avatar_url", Some(user)) => call.user_member(user, name),
        _ => api_tokens::member(token, name),
    })
}

fn delete_token(call: &mut Call<'_>, _user: &str) -> Answer {
    let uuid = named(call)?.uuid.clone();
    let place = api_tokens::position(call, &uuid)?;
    call.world.api_tokens.remove(place);
    Ok(success())
}

fn list_all_tokens(call: &mut Call<'_>, _user: &str) -> Answer {
    let tokens = call.world.api_tokens.iter();
    let tokens = tokens.filter_map(|token| {
        let base = call.world.base(&token.base_uuid)?;
        let mut shown = show_token(call, token);
        for name in ["dtable_uuid", "dtable_name", "dtable_icon", "dtable_color"] {
            shown[name] = call.base_member(base, name);
        }
        Some(shown)
    });
    let tokens = page(call, tokens.collect());
    let body = json!({ "api_tokens": tokens, "total_count": call.world.api_tokens.len() });
    ok(body)
}

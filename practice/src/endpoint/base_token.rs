//! Base-Tokens: an API-Token or an Account-Token is traded for one.

use super::workspaces::workspace;
use crate::fault::Fault;
use crate::json::json;
use crate::number;
use crate::route::{Answer, Call, Handler, Route, ok};
use crate::token::{self, Claims};
use crate::world::{ApiGrant, Base, Permission};

pub(crate) const ROUTES: &[Route] = &[
    (
        "GET",
        "/api/v2.1/dtable/app-access-token/",
        Handler::Api(with_api_token),
    ),
    (
        "GET",
        "/api/v2.1/workspace/{workspace_id}/dtable/{base_name}/access-token/",
        Handler::Account(with_account_token),
    ),
];

const HOUR: f64 = 3600.0;
const DEFAULT_LIFE: f64 = 72.0 * HOUR;

fn with_api_token(call: &mut Call<'_>, grant: &ApiGrant) -> Answer {
    let exp = expiry(call)?;
    let deleted = || Fault::web(404, "dtable _(deleted) Name not found.");
    let base = call.world.base(&grant.base_uuid).ok_or_else(deleted)?;
    let token = token::sign(&Claims {
        exp,
        dtable_uuid: base.uuid.clone(),
        username: grant.username.clone(),
        permission: Some(grant.permission.as_str().to_owned()),
        app_name: Some(grant.app_name.clone()),
        practice: true,
    });
    let body = json!({
        "app_name": grant.app_name,
        "access_token": token,
        "dtable_uuid": base.uuid,
        "dtable_server": format!("{}/api-gateway/", call.request.origin()),
        "use_api_gateway": true,
        "workspace_id": base.workspace_id,
        "dtable_name": base.name,
    });
    ok(body)
}

fn with_account_token(call: &mut Call<'_>, user: &str) -> Answer {
    let exp = expiry(call)?;
    let (base, permission) = visible_base(call)?;
    let token = token::sign(&Claims {
        exp,
        dtable_uuid: base.uuid.clone(),
        username: user.to_owned(),
        permission: Some(permission.as_str().to_owned()),
        app_name: None,
        practice: true,
    });
    let body = json!({ "access_token": token, "dtable_uuid": base.uuid });
    ok(body)
}

/// Returns the base that the path names by workspace and name, if the user looks after it.
pub(crate) fn named_base<'a>(call: &'a Call<'_>) -> Result<&'a Base, Fault> {
    let workspace = workspace(call, call.parameter("workspace_id"))?;
    base_in(call, workspace, call.parameter("base_name"))
}

/// Returns the base of that name in a workspace.
pub(crate) fn base_in<'a>(
    call: &'a Call<'_>,
    workspace: u64,
    name: &str,
) -> Result<&'a Base, Fault> {
    let mut bases = call.world.bases.iter();
    let base = bases.find(|base| base.workspace_id == workspace && base.name == name);
    base.ok_or_else(|| Fault::missing("dtable", name))
}

/// Returns the base that the path names in the same way, and what the user may do there: it may be shared.
pub(crate) fn visible_base<'a>(call: &'a Call<'_>) -> Result<(&'a Base, Permission), Fault> {
    let (workspace, name) = (call.parameter("workspace_id"), call.parameter("base_name"));
    let shared = call.world.bases.iter().find_map(|base| {
        let is_named = base.name == name && base.workspace_id.to_string() == workspace;
        let permission = call
            .world
            .permission(&call.user, base)
            .filter(|_| is_named)?;
        Some((base, permission))
    });
    match shared {
        Some(found) => Ok(found),
        None => Ok((named_base(call)?, Permission::Read)),
    }
}

/// Returns the base of that uuid, if the user may see it. Whoever has a Base-Token may.
pub(crate) fn base_of_uuid<'a>(call: &'a Call<'_>, uuid: &str) -> Result<&'a Base, Fault> {
    let base = call.world.base(uuid).filter(|base| {
        call.request.path.starts_with("/api-gateway/")
            || call.world.permission(&call.user, base).is_some()
    });
    base.ok_or_else(|| Fault::missing("dtable", uuid))
}

/// Returns when the token shall expire, in seconds since 1970: in so many hours or days.
fn expiry(call: &Call<'_>) -> Result<f64, Fault> {
    let life = match call.query("exp") {
        None => Some(DEFAULT_LIFE),
        Some(text) => life(text),
    };
    let life = life.ok_or_else(|| Fault::web(400, "exp invalid."))?;
    Ok((call.now_ms() / 1000) as f64 + life)
}

fn life(text: &str) -> Option<f64> {
    let unit = match text.chars().last()? {
        'h' => HOUR,
        'd' => 24.0 * HOUR,
        _ => return None,
    };
    let count = number::natural(text.get(..text.len() - 1)?)?;
    (count > 0).then_some(count as f64 * unit)
}

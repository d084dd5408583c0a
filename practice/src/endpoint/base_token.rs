//! Base-Tokens: an API-Token or an Account-Token is traded for one.

use crate::fault::Fault;
use crate::json::json;
use crate::message::Response;
use crate::route::{Answer, Call, Handler, Route};
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
    Ok(Response::json(200, &body))
}

fn with_account_token(call: &mut Call<'_>, user: &str) -> Answer {
    let exp = expiry(call)?;
    let base = named_base(call, user)?;
    let token = token::sign(&Claims {
        exp,
        dtable_uuid: base.uuid.clone(),
        username: user.to_owned(),
        permission: Some(Permission::ReadWrite.as_str().to_owned()),
        app_name: None,
        practice: true,
    });
    let body = json!({ "access_token": token, "dtable_uuid": base.uuid });
    Ok(Response::json(200, &body))
}

/// Returns the base that the path names by workspace and name, if the user may see it.
pub(crate) fn named_base<'a>(call: &'a Call<'_>, user: &str) -> Result<&'a Base, Fault> {
    let (workspace, name) = (call.parameter("workspace_id"), call.parameter("base_name"));
    let Ok(workspace_id) = workspace.parse::<u64>() else {
        return Err(Fault::web(400, "workspace_id invalid."));
    };
    if !call
        .world
        .workspaces(user)
        .iter()
        .any(|workspace| workspace.id == workspace_id)
    {
        return Err(Fault::web(
            404,
            format!("Workspace {workspace_id} not found."),
        ));
    }
    let mut bases = call.world.bases.iter();
    bases
        .find(|base| base.workspace_id == workspace_id && base.name == name)
        .ok_or_else(|| Fault::web(404, format!("dtable {name} not found.")))
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
    let count: u32 = text.get(..text.len() - 1)?.parse().ok()?;
    (count > 0).then_some(f64::from(count) * unit)
}

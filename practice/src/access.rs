//! Who a request comes from, and what a bad token gives.

use crate::fault::Fault;
use crate::message::Request;
use crate::route::Call;
use crate::token::{self, Claims};
use crate::world::{ApiGrant, BaseGrant, Permission, World};

/// Returns the token of a request; both schemes that SeaTable knows are taken.
fn credential(request: &Request) -> Option<&str> {
    let (scheme, token) = request.header("authorization")?.trim().split_once(' ')?;
    let known = scheme.eq_ignore_ascii_case("bearer") || scheme.eq_ignore_ascii_case("token");
    known.then_some(token.trim())
}

/// Returns the id of the user whose Account-Token the request carries.
pub(crate) fn user(world: &World, request: &Request) -> Result<String, Fault> {
    let Some(token) = credential(request) else {
        return Err(Fault::detail(
            403,
            "Authentication credentials were not provided.",
        ));
    };
    match world.users.iter().find(|user| user.token == token) {
        Some(user) if user.is_active => Ok(user.id.clone()),
        Some(_) => Err(Fault::detail(401, "User inactive or deleted")),
        None => Err(Fault::detail(401, "Invalid token")),
    }
}

/// Returns the id of the team admin whose Account-Token the request carries.
pub(crate) fn team_admin(call: &Call<'_>) -> Result<String, Fault> {
    let id = user(call.world, call.request)?;
    let is_admin = call.world.user(&id).is_some_and(|user| user.is_admin);
    let org_id = call.parameter("org_id");
    if is_admin && (org_id.is_empty() || org_id == call.world.team.org_id.to_string()) {
        return Ok(id);
    }
    Err(no_permission())
}

/// Returns the id of the system admin whose Account-Token the request carries.
pub(crate) fn system_admin(call: &Call<'_>) -> Result<String, Fault> {
    let id = user(call.world, call.request)?;
    match call.world.user(&id) {
        Some(user) if user.is_staff => Ok(id),
        _ => Err(no_permission()),
    }
}

fn no_permission() -> Fault {
    Fault::detail(403, "You do not have permission to perform this action.")
}

/// Returns what the API-Token of the request allows.
pub(crate) fn api(world: &mut World, request: &Request) -> Result<ApiGrant, Fault> {
    let found = credential(request).and_then(|credential| {
        kept_api_token(world, credential, request.now_ms)
            .or_else(|| temporary_api_token(credential, request.now_ms))
    });
    found.ok_or_else(|| Fault::web(403, "Permission denied."))
}

fn kept_api_token(world: &mut World, credential: &str, now_ms: u64) -> Option<ApiGrant> {
    let token = world
        .api_tokens
        .iter_mut()
        .find(|token| token.token == credential)?;
    token.last_access_ms = now_ms;
    Some(ApiGrant {
        base_uuid: token.base_uuid.clone(),
        app_name: token.app_name.clone(),
        username: String::new(),
        permission: token.permission,
    })
}

/// A temporary API-Token is a JWT that says nothing of a permission.
fn temporary_api_token(credential: &str, now_ms: u64) -> Option<ApiGrant> {
    let claims = token::verify(credential)?;
    if claims.permission.is_some() || is_expired(&claims, now_ms) {
        return None;
    }
    Some(ApiGrant {
        base_uuid: claims.dtable_uuid,
        app_name: String::new(),
        username: claims.username,
        permission: Permission::ReadWrite,
    })
}

/// Returns what the Base-Token of the request allows in the base that the path names.
pub(crate) fn base(call: &Call<'_>) -> Result<BaseGrant, Fault> {
    let grant = base_grant(call)?;
    match call.world.base(&grant.base_uuid) {
        Some(_) => Ok(grant),
        None => Err(Fault::gateway(404, "base not found")),
    }
}

/// Returns what the Base-Token of the request allows, if that is writing.
pub(crate) fn base_for_writing(call: &Call<'_>) -> Result<BaseGrant, Fault> {
    let grant = base(call)?;
    match grant.permission {
        Permission::ReadWrite => Ok(grant),
        Permission::Read => Err(Fault::read_only()),
    }
}

fn base_grant(call: &Call<'_>) -> Result<BaseGrant, Fault> {
    let invalid = || Fault::gateway(403, "invalid token");
    let claims = credential(call.request)
        .and_then(token::verify)
        .ok_or_else(invalid)?;
    let permission = claims.permission.as_deref().and_then(Permission::parse);
    let permission = permission.ok_or_else(invalid)?;
    if !claims
        .dtable_uuid
        .eq_ignore_ascii_case(call.parameter("base_uuid"))
    {
        return Err(invalid());
    }
    if is_expired(&claims, call.now_ms()) {
        return Err(Fault::web(403, "Token expired."));
    }
    let author = [Some(claims.username), claims.app_name]
        .into_iter()
        .flatten();
    let author = author
        .filter(|name| !name.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    Ok(BaseGrant {
        base_uuid: claims.dtable_uuid,
        permission,
        author,
    })
}

fn is_expired(claims: &Claims, now_ms: u64) -> bool {
    claims.exp * 1000.0 <= now_ms as f64
}

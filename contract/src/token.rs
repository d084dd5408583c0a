//! Which token an operation wants, and which a request brings.

use crate::request::Request;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;

/// Returns what is wrong with the token of a request. `security` is the document's list; without one, no token belongs there.
pub(crate) fn fault(security: &Value, request: &Request<'_>) -> Option<String> {
    let wanted = security[0]
        .as_object()
        .and_then(|scheme| scheme.keys().next());
    match (wanted, request.header("authorization")) {
        (None, None) => None,
        (None, Some(_)) => Some("Authorization is sent, and none is wanted".to_owned()),
        (Some(wanted), None) => Some(format!("no Authorization, {wanted} is wanted")),
        (Some(wanted), Some(value)) => match value.strip_prefix("Bearer ") {
            None => Some("Authorization does not begin with Bearer".to_owned()),
            Some(token) => kind(token)
                .filter(|given| given != wanted)
                .map(|given| format!("the token is one of {given}, {wanted} is wanted")),
        },
    }
}

/// Tells the kind of a token, if it has a shape to tell it by: those of the practice SeaTable have.
fn kind(token: &str) -> Option<&'static str> {
    if token.starts_with("practice-account-token-") {
        return Some("AccountTokenAuth");
    }
    if token.starts_with("practice-api-token-") {
        return Some("ApiTokenAuth");
    }
    let claims = token.split('.').nth(1)?;
    let claims = URL_SAFE_NO_PAD.decode(claims).ok()?;
    let claims: Value = serde_json::from_slice(&claims).ok()?;
    // A temporary API-Token has no permission in it.
    match claims.get("permission") {
        Some(_) => Some("BaseTokenAuth"),
        None => claims.get("dtable_uuid").map(|_| "ApiTokenAuth"),
    }
}

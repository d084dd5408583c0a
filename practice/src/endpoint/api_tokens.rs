//! API-Tokens: made, listed, changed, deleted.

use super::base_token::named_base;
use super::record::success;
use super::show;
use crate::fault::Fault;
use crate::form::Form;
use crate::json::{Value, json};
use crate::message::Response;
use crate::route::{Answer, Call, Handler, Route, ok};
use crate::time;
use crate::token::{self, Claims};
use crate::world::{ApiToken, Permission};

pub(crate) const ROUTES: &[Route] = &[
    ("GET", TOKENS, Handler::Account(list)),
    ("POST", TOKENS, Handler::Account(create)),
    ("PUT", TOKEN, Handler::Account(update)),
    ("DELETE", TOKEN, Handler::Account(delete)),
    (
        "GET",
        "/api/v2.1/workspace/{workspace_id}/dtable/{base_name}/temp-api-token/",
        Handler::Account(create_temporary),
    ),
];

const TOKENS: &str = "/api/v2.1/workspace/{workspace_id}/dtable/{base_name}/api-tokens/";
const TOKEN: &str = "/api/v2.1/workspace/{workspace_id}/dtable/{base_name}/api-tokens/{app_name}/";
const HOUR: f64 = 3600.0;

fn list(call: &mut Call<'_>, _user: &str) -> Answer {
    let uuid = &named_base(call)?.uuid;
    let tokens = call
        .world
        .api_tokens
        .iter()
        .filter(|token| token.base_uuid == *uuid);
    let tokens: Vec<Value> = tokens.map(show).collect();
    ok(json!({ "api_tokens": tokens }))
}

fn create(call: &mut Call<'_>, user: &str) -> Answer {
    let base_uuid = named_base(call)?.uuid.clone();
    let form = call.form();
    let app_name = form
        .filled("app_name")
        .ok_or_else(|| Fault::web(400, "app_name invalid."))?;
    let permission = permission(&form)?;
    let mut tokens = call.world.api_tokens.iter();
    if tokens.any(|token| token.base_uuid == base_uuid && token.app_name == app_name) {
        return Err(Fault::web(
            400,
            format!("api token {app_name} already exists."),
        ));
    }
    let token = ApiToken {
        token: call.world.ids.token("api"),
        app_name: app_name.to_owned(),
        permission,
        base_uuid,
        generated_by: user.to_owned(),
        generated_ms: call.now_ms(),
        last_access_ms: call.now_ms(),
    };
    let body = show(&token);
    call.world.api_tokens.push(token);
    Ok(Response::json(201, body))
}

fn update(call: &mut Call<'_>, _user: &str) -> Answer {
    let position = position(call, &named_base(call)?.uuid)?;
    let permission = permission(&call.form())?;
    let token = &mut call.world.api_tokens[position];
    token.permission = permission;
    ok(show(token))
}

fn delete(call: &mut Call<'_>, _user: &str) -> Answer {
    let position = position(call, &named_base(call)?.uuid)?;
    call.world.api_tokens.remove(position);
    Ok(success())
}

fn create_temporary(call: &mut Call<'_>, user: &str) -> Answer {
    let base = named_base(call)?;
    let api_token = token::sign(&Claims {
        // A fraction of a second, as in SeaTable's own.
        exp: call.now_ms() as f64 / 1000.0 + HOUR + 0.5,
        dtable_uuid: base.uuid.clone(),
        username: user.to_owned(),
        permission: None,
        app_name: None,
        practice: true,
    });
    ok(json!({ "api_token": api_token }))
}

fn permission(form: &Form) -> Result<Permission, Fault> {
    let text = form.field("permission").unwrap_or_default();
    Permission::parse(text).ok_or_else(|| Fault::web(400, "permission invalid."))
}

/// Returns the place of the API-Token that the path names.
pub(super) fn position(call: &Call<'_>, base_uuid: &str) -> Result<usize, Fault> {
    let app_name = call.parameter("app_name");
    let mut tokens = call.world.api_tokens.iter();
    tokens
        .position(|token| token.base_uuid == base_uuid && token.app_name == app_name)
        .ok_or_else(|| Fault::missing("api token", app_name))
}

fn show(token: &ApiToken) -> Value {
    let names = "app_name api_token generated_by generated_at last_access permission";
    show::members(names, &|name| member(token, name))
}

/// Returns a member of an API-Token.
pub(super) fn member(token: &ApiToken, name: &str) -> Value {
    match name {
        "app_name" => json!(token.app_name),
        "api_token" => json!(token.token),
        "generated_by" => json!(token.generated_by),
        "generated_at" => time::iso(token.generated_ms).into(),
        "last_access" => time::iso(token.last_access_ms).into(),
        "permission" => token.permission.as_str().into(),
        _ => Value::Null,
    }
}

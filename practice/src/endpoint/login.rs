//! Logging in, and what is known about who did.

use crate::fault::Fault;
use crate::json::json;
use crate::route::{Answer, Call, Handler, Route, ok};

pub(crate) const ROUTES: &[Route] = &[
    ("GET", "/api2/ping/", Handler::Open(ping)),
    ("GET", "/server-info/", Handler::Open(server_info)),
    (
        "GET",
        "/api-gateway/api/v2/ping/",
        Handler::Open(ping_gateway),
    ),
    ("POST", "/api2/auth-token/", Handler::Open(log_in)),
    ("GET", "/api2/account/info/", Handler::Account(account_info)),
];

fn ping(_: &mut Call<'_>) -> Answer {
    ok(json!("pong"))
}

fn ping_gateway(_: &mut Call<'_>) -> Answer {
    ok(json!({ "ret": "pong" }))
}

fn server_info(_: &mut Call<'_>) -> Answer {
    let body = json!({ "version": "6.2.0", "edition": "enterprise edition, make-believe" });
    ok(body)
}

fn log_in(call: &mut Call<'_>) -> Answer {
    let form = call.form();
    let fields = ["username", "password"];
    if let Some(missing) = fields.iter().find(|field| form.filled(field).is_none()) {
        let mut body = json!({});
        body[*missing] = json!(["This field is required."]);
        return Err(Fault::json(400, body));
    }
    let username = form.field("username").unwrap_or_default();
    let refused = || Fault::login("Unable to login with provided credentials.");
    let user = call.world.user_by_login(username).ok_or_else(refused)?;
    if form.field("password") != Some(user.password.as_str()) || !user.is_active {
        return Err(refused());
    }
    if user.force_2fa || user.device_code.is_some() {
        let given = call.request.header("x-seafile-otp");
        check_code(user.device_code.as_deref(), given)?;
    }
    let (id, token) = (user.id.clone(), user.token.clone());
    let now_ms = call.now_ms();
    if let Some(user) = call.world.users.iter_mut().find(|user| user.id == id) {
        user.last_login_ms = Some(now_ms);
    }
    ok(json!({ "token": token }))
}

/// Without a device no code is right. Where two factors are enforced, SeaTable's pages let nobody past
/// registering one; what the login request answers then is known nowhere, so it answers here what it does
/// to everybody else without a code.
fn check_code(expected: Option<&str>, given: Option<&str>) -> Result<(), Fault> {
    let text = match given {
        Some(_) if given == expected => return Ok(()),
        Some(_) => "Two factor auth token is invalid.",
        None => "Two factor auth token is missing.",
    };
    Err(Fault::login(text).with_header("X-Seafile-OTP", "required"))
}

fn account_info(call: &mut Call<'_>, user: &str) -> Answer {
    let unknown = || Fault::detail(401, "Invalid token");
    let world = &call.world;
    let user = world.user(user).ok_or_else(unknown)?;
    let rows: usize = world.bases.iter().map(|base| base.row_count()).sum();
    let body = json!({
        "org_id": world.team.org_id,
        "org_name": world.team.name,
        "is_org_staff": u8::from(user.is_admin),
        "is_staff": user.is_staff,
        "is_cloud_personal_account": false,
        "email": user.id,
        "name": user.name,
        "login_id": user.login_id,
        "contact_email": user.contact_email,
        "institution": "",
        "avatar_url": call.avatar_url(user),
        "space_usage": "0.1%",
        "total": 100_000_000_000_u64,
        "usage": 0,
        "row_usage": rows,
        "row_total": -1,
        "row_usage_rate": "0%",
        "api_calls_count": world.team.api_calls,
        "api_calls_limit": -1,
        "api_calls_usage_rate": "0%",
        "enable_chargebee": false,
        "enable_subscription": false,
        "dtable_updates_email_interval": 0,
        "dtable_collaborate_email_interval": 0,
    });
    ok(body)
}

//! The team, as its admin sees it.

use super::record::success;
use super::show::stored;
use super::team_users::is_true;
use crate::json::{Value, json};
use crate::number;
use crate::route::{Answer, Call, Handler, Route, ok};
use crate::world::Base;

pub(crate) const ROUTES: &[Route] = &[
    ("GET", INFO, Handler::TeamAdmin(info)),
    ("PUT", INFO, Handler::TeamAdmin(rename)),
    ("GET", SETTINGS, Handler::TeamAdmin(settings)),
    ("PUT", SETTINGS, Handler::TeamAdmin(change_settings)),
];

const INFO: &str = "/api/v2.1/org/admin/info/";
const SETTINGS: &str = "/api/v2.1/org/admin/settings/";
/// So many entries fill a page if the query does not say.
const PER_PAGE: usize = 25;

fn info(call: &mut Call<'_>, _user: &str) -> Answer {
    let world = &call.world;
    let rows: usize = world.bases.iter().map(Base::row_count).sum();
    let active = world.users.iter().filter(|user| user.is_active).count();
    let body = json!({
        "org_id": world.team.org_id, "org_name": world.team.name, "role": "org_enterprise",
        "member_quota": 25, "member_usage": world.users.len(), "active_members": active,
        "row_usage": rows, "row_total": -1,
        "storage_quota": 100_000_000_000_u64, "storage_usage": stored(world.bases.iter()),
        "big_data_row_limit": -1, "big_data_storage_quota": -1,
        "big_data_total_rows": 0, "big_data_total_storage": 0,
        "api_calls_count": world.team.api_calls, "api_calls_limit": -1,
        "automation_count": 0, "automation_limit": -1,
    });
    ok(body)
}

fn rename(call: &mut Call<'_>, _user: &str) -> Answer {
    let form = call.form();
    form.required("new_org_name")?
        .clone_into(&mut call.world.team.name);
    Ok(success())
}

fn settings(call: &mut Call<'_>, _user: &str) -> Answer {
    ok(json!(call.world.team.settings))
}

/// Sets the switches that the request names. They are kept and shown; nobody here goes by them.
fn change_settings(call: &mut Call<'_>, user: &str) -> Answer {
    let form = call.form();
    for (name, value) in call.world.team.settings.iter_mut() {
        if let Some(text) = form.filled(name) {
            *value = is_true(text).into();
        }
    }
    settings(call, user)
}

/// Returns the page of a list that the query asks for.
pub(crate) fn page(call: &Call<'_>, entries: Value) -> Value {
    let (page, per_page) = page_numbers(call);
    let Value::Array(mut entries) = entries else {
        return entries;
    };
    let first = (page - 1).saturating_mul(per_page).min(entries.len());
    entries.drain(..first);
    entries.truncate(per_page);
    entries.into()
}

/// Returns which page the query asks for, and how many entries fill one.
pub(crate) fn page_numbers(call: &Call<'_>) -> (usize, usize) {
    let number = |name, default| {
        let number = call.query(name).and_then(number::natural);
        number.map_or(default, |number| number as usize).max(1)
    };
    (number("page", 1), number("per_page", PER_PAGE))
}

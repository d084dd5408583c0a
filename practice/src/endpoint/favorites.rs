//! Bases with a star.

use super::base_token::base_of_uuid;
use super::record::{Action, Collection, Scope};
use super::show::BASE;
use crate::json::{Value, json};
use crate::route::{Answer, Call, Handler, Route, ok};

pub(crate) const ROUTES: &[Route] = &[
    ("GET", STARRED, Handler::Account(list)),
    ("POST", STARRED, Handler::Account(add)),
    ("DELETE", STARRED, Handler::Records(&STARS, Action::Remove)),
];

const STARRED: &str = "/api/v2.1/starred-dtables/";

static STARS: Collection = Collection {
    kind: "star",
    scope: Scope::User,
    one: "success",
    key: "dtable_uuid",
    named: "dtable_uuid",
    new: r#"{"dtable_uuid":"@dtable_uuid!"}"#,
    ..Collection::COMMON
};

fn list(call: &mut Call<'_>, _user: &str) -> Answer {
    ok(json!({ "user_starred_dtable_list": starred(call) }))
}

/// Returns the bases with a star of the user who asks.
pub(super) fn starred(call: &Call<'_>) -> Value {
    let stars = STARS.found(call, &call.user).into_iter();
    let bases = stars.filter_map(|star| call.world.base(star.text("dtable_uuid")));
    bases.map(|base| call.show_base(base, BASE)).collect()
}

fn add(call: &mut Call<'_>, _user: &str) -> Answer {
    base_of_uuid(call, call.form().required("dtable_uuid")?)?;
    STARS.answer(call, Action::Create)
}

//! Bases that are shared with users and groups.

use super::record::{Action, Collection};
use super::show::BASE;
use super::view_shares::{GROUP_VIEW_SHARES, USER_VIEW_SHARES};
use crate::Object;
use crate::json::{Value, json};
use crate::route::{Answer, Call, Handler, Route, ok};
use crate::world::Record;

pub(crate) const ROUTES: &[Route] = &[
    (
        "GET",
        "/api/v2.1/dtables/shared/",
        Handler::Account(list_shared),
    ),
    ("GET", SHARE, Handler::Records(&SHARES, Action::List)),
    ("POST", SHARE, Handler::Records(&SHARES, Action::Create)),
    ("PUT", SHARE, Handler::Records(&SHARES, Action::Change)),
    ("DELETE", SHARE, Handler::Records(&SHARES, Action::Remove)),
    (
        "GET",
        "/api/v2.1/dtables/group-shared/",
        Handler::Account(list_group_shared),
    ),
    (
        "GET",
        GROUP_SHARES_PATH,
        Handler::Records(&GROUP_SHARES, Action::List),
    ),
    (
        "POST",
        GROUP_SHARES_PATH,
        Handler::Records(&GROUP_SHARES, Action::Create),
    ),
    (
        "PUT",
        GROUP_SHARE,
        Handler::Records(&GROUP_SHARE_CHANGED, Action::Change),
    ),
    (
        "DELETE",
        GROUP_SHARE,
        Handler::Records(&GROUP_SHARES, Action::Remove),
    ),
    (
        "GET",
        "/api/v2.1/org/{org_id}/admin/shares/",
        Handler::TeamAdmin(list_all),
    ),
];

const SHARE: &str = "/api/v2.1/workspace/{workspace_id}/dtable/{base_name}/share/";

const GROUP_SHARES_PATH: &str =
    "/api/v2.1/workspace/{workspace_id}/dtable/{base_name}/group-shares/";

const GROUP_SHARE: &str =
    "/api/v2.1/workspace/{workspace_id}/dtable/{base_name}/group-shares/{group_id}/";

const SHARES: Collection = Collection {
    kind: "share",
    list: "user_list",
    one: "success",
    key: "email",
    named: "email",
    show: "email name contact_email avatar_url permission",
    new: r#"{"share_id":"$id","dtable_uuid":"$base.uuid","email":"$to.email","name":"$to.name",
        "contact_email":"$to.contact_email","avatar_url":"$to.avatar_url","permission":"@permission!",
        "from_user":"$user.email","from_user_name":"$user.name","from_user_avatar":"$user.avatar_url"}"#,
    status: 201,
    ..Collection::COMMON
};

const GROUP_SHARES: Collection = Collection {
    kind: "group share",
    list: "dtable_group_share_list",
    one: "dtable_group_share",
    key: "group_id",
    named: "group_id",
    show: "group_id group_name permission",
    new: r#"{"share_id":"$id","dtable_uuid":"$base.uuid","group_id":"$group.id","group_name":"$group.name",
        "permission":"@permission!"}"#,
    ..Collection::COMMON
};

const GROUP_SHARE_CHANGED: Collection = Collection {
    one: "success",
    ..GROUP_SHARES
};

fn list_shared(call: &mut Call<'_>, _user: &str) -> Answer {
    ok(json!({ "table_list": shared_bases(call) }))
}

/// Returns the bases that are shared with the user who asks.
pub(super) fn shared_bases(call: &Call<'_>) -> Value {
    let mut bases = Vec::new();
    for share in call
        .world
        .records
        .iter()
        .filter(|share| share.kind == SHARES.kind && share.has("email", &call.user))
    {
        bases.extend(with(
            call,
            share,
            &[
                "permission",
                "from_user",
                "from_user_name",
                "from_user_avatar",
            ],
        ));
    }
    bases.into()
}

/// Shows the base that is shared, with these members of the share.
pub(super) fn with(call: &Call<'_>, share: &Record, members: &[&str]) -> Option<Value> {
    let mut shown = call.show_base(call.world.base(&share.owner)?, BASE);
    for member in members {
        shown[*member] = share.members.get(member).cloned().unwrap_or_default();
    }
    Some(shown)
}

/// Returns the bases that are shared with a group.
pub(super) fn shared_with(call: &Call<'_>, group_id: u64) -> Value {
    let id = group_id.to_string();
    let shares = call.world.records.iter();
    let shares =
        shares.filter(|share| share.kind == GROUP_SHARES.kind && share.has("group_id", &id));
    shares.filter_map(|share| with(call, share, &[])).collect()
}

/// Makes an object of something that each group of the user who asks has, by the id of the group.
pub(super) fn by_group(call: &Call<'_>, of_group: fn(&Call<'_>, u64) -> Value) -> Value {
    let mut groups = Object::new();
    for group in call.world.groups_of(&call.user) {
        let shared = of_group(call, group.id);
        if shared.item(0).is_some() {
            groups.insert(group.id.to_string(), shared);
        }
    }
    groups.into()
}

fn list_group_shared(call: &mut Call<'_>, _user: &str) -> Answer {
    let shared = by_group(call, shared_with);
    ok(json!({ "group_shared_dtables": shared }))
}

/// Lists every share of the team.
fn list_all(call: &mut Call<'_>, _user: &str) -> Answer {
    let mut body = json!({});
    let shown = [
        (
            "dtable_user_shares",
            &SHARES,
            "dtable_uuid email name avatar_url contact_email permission share_id",
        ),
        (
            "dtable_group_shares",
            &GROUP_SHARES,
            "dtable_uuid group_id group_name permission share_id",
        ),
        (
            "view_user_shares",
            &USER_VIEW_SHARES,
            "dtable_uuid id dtable_name from_user to_user permission table_id view_id shared_name from_user_name \
                to_user_name avatar_url",
        ),
        (
            "view_group_shares",
            &GROUP_VIEW_SHARES,
            "dtable_uuid id dtable_name from_user to_group_id permission table_id view_id shared_name from_user_name \
                to_group_name",
        ),
    ];
    for (name, collection, show) in shown {
        let shares = call
            .world
            .records
            .iter()
            .filter(|share| share.kind == collection.kind);
        let shown = shares.map(|share| {
            Collection {
                show,
                ..Collection::COMMON
            }
            .shown(share)
        });
        body[name] = shown.collect();
    }
    ok(body)
}

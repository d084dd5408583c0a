//! Views that are shared with users and groups.

use super::record::{Action, Collection, Scope};
use super::shares::{by_group, with};
use crate::json::{Value, json};
use crate::route::{Answer, Call, Handler, Route, ok};
use crate::world::Record;

pub(crate) const ROUTES: &[Route] = &[
    (
        "GET",
        "/api/v2.1/dtables/view-shares-user-shared/",
        Handler::Records(&VIEWS_FOR_ME, Action::List),
    ),
    (
        "DELETE",
        "/api/v2.1/dtables/view-shares-user-shared/{user_view_share_id}/",
        Handler::Records(&VIEWS_FOR_ME, Action::Remove),
    ),
    (
        "GET",
        USER_VIEWS,
        Handler::Records(&USER_VIEW_SHARES, Action::List),
    ),
    (
        "POST",
        USER_VIEWS,
        Handler::Records(&USER_VIEW_SHARES, Action::Create),
    ),
    (
        "DELETE",
        USER_VIEWS,
        Handler::Records(&USER_VIEW_SHARES, Action::Clear),
    ),
    (
        "PUT",
        USER_VIEW,
        Handler::Records(&USER_VIEW_SHARES, Action::Change),
    ),
    (
        "DELETE",
        USER_VIEW,
        Handler::Records(&USER_VIEW_SHARES, Action::Remove),
    ),
    (
        "GET",
        "/api/v2.1/dtables/view-shares-group-shared/",
        Handler::Account(list_group_views),
    ),
    (
        "GET",
        GROUP_VIEWS,
        Handler::Account(list_group_views_of_base),
    ),
    (
        "POST",
        GROUP_VIEWS,
        Handler::Records(&GROUP_VIEW_SHARES, Action::Create),
    ),
    (
        "DELETE",
        GROUP_VIEWS,
        Handler::Records(&GROUP_VIEW_SHARES, Action::Clear),
    ),
    (
        "PUT",
        GROUP_VIEW,
        Handler::Records(&GROUP_VIEW_SHARES, Action::Change),
    ),
    (
        "DELETE",
        GROUP_VIEW,
        Handler::Records(&GROUP_VIEW_SHARES, Action::Remove),
    ),
];

const USER_VIEWS: &str = "/api/v2.1/workspace/{workspace_id}/dtable/{base_name}/user-view-shares/";

const USER_VIEW: &str =
    "/api/v2.1/workspace/{workspace_id}/dtable/{base_name}/user-view-shares/{user_view_share_id}/";

const GROUP_VIEWS: &str =
    "/api/v2.1/workspace/{workspace_id}/dtable/{base_name}/group-view-shares/";

const GROUP_VIEW: &str = "/api/v2.1/workspace/{workspace_id}/dtable/{base_name}/group-view-shares/{group_view_share_id}/";

pub(super) const USER_VIEW_SHARES: Collection = Collection {
    kind: "view share",
    list: "user_view_share_list",
    named: "user_view_share_id",
    by: "table_id view_id",
    show: "id dtable_name from_user from_user_name to_user to_user_name permission table_id view_id shared_name",
    new: r#"{"id":"$id","dtable_uuid":"$base.uuid","dtable_name":"$base.name","workspace_id":"$base.workspace_id",
        "color":"$base.color","icon":"$base.icon","from_user":"$user.email","from_user_name":"$user.name",
        "from_user_avatar":"$user.avatar_url","to_user":"$to.email","to_user_name":"$to.name",
        "avatar_url":"$to.avatar_url","permission":"@permission!","table_id":"@table_id!","view_id":"@view_id!"}"#,
    ..Collection::COMMON
};

const VIEWS_FOR_ME: Collection = Collection {
    scope: Scope::Mine("to_user"),
    list: "view_share_list",
    by: "",
    show: "id dtable_name from_user from_user_name to_user to_user_name permission table_id view_id workspace_id \
        color text_color icon",
    ..USER_VIEW_SHARES
};

pub(super) const GROUP_VIEW_SHARES: Collection = Collection {
    kind: "group view share",
    named: "group_view_share_id",
    by: "table_id view_id",
    show: "id dtable_name from_user from_user_name to_group_id to_group_name permission table_id view_id",
    new: r#"{"id":"$id","dtable_uuid":"$base.uuid","dtable_name":"$base.name","from_user":"$user.email",
        "from_user_name":"$user.name","to_group_id":"$group.to_group_id","to_group_name":"$group.name",
        "permission":"@permission!","table_id":"@table_id!","view_id":"@view_id!"}"#,
    ..Collection::COMMON
};

/// Returns the views that are shared with the user who asks.
pub(super) fn shared_views(call: &Call<'_>) -> Value {
    let mut shared = VIEWS_FOR_ME.listed(call, VIEWS_FOR_ME.found(call, &call.user));
    shared[VIEWS_FOR_ME.list].take()
}

/// Returns the bases whose views are shared with a group.
pub(super) fn views_shared_with(call: &Call<'_>, group_id: u64) -> Value {
    let id = group_id.to_string();
    let shares = call.world.records.iter();
    let shares = shares
        .filter(|share| share.kind == GROUP_VIEW_SHARES.kind && share.has("to_group_id", &id));
    shares
        .filter_map(|share| base_of_view(call, share))
        .collect()
}

fn base_of_view(call: &Call<'_>, share: &Record) -> Option<Value> {
    let mut shown = with(call, share, &["shared_name"])?;
    shown["view_share_id"] = share.members.get("id").cloned().unwrap_or_default();
    Some(shown)
}

fn list_group_views(call: &mut Call<'_>, _user: &str) -> Answer {
    let shared = by_group(call, views_shared_with);
    ok(json!({ "group_shared_views": shared }))
}

fn list_group_views_of_base(call: &mut Call<'_>, _user: &str) -> Answer {
    let uuid = super::base_token::named_base(call)?.uuid.clone();
    let mut groups = json!({});
    for share in GROUP_VIEW_SHARES.found(call, &uuid) {
        let group = share.text("to_group_id");
        let mut shared = groups[group].as_array().cloned().unwrap_or_default();
        shared.extend(base_of_view(call, share));
        groups[group] = shared.into();
    }
    ok(json!({ "group_shared_views": groups }))
}

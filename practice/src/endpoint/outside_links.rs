//! Links that open a base or a view to the outside, and invitations to a base.

use super::record::{Action, Collection, Scope};
use crate::route::{Handler, Route};

pub(crate) const ROUTES: &[Route] = &[
    (
        "GET",
        BASE_LINKS,
        Handler::Records(&EXTERNAL_LINKS, Action::List),
    ),
    (
        "POST",
        BASE_LINKS,
        Handler::Records(&EXTERNAL_LINKS, Action::Create),
    ),
    (
        "DELETE",
        "/api/v2.1/workspace/{workspace_id}/dtable/{base_name}/external-links/{external_link_token}/",
        Handler::Records(&EXTERNAL_LINKS, Action::Remove),
    ),
    (
        "GET",
        VIEW_LINKS,
        Handler::Records(&VIEW_EXTERNAL_LINKS, Action::List),
    ),
    (
        "POST",
        VIEW_LINKS,
        Handler::Records(&VIEW_EXTERNAL_LINKS, Action::Create),
    ),
    (
        "DELETE",
        "/api/v2.1/workspace/{workspace_id}/dtable/{base_name}/view-external-links/{view_external_link_token}/",
        Handler::Records(&VIEW_EXTERNAL_LINKS, Action::Remove),
    ),
    (
        "POST",
        "/api/v2.1/dtables/invite-links/",
        Handler::Records(&INVITE_LINKS, Action::Create),
    ),
    (
        "DELETE",
        "/api/v2.1/dtables/invite-links/{invite_link_token}/",
        Handler::Records(&OWN_INVITE_LINKS, Action::Remove),
    ),
    (
        "GET",
        "/api/v2.1/org/{org_id}/admin/external-links/",
        Handler::Records(&TEAM_EXTERNAL_LINKS, Action::List),
    ),
    (
        "DELETE",
        "/api/v2.1/org/{org_id}/admin/external-links/{external_link_token}/",
        Handler::Records(&TEAM_EXTERNAL_LINKS, Action::Remove),
    ),
    (
        "GET",
        "/api/v2.1/org/{org_id}/admin/view-external-links/",
        Handler::Records(&TEAM_VIEW_EXTERNAL_LINKS, Action::List),
    ),
    (
        "DELETE",
        "/api/v2.1/org/{org_id}/admin/view-external-links/{view_external_link_token}/",
        Handler::Records(&TEAM_VIEW_EXTERNAL_LINKS, Action::Remove),
    ),
    (
        "GET",
        "/api/v2.1/org/{org_id}/admin/invite-links/",
        Handler::Records(&LISTED_INVITE_LINKS, Action::List),
    ),
    (
        "PUT",
        TEAM_INVITE_LINK,
        Handler::Records(&TEAM_INVITE_LINKS, Action::Change),
    ),
    (
        "DELETE",
        TEAM_INVITE_LINK,
        Handler::Records(&TEAM_INVITE_LINKS, Action::Remove),
    ),
];

const BASE_LINKS: &str = "/api/v2.1/workspace/{workspace_id}/dtable/{base_name}/external-links/";
const VIEW_LINKS: &str =
    "/api/v2.1/workspace/{workspace_id}/dtable/{base_name}/view-external-links/";
const TEAM_INVITE_LINK: &str = "/api/v2.1/org/{org_id}/admin/invite-links/{invite_link_token}/";

const EXTERNAL_LINKS: Collection = Collection {
    kind: "external link",
    list: "links",
    key: "token",
    named: "external_link_token",
    show: "url token is_custom permission is_expired expire_date",
    new: r#"{"id":"$id","url":"$link external-links","token":"$token","is_custom":"$is_custom",
        "permission":"read-only","is_expired":false,"expire_date":"$expiry","creator_name":"$user.name",
        "creator":"$user.email","view_cnt":0,"create_at":"$now","from_dtable":"$base.name",
        "is_protected":"$is_protected","from_base_uuid":"$base.uuid"}"#,
    ..Collection::COMMON
};

const TEAM_EXTERNAL_LINKS: Collection = Collection {
    scope: Scope::Team,
    list: "external_link_list",
    count: "count",
    show: "id url token permission creator_name creator view_cnt create_at from_dtable expire_date is_protected \
        from_base_uuid",
    ..EXTERNAL_LINKS
};

const VIEW_EXTERNAL_LINKS: Collection = Collection {
    kind: "view external link",
    list: "dtable_view_external_link_list",
    key: "token",
    named: "view_external_link_token",
    by: "table_id view_id",
    show: "id from_dtable creator creator_name token permission create_at view_cnt table_id view_id url is_custom \
        expire_date",
    new: r#"{"id":"$id","from_dtable":"$base.name","creator":"$user.email","creator_name":"$user.name",
        "token":"$token","permission":"r","create_at":"$now","view_cnt":0,"table_id":"@table_id!",
        "view_id":"@view_id!","url":"$link view-external-links","is_custom":"$is_custom","expire_date":"$expiry",
        "is_protected":"$is_protected"}"#,
    ..Collection::COMMON
};

const TEAM_VIEW_EXTERNAL_LINKS: Collection = Collection {
    scope: Scope::Team,
    list: "external_link_list",
    count: "count",
    by: "",
    show: "id from_dtable creator creator_name token permission create_at view_cnt table_id view_id url is_custom \
        expire_date is_protected",
    ..VIEW_EXTERNAL_LINKS
};

const INVITE_LINKS: Collection = Collection {
    kind: "invite link",
    key: "token",
    named: "invite_link_token",
    show: "username permission token link dtable dtable_id workspace_id expire_date ctime",
    new: r#"{"username":"$user.email","permission":"@permission!","token":"$token","link":"$link links",
        "dtable":"$base.name","dtable_name":"$base.name","dtable_id":"$base.id","dtable_uuid":"$base.uuid",
        "workspace_id":"$base.workspace_id","expire_date":"$expiry","ctime":"$now","is_protected":"$is_protected"}"#,
    ..Collection::COMMON
};

const OWN_INVITE_LINKS: Collection = Collection {
    scope: Scope::Mine("username"),
    ..INVITE_LINKS
};

const TEAM_INVITE_LINKS: Collection = Collection {
    scope: Scope::Team,
    ..INVITE_LINKS
};

/// The list names other members than the link itself.
const LISTED_INVITE_LINKS: Collection = Collection {
    list: "invite_link_list",
    count: "count",
    show: "dtable_name username token ctime password expire_date permission workspace_id is_protected dtable_uuid",
    ..TEAM_INVITE_LINKS
};

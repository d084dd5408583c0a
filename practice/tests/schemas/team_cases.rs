//! One request for each answer about what the admin of the team looks after.

use crate::cases::{Case, case};

/// What the admin of the team looks after.
pub(crate) const TEAM_CASES: &[Case] = &[
    case(
        "PUT /api/v2.1/org/{org_id}/admin/users/{user_id}/set-password/",
        "",
        200,
    ),
    case(
        "GET /api/v2.1/org/{org_id}/admin/users/{user_id}/dtables/",
        "",
        200,
    ),
    case(
        "GET /api/v2.1/org/{org_id}/admin/dtables/{base_uuid}/",
        "",
        200,
    ),
    case(
        "DELETE /api/v2.1/org/{org_id}/admin/dtables/{base_uuid}/",
        "",
        200,
    ),
    case("GET /api/v2.1/org/{org_id}/admin/trash-dtables/", "", 200),
    case(
        "DELETE /api/v2.1/org/{org_id}/admin/trash-dtables/",
        "",
        200,
    ),
    case(
        "PUT /api/v2.1/org/{org_id}/admin/trash-dtables/{trashed_uuid}/",
        "",
        200,
    ),
    case(
        "GET /api/v2.1/org/{org_id}/admin/search-dtables/?query=sho",
        "",
        200,
    ),
    case(
        "GET /api/v2.1/org/{org_id}/admin/dtables/{base_uuid}/api-tokens/",
        "",
        200,
    ),
    case(
        "DELETE /api/v2.1/org/{org_id}/admin/dtables/{base_uuid}/api-tokens/{app_name}/",
        "",
        200,
    ),
    case("GET /api/v2.1/org/{org_id}/admin/api-tokens/", "", 200),
    case(
        "POST /api/v2.1/org/{org_id}/admin/groups/",
        r#"{"group_name":"x","group_owner":"{user_id}"}"#,
        200,
    ),
    case(
        "GET /api/v2.1/org/{org_id}/admin/groups/{group_id}/",
        "",
        200,
    ),
    case(
        "PUT /api/v2.1/org/{org_id}/admin/groups/{group_id}/",
        r#"{"new_group_name":"x"}"#,
        200,
    ),
    case(
        "DELETE /api/v2.1/org/{org_id}/admin/groups/{group_id}/",
        "",
        200,
    ),
    case(
        "GET /api/v2.1/org/{org_id}/admin/groups/{sales_id}/dtables/",
        "",
        200,
    ),
    case(
        "GET /api/v2.1/org/{org_id}/admin/groups/{group_id}/members/",
        "",
        200,
    ),
    case(
        "POST /api/v2.1/org/{org_id}/admin/groups/{group_id}/members/",
        r#"{"email":"tia@practice.example"}"#,
        200,
    ),
    case(
        "PUT /api/v2.1/org/{org_id}/admin/groups/{group_id}/members/{user_id}/",
        r#"{"is_admin":true}"#,
        200,
    ),
    case(
        "DELETE /api/v2.1/org/{org_id}/admin/groups/{group_id}/members/{user_id}/",
        "",
        200,
    ),
    case("GET /api/v2.1/org/{org_id}/admin/shares/", "", 200),
    case("GET /api/v2.1/org/{org_id}/admin/external-links/", "", 200),
    case(
        "DELETE /api/v2.1/org/{org_id}/admin/external-links/{external_link_token}/",
        "",
        200,
    ),
    case(
        "GET /api/v2.1/org/{org_id}/admin/view-external-links/",
        "",
        200,
    ),
    case(
        "DELETE /api/v2.1/org/{org_id}/admin/view-external-links/{view_external_link_token}/",
        "",
        200,
    ),
    case("GET /api/v2.1/org/{org_id}/admin/invite-links/", "", 200),
    case(
        "PUT /api/v2.1/org/{org_id}/admin/invite-links/{invite_link_token}/",
        r#"{"permission":"rw","expire_days":3}"#,
        200,
    ),
    case(
        "DELETE /api/v2.1/org/{org_id}/admin/invite-links/{invite_link_token}/",
        "",
        200,
    ),
    case(
        "PUT /api/v2.1/org/admin/info/",
        r#"{"new_org_name":"x"}"#,
        200,
    ),
    case("GET /api/v2.1/org/admin/settings/", "", 200),
    case(
        "PUT /api/v2.1/org/admin/settings/",
        r#"{"enable_force_2fa":true}"#,
        200,
    ),
];

//! One request for each answer about sharing, and about what belongs to a base besides its tables.

use crate::cases::{Case, case};
use crate::records::{AUTO_LINKS, AUTOMATION, EMAIL, FORM, RULE};

/// Sharing, and what belongs to a base besides its tables.
pub(crate) const SHARING_CASES: &[Case] = &[
    case("GET /api/v2.1/dtables/shared/", "", 200),
    case(
        "GET /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/share/",
        "",
        200,
    ),
    case(
        "POST /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/share/",
        r#"{"email":"{user_id}","permission":"r"}"#,
        201,
    ),
    case(
        "PUT /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/share/",
        r#"{"email":"{user_id}","permission":"r"}"#,
        200,
    ),
    case(
        "DELETE /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/share/",
        r#"{"email":"{user_id}"}"#,
        200,
    ),
    case("GET /api/v2.1/dtables/group-shared/", "", 200),
    case(
        "GET /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/group-shares/",
        "",
        200,
    ),
    case(
        "POST /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/group-shares/",
        r#"{"group_id":"{group_id}","permission":"rw"}"#,
        200,
    ),
    case(
        "PUT /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/group-shares/{group_id}/",
        r#"{"permission":"rw"}"#,
        200,
    ),
    case(
        "DELETE /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/group-shares/{group_id}/",
        "",
        200,
    ),
    case("GET /api/v2.1/dtables/view-shares-user-shared/", "", 200),
    case(
        "DELETE /api/v2.1/dtables/view-shares-user-shared/{user_view_share_id}/",
        "",
        200,
    ),
    case(
        "GET /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/user-view-shares/",
        "",
        200,
    ),
    case(
        "POST /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/user-view-shares/",
        r#"{"to_user":"{user_id}","permission":"rw","table_id":"{customers}","view_id":"0000"}"#,
        200,
    ),
    case(
        "DELETE /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/user-view-shares/?table_id={customers}&view_id=0000",
        "",
        200,
    ),
    case(
        "PUT /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/user-view-shares/{user_view_share_id}/",
        r#"{"permission":"rw"}"#,
        200,
    ),
    case(
        "DELETE /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/user-view-shares/{user_view_share_id}/",
        "",
        200,
    ),
    case("GET /api/v2.1/dtables/view-shares-group-shared/", "", 200),
    case(
        "GET /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/group-view-shares/",
        "",
        200,
    ),
    case(
        "POST /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/group-view-shares/",
        r#"{"to_group_id":"{group_id}","permission":"rw","table_id":"{customers}","view_id":"0000"}"#,
        200,
    ),
    case(
        "DELETE /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/group-view-shares/?table_id={customers}&view_id=0000",
        "",
        200,
    ),
    case(
        "PUT /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/group-view-shares/{group_view_share_id}/",
        r#"{"permission":"rw"}"#,
        200,
    ),
    case(
        "DELETE /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/group-view-shares/{group_view_share_id}/",
        "",
        200,
    ),
    case(
        "GET /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/external-links/",
        "",
        200,
    ),
    case(
        "POST /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/external-links/",
        r#"{"token":"mine"}"#,
        200,
    ),
    case(
        "DELETE /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/external-links/{external_link_token}/",
        "",
        200,
    ),
    case(
        "GET /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/view-external-links/?table_id={customers}&view_id=0000",
        "",
        200,
    ),
    case(
        "POST /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/view-external-links/",
        r#"{"table_id":"{customers}","view_id":"0000"}"#,
        200,
    ),
    case(
        "DELETE /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/view-external-links/{view_external_link_token}/",
        "",
        200,
    ),
    case(
        "POST /api/v2.1/dtables/invite-links/",
        r#"{"workspace_id":"{workspace_id}","table_name":"Shop","permission":"rw"}"#,
        200,
    ),
    case(
        "DELETE /api/v2.1/dtables/invite-links/{invite_link_token}/",
        "",
        200,
    ),
    case(
        "GET /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/webhooks/",
        "",
        200,
    ),
    case(
        "POST /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/webhooks/",
        r#"{"url":"https://hook.example"}"#,
        200,
    ),
    case(
        "PUT /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/webhooks/{webhook_id}/",
        r#"{"url":"https://hook.example"}"#,
        200,
    ),
    case(
        "DELETE /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/webhooks/{webhook_id}/",
        "",
        200,
    ),
    case(
        "GET /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/notification-rules/",
        "",
        200,
    ),
    case(
        "POST /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/notification-rules/",
        RULE,
        200,
    ),
    case(
        "PUT /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/notification-rules/{notification_rule_id}/",
        RULE,
        200,
    ),
    case(
        "DELETE /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/notification-rules/{notification_rule_id}/",
        "",
        200,
    ),
    case(
        "GET /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/automation-rules/",
        "",
        200,
    ),
    case(
        "POST /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/automation-rules/",
        AUTOMATION,
        200,
    ),
    case(
        "PUT /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/automation-rules/{automation_rule_id}/",
        AUTOMATION,
        200,
    ),
    case(
        "DELETE /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/automation-rules/{automation_rule_id}/",
        "",
        200,
    ),
    case("GET /api/v2.1/third-party-accounts/{base_uuid}/", "", 200),
    case(
        "POST /api/v2.1/third-party-accounts/{base_uuid}/",
        EMAIL,
        201,
    ),
    case(
        "PUT /api/v2.1/third-party-accounts/{base_uuid}/{3rd_party_account_id}/",
        EMAIL,
        200,
    ),
    case(
        "DELETE /api/v2.1/third-party-accounts/{base_uuid}/{3rd_party_account_id}/",
        "",
        200,
    ),
    case(
        "GET /api/v2.1/third-party-accounts/{base_uuid}/detail/?account_name=Post",
        "",
        200,
    ),
    case(
        "GET /api/v2.1/forms/?workspace_id={workspace_id}&name=Shop",
        "",
        200,
    ),
    case("POST /api/v2.1/forms/", FORM, 201),
    case(
        "PUT /api/v2.1/forms/{form_token}/",
        r#"{"form_config":"{}"}"#,
        200,
    ),
    case("DELETE /api/v2.1/forms/{form_token}/", "", 200),
    case("GET /api/v2.1/forms/shared/", "", 200),
    case("DELETE /api/v2.1/notifications/", "", 200),
    case(
        "GET /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/snapshots/",
        "",
        200,
    ),
    case(
        "POST /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/snapshots/{commit_id}/restore/",
        r#"{"snapshot_name":"x"}"#,
        200,
    ),
    case(
        "GET /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/archive-backups/",
        "",
        200,
    ),
    case(
        "GET /api/v2.1/workspace/{workspace_id}/dtable/{base_name}/big-data-state/",
        "",
        200,
    ),
    case("GET /api/v2.1/dtable-activities/", "", 200),
    case(
        "GET /api/v2.1/dtable-activities/detail/?dtable_uuid={base_uuid}&op_date=2026-05-28T00:00:00",
        "",
        200,
    ),
    case(
        "GET /api/v2.1/dtables/{base_uuid}/big-data-operation-logs/",
        "",
        200,
    ),
    case("GET comments/?row_id={row_id}", "", 200),
    case(
        "POST comments/?row_id={row_id}&table_id={customers}",
        r#"{"comment":"x"}"#,
        200,
    ),
    case("GET comments/{comment_id}/", "", 200),
    case("DELETE comments/{comment_id}/", "", 200),
    case("GET comments-count/?row_id={row_id}", "", 200),
    case("GET comments-within-days/?days=3", "", 200),
    case(
        "GET /api/v2.1/dtables/{base_uuid}/rows-comments-num/",
        "",
        200,
    ),
    case("GET notifications/", "", 200),
    case("PUT notifications/", r#"{"seen":true}"#, 200),
    case("DELETE notifications/", "", 200),
    case(
        "PUT notifications/{notification_id}/",
        r#"{"seen":true}"#,
        200,
    ),
    case("GET operations/", "", 200),
    case("GET activities/?row_id={row_id}", "", 200),
    case("POST snapshot/", r#"{"dtable_name":"Shop"}"#, 200),
    case("POST auto-links/", AUTO_LINKS, 200),
    case("GET auto-link-task/", r#""{task_id}""#, 200),
    case(
        "POST /api-gateway/api/v2/dtables/{big_uuid}/archive-view/",
        r#"{"table_name":"Big","view_name":"Default View"}"#,
        200,
    ),
    case(
        "POST /api-gateway/api/v2/dtables/{big_uuid}/unarchive/",
        r#"{"table_id":"0000","row_ids":[]}"#,
        200,
    ),
    case(
        "GET /api-gateway/api/v2/dtables/{big_uuid}/db-operations/",
        "",
        200,
    ),
    case(
        "PUT /api-gateway/api/v2/dtables/{big_uuid}/restore-operations/{op_id}/",
        "",
        200,
    ),
];

//! What has to be there before it can be asked for: one of each kind.

use crate::shop::Shop;
use serde_json::Value;

/// A request, and what its answer teaches: the place in it, and what stands in braces for that.
struct Step(
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str)],
);

const STEPS: &[Step] = &[
    Step(
        "GET /api/v2.1/workspaces/",
        "",
        &[
            ("/workspace_list/2/id", "{own_workspace}"),
            ("/workspace_list/3/group_id", "{sales_id}"),
        ],
    ),
    Step("GET /api2/account/info/", "", &[("/email", "{admin_id}")]),
    Step(
        "POST /api/v2.1/groups/",
        r#"{"name":"Old friends"}"#,
        &[("/id", "{group_id}")],
    ),
    Step(
        "POST /api/v2.1/groups/{group_id}/members/",
        r#"{"email":"{user_id}"}"#,
        &[],
    ),
    Step(
        "POST {base}/share/",
        r#"{"email":"{user_id}","permission":"rw"}"#,
        &[],
    ),
    Step(
        "POST {base}/group-shares/",
        r#"{"group_id":"{group_id}","permission":"r"}"#,
        &[],
    ),
    Step(
        "POST {base}/user-view-shares/",
        r#"{"to_user":"{admin_id}","permission":"r","table_id":"{customers}","view_id":"0000"}"#,
        &[("/id", "{user_view_share_id}")],
    ),
    Step(
        "POST {base}/group-view-shares/",
        r#"{"to_group_id":"{group_id}","permission":"r","table_id":"{customers}","view_id":"0000"}"#,
        &[("/id", "{group_view_share_id}")],
    ),
    Step(
        "POST {base}/external-links/",
        r#"{"expire_days":7}"#,
        &[
            ("/token", "{external_link_token}"),
            ("/url", "{external_link}"),
        ],
    ),
    Step(
        "POST {base}/view-external-links/",
        r#"{"table_id":"{customers}","view_id":"0000"}"#,
        &[("/token", "{view_external_link_token}")],
    ),
    Step(
        "POST /api/v2.1/dtables/invite-links/",
        r#"{"workspace_id":"{workspace_id}","table_name":"Shop","permission":"r"}"#,
        &[("/token", "{invite_link_token}")],
    ),
    Step(
        "POST {base}/webhooks/",
        r#"{"url":"https://hook.example","secret":"x"}"#,
        &[("/webhook/id", "{webhook_id}")],
    ),
    Step(
        "POST {base}/notification-rules/",
        RULE,
        &[("/id", "{notification_rule_id}")],
    ),
    Step(
        "POST {base}/automation-rules/",
        AUTOMATION,
        &[("/id", "{automation_rule_id}")],
    ),
    Step(
        "POST /api/v2.1/third-party-accounts/{base_uuid}/",
        EMAIL,
        &[("/account/id", "{3rd_party_account_id}")],
    ),
    Step(
        "POST /api/v2.1/forms/",
        FORM,
        &[("/form/token", "{form_token}")],
    ),
    Step(
        "POST /api-gateway/api/v2/dtables/{base_uuid}/comments/?row_id={row_id}&table_id={customers}",
        r#"{"comment":"Well done"}"#,
        &[],
    ),
    Step(
        "GET /api-gateway/api/v2/dtables/{base_uuid}/comments/?row_id={row_id}",
        "",
        &[("/0/id", "{comment_id}")],
    ),
    Step(
        "GET /api-gateway/api/v2/dtables/{base_uuid}/notifications/",
        "",
        &[("/notification_list/0/id", "{notification_id}")],
    ),
    Step(
        "POST /api/v2.1/workspace/{workspace_id}/folders/",
        r#"{"name":"Old"}"#,
        &[("/folder/id", "{folder_id}")],
    ),
    Step(
        "POST /api/v2.1/starred-dtables/",
        r#"{"dtable_uuid":"{base_uuid}"}"#,
        &[],
    ),
    Step(
        "POST /api-gateway/api/v2/dtables/{base_uuid}/snapshot/",
        r#"{"dtable_name":"Shop"}"#,
        &[("/snapshot/commit_id", "{commit_id}")],
    ),
    Step(
        "POST /api/v2.1/dtables/",
        r#"{"name":"Old","workspace_id":"{workspace_id}"}"#,
        &[("/table/uuid", "{trashed_uuid}")],
    ),
    Step(
        "DELETE /api/v2.1/workspace/{workspace_id}/dtable/",
        r#"{"name":"Old"}"#,
        &[],
    ),
    Step(
        "POST /api/v2.1/dtables/",
        r#"{"name":"Old","workspace_id":"{own_workspace}"}"#,
        &[("/table/id", "{trashed_base_id}")],
    ),
    Step(
        "DELETE /api/v2.1/workspace/{own_workspace}/dtable/",
        r#"{"name":"Old"}"#,
        &[],
    ),
    Step(
        "POST /api-gateway/api/v2/dtables/{big_uuid}/add-archived-rows/",
        r#"{"table_name":"Big","rows":[{"Name":"x"}]}"#,
        &[],
    ),
    Step(
        "GET /api-gateway/api/v2/dtables/{big_uuid}/db-operations/",
        "",
        &[("/operations/0/id", "{op_id}")],
    ),
    Step(
        "POST /api-gateway/api/v2/dtables/{base_uuid}/auto-links/",
        AUTO_LINKS,
        &[("/task_id", "{task_id}")],
    ),
    Step(
        "GET /api/v2.1/user-admin-dtables/",
        "",
        &[("/groups/0/dtables/0/id", "{base_id}")],
    ),
];

pub(crate) const RULE: &str = r#"{"run_condition":"per_update","trigger":{"rule_name":"x","table_id":"{customers}","view_id":"0000","condition":"rows_modified"},"action":{"type":"notify","users":["{user_id}"],"default_msg":"x"}}"#;
pub(crate) const AUTOMATION: &str = r#"{"run_condition":"per_month","trigger":{"rule_name":"x","table_id":"{customers}","view_id":"0000","condition":"run_periodically"},"actions":[{"type":"notify","users":["{user_id}"],"default_msg":"x"}]}"#;
pub(crate) const EMAIL: &str = r#"{"account_name":"Post","account_type":"email","detail":{"email_host":"smtp.example","email_port":587,"host_user":"x","password":"x"}}"#;
pub(crate) const FORM: &str =
    r#"{"workspace_id":"{workspace_id}","name":"Shop","form_config":"{\"form_name\":\"x\"}"}"#;
pub(crate) const AUTO_LINKS: &str =
    r#"{"link_id":"{link_id}","matching_keys":[{"table1_key":"0000","table2_key":"0000"}]}"#;

impl Shop {
    /// Adds one of each kind, and learns what it is called.
    pub(crate) fn add_records(&mut self) {
        for Step(request, body, taught) in STEPS {
            let (method, path) = request.split_once(' ').unwrap();
            let path = path.replace(
                "{base}",
                "/api/v2.1/workspace/{workspace_id}/dtable/{base_name}",
            );
            let token = self.token(&path).clone();
            let (status, answer) = self.send(method, &path, &token, body);
            assert!(status < 300, "{request}: {status} {answer}");
            for (place, name) in *taught {
                self.learn(name, answer.pointer(place).unwrap_or(&Value::Null));
            }
        }
    }
}

//! What is kept beside tables, and what comes back from the trash.

use super::fact;
use crate::Fact;
use crate::body::Body;
use serde_json::json;

pub(crate) const FACTS: &[Fact] = &[
    fact(
        "document",
        "a deleted base comes back from the trash",
        |c| {
            let own = |path: &str| format!("/api/v2.1/trash-dtables/{path}");
            let delete = || {
                let path = format!("/api/v2.1/workspace/{}/dtable/", c.credentials.workspace_id);
                c.account("DELETE", &path, &Body::Form(&[("name", "Practice base")]))
                    .json(200);
            };
            delete();
            let list = c.account("GET", &own(""), &Body::None).json(200);
            let base = &list["trash_dtable_list"][0];
            assert_eq!(
                (&list["count"], &base["name"], &base["deleted"]),
                (&json!(1), &json!("Practice base"), &json!(true))
            );
            assert_eq!(
                c.as_user("ben", "PUT", &own(&format!("{}/", base["id"])), &Body::None)
                    .status,
                404
            );
            c.account("PUT", &own(&format!("{}/", base["id"])), &Body::None)
                .json(200);
            assert_eq!(
                c.account("GET", &c.workspace_path(""), &Body::None).status,
                200
            );
            c.base_token();
            delete();
            let team = |path: &str| c.org_path(&format!("trash-dtables/{path}"));
            let list = c.account("GET", &team(""), &Body::None).json(200);
            assert_eq!(list["dtable_list"][0]["owner"], "Ada Admin");
            c.account(
                "PUT",
                &team(&format!("{}/", c.credentials.base_uuid)),
                &Body::None,
            )
            .json(200);
            for path in [own(""), team("")] {
                delete();
                c.account("DELETE", &path, &Body::None).json(200);
                assert_eq!(c.account("GET", &path, &Body::None).json(200)["count"], 0);
                let body =
                    json!({ "name": "Practice base", "workspace_id": c.credentials.workspace_id });
                c.account("POST", "/api/v2.1/dtables/", &Body::Json(body))
                    .json(201);
            }
        },
    ),
    fact("document", "a group has a trash of its own", |c| {
        let group = &c
            .account("GET", "/api/v2.1/workspaces/", &Body::None)
            .json(200)["workspace_list"][3];
        let path = format!("/api/v2.1/groups/{}/trash-dtables/", group["group_id"]);
        let bases = format!("/api/v2.1/workspace/{}/dtable/", group["id"]);
        c.account("DELETE", &bases, &Body::Form(&[("name", "Shop")]))
            .json(200);
        let list = c.account("GET", &path, &Body::None).json(200);
        let uuid = list["trash_dtable_list"][0]["uuid"]
            .as_str()
            .unwrap()
            .to_owned();
        assert_eq!(c.as_user("ben", "GET", &path, &Body::None).status, 403);
        c.account("PUT", &format!("{path}{uuid}/"), &Body::None)
            .json(200);
        assert_eq!(
            c.account("GET", &path, &Body::None).json(200),
            json!({ "trash_dtable_list": [] })
        );
    }),
    fact(
        "document",
        "webhooks, rules, accounts and forms are kept",
        |c| {
            let base = format!(
                "/api/v2.1/third-party-accounts/{}/",
                c.credentials.base_uuid
            );
            let rule = json!({ "run_condition": "per_update", "trigger": { "rule_name": "x" }, "action": { "type": "notify" } });
            let automation = json!({ "run_condition": "per_update", "trigger": { "rule_name": "x" }, "actions": [] });
            let account = json!({ "account_name": "Post", "account_type": "email", "detail": { "email_host": "smtp.example" } });
            let form = json!({ "workspace_id": c.credentials.workspace_id, "name": "Practice base", "form_config": "{}" });
            let forms = format!(
                "?workspace_id_query={}&base_name=Practice%20base",
                c.credentials.workspace_id
            );
            let kinds = [
                (
                    c.workspace_path("webhooks/"),
                    "",
                    json!({ "url": "https://hook.example", "secret": "1" }),
                    "/webhook",
                    "id",
                    "/webhook_list",
                ),
                (
                    c.workspace_path("notification-rules/"),
                    "",
                    rule,
                    "",
                    "id",
                    "/dtable_notification_rule_list",
                ),
                (
                    c.workspace_path("automation-rules/"),
                    "",
                    automation,
                    "",
                    "id",
                    "/dtable_automation_rule_list",
                ),
                (
                    base.clone(),
                    "",
                    account,
                    "/account",
                    "id",
                    "/accounts_list",
                ),
                (
                    "/api/v2.1/forms/".to_owned(),
                    forms.as_str(),
                    form,
                    "/form",
                    "token",
                    "/form_list",
                ),
            ];
            for (path, query, body, one, key, list) in kinds {
                let made = c.account("POST", &path, &Body::Json(body.clone()));
                assert!(matches!(made.status, 200 | 201), "{path}");
                let made = made.json(made.status).pointer(one).unwrap().clone();
                let listed = c
                    .account("GET", &format!("{path}{query}"), &Body::None)
                    .json(200);
                assert_eq!(listed.pointer(list).unwrap()[0], made, "{path}");
                let named = format!("{path}{}/", made[key].to_string().trim_matches('"'));
                let change = json!({ "url": "https://new.example", "run_condition": "per_day", "account_name": "New", "form_config": "{}" });
                let changed = c.account("PUT", &named, &Body::Json(change));
                assert!(matches!(changed.status, 200 | 201), "{path}");
                assert!(c.account("POST", &path, &Body::Json(json!({ "workspace_id": c.credentials.workspace_id, "name": "Practice base" }))).status == 400);
                if path == base {
                    let found = c.account(
                        "GET",
                        &format!("{base}detail/?account_name=New"),
                        &Body::None,
                    );
                    assert_eq!(found.json(found.status)["account"]["id"], made["id"]);
                }
                assert_eq!(
                    c.account("DELETE", &named, &Body::None).json(200),
                    json!({ "success": true })
                );
                assert_eq!(
                    c.account("DELETE", &named, &Body::None).status,
                    404,
                    "{path}"
                );
            }
            assert_eq!(
                c.account("GET", "/api/v2.1/forms/shared/", &Body::None)
                    .json(200),
                json!({ "shared_list": [] })
            );
        },
    ),
];

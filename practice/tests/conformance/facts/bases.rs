//! Bases and accounts, as their users look after them.

use super::fact;
use crate::Fact;
use crate::body::Body;
use serde_json::json;

pub(crate) const FACTS: &[Fact] = &[
    fact("document", "users are found, and show who they are", |c| {
        let found = c
            .account("GET", "/api2/search-user/?q=BEGIN", &Body::None)
            .json(200);
        let ben = &found["users"][0];
        assert_eq!(
            (&ben["name"], &ben["contact_email"]),
            (&json!("Ben Beginner"), &json!("ben@practice.example"))
        );
        let path = format!(
            "/api/v2.1/user-common-info/{}/",
            ben["email"].as_str().unwrap()
        );
        assert_eq!(
            c.account("GET", &path, &Body::None).json(200)["name"],
            "Ben Beginner"
        );
        assert_eq!(
            c.account(
                "GET",
                "/api/v2.1/user-common-info/none@auth.local/",
                &Body::None
            )
            .status,
            404
        );
        let list = Body::Json(json!({ "user_id_list": [ben["email"]] }));
        let list = c.account("POST", "/api/v2.1/user-list/", &list).json(200);
        assert_eq!(list["user_list"][0]["email"], ben["email"]);
    }),
    fact(
        "document",
        "an account gets a picture, and an e-mail about a new address",
        |c| {
            let path = "/api/v2.1/user/contact-email/";
            let address = Body::Multipart {
                fields: &[("new_contact_email", "a@practice.example")],
                file: None,
            };
            assert!(c.account("PUT", path, &address).json(200)["msg"].is_string());
            assert_eq!(c.account("PUT", path, &Body::None).status, 400);
            let bytes = b"--x\r\nContent-Disposition: form-data; name=\"avatar\"; filename=\"a.png\"\r\n\r\nx\r\n--x--\r\n";
            let picture = Body::Raw("multipart/form-data; boundary=x", bytes);
            let url = c
                .account("POST", "/api/v2.1/user-avatar/", &picture)
                .json(200)["avatar_url"]
                .clone();
            let info = c
                .account("GET", "/api2/account/info/", &Body::None)
                .json(200);
            assert_eq!(info["avatar_url"], url);
        },
    ),
    fact(
        "document",
        "a base is renamed, and opened with a password in browsers",
        |c| {
            let path = format!("/api/v2.1/workspace/{}/dtable/", c.credentials.workspace_id);
            let password = |operation: &str, password: &str| {
                let body = json!({ "name": "Practice base", "operation": operation, "password": password, "new_password": "new" });
                c.account("PUT", &c.workspace_path("password/"), &Body::Json(body))
            };
            assert_eq!(
                password("password_add", "old").json(200)["table"]["is_encrypted"],
                true
            );
            assert_eq!(password("password_unset", "wrong").status, 400);
            password("password_modify", "old").json(200);
            assert_eq!(
                password("password_unset", "new").json(200)["table"]["is_encrypted"],
                false
            );
            let form = [
                ("name", "Practice base"),
                ("new_name", "Mine"),
                ("color", "#E91E63"),
            ];
            let renamed = c
                .account(
                    "PUT",
                    &path,
                    &Body::Multipart {
                        fields: &form,
                        file: None,
                    },
                )
                .json(200);
            assert_eq!(
                (&renamed["table"]["name"], &renamed["table"]["color"]),
                (&json!("Mine"), &json!("#E91E63"))
            );
            let size = format!("/api/v2.1/dtable/{}/size/", c.credentials.base_uuid);
            assert!(
                c.account("GET", &size, &Body::None).json(200)["result"]
                    .as_u64()
                    .unwrap()
                    > 100
            );
            let repair = format!("/api/v2.1/dtable/{}/repair/", c.credentials.base_uuid);
            assert_eq!(
                c.account("PUT", &repair, &Body::None).json(200),
                json!({ "success": true })
            );
            assert_eq!(c.as_user("ben", "GET", &size, &Body::None).status, 404);
            let found = c
                .account(
                    "GET",
                    "/api/v2.1/dtable/items-search/?query_str=MIN",
                    &Body::None,
                )
                .json(200);
            assert_eq!(
                (&found["results"][0]["name"], &found["results"][0]["type"]),
                (&json!("Mine"), &json!("personal"))
            );
        },
    ),
    fact(
        "client-requests",
        "a base is copied, read whole, and its options belong together",
        |c| {
            let id = c.credentials.workspace_id.to_string();
            let form = [
                ("src_workspace_id", id.as_str()),
                ("name", "Practice base"),
                ("dst_workspace_id", id.as_str()),
            ];
            let copy = c
                .account("POST", "/api/v2.1/dtable-copy/", &Body::Form(&form))
                .json(200);
            assert_eq!(copy["dtable"]["name"], "Practice base(1)");
            let whole = c.base("GET", "", &Body::None).json(200);
            assert_eq!(whole["tables"][0]["name"], "Table1");
            let path = format!(
                "/api/v2.1/dtable/app-user-info/?username={}",
                c.user_id("ben")
            );
            assert_eq!(c.api("GET", &path).json(200)["name"], "Ben Beginner");
            for name in ["Child", "Parent"] {
                c.add_column(name, "single-select", &json!(null)).json(200);
            }
            let body = json!({ "table_name": "Table1", "child_column": "Child", "parent_column": "Parent", "cascade_settings": {} });
            let answer = c.base("POST", "column-cascade-settings/", &Body::Json(body));
            assert_eq!(answer.json(200), json!({ "success": true }));
        },
    ),
    fact("document", "a base gets a star", |c| {
        let path = "/api/v2.1/starred-dtables/";
        let star = Body::Multipart {
            fields: &[("dtable_uuid", &c.credentials.base_uuid)],
            file: None,
        };
        c.account("POST", path, &star).json(200);
        let list = c.account("GET", path, &Body::None).json(200);
        assert_eq!(list["user_starred_dtable_list"][0]["name"], "Practice base");
        let workspaces = c
            .account("GET", "/api/v2.1/workspaces/", &Body::None)
            .json(200);
        assert_eq!(
            workspaces["workspace_list"][0]["table_list"][0]["starred"],
            true
        );
        c.account(
            "DELETE",
            &format!("{path}?dtable_uuid={}", c.credentials.base_uuid),
            &Body::None,
        )
        .json(200);
        assert_eq!(
            c.account("GET", path, &Body::None).json(200),
            json!({ "user_starred_dtable_list": [] })
        );
    }),
    fact(
        "document",
        "bases lie in folders, and only an empty one is deleted",
        |c| {
            let path =
                |rest: &str| format!("/api/v2.1/workspace/{}/{rest}", c.credentials.workspace_id);
            let made = c
                .account(
                    "POST",
                    &path("folders/"),
                    &Body::Json(json!({ "name": "Old" })),
                )
                .json(200);
            let id = made["folder"]["id"].to_string();
            let one = path(&format!("folders/{id}/"));
            let renamed = c
                .account("PUT", &one, &Body::Json(json!({ "name": "Older" })))
                .json(200);
            assert_eq!(renamed["folder"]["name"], "Older");
            let base = c
                .account("GET", &c.workspace_path(""), &Body::None)
                .json(200)["id"]
                .to_string();
            let to = |from: &str, to: &str| {
                let form = [
                    ("item_type", "dtable"),
                    ("item_id", base.as_str()),
                    ("from", from),
                    ("to", to),
                ];
                c.account(
                    "POST",
                    &path("folder-item-moving/"),
                    &Body::Multipart {
                        fields: &form,
                        file: None,
                    },
                )
                .status
            };
            assert_eq!(to("/", &id), 200);
            assert_eq!(c.account("DELETE", &one, &Body::None).status, 400);
            assert_eq!((to(&id, "1"), to(&id, "/")), (404, 200));
            assert_eq!(
                c.account("DELETE", &one, &Body::None).json(200),
                json!({ "success": true })
            );
        },
    ),
];

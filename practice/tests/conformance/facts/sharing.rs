//! Bases and views that are shared with people, groups and the world.

use super::fact;
use crate::Fact;
use crate::body::Body;
use crate::client::Client;
use serde_json::{Value, json};

pub(crate) const FACTS: &[Fact] = &[
    fact(
        "document",
        "a base that is shared can be opened by the one it is shared with",
        |c| {
            let (path, ben) = (c.workspace_path("share/"), c.user_id("ben"));
            let access = c.workspace_path("access-token/");
            assert_eq!(c.as_user("ben", "GET", &access, &Body::None).status, 404);
            let form = [("email", ben.as_str()), ("permission", "r")];
            assert_eq!(
                c.account("POST", &path, &Body::Form(&form)).json(201),
                json!({ "success": true })
            );
            let list = c.account("GET", &path, &Body::None).json(200);
            assert_eq!(
                (
                    &list["user_list"][0]["email"],
                    &list["user_list"][0]["permission"]
                ),
                (&json!(ben), &json!("r"))
            );
            let token = c.as_user("ben", "GET", &access, &Body::None).json(200);
            let token = format!("Bearer {}", token["access_token"].as_str().unwrap());
            let body = Body::Json(json!({ "table_name": "x", "columns": [] }));
            assert_eq!(
                c.send("POST", &c.base_path("tables/"), &token, &body)
                    .status,
                403
            );
            let shared = c
                .as_user("ben", "GET", "/api/v2.1/dtables/shared/", &Body::None)
                .json(200);
            let base = &shared["table_list"][0];
            assert_eq!(
                (&base["name"], &base["from_user_name"]),
                (&json!("Practice base"), &json!("Ada Admin"))
            );
            let collaborators = c
                .account("GET", &c.workspace_path("related-users/"), &Body::None)
                .json(200);
            assert_eq!(collaborators["user_list"].as_array().unwrap().len(), 2);
            let form = [("email", ben.as_str()), ("permission", "rw")];
            c.account("PUT", &path, &Body::Form(&form)).json(200);
            assert_eq!(
                c.account("GET", &path, &Body::None).json(200)["user_list"][0]["permission"],
                "rw"
            );
            let all = c
                .account("GET", &c.org_path("shares/"), &Body::None)
                .json(200);
            assert_eq!(
                all["dtable_user_shares"][0]["dtable_uuid"],
                c.credentials.base_uuid
            );
            c.account("DELETE", &path, &Body::Form(&[("email", ben.as_str())]))
                .json(200);
            assert_eq!(
                c.account("DELETE", &path, &Body::Form(&[("email", ben.as_str())]))
                    .status,
                404
            );
            assert_eq!(c.as_user("ben", "GET", &access, &Body::None).status, 404);
        },
    ),
    fact(
        "document",
        "who shares says with which right, and with somebody",
        |c| {
            let path = c.workspace_path("share/");
            let send = |email: &str, permission: &str| {
                c.account(
                    "POST",
                    &path,
                    &Body::Form(&[("email", email), ("permission", permission)]),
                )
                .status
            };
            assert_eq!(send(&c.user_id("ben"), "x"), 400);
            assert_eq!(send("", "r"), 404);
            assert_eq!(send("nobody@auth.local", "r"), 404);
        },
    ),
    fact("document", "a base is shared with a group", |c| {
        let group = sales(c);
        let path = c.workspace_path("group-shares/");
        let body = Body::Json(json!({ "group_id": group, "permission": "r" }));
        let made = c.account("POST", &path, &body).json(200);
        assert_eq!(made["dtable_group_share"]["group_name"], "Sales");
        let shared = c
            .as_user("ben", "GET", "/api/v2.1/dtables/group-shared/", &Body::None)
            .json(200);
        assert_eq!(
            shared["group_shared_dtables"][group.to_string()][0]["name"],
            "Practice base"
        );
        let one = format!("{path}{group}/");
        c.account("PUT", &one, &Body::Json(json!({ "permission": "rw" })))
            .json(200);
        let list = c.account("GET", &path, &Body::None).json(200);
        assert_eq!(
            list["dtable_group_share_list"],
            json!([{ "group_id": group, "group_name": "Sales", "permission": "rw" }])
        );
        c.account("DELETE", &one, &Body::None).json(200);
        let list = c.account("GET", &path, &Body::None).json(200);
        assert_eq!(list, json!({ "dtable_group_share_list": [] }));
    }),
    fact(
        "document",
        "a view is shared with a user, who may leave it",
        |c| {
            let path = c.workspace_path("user-view-shares/");
            let made = share_view(c, &path, "to_user", &c.user_id("ben"));
            assert_eq!(
                (&made["to_user_name"], &made["shared_name"]),
                (&json!("Ben Beginner"), &json!(null))
            );
            let one = format!("{path}{}/", made["id"]);
            let changed = c
                .account("PUT", &one, &Body::Form(&[("permission", "rw")]))
                .json(200);
            assert_eq!(changed["permission"], "rw");
            let list = c.account("GET", &path, &Body::None).json(200);
            assert_eq!(list["user_view_share_list"][0]["id"], made["id"]);
            let mine = "/api/v2.1/dtables/view-shares-user-shared/";
            let list = c.as_user("ben", "GET", mine, &Body::None).json(200);
            assert_eq!(list["view_share_list"][0]["from_user_name"], "Ada Admin");
            let leave = format!("{mine}{}/", made["id"]);
            assert_eq!(c.as_user("tia", "DELETE", &leave, &Body::None).status, 404);
            c.as_user("ben", "DELETE", &leave, &Body::None).json(200);
            assert_eq!(c.account("DELETE", &one, &Body::None).status, 404);
            let made = share_view(c, &path, "to_user", &c.user_id("ben"));
            c.account("DELETE", &format!("{path}{}/", made["id"]), &Body::None)
                .json(200);
            share_view(c, &path, "to_user", &c.user_id("ben"));
            c.account(
                "DELETE",
                &format!("{path}?table_id=0000&view_id=0000"),
                &Body::None,
            )
            .json(200);
            assert_eq!(
                c.account("GET", &path, &Body::None).json(200),
                json!({ "user_view_share_list": [] })
            );
        },
    ),
    fact("document", "a view is shared with a group", |c| {
        let group = sales(c).to_string();
        let path = c.workspace_path("group-view-shares/");
        let made = share_view(c, &path, "to_group_id", &group);
        assert_eq!(
            (&made["to_group_id"], &made["to_group_name"]),
            (&json!(group), &json!("Sales"))
        );
        let one = format!("{path}{}/", made["id"]);
        assert_eq!(
            c.account("PUT", &one, &Body::Form(&[("permission", "rw")]))
                .json(200)["permission"],
            "rw"
        );
        for list in ["/api/v2.1/dtables/view-shares-group-shared/", &path] {
            let list = c.account("GET", list, &Body::None).json(200);
            assert_eq!(
                list["group_shared_views"][&group][0]["view_share_id"],
                made["id"]
            );
        }
        c.account("DELETE", &one, &Body::None).json(200);
        share_view(c, &path, "to_group_id", &group);
        c.account(
            "DELETE",
            &format!("{path}?table_id=0000&view_id=0000"),
            &Body::None,
        )
        .json(200);
        assert_eq!(
            c.account("GET", &path, &Body::None).json(200),
            json!({ "group_shared_views": {} })
        );
    }),
    fact(
        "document",
        "a view that is not there is neither shared nor linked to",
        |c| {
            let body = json!({ "table_id": "0000", "view_id": "none", "permission": "r", "to_user": c.user_id("ben") });
            for path in ["user-view-shares/", "view-external-links/"] {
                let answer = c.account("POST", &c.workspace_path(path), &Body::Json(body.clone()));
                assert_eq!(answer.status, 404, "{path}");
            }
        },
    ),
];

fn sales(c: &Client) -> Value {
    c.account("GET", "/api/v2.1/groups/", &Body::None).json(200)[0]["id"].clone()
}

fn share_view(c: &Client, path: &str, to: &str, id: &str) -> Value {
    let body = json!({ to: id, "permission": "r", "table_id": "0000", "view_id": "0000" });
    c.account("POST", path, &Body::Json(body)).json(200)
}

//! Groups and their members, from both sides.

use super::{fact, members};
use crate::Fact;
use crate::body::Body;
use crate::client::Client;
use serde_json::{Value, json};

pub(crate) const FACTS: &[Fact] = &[
    fact(
        "document",
        "who makes a group owns it, and takes others in",
        |c| {
            let group = create(c);
            let path = format!("/api/v2.1/groups/{}/", group["id"]);
            let shown = c.account("GET", &path, &Body::None).json(200);
            assert_eq!(
                members(&shown),
                [
                    "admins",
                    "created_at",
                    "id",
                    "name",
                    "owner",
                    "parent_group_id"
                ]
            );
            let list = c.account("GET", "/api/v2.1/groups/", &Body::None).json(200);
            assert_eq!(list[1], shown);
            let found = c
                .account("GET", "/api/v2.1/search-group/?q=Frie", &Body::None)
                .json(200);
            assert_eq!(members(&found[0]), ["created_at", "id", "name", "owner"]);
            let ben = c.user_id("ben");
            let people = format!("{path}members/");
            let added = c
                .account("POST", &people, &Body::Json(json!({ "email": ben })))
                .json(201);
            assert_eq!(
                (&added["role"], &added["is_admin"]),
                (&json!("Member"), &json!(false))
            );
            assert_eq!(
                c.account("POST", &people, &Body::Json(json!({ "email": ben })))
                    .status,
                400
            );
            let list = c.account("GET", &people, &Body::None).json(200);
            assert_eq!(
                (&list[0]["role"], &list[0]["is_admin"]),
                (&json!("owner"), &json!(1))
            );
            let ben_path = format!("{people}{ben}/");
            let role = Body::Json(json!({ "is_admin": "true" }));
            assert_eq!(
                c.account("PUT", &ben_path, &role).json(200),
                json!({ "success": "true" })
            );
            let found = c
                .account("GET", &format!("{path}search-member/?q=Ben"), &Body::None)
                .json(200);
            assert_eq!(
                (&found[0]["role"], &found[0]["is_admin"]),
                (&json!("Admin"), &json!(true))
            );
            let none = c
                .account(
                    "GET",
                    &format!("{path}search-member/?q=ben%20"),
                    &Body::None,
                )
                .json(200);
            assert_eq!(none, json!([]));
            // Ben leaves by himself; the owner cannot.
            let gone = c.as_user("ben", "DELETE", &ben_path, &Body::None);
            assert_eq!(gone.json(200), json!({ "success": "true" }));
            let ada = format!("{people}{}/", c.user_id("ada"));
            assert_eq!(c.account("DELETE", &ada, &Body::None).status, 403);
            assert_eq!(c.as_user("ben", "GET", &path, &Body::None).status, 403);
        },
    ),
    fact(
        "document",
        "a group is renamed, and deleted once it has no bases",
        |c| {
            let group = create(c);
            let path = format!("/api/v2.1/groups/{}/", group["id"]);
            let renamed = c
                .account("PUT", &path, &Body::Json(json!({ "name": "New" })))
                .json(200);
            assert_eq!(renamed["name"], "New");
            assert!(renamed["avatar_url"].is_string());
            let stranger = c.as_user("ben", "PUT", &path, &Body::Json(json!({ "name": "Mine" })));
            assert_eq!(stranger.status, 403);
            assert_eq!(
                c.account("DELETE", &path, &Body::None).json(200),
                json!({ "success": true })
            );
            assert_eq!(c.account("GET", &path, &Body::None).status, 404);
            let sales =
                c.account("GET", "/api/v2.1/groups/", &Body::None).json(200)[0]["id"].clone();
            let refused = c
                .account("DELETE", &format!("/api/v2.1/groups/{sales}/"), &Body::None)
                .json(400);
            assert_eq!(
                refused,
                json!({ "error_msg": "Cannot delete group with bases" })
            );
        },
    ),
    fact("document", "groups are put in another order", |c| {
        let group = create(c);
        let list = || c.account("GET", "/api/v2.1/groups/", &Body::None).json(200);
        let first = list()[0]["id"].to_string();
        let fields = [
            ("group_id", group["id"].to_string()),
            ("anchor_group_id", first),
        ];
        let fields: Vec<(&str, &str)> = fields
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let body = Body::Multipart {
            fields: &fields,
            file: None,
        };
        c.account("PUT", "/api/v2.1/groups/move-group/", &body)
            .json(200);
        assert_eq!(list()[0]["id"], group["id"]);
    }),
    fact(
        "document",
        "the team's admin looks after every group",
        |c| {
            let fields = [
                ("group_name", "Warehouse"),
                ("group_owner", "ben@practice.example"),
            ];
            let body = Body::Multipart {
                fields: &fields,
                file: None,
            };
            let made = c.account("POST", &c.org_path("groups/"), &body).json(200);
            assert_eq!(made["creator_name"], "Ben Beginner");
            let path = c.org_path(&format!("groups/{}/", made["id"]));
            assert_eq!(c.account("GET", &path, &Body::None).json(200), made);
            let people = format!("{path}members/");
            let fields = [
                ("email", "tia@practice.example"),
                ("email", "ben@practice.example"),
            ];
            let added = c
                .account(
                    "POST",
                    &people,
                    &Body::Multipart {
                        fields: &fields,
                        file: None,
                    },
                )
                .json(200);
            assert_eq!(added["success"][0]["name"], "Tia Twofactor");
            assert_eq!(
                added["failed"][0]["error_msg"],
                "User Ben Beginner is already a group member."
            );
            let tia = format!("{people}{}/", c.user_id("tia"));
            c.account("PUT", &tia, &Body::Json(json!({ "is_admin": true })))
                .json(200);
            let list = c.account("GET", &people, &Body::None).json(200);
            assert_eq!(
                (&list["group_name"], &list["members"][1]["is_admin"]),
                (&json!("Warehouse"), &json!(true))
            );
            let change =
                Body::Json(json!({ "new_group_name": "Stock", "new_owner": c.user_id("tia") }));
            let changed = c.account("PUT", &path, &change).json(200);
            assert_eq!(
                (&changed["group_name"], &changed["creator_name"]),
                (&json!("Stock"), &json!("Tia Twofactor"))
            );
            assert_eq!(c.account("DELETE", &tia, &Body::None).status, 403);
            let ben = format!("{people}{}/", c.user_id("ben"));
            assert_eq!(
                c.account("DELETE", &ben, &Body::None).json(200),
                json!({ "success": true })
            );
            let bases = c
                .account("GET", &format!("{path}dtables/"), &Body::None)
                .json(200);
            assert_eq!(bases, json!({ "tables": [] }));
            assert_eq!(
                c.account("DELETE", &path, &Body::None).json(200),
                json!({ "success": true })
            );
        },
    ),
];

fn create(c: &Client) -> Value {
    c.account(
        "POST",
        "/api/v2.1/groups/",
        &Body::Json(json!({ "name": "Friends" })),
    )
    .json(201)
}

//! Bases and settings, as the team's admin looks after them.

use super::fact;
use crate::Fact;
use crate::body::Body;
use serde_json::json;

pub(crate) const FACTS: &[Fact] = &[
    fact(
        "document",
        "the team's admin looks after bases and their tokens",
        |c| {
            let base = c.org_path(&format!("dtables/{}/", c.credentials.base_uuid));
            assert_eq!(
                c.account("GET", &base, &Body::None).json(200)["name"],
                "Practice base"
            );
            let found = c
                .account(
                    "GET",
                    &c.org_path("search-dtables/?query=PRACT"),
                    &Body::None,
                )
                .json(200);
            assert_eq!(found["results"][0]["uuid"], c.credentials.base_uuid);
            let own = c
                .account(
                    "GET",
                    &c.org_path(&format!("users/{}/dtables/", c.user_id("ada"))),
                    &Body::None,
                )
                .json(200);
            assert_eq!(
                (&own["count"], &own["dtable_list"][0]["name"]),
                (&json!(1), &json!("Practice base"))
            );
            let tokens = format!("{base}api-tokens/");
            let list = c.account("GET", &tokens, &Body::None).json(200);
            assert_eq!(
                (
                    &list["api_tokens"][0]["app_name"],
                    &list["api_tokens"][0]["creator"]
                ),
                (&json!("Practice"), &json!("Ada Admin"))
            );
            let all = c
                .account("GET", &c.org_path("api-tokens/?per_page=2"), &Body::None)
                .json(200);
            assert_eq!(
                (&all["total_count"], &all["api_tokens"][1]["dtable_name"]),
                (&json!(6), &json!("Practice base"))
            );
            c.account("DELETE", &format!("{tokens}Practice/"), &Body::None)
                .json(200);
            assert_eq!(
                c.api("GET", "/api/v2.1/dtable/app-access-token/").status,
                403
            );
            c.account("DELETE", &base, &Body::None).json(200);
            assert_eq!(c.account("GET", &base, &Body::None).status, 404);
        },
    ),
    fact(
        "document",
        "the team's admin renames the team, sets its switches and resets passwords",
        |c| {
            let info = "/api/v2.1/org/admin/info/";
            let name = Body::Multipart {
                fields: &[("new_org_name", "Practice AG")],
                file: None,
            };
            c.account("PUT", info, &name).json(200);
            assert_eq!(
                c.account("GET", info, &Body::None).json(200)["org_name"],
                "Practice AG"
            );
            let settings = "/api/v2.1/org/admin/settings/";
            let switch = Body::Multipart {
                fields: &[("enable_force_2fa", "true")],
                file: None,
            };
            let changed = c.account("PUT", settings, &switch).json(200);
            assert_eq!(
                (
                    &changed["enable_force_2fa"],
                    &changed["enable_new_user_email"]
                ),
                (&json!(true), &json!(true))
            );
            assert_eq!(c.account("GET", settings, &Body::None).json(200), changed);
            let path = c.org_path(&format!("users/{}/set-password/", c.user_id("ben")));
            let new = c.account("PUT", &path, &Body::None).json(200)["new_password"].clone();
            assert_eq!(c.login("ben", &[]).status, 400);
            let form = [
                ("username", "ben@practice.example"),
                ("password", new.as_str().unwrap()),
            ];
            assert_eq!(
                c.send("POST", "/api2/auth-token/", "", &Body::Form(&form))
                    .status,
                200
            );
        },
    ),
];

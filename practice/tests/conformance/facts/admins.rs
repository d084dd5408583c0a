//! What those see who look after a team or a server, and what others are told there.

use super::{fact, members};
use crate::Fact;
use crate::body::Body;
use crate::client::Client;
use serde_json::json;

pub(crate) const FACTS: &[Fact] = &[
    fact(
        "3.2",
        "a system admin's address tells others that it is none of theirs, whatever is there",
        |c| {
            let ben = c.login("ben", &[]).json(200)["token"].clone();
            let ben = format!("Bearer {}", ben.as_str().unwrap());
            let text = "You do not have permission to perform this action.";
            let team = c.org_path("nothing/");
            let paths = [
                ("GET", "/api/v2.1/admin/users/"),
                ("POST", "/api/v2.1/admin/users/"),
                ("GET", "/api/v2.1/admin/users/x@auth.local/"),
                ("GET", "/api/v2.1/admin/organizations/"),
                ("PUT", "/api/v2.1/admin/users/x@auth.local/two-factor-auth/"),
                ("DELETE", "/api2/two-factor-auth/x@auth.local/"),
                ("GET", "//api/v2.1/admin/dtables/"),
                // So does a team admin's.
                ("GET", "/api/v2.1/org/admin/settings/"),
                ("GET", team.as_str()),
                ("POST", "/api/v2.1/org/1/admin/groups/"),
            ];
            for (method, path) in paths {
                let answer = c.send(method, path, &ben, &Body::None).json(403);
                assert_eq!(answer, json!({ "detail": text }), "{path}");
                let nobody = c.send(method, path, "", &Body::None).json(403);
                assert_ne!(nobody["detail"], text, "{path}");
                let wrong = c.send(method, path, "Bearer fake", &Body::None);
                assert_eq!(wrong.status, 401, "{path}");
            }
            for path in ["/api/v2.1/admin/nothing/", &team] {
                assert_eq!(c.account("GET", path, &Body::None).status, 404, "{path}");
            }
        },
    ),
    fact("document", "the system admin lists users by pages", |c| {
        let list = |query: &str| {
            let path = format!("/api/v2.1/admin/users/{query}");
            c.account("GET", &path, &Body::None).json(200)
        };
        let all = list("");
        assert_eq!(members(&all), ["data", "total_count"]);
        assert_eq!(all["total_count"], 3);
        let wanted = [
            "contact_email",
            "create_time",
            "email",
            "is_active",
            "is_staff",
            "last_login",
            "login_id",
            "name",
            "role",
            "rows_count",
            "storage_usage",
        ];
        assert_eq!(members(&all["data"][0]), wanted);
        let second = list("?page=2&per_page=2");
        assert_eq!(second["data"].as_array().unwrap().len(), 1);
        assert_eq!(second["total_count"], 3);
    }),
    fact("document", "the system admin gets a user", |c| {
        let list = c
            .account("GET", "/api/v2.1/admin/users/", &Body::None)
            .json(200);
        let id = list["data"][2]["email"].as_str().unwrap().to_owned();
        let path = format!("/api/v2.1/admin/users/{id}/");
        let user = c.account("GET", &path, &Body::None).json(200);
        let wanted = [
            "avatar_url",
            "contact_email",
            "create_time",
            "email",
            "has_default_device",
            "id_in_org",
            "is_active",
            "is_force_2fa",
            "is_staff",
            "login_id",
            "name",
            "org_id",
            "org_name",
            "phone",
            "role",
            "unit",
        ];
        assert_eq!(members(&user), wanted);
        assert_eq!(
            (
                &user["org_id"],
                &user["has_default_device"],
                &user["is_staff"]
            ),
            (&json!(c.credentials.org_id), &json!(true), &json!(false))
        );
        let path = "/api/v2.1/admin/users/0@auth.local/";
        assert_eq!(c.account("GET", path, &Body::None).status, 404);
    }),
    fact("document", "a team's groups are listed by pages", |c| {
        let path = c.org_path("groups/?per_page=1");
        let list = c.account("GET", &path, &Body::None).json(200);
        assert_eq!(members(&list), ["groups", "page", "page_next", "per_page"]);
        assert_eq!(
            (&list["page"], &list["per_page"], &list["page_next"]),
            (&json!(1), &json!(1), &json!(false))
        );
        let group = &list["groups"][0];
        let wanted = [
            "creator_contact_email",
            "creator_email",
            "creator_name",
            "ctime",
            "group_name",
            "id",
            "size",
        ];
        assert_eq!(members(group), wanted);
        assert_eq!(
            (&group["group_name"], &group["creator_name"], &group["size"]),
            (&json!("Sales"), &json!("Ada Admin"), &json!(0))
        );
        let path = c.org_path("groups/?page=2");
        let second = c.account("GET", &path, &Body::None).json(200);
        assert_eq!(second["groups"], json!([]));
    }),
    fact(
        "1.7",
        "the team's info has 18 members, none about scripts or AI",
        |c| {
            let path = "/api/v2.1/org/admin/info/";
            let info = c.account("GET", path, &Body::None).json(200);
            assert_eq!(members(&info).len(), 18);
            let about = |name: &&str| name.starts_with("scripts_") || name.starts_with("ai_");
            assert!(!members(&info).iter().any(about), "{info}");
        },
    ),
    fact(
        "issue",
        "the account's info says whether it is a personal account of the cloud",
        |c| {
            let path = "/api2/account/info/";
            let info = c.account("GET", path, &Body::None).json(200);
            assert_eq!(info["is_cloud_personal_account"], false);
        },
    ),
    fact(
        "issue",
        "who has to use two factors does not log in before a device is registered",
        |c| {
            let is_refused = |name: &str, headers: &[(&str, &str)], word: &str| {
                let answer = c.login(name, headers);
                assert_eq!(answer.header("x-seafile-otp"), Some("required"));
                let text = format!("Two factor auth token is {word}.");
                assert_eq!(answer.json(400), json!({ "non_field_errors": [text] }));
            };
            let code = ("X-SEAFILE-OTP", "123456");
            assert_eq!(c.login("ben", &[]).status, 200);
            let token = c.login("ben", &[]).json(200)["token"].clone();
            force(c, "ben", true);
            is_refused("ben", &[], "missing");
            is_refused("ben", &[code], "invalid");
            is_refused("ben", &[("X-SEAFILE-OTP", "")], "invalid");
            // A token that was given before stays.
            let token = format!("Bearer {}", token.as_str().unwrap());
            let info = c.send("GET", "/api2/account/info/", &token, &Body::None);
            assert_eq!(info.status, 200);
            force(c, "ben", false);
            assert_eq!(c.login("ben", &[]).status, 200);
            // Tia has a device; without it, it is for her as for Ben.
            force(c, "tia", true);
            is_refused("tia", &[], "missing");
            assert_eq!(c.login("tia", &[code]).status, 200);
            let path = format!("users/{}/two-factor-auth/", id(c, "tia"));
            c.account("DELETE", &c.org_path(&path), &Body::None)
                .json(200);
            is_refused("tia", &[code], "invalid");
        },
    ),
];

fn id(c: &Client, name: &str) -> String {
    let users = c
        .account("GET", &c.org_path("users/"), &Body::None)
        .json(200);
    let mut users = users["user_list"].as_array().unwrap().iter();
    let user = users.find(|user| user["contact_email"] == format!("{name}@practice.example"));
    user.unwrap()["email"].as_str().unwrap().to_owned()
}

fn force(c: &Client, name: &str, force: bool) {
    let path = c.org_path(&format!("users/{}/two-factor-auth/", id(c, name)));
    let body = Body::Json(json!({ "force_2fa": force }));
    c.account("PUT", &path, &body).json(200);
}

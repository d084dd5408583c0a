use super::fact;
use crate::Fact;
use crate::body::Body;
use crate::client::Client;
use serde_json::{Value, json};

pub(crate) const FACTS: &[Fact] = &[
    fact("1.7", "the team's info gives the org_id", |c| {
        let info = c
            .account("GET", "/api/v2.1/org/admin/info/", &Body::None)
            .json(200);
        assert_eq!(info["org_id"], c.credentials.org_id);
        assert_eq!(info["org_name"], "Practice GmbH");
        for member in [
            "active_members",
            "api_calls_count",
            "api_calls_limit",
            "automation_count",
            "automation_limit",
            "big_data_row_limit",
            "big_data_storage_quota",
            "big_data_total_rows",
            "big_data_total_storage",
            "member_quota",
            "member_usage",
            "role",
            "row_total",
            "row_usage",
            "storage_quota",
            "storage_usage",
        ] {
            assert!(!info[member].is_null(), "{member}");
        }
    }),
    fact("2", "the account's info gives the org_id too", |c| {
        let info = c
            .account("GET", "/api2/account/info/", &Body::None)
            .json(200);
        assert_eq!(info["org_id"], c.credentials.org_id);
        assert_eq!(info["is_org_staff"], 1);
    }),
    fact(
        "1.7",
        "users and bases of the team are listed by pages",
        |c| {
            let users = c
                .account("GET", &c.org_path("users/"), &Body::None)
                .json(200);
            assert_eq!(users["user_list"].as_array().unwrap().len(), 3);
            for member in [
                "email",
                "name",
                "contact_email",
                "id",
                "is_active",
                "is_org_admin",
                "ctime",
            ] {
                assert!(!users["user_list"][0][member].is_null(), "{member}");
            }
            let second = c
                .account("GET", &c.org_path("users/?page=2&per_page=2"), &Body::None)
                .json(200);
            assert_eq!(second["user_list"].as_array().unwrap().len(), 1);
            let bases = c
                .account("GET", &c.org_path("dtables/"), &Body::None)
                .json(200);
            assert_eq!(bases["count"], 3);
            assert_eq!(
                bases["dtable_list"][0]["uuid"],
                c.credentials.base_uuid.as_str()
            );
            assert_eq!(bases["dtable_list"][0]["rows_count"], 3);
        },
    ),
    fact(
        "1.7",
        "a user is added by multipart, and email is the internal id",
        |c| {
            let user = add(c);
            let id = user["email"].as_str().unwrap();
            assert!(id.ends_with("@auth.local") && id.len() == 43);
            assert_eq!(user["contact_email"], "mai@practice.example");
            let form = Body::Form(&[
                ("username", "mai@practice.example"),
                ("password", "practice-pw"),
            ]);
            assert_eq!(c.send("POST", "/api2/auth-token/", "", &form).status, 200);
        },
    ),
    fact("7", "an address that is taken is refused", |c| {
        add(c);
        let fields = [
            ("email", "mai@practice.example"),
            ("password", "practice-pw"),
        ];
        let body = Body::Multipart {
            fields: &fields,
            file: None,
        };
        assert_eq!(c.account("POST", &c.org_path("users/"), &body).status, 400);
    }),
    fact(
        "1.7",
        "two-factor authentication is enforced, seen, and taken back",
        |c| {
            let id = add(c)["email"].as_str().unwrap().to_owned();
            let user = || {
                c.account("GET", &c.org_path(&format!("users/{id}/")), &Body::None)
                    .json(200)
            };
            assert_eq!(
                (&user()["is_force_2fa"], &user()["has_default_device"]),
                (&json!(false), &json!(false))
            );
            // The @ may be encoded or not.
            for (id, force) in [(id.clone(), true), (id.replace('@', "%40"), false)] {
                let path = c.org_path(&format!("users/{id}/two-factor-auth/"));
                let body = Body::Json(json!({ "force_2fa": force }));
                assert_eq!(
                    c.account("PUT", &path, &body).json(200),
                    json!({ "success": true })
                );
                assert_eq!(user()["is_force_2fa"], force);
            }
        },
    ),
    fact(
        "1.7",
        "disabling two-factor authentication removes the device and nothing else",
        |c| {
            let users = c
                .account("GET", &c.org_path("users/"), &Body::None)
                .json(200);
            let tia = users["user_list"]
                .as_array()
                .unwrap()
                .iter()
                .find(|user| user["contact_email"] == "tia@practice.example")
                .unwrap()
                .clone();
            let path = format!("users/{}/", tia["email"].as_str().unwrap());
            let two_factor = c.org_path(&format!("{path}two-factor-auth/"));
            c.account(
                "PUT",
                &two_factor,
                &Body::Json(json!({ "force_2fa": true })),
            )
            .json(200);
            c.account("DELETE", &two_factor, &Body::None).json(200);
            let user = c.account("GET", &c.org_path(&path), &Body::None).json(200);
            assert_eq!(
                (&user["has_default_device"], &user["is_force_2fa"]),
                (&json!(false), &json!(true))
            );
        },
    ),
    fact("1.7", "a user is changed and deleted", |c| {
        let path = c.org_path(&format!("users/{}/", add(c)["email"].as_str().unwrap()));
        let body = Body::Multipart {
            fields: &[("name", "Mai Tai")],
            file: None,
        };
        assert_eq!(c.account("PUT", &path, &body).json(200)["name"], "Mai Tai");
        assert_eq!(
            c.account("DELETE", &path, &Body::None).json(200),
            json!({ "success": true })
        );
        assert_eq!(c.account("GET", &path, &Body::None).status, 404);
    }),
    fact("3.2", "another team's org_id is refused", |c| {
        assert_eq!(
            c.account("GET", "/api/v2.1/org/1/admin/users/", &Body::None)
                .status,
            403
        );
    }),
];

fn add(c: &Client) -> Value {
    let fields = [
        ("email", "mai@practice.example"),
        ("name", "Mai Thai"),
        ("password", "practice-pw"),
        ("with_workspace", "true"),
    ];
    let body = Body::Multipart {
        fields: &fields,
        file: None,
    };
    c.account("POST", &c.org_path("users/"), &body).json(200)
}

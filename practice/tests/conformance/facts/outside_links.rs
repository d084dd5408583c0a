//! Links that open a base to the outside, and invitations.

use super::fact;
use crate::Fact;
use crate::body::Body;
use serde_json::{Value, json};

pub(crate) const FACTS: &[Fact] = &[
    fact(
        "document",
        "a base and a view get links to the outside",
        |c| {
            for (path, named, list, team) in [
                ("external-links/", "", "links", "external-links/"),
                (
                    "view-external-links/",
                    "table_id=0000&view_id=0000",
                    "dtable_view_external_link_list",
                    "view-external-links/",
                ),
            ] {
                let path = c.workspace_path(path);
                let mut fields = vec![("token", "welcome"), ("expire_days", "3")];
                fields.extend(named.split('&').filter_map(|pair| pair.split_once('=')));
                let form = Body::Multipart {
                    fields: &fields,
                    file: None,
                };
                let made = c.account("POST", &path, &form).json(200);
                assert_eq!(
                    (&made["token"], &made["is_custom"]),
                    (&json!("welcome"), &json!(true))
                );
                assert!(made["url"].as_str().unwrap().ends_with("/custom/welcome/"));
                let shown = c
                    .account("GET", &format!("{path}?{named}"), &Body::None)
                    .json(200);
                assert_eq!(shown[list][0]["token"], "welcome");
                let all = c.account("GET", &c.org_path(team), &Body::None).json(200);
                assert_eq!(
                    (&all["count"], &all["external_link_list"][0]["from_dtable"]),
                    (&json!(1), &json!("Practice base"))
                );
                c.account("DELETE", &format!("{path}welcome/"), &Body::None)
                    .json(200);
                let made = c.account("POST", &path, &form).json(200);
                let link = c.org_path(&format!("{team}{}/", made["token"].as_str().unwrap()));
                c.account("DELETE", &link, &Body::None).json(200);
                assert_eq!(c.account("DELETE", &link, &Body::None).status, 404);
            }
            let made = c
                .account("POST", &c.workspace_path("external-links/"), &Body::None)
                .json(200);
            assert_eq!(
                (made["token"].as_str().unwrap().len(), &made["expire_date"]),
                (20, &json!(""))
            );
        },
    ),
    fact("document", "people are invited to a base by a link", |c| {
        let invite = || {
            let body = json!({ "workspace_id": c.credentials.workspace_id, "table_name": "Practice base", "permission": "r" });
            c.account("POST", "/api/v2.1/dtables/invite-links/", &Body::Json(body))
                .json(200)
        };
        let made = invite();
        assert_eq!(
            (&made["dtable"], &made["expire_date"]),
            (&json!("Practice base"), &json!(""))
        );
        let path = |made: &Value| format!("invite-links/{}/", made["token"].as_str().unwrap());
        let change = Body::Json(json!({ "permission": "rw", "expire_days": 2 }));
        let changed = c
            .account("PUT", &c.org_path(&path(&made)), &change)
            .json(200);
        assert_eq!(changed["permission"], "rw");
        assert_ne!(changed["expire_date"], "");
        let list = c
            .account("GET", &c.org_path("invite-links/"), &Body::None)
            .json(200);
        assert_eq!(
            (&list["count"], &list["invite_link_list"][0]["dtable_name"]),
            (&json!(1), &json!("Practice base"))
        );
        let own = format!("/api/v2.1/dtables/{}", path(&made));
        assert_eq!(c.as_user("ben", "DELETE", &own, &Body::None).status, 404);
        c.account("DELETE", &own, &Body::None).json(200);
        c.account("DELETE", &c.org_path(&path(&invite())), &Body::None)
            .json(200);
    }),
    fact("document", "a base is copied from an external link", |c| {
        let made = c
            .account("POST", &c.workspace_path("external-links/"), &Body::None)
            .json(200);
        let group = c
            .account("GET", "/api/v2.1/workspaces/?detail=false", &Body::None)
            .json(200)["workspace_list"][3]["id"]
            .clone();
        let body = json!({ "link": made["url"], "dst_workspace_id": group });
        let path = "/api/v2.1/dtable-external-link/dtable-copy/";
        let copy = c.account("POST", path, &Body::Json(body)).json(200);
        assert_eq!(
            (&copy["dtable"]["name"], &copy["dtable"]["workspace_id"]),
            (&json!("Practice base"), &group)
        );
    }),
];

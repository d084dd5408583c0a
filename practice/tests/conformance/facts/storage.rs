//! Files and rows, and where they are stored.

use super::fact;
use crate::Fact;
use crate::body::Body;
use crate::client::Client;
use serde_json::{Value, json};

pub(crate) const FACTS: &[Fact] = &[
    fact(
        "document",
        "somebody with an Account-Token looks after the files of a base",
        |c| {
            upload(c);
            let path = format!("/api/v2.1/dtable-asset/{}/", c.credentials.base_uuid);
            let list = |folder: &str| {
                c.account("GET", &format!("{path}?parent_dir={folder}"), &Body::None)
                    .json(200)["dirent_list"]
                    .clone()
            };
            assert_eq!(
                list("/"),
                json!([{ "is_file": false, "obj_name": "files" }])
            );
            assert_eq!(
                (
                    &list("/files/2026-05")[0]["obj_name"],
                    &list("/files/2026-05")[0]["file_size"]
                ),
                (&json!("a.txt"), &json!(5))
            );
            let form = [("path", "/files/2026-05/a.txt"), ("new_name", "b.txt")];
            c.account(
                "POST",
                &format!("{path}rename/"),
                &Body::Multipart {
                    fields: &form,
                    file: None,
                },
            )
            .json(200);
            let exists = |name: &str| {
                let path = c.workspace_path(&format!("asset-exists/?path=/files/2026-05/{name}"));
                c.account("GET", &path, &Body::None).json(200)["is_exist"].clone()
            };
            assert_eq!(
                (exists("a.txt"), exists("b.txt")),
                (json!(false), json!(true))
            );
            let recent = format!(
                "/api/v2.1/dtable-recent-asset/{}/?months=1",
                c.credentials.base_uuid
            );
            let recent = c.account("GET", &recent, &Body::None).json(200);
            assert_eq!(recent["file_list"][0]["file_items"][0]["obj_name"], "b.txt");
            c.account(
                "DELETE",
                &format!("{path}?path=/files/2026-05"),
                &Body::None,
            )
            .json(200);
            assert_eq!(list("/"), json!([]));
            assert_eq!(
                c.account(
                    "DELETE",
                    &format!("{path}?path=/files/2026-05"),
                    &Body::None
                )
                .status,
                404
            );
        },
    ),
    fact(
        "document",
        "rows move to big-data storage where there is some, and back",
        |c| {
            let refused =
                Body::Json(json!({ "table_name": "Table1", "view_name": "Default View" }));
            assert_eq!(c.base("POST", "archive-view/", &refused).status, 400);
            let workspaces = c
                .account("GET", "/api/v2.1/workspaces/", &Body::None)
                .json(200);
            let workspace = &workspaces["workspace_list"][3]["id"];
            let account = |path: &str| {
                let path =
                    format!("/api/v2.1/workspace/{workspace}/dtable/Every%20column%20type/{path}");
                c.account("GET", &path, &Body::None).json(200)
            };
            assert_eq!(
                account("big-data-state/"),
                json!({ "big_data_enabled": true })
            );
            assert_eq!(account("archive-backups/"), json!({ "backup_list": [] }));
            let access = account("access-token/");
            let token = format!("Bearer {}", access["access_token"].as_str().unwrap());
            let uuid = access["dtable_uuid"].as_str().unwrap();
            let send = |method: &str, path: &str, body: Value| {
                let path = format!("/api-gateway/api/v2/dtables/{uuid}/{path}");
                c.send(method, &path, &token, &Body::Json(body)).json(200)
            };
            let rows = || send("GET", "rows/?table_name=Types", json!(null))["rows"].clone();
            send(
                "POST",
                "archive-view/",
                json!({ "table_name": "Types", "view_name": "Default View" }),
            );
            assert_eq!(rows()[0]["_archived"], true);
            send(
                "POST",
                "unarchive/",
                json!({ "table_name": "Types", "row_ids": [rows()[0]["_id"]] }),
            );
            assert_eq!(rows()[0]["_archived"], false);
            let count = rows().as_array().unwrap().len();
            send(
                "POST",
                "add-archived-rows/",
                json!({ "table_name": "Types", "rows": [{}] }),
            );
            assert_eq!(rows()[count]["_archived"], true);
            let log = send("GET", "db-operations/", json!(null));
            assert_eq!(log["operations"][0]["op_type"], "add_row");
            let path = format!("/api/v2.1/dtables/{uuid}/big-data-operation-logs/");
            let seen = c.account("GET", &path, &Body::None).json(200);
            assert_eq!(
                seen["operations"][0]["operation"]["row_id"],
                rows()[count]["_id"]
            );
            send(
                "PUT",
                &format!("restore-operations/{}/", log["operations"][0]["id"]),
                json!(null),
            );
            assert_eq!(rows().as_array().unwrap().len(), count);
        },
    ),
];

fn upload(c: &Client) {
    let link = c.api("GET", "/api/v2.1/dtable/app-upload-link/").json(200);
    let url = link["upload_link"].as_str().unwrap();
    let path = &url[url.find("/seafhttp").unwrap()..];
    let fields = [
        ("parent_dir", link["parent_path"].as_str().unwrap()),
        ("relative_path", "files/2026-05"),
    ];
    let body = Body::Multipart {
        fields: &fields,
        file: Some(("a.txt", b"Hello")),
    };
    c.send("POST", &format!("{path}?ret-json=1"), "", &body)
        .json(200);
}

//! Comments, notifications, what was done, and snapshots.

use super::fact;
use crate::Fact;
use crate::body::Body;
use serde_json::{Value, json};
use std::time::Duration;

pub(crate) const FACTS: &[Fact] = &[
    fact(
        "document",
        "rows are commented on, and their comments counted and deleted",
        |c| {
            let row = c.append(&json!({ "Name": "Tea" }));
            let path = format!("comments/?row_id={row}&table_id=0000");
            for text in ["Good", "Better"] {
                let answer = c.base("POST", &path, &Body::Json(json!({ "comment": text })));
                assert_eq!(answer.json(200), json!({ "success": true }));
            }
            assert_eq!(c.base("POST", &path, &Body::Json(json!({}))).status, 400);
            let missing = "comments/?row_id=AAAAAAAAAAAAAAAAAAAAAA&table_id=0000";
            let answer = c.base("POST", missing, &Body::Json(json!({ "comment": "x" })));
            assert!(answer.json(404)["error_message"].is_string());
            let get = |path: &str| c.base("GET", path, &Body::None).json(200);
            let list = get(&format!("comments/?row_id={row}"));
            assert_eq!(
                (&list[1]["comment"], &list[1]["resolved"]),
                (&json!("Better"), &json!(0))
            );
            assert!(list[0]["created_at"].as_str().unwrap().ends_with('Z'));
            assert_eq!(
                get(&format!("comments-count/?row_id={row}")),
                json!({ "count": 2 })
            );
            let one = format!("comments/{}/", list[0]["id"]);
            assert_eq!(get(&one), list[0]);
            assert_eq!(
                c.base("DELETE", &one, &Body::None).json(200),
                json!({ "success": true })
            );
            assert!(c.base("GET", &one, &Body::None).json(404)["error_message"].is_string());
            assert_eq!(
                get("comments-within-days/?days=1")["comments"]
                    .as_array()
                    .unwrap()
                    .len(),
                1
            );
            let token = format!("Bearer {}", c.base_token());
            let path = format!(
                "/api/v2.1/dtables/{}/rows-comments-num/",
                c.credentials.base_uuid
            );
            let counts = c.send("GET", &path, &token, &Body::None).json(200);
            assert_eq!(counts["rows_comments_num"][&row], 1);
            c.wait(Duration::from_secs(48 * 3600));
            assert_eq!(
                get("comments-within-days/?days=1"),
                json!({ "comments": [] })
            );
        },
    ),
    fact(
        "document",
        "a comment is a notification, which is seen and deleted",
        |c| {
            let row = c.append(&json!({ "Name": "Tea" }));
            let comment = || {
                let path = format!("comments/?row_id={row}&table_id=0000");
                c.base("POST", &path, &Body::Json(json!({ "comment": "Good" })))
                    .json(200);
            };
            let list = || {
                c.base("GET", "notifications/", &Body::None).json(200)["notification_list"].clone()
            };
            comment();
            let first = list()[0].clone();
            assert_eq!(
                (
                    &first["msg_type"],
                    &first["seen"],
                    &first["detail"]["comment"]
                ),
                (&json!("row_comment"), &json!(0), &json!("Good"))
            );
            let one = format!("notifications/{}/", first["id"]);
            c.base("PUT", &one, &Body::Form(&[("seen", "true")]))
                .json(200);
            assert_eq!(list()[0]["seen"], 1);
            c.base("PUT", "notifications/", &Body::Form(&[("seen", "false")]))
                .json(200);
            assert_eq!(list()[0]["seen"], 0);
            c.base("DELETE", "notifications/", &Body::None).json(200);
            assert_eq!(list(), json!([]));
            comment();
            c.account("DELETE", "/api/v2.1/notifications/", &Body::None)
                .json(200);
            assert_eq!(list(), json!([]));
        },
    ),
    fact(
        "document",
        "what was done to a row is told with old and new values",
        |c| {
            let row = c.append(&json!({ "Name": "Tea" }));
            let update = json!({ "table_name": "Table1", "updates": [{ "row_id": row, "row": { "Name": "Milk" } }] });
            c.base("PUT", "rows/", &Body::Json(update)).json(200);
            let rows = json!({ "table_name": "Table1", "row_ids": [row] });
            c.base("DELETE", "rows/", &Body::Json(rows)).json(200);
            let told = c
                .base("GET", &format!("activities/?row_id={row}"), &Body::None)
                .json(200);
            assert_eq!(told["total_count"], 3);
            let kinds: Vec<&str> = told["activities"]
                .as_array()
                .unwrap()
                .iter()
                .map(|one| one["op_type"].as_str().unwrap())
                .collect();
            assert_eq!(kinds, ["delete_row", "modify_row", "insert_row"]);
            let change = &told["activities"][1]["detail"];
            assert_eq!(
                (&change["table_name"], &change["row_name"]),
                (&json!("Table1"), &json!("Milk"))
            );
            let cell = &change["row_data"][0];
            assert_eq!(
                (&cell["column_name"], &cell["value"], &cell["old_value"]),
                (&json!("Name"), &json!("Milk"), &json!("Tea"))
            );
            let log = c.base("GET", "operations/", &Body::None).json(200);
            let change: Value =
                serde_json::from_str(log["operations"][1]["operation"].as_str().unwrap()).unwrap();
            assert_eq!(
                (
                    &change["op_type"],
                    &change["updated"]["0000"],
                    &change["old_row"]["0000"]
                ),
                (&json!("modify_row"), &json!("Milk"), &json!("Tea"))
            );
        },
    ),
    fact(
        "document",
        "what was done in bases is counted by day",
        |c| {
            c.append(&json!({ "Name": "Tea" }));
            let days = c
                .account(
                    "GET",
                    "/api/v2.1/dtable-activities/?per_page=1",
                    &Body::None,
                )
                .json(200);
            let day = &days["table_activities"][0];
            assert_eq!(
                (&day["dtable_name"], &day["modify_row"]),
                (&json!("Practice base"), &json!(0))
            );
            assert!(day["insert_row"].as_u64().unwrap() > 1);
            let date = day["op_date"].as_str().unwrap().replace('+', "%2B");
            let path = format!(
                "/api/v2.1/dtable-activities/detail/?dtable_uuid={}&op_date={date}",
                c.credentials.base_uuid
            );
            let told = c.account("GET", &path, &Body::None).json(200);
            let last = &told["activities"][0];
            assert_eq!(
                (&last["op_app"], &last["row_name"]),
                (&json!("Practice"), &json!("Tea"))
            );
            c.wait(Duration::from_secs(8 * 24 * 3600));
            let days = c
                .account("GET", "/api/v2.1/dtable-activities/", &Body::None)
                .json(200);
            assert_eq!(days, json!({ "table_activities": [] }));
        },
    ),
    fact("document", "a snapshot becomes a base of its own", |c| {
        let taken = c
            .base(
                "POST",
                "snapshot/",
                &Body::Json(json!({ "dtable_name": "Practice base" })),
            )
            .json(200);
        assert_eq!(
            (&taken["status"], &taken["snapshot"]["dtable_name"]),
            (&json!("created"), &json!("Practice base.dtable"))
        );
        let list = c
            .account("GET", &c.workspace_path("snapshots/"), &Body::None)
            .json(200);
        let commit = list["snapshot_list"][0]["commit_id"].as_str().unwrap();
        assert_eq!(taken["snapshot"]["commit_id"], commit);
        assert_eq!(
            list["page_info"],
            json!({ "has_next_page": false, "current_page": 1 })
        );
        let path = c.workspace_path(&format!("snapshots/{commit}/restore/"));
        let body = Body::Multipart {
            fields: &[("snapshot_name", "As it was")],
            file: None,
        };
        assert_eq!(
            c.account("POST", &path, &body).json(200)["dtable"]["name"],
            "As it was"
        );
        let unknown = c.workspace_path("snapshots/none/restore/");
        assert_eq!(c.account("POST", &unknown, &Body::None).status, 404);
    }),
    fact(
        "document",
        "rows that agree are linked by themselves",
        |c| {
            let table = json!({ "table_name": "Others", "columns": [] });
            c.base("POST", "tables/", &Body::Json(table)).json(200);
            let link = c
                .add_column(
                    "Other",
                    "link",
                    &json!({ "table": "Table1", "other_table": "Others" }),
                )
                .json(200);
            let row = c.append(&json!({ "Name": "Same" }));
            let other =
                json!({ "table_name": "Others", "rows": [{ "Name": "Same" }, { "Name": "Not" }] });
            c.base("POST", "rows/", &Body::Json(other)).json(200);
            let keys = json!([{ "table1_key": "0000", "table2_key": "0000" }]);
            let body = json!({ "link_id": link["data"]["link_id"], "matching_keys": keys });
            let task =
                c.base("POST", "auto-links/", &Body::Json(body)).json(200)["task_id"].clone();
            assert_eq!(c.row(&row)["Other"][0]["display_value"], "Same");
            assert_eq!(c.row(&row)["Other"].as_array().unwrap().len(), 1);
            let status = c
                .base("GET", "auto-link-task/", &Body::Json(task))
                .json(200);
            assert_eq!(status, json!({ "status": "success" }));
            assert_eq!(
                c.base("GET", "auto-link-task/", &Body::Json(json!("none")))
                    .status,
                404
            );
        },
    ),
];

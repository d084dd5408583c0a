//! What the walkthroughs do and no other fact covers: with what they make, and with its removal.

use super::fact;
use crate::Fact;
use crate::body::Body;
use crate::client::Client;
use serde_json::{Value, json};

pub(crate) const FACTS: &[Fact] = &[
    fact(
        "1.4",
        "a base is made in the workspace of a group, and deleted there",
        |c| {
            let workspaces = workspaces(c);
            let group = workspaces
                .iter()
                .find(|one| one["type"] == "group")
                .unwrap();
            let id = group["id"].to_string();
            let fields = [("workspace_id", id.as_str()), ("name", "Of the group")];
            let made = c
                .account("POST", "/api/v2.1/dtables/", &multipart(&fields))
                .json(201);
            assert_eq!(made["table"]["workspace_id"], group["id"]);
            assert!(names_in(c, &group["id"]).contains(&"Of the group".to_owned()));
            let path = format!("/api/v2.1/workspace/{id}/dtable/");
            c.account("DELETE", &path, &multipart(&[("name", "Of the group")]))
                .json(200);
            assert!(!names_in(c, &group["id"]).contains(&"Of the group".to_owned()));
        },
    ),
    fact("1.3", "a user's bases name the group they lie in", |c| {
        let answer = c
            .account("GET", "/api/v2.1/user-admin-dtables/", &Body::None)
            .json(200);
        let workspaces = workspaces(c);
        let group = workspaces
            .iter()
            .find(|one| one["type"] == "group")
            .unwrap();
        assert_eq!(answer["groups"][0]["group_name"], group["name"]);
        for base in answer["groups"][0]["dtables"].as_array().unwrap() {
            assert_eq!(base["workspace_id"], group["id"]);
        }
        assert_eq!(
            answer["personal"][0]["name"],
            c.credentials.base_name.as_str()
        );
    }),
    fact(
        "1.2",
        "an API-Token is deleted and then opens nothing",
        |c| {
            let form = Body::Form(&[("app_name", "short-lived"), ("permission", "rw")]);
            let made = c
                .account("POST", &c.workspace_path("api-tokens/"), &form)
                .json(201);
            let exchange = || {
                let token = format!("Bearer {}", made["api_token"].as_str().unwrap());
                let path = "/api/v2.1/dtable/app-access-token/";
                c.send("GET", path, &token, &Body::None).status
            };
            assert_eq!(exchange(), 200);
            let path = c.workspace_path("api-tokens/short-lived/");
            assert_eq!(
                c.account("DELETE", &path, &Body::None).json(200),
                json!({ "success": true })
            );
            assert_eq!(exchange(), 403);
        },
    ),
    fact(
        "1.5",
        "createTable makes the columns, and deleteTable the table disappear",
        |c| {
            let body = json!({ "table_name": "People", "columns": [
                { "column_name": "Name", "column_type": "text" },
                { "column_name": "Paid", "column_type": "number", "column_data": { "format": "euro" } },
            ]});
            let table = c.base("POST", "tables/", &Body::Json(body)).json(200);
            assert_eq!(
                (&table["name"], &table["columns"][1]["name"]),
                (&json!("People"), &json!("Paid"))
            );
            assert_eq!(table["columns"][1]["data"]["format"], "euro");
            let body = Body::Json(json!({ "table_name": "People" }));
            assert_eq!(
                c.base("DELETE", "tables/", &body).json(200),
                json!({ "success": true })
            );
            let metadata = c.base("GET", "metadata/", &Body::None).json(200);
            let tables = metadata["metadata"]["tables"].as_array().unwrap();
            assert!(tables.iter().all(|table| table["name"] != "People"));
        },
    ),
    fact(
        "1.5",
        "appendColumns takes every type that it documents, with its data",
        |c| {
            let with_data = [
                (
                    "number",
                    json!({ "format": "percent", "decimal": "comma", "thousands": "space" }),
                ),
                ("date", json!({ "format": "DD.MM.YYYY HH:mm" })),
                (
                    "duration",
                    json!({ "format": "duration", "duration_format": "h:mm:ss" }),
                ),
                (
                    "single-select",
                    json!({ "options": [{ "name": "new", "color": "#FFE7A2", "textColor": "#202428" }] }),
                ),
                (
                    "multiple-select",
                    json!({ "options": [{ "name": "red", "color": "#FFE7A2", "textColor": "#202428" }] }),
                ),
                (
                    "rate",
                    json!({ "rate_max_number": 5, "rate_style_color": "#FF8000", "rate_style_type": "dtable-icon-rate" }),
                ),
                (
                    "button",
                    json!({ "button_type": "modify_row", "button_name": "Go", "button_color": "#4ECCCB" }),
                ),
            ];
            let without = [
                "text",
                "long-text",
                "collaborator",
                "image",
                "file",
                "email",
                "url",
                "checkbox",
                "creator",
                "ctime",
                "last-modifier",
                "mtime",
            ];
            let mut columns: Vec<Value> = with_data
            .iter()
            .map(|(kind, data)| json!({ "column_name": format!("a {kind}"), "column_type": kind, "column_data": data }))
            .collect();
            columns
                .extend(without.map(
                    |kind| json!({ "column_name": format!("a {kind}"), "column_type": kind }),
                ));
            let body = json!({ "table_name": "Table1", "columns": columns });
            let answer = c
                .base("POST", "batch-append-columns/", &Body::Json(body))
                .json(200);
            let made = answer["columns"].as_array().unwrap();
            assert_eq!(made.len(), columns.len());
            for (made, wanted) in made.iter().zip(&columns) {
                assert_eq!(made["type"], wanted["column_type"]);
            }
            for (made, (kind, data)) in made.iter().zip(&with_data) {
                for (member, value) in data.as_object().unwrap() {
                    match member.as_str() {
                        // Options get ids besides.
                        "options" => assert_eq!(
                            made["data"]["options"][0]["name"], value[0]["name"],
                            "{kind}"
                        ),
                        _ => assert_eq!(made["data"][member], *value, "{kind}"),
                    }
                }
            }
        },
    ),
    fact(
        "1.5",
        "image and file cells are written and read back, and replaced as a whole",
        |c| {
            let id = c.append(&json!({ "Name": "A" }));
            let file = |name: &str| json!({ "name": name, "size": 5, "type": "file", "url": format!("/workspace/1/asset/x/files/2026-01/{name}") });
            for name in ["a.txt", "b.txt"] {
                let row = json!({ "Files": [file(name)], "Pictures": [format!("/workspace/1/asset/x/images/2026-01/{name}")] });
                let body =
                    json!({ "table_name": "Table1", "updates": [{ "row_id": id, "row": row }] });
                assert_eq!(
                    c.base("PUT", "rows/", &Body::Json(body)).json(200),
                    json!({ "success": true })
                );
                let read = c.row(&id);
                assert_eq!(
                    (&read["Files"], &read["Pictures"]),
                    (&row["Files"], &row["Pictures"])
                );
                assert_eq!(read["Name"], "A");
            }
        },
    ),
    fact("2", "_id is selected by its name", |c| {
        let rows = c.sql("SELECT _id, Name FROM Table1");
        assert_eq!(super::members(&rows[0]), ["Name", "_id"]);
        assert_eq!(
            c.row(rows[0]["_id"].as_str().unwrap())["Name"],
            rows[0]["Name"]
        );
    }),
    fact(
        "1.7",
        "the team's bases come in pages, with the number of all",
        |c| {
            let page = |query: &str| {
                let path = c.org_path(&format!("dtables/?{query}"));
                c.account("GET", &path, &Body::None).json(200)
            };
            let uuids = |answer: &Value| -> Vec<Value> {
                let list = answer["dtable_list"].as_array().unwrap();
                list.iter().map(|base| base["uuid"].clone()).collect()
            };
            let (first, second) = (page("page=1&per_page=2"), page("page=2&per_page=2"));
            assert_eq!(
                (first["count"].as_u64(), second["count"].as_u64()),
                (Some(3), Some(3))
            );
            let both = [uuids(&first), uuids(&second)].concat();
            assert_eq!(both, uuids(&page("")));
            assert_eq!(uuids(&page("page=3&per_page=2")), Vec::<Value>::new());
        },
    ),
    fact("7", "the address of a deleted user stays reserved", |c| {
        let fields = [
            ("email", "gone@practice.example"),
            ("password", "practice-pw"),
        ];
        let path = c.org_path("users/");
        let user = c.account("POST", &path, &multipart(&fields)).json(200);
        let one = c.org_path(&format!("users/{}/", user["email"].as_str().unwrap()));
        c.account("DELETE", &one, &Body::None).json(200);
        assert_eq!(c.account("POST", &path, &multipart(&fields)).status, 400);
    }),
    fact(
        "6",
        "the practice base has a column of each kind that walkthroughs edit",
        |c| {
            let columns = c
                .base("GET", "columns/?table_name=Table1", &Body::None)
                .json(200);
            let columns = columns["columns"].as_array().unwrap();
            for kind in [
                "text",
                "number",
                "date",
                "single-select",
                "checkbox",
                "file",
                "image",
            ] {
                assert!(
                    columns.iter().any(|column| column["type"] == kind),
                    "{kind}"
                );
            }
        },
    ),
];

fn multipart<'a>(fields: &'a [(&'a str, &'a str)]) -> Body<'a> {
    Body::Multipart { fields, file: None }
}

fn workspaces(c: &Client) -> Vec<Value> {
    let answer = c
        .account("GET", "/api/v2.1/workspaces/", &Body::None)
        .json(200);
    answer["workspace_list"].as_array().unwrap().clone()
}

/// Returns the names of the bases in a workspace.
fn names_in(c: &Client, id: &Value) -> Vec<String> {
    let workspaces = workspaces(c);
    let workspace = workspaces.iter().find(|one| one["id"] == *id).unwrap();
    let bases = workspace["table_list"].as_array().unwrap().iter();
    bases
        .map(|base| base["name"].as_str().unwrap().to_owned())
        .collect()
}

use super::fact;
use crate::Fact;
use crate::body::Body;
use serde_json::{Value, json};

pub(crate) const FACTS: &[Fact] = &[
    fact(
        "1.3",
        "workspaces have types, and starred and shared have no id",
        |c| {
            let answer = c
                .account("GET", "/api/v2.1/workspaces/", &Body::None)
                .json(200);
            let list = answer["workspace_list"].as_array().unwrap();
            let types: Vec<&Value> = list.iter().map(|workspace| &workspace["type"]).collect();
            assert_eq!(types, ["starred", "shared", "personal", "group"]);
            assert_eq!((&list[0]["id"], &list[1]["id"]), (&json!(""), &json!("")));
            assert_eq!(list[2]["id"], c.credentials.workspace_id);
            assert!(list[3]["group_id"].is_u64() && list[3]["name"].is_string());
            assert!(list[2]["table_list"].is_array());
            let brief = c
                .account("GET", "/api/v2.1/workspaces/?detail=false", &Body::None)
                .json(200);
            assert!(brief["workspace_list"][2]["table_list"].is_null());
        },
    ),
    fact(
        "1.3",
        "a user's bases are listed by personal and group",
        |c| {
            let answer = c
                .account("GET", "/api/v2.1/user-admin-dtables/", &Body::None)
                .json(200);
            assert_eq!(
                answer["personal"][0]["workspace_id"],
                c.credentials.workspace_id
            );
            assert!(answer["groups"][0]["dtables"][0]["uuid"].is_string());
        },
    ),
    fact(
        "1.4",
        "a base is created by multipart with 201, in a wrapper called table",
        |c| {
            let id = c.credentials.workspace_id.to_string();
            let fields = [("name", "New base"), ("workspace_id", id.as_str())];
            let body = Body::Multipart {
                fields: &fields,
                file: None,
            };
            let table = c.account("POST", "/api/v2.1/dtables/", &body).json(201)["table"].clone();
            assert_eq!(
                (&table["name"], &table["workspace_id"]),
                (&json!("New base"), &json!(c.credentials.workspace_id))
            );
            assert_eq!(table["uuid"].as_str().unwrap().len(), 36);
            assert_eq!(
                (&table["in_storage"], &table["is_encrypted"]),
                (&json!(true), &json!(false))
            );
        },
    ),
    fact(
        "client-requests",
        "a base is created by a form that names the owner",
        |c| {
            let info = c
                .account("GET", "/api2/account/info/", &Body::None)
                .json(200);
            let owner = info["email"].as_str().unwrap().to_owned();
            let body = Body::Form(&[("name", "Of Python"), ("owner", &owner)]);
            let answer = c.account("POST", "/api/v2.1/dtables/", &body).json(201);
            assert_eq!(answer["table"]["workspace_id"], c.credentials.workspace_id);
        },
    ),
    fact(
        "1.4",
        "a fresh base has Table1 with Name, a default view and three empty rows",
        |c| {
            let id = c.credentials.workspace_id.to_string();
            let body = Body::Form(&[("name", "New"), ("workspace_id", &id)]);
            let made = c.account("POST", "/api/v2.1/dtables/", &body).json(201);
            let path = format!("/api/v2.1/workspace/{id}/dtable/New/access-token/");
            let token = c.account("GET", &path, &Body::None).json(200)["access_token"].clone();
            let token = format!("Bearer {}", token.as_str().unwrap());
            let uuid = made["table"]["uuid"].as_str().unwrap();
            let get = |path: &str| {
                let path = format!("/api-gateway/api/v2/dtables/{uuid}/{path}");
                c.send("GET", &path, &token, &Body::None).json(200)
            };
            let table = get("metadata/")["metadata"]["tables"][0].clone();
            assert_eq!(
                (&table["_id"], &table["name"]),
                (&json!("0000"), &json!("Table1"))
            );
            assert_eq!(
                (&table["columns"][0]["key"], &table["columns"][0]["name"]),
                (&json!("0000"), &json!("Name"))
            );
            assert_eq!(
                (&table["views"][0]["_id"], &table["views"][0]["name"]),
                (&json!("0000"), &json!("Default View"))
            );
            let rows = get("rows/?table_name=Table1&convert_keys=true");
            assert_eq!(rows["rows"].as_array().unwrap().len(), 3);
            assert!(rows["rows"][0]["Name"].is_null());
        },
    ),
    fact(
        "1.4",
        "a base is deleted and its Base-Token then opens nothing",
        |c| {
            let token = c.base_token();
            let body = Body::Multipart {
                fields: &[("name", &c.credentials.base_name)],
                file: None,
            };
            let path = format!("/api/v2.1/workspace/{}/dtable/", c.credentials.workspace_id);
            assert_eq!(
                c.account("DELETE", &path, &body).json(200),
                json!({ "success": true })
            );
            let token = format!("Bearer {token}");
            assert_eq!(
                c.send("GET", &c.base_path("metadata/"), &token, &Body::None)
                    .status,
                404
            );
            assert_eq!(
                c.api("GET", "/api/v2.1/dtable/app-access-token/").status,
                404
            );
        },
    ),
    fact(
        "1.5",
        "metadata has no rows, and the first column has no data",
        |c| {
            let metadata = c.base("GET", "metadata/", &Body::None).json(200)["metadata"].clone();
            assert_eq!(metadata["format_version"], 9);
            let table = &metadata["tables"][0];
            assert!(table.get("rows").is_none());
            assert!(table["columns"][0].get("data").is_none());
            assert!(table["columns"][1].get("data").is_some());
        },
    ),
    fact(
        "1.5",
        "createTable without columns gives a column Name",
        |c| {
            for body in [
                json!({ "table_name": "A", "columns": [] }),
                json!({ "table_name": "B" }),
            ] {
                let table = c.base("POST", "tables/", &Body::Json(body)).json(200);
                assert_eq!(table["columns"][0]["name"], "Name");
                assert_eq!(
                    (&table["rows"], &table["id_row_map"]),
                    (&json!([]), &json!({}))
                );
                assert_eq!(table["view_structure"]["view_ids"], json!(["0000"]));
                assert_eq!(table["_id"].as_str().unwrap().len(), 4);
            }
        },
    ),
    fact(
        "1.5",
        "createTable takes columns, the first keyed 0000",
        |c| {
            let body = json!({ "table_name": "New", "columns": [
                { "column_name": "One", "column_type": "number" },
                { "column_name": "Two", "column_type": "geolocation" },
            ]});
            let table = c.base("POST", "tables/", &Body::Json(body)).json(200);
            assert_eq!(
                (&table["columns"][0]["key"], &table["columns"][0]["name"]),
                (&json!("0000"), &json!("One"))
            );
            assert_eq!(table["columns"][1]["type"], "geolocation");
        },
    ),
    fact(
        "1.5",
        "not every type may come first in a table, and then nothing is made",
        |c| {
            let body = json!({ "table_name": "New", "columns": [
                { "column_name": "One", "column_type": "checkbox" },
            ]});
            assert_eq!(c.base("POST", "tables/", &Body::Json(body)).status, 400);
            let metadata = c.base("GET", "metadata/", &Body::None).json(200);
            assert_eq!(metadata["metadata"]["tables"].as_array().unwrap().len(), 1);
        },
    ),
    fact(
        "client-requests",
        "tables are renamed, duplicated and deleted",
        |c| {
            let send = |method, path, body| c.base(method, path, &Body::Json(body)).json(200);
            send(
                "PUT",
                "tables/",
                json!({ "table_name": "Table1", "new_table_name": "People" }),
            );
            let copy = json!({ "table_name": "People", "is_duplicate_records": true });
            let copy = send("POST", "tables/duplicate-table/", copy);
            assert_eq!(
                (&copy["name"], copy["rows"].as_array().unwrap().len()),
                (&json!("People(copy)"), 3)
            );
            send("DELETE", "tables/", json!({ "table_name": "People" }));
            let metadata = c.base("GET", "metadata/", &Body::None).json(200);
            assert_eq!(metadata["metadata"]["tables"][0]["name"], "People(copy)");
        },
    ),
    fact(
        "1.0",
        "table_id does instead of table_name, and a false id falls back to the name",
        |c| {
            for query in [
                "table_id=0000",
                "table_name=Table1",
                "table_id=Tab1&table_name=Table1",
            ] {
                let answer = c
                    .base("GET", &format!("columns/?{query}"), &Body::None)
                    .json(200);
                assert_eq!(answer["columns"][0]["name"], "Name", "{query}");
            }
            assert_eq!(
                c.base("GET", "columns/?table_name=None", &Body::None)
                    .status,
                404
            );
        },
    ),
    fact(
        "client-requests",
        "views are made, found by encoded name, renamed, changed and deleted",
        |c| {
            let made = Body::Json(json!({ "name": "Mine ü 1" }));
            let made = c.base("POST", "views/?table_name=Table1", &made).json(200);
            assert_eq!(
                (&made["name"], &made["type"]),
                (&json!("Mine ü 1"), &json!("table"))
            );
            let path = "views/Mine%20%C3%BC%201/?table_name=Table1";
            assert_eq!(
                c.base("GET", path, &Body::None).json(200)["_id"],
                made["_id"]
            );
            let change =
                Body::Json(json!({ "name": "Mine two", "sorts": [{ "column_key": "0000" }] }));
            let changed = c.base("PUT", path, &change).json(200);
            assert_eq!(
                (&changed["name"], &changed["sorts"][0]["column_key"]),
                (&json!("Mine two"), &json!("0000"))
            );
            let list = c
                .base("GET", "views/?table_name=Table1", &Body::None)
                .json(200);
            assert_eq!(list["views"].as_array().unwrap().len(), 2);
            let path = "views/Mine%20two/?table_name=Table1";
            assert_eq!(
                c.base("DELETE", path, &Body::None).json(200),
                json!({ "success": true })
            );
            assert_eq!(c.base("GET", path, &Body::None).status, 404);
        },
    ),
    fact(
        "1.5",
        "collaborators have the id that a collaborator cell needs",
        |c| {
            let answer = c.base("GET", "related-users/", &Body::None).json(200);
            let id = answer["user_list"][0]["email"].as_str().unwrap().to_owned();
            assert!(id.ends_with("@auth.local"));
            assert_eq!(answer["app_user_list"], json!([]));
            assert_eq!(
                c.add_column("Who", "collaborator", &json!(null)).status,
                200
            );
            let row = c.append(&json!({ "Who": [id] }));
            assert_eq!(c.row(&row)["Who"], json!([id]));
            let old = format!(
                "/api/v2.1/dtables/{}/related-users/",
                c.credentials.base_uuid
            );
            let token = format!("Token {}", c.base_token());
            assert_eq!(c.send("GET", &old, &token, &Body::None).status, 200);
        },
    ),
];

//! Which members tables, views, columns and options are shown with, by how they came to be.

use super::{fact, members};
use crate::Fact;
use crate::body::Body;
use crate::client::Client;
use serde_json::{Value, json};

/// What every view has.
const VIEW: &[&str] = &[
    "_id",
    "filter_conjunction",
    "filters",
    "formula_rows",
    "groupbys",
    "groups",
    "hidden_columns",
    "is_locked",
    "name",
    "rows",
    "sorts",
    "summaries",
    "type",
];

/// What a view that somebody made has besides.
const MADE_VIEW: &[&str] = &[
    "colorbys",
    "colors",
    "column_colors",
    "private_for",
    "row_height",
];

pub(crate) const FACTS: &[Fact] = &[
    fact(
        "1.5",
        "the table and the view that came with the base have the fewest members",
        |c| {
            let table = tables(c)[0].clone();
            assert_eq!(members(&table), ["_id", "columns", "name", "views"]);
            let view = &table["views"][0];
            assert_eq!(members(view), VIEW);
            assert_eq!(view["summaries"], json!([]));
            let (list, one) = (
                views(c, "Table1"),
                "views/Default%20View/?table_name=Table1",
            );
            assert_eq!(&list[0], view);
            assert_eq!(&c.base("GET", one, &Body::None).json(200), view);
        },
    ),
    fact(
        "1.5",
        "a made table has header_settings, is_header_locked and summary_configs",
        |c| {
            create(c, json!({ "table_name": "Made" }));
            let table = tables(c)[1].clone();
            let wanted = [
                "_id",
                "columns",
                "header_settings",
                "is_header_locked",
                "name",
                "summary_configs",
                "views",
            ];
            assert_eq!(members(&table), wanted);
            assert_eq!(
                (&table["header_settings"], &table["summary_configs"]),
                (&json!({}), &json!({}))
            );
            assert_eq!(table["is_header_locked"], false);
        },
    ),
    fact("1.5", "every view that somebody made is alike", |c| {
        let table = create(c, json!({ "table_name": "Made" }));
        is_made(&table["views"][0]);
        is_made(&tables(c)[1]["views"][0]);
        let path = "views/?table_name=Table1";
        let view = c
            .base("POST", path, &Body::Json(json!({ "name": "Mine" })))
            .json(200);
        is_made(&view);
        is_made(&views(c, "Table1")[1]);
        let path = "views/Mine/?table_name=Table1";
        let changed = Body::Json(json!({ "name": "Yours" }));
        is_made(&c.base("PUT", path, &changed).json(200));
        is_made(&duplicate(c, "Table1", true)["views"][0]);
    }),
    fact(
        "document",
        "a copy is called like its table with (copy), and has new rows by their ids",
        |c| {
            let path = "rows/?table_name=Table1";
            let originals = c.base("GET", path, &Body::None).json(200)["rows"].clone();
            let copy = duplicate(c, "Table1", true);
            assert_eq!(copy["name"], "Table1(copy)");
            let wanted = [
                "_id",
                "columns",
                "header_settings",
                "id_row_map",
                "is_header_locked",
                "name",
                "rows",
                "view_structure",
                "views",
            ];
            assert_eq!(members(&copy), wanted);
            let rows = copy["rows"].as_array().unwrap();
            assert_eq!(rows.len(), 3);
            assert_eq!(copy["id_row_map"].as_object().unwrap().len(), 3);
            for (row, original) in rows.iter().zip(originals.as_array().unwrap()) {
                assert_ne!(row["_id"], original["_id"]);
                assert_eq!(row["0000"], original["0000"]);
                assert_eq!(&copy["id_row_map"][row["_id"].as_str().unwrap()], row);
                for gone in ["_locked", "_locked_by", "_archived"] {
                    assert!(row.get(gone).is_none(), "{gone}");
                }
            }
            let again = duplicate(c, "Table1", false);
            assert_ne!(again["name"], copy["name"]);
            assert_eq!(
                (&again["rows"], &again["id_row_map"]),
                (&json!([]), &json!({}))
            );
            assert!(tables(c)[1].get("summary_configs").is_none());
        },
    ),
    fact(
        "1.5",
        "every change of a base is a new version, and nothing else is",
        |c| {
            let id = c.append(&json!({ "Name": "a" }));
            let of = |more: Value| {
                let mut body = json!({ "table_name": "Table1" });
                body.as_object_mut()
                    .unwrap()
                    .extend(more.as_object().unwrap().clone());
                body
            };
            let changes = [
                ("POST", "tables/", json!({ "table_name": "T" })),
                ("POST", "views/?table_name=T", json!({ "name": "V" })),
                ("PUT", "views/V/?table_name=T", json!({ "is_locked": true })),
                ("DELETE", "views/V/?table_name=T", json!({})),
                ("POST", "rows/", of(json!({ "rows": [{}] }))),
                ("PUT", "lock-rows/", of(json!({ "row_ids": [id] }))),
                ("PUT", "unlock-rows/", of(json!({ "row_ids": [id] }))),
                (
                    "POST",
                    "columns/",
                    of(json!({ "column_name": "C", "column_type": "text" })),
                ),
                (
                    "POST",
                    "column-options/",
                    of(json!({ "column": "Status", "options": [] })),
                ),
                (
                    "POST",
                    "sql/",
                    json!({ "sql": "update Table1 set Name = 'b'" }),
                ),
                ("DELETE", "tables/", json!({ "table_name": "T" })),
            ];
            for (method, path, body) in changes {
                let before = version(c);
                c.base(method, path, &Body::Json(body)).json(200);
                assert_eq!(version(c), before + 1, "{method} {path}");
            }
            let before = version(c);
            c.sql("select * from Table1");
            let toast = json!({ "to_user": "x", "toast_type": "success", "detail": "x" });
            c.base("POST", "ui-toasts/", &Body::Json(toast)).json(200);
            c.base("POST", "tables/", &Body::Json(json!({}))).json(400);
            assert_eq!(version(c), before);
        },
    ),
    fact(
        "6",
        "an option has a borderColor only if it was sent one",
        |c| {
            let plain = ["color", "id", "name", "textColor"];
            let add = json!({ "table_name": "Table1", "column": "Status", "options": [
                { "name": "plain" }, { "name": "framed", "borderColor": "#000000" },
            ]});
            c.base("POST", "column-options/", &Body::Json(add))
                .json(200);
            c.append(&json!({ "Status": "unheard of" }));
            let data = json!({ "options": [{ "name": "x", "color": "#89D2EA" }] });
            let made = c.add_column("S", "multiple-select", &data).json(200);
            assert_eq!(members(&made["data"]["options"][0]), plain);
            let columns = columns(c);
            let status = columns.iter().find(|column| column["name"] == "Status");
            let options = status.unwrap()["data"]["options"].as_array().unwrap();
            assert_eq!(options.len(), 6);
            for option in options {
                let framed = option["name"] == "framed";
                assert_eq!(option.get("borderColor").is_some(), framed, "{option}");
                assert_eq!(members(option).len(), 4 + usize::from(framed));
            }
        },
    ),
    fact(
        "6",
        "a formula is listed without what its insertion told about it",
        |c| {
            let data = json!({ "formula": "{Age} + 1" });
            let made = c.add_column("Next", "formula", &data).json(200);
            assert_eq!(
                members(&made["data"]),
                ["formula", "operated_columns", "result_type"]
            );
            let columns = columns(c);
            let listed = columns.iter().find(|column| column["name"] == "Next");
            assert_eq!(listed.unwrap()["data"], data);
        },
    ),
];

fn tables(c: &Client) -> Value {
    c.base("GET", "metadata/", &Body::None).json(200)["metadata"]["tables"].clone()
}

fn views(c: &Client, table: &str) -> Value {
    let path = format!("views/?table_name={table}");
    c.base("GET", &path, &Body::None).json(200)["views"].clone()
}

fn columns(c: &Client) -> Vec<Value> {
    let path = "columns/?table_name=Table1";
    let columns = c.base("GET", path, &Body::None).json(200)["columns"].clone();
    columns.as_array().unwrap().clone()
}

fn version(c: &Client) -> u64 {
    let metadata = c.base("GET", "metadata/", &Body::None).json(200);
    metadata["metadata"]["version"].as_u64().unwrap()
}

fn create(c: &Client, body: Value) -> Value {
    c.base("POST", "tables/", &Body::Json(body)).json(200)
}

fn duplicate(c: &Client, table: &str, with_rows: bool) -> Value {
    let body = json!({ "table_name": table, "is_duplicate_records": with_rows });
    c.base("POST", "tables/duplicate-table/", &Body::Json(body))
        .json(200)
}

fn is_made(view: &Value) {
    let mut wanted = [VIEW, MADE_VIEW].concat();
    wanted.sort_unstable();
    assert_eq!(members(view), wanted);
    assert_eq!(
        (
            &view["private_for"],
            &view["row_height"],
            &view["summaries"]
        ),
        (&json!(null), &json!("default"), &json!({}))
    );
}

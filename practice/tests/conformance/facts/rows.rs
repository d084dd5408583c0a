use super::fact;
use crate::Fact;
use crate::body::Body;
use crate::client::Client;
use serde_json::{Value, json};

pub(crate) const FACTS: &[Fact] = &[
    fact(
        "1.5",
        "appendRows counts, echoes the first row by keys, and gives ids as objects",
        |c| {
            let body =
                json!({ "table_name": "Table1", "rows": [{ "Name": "A" }, { "Name": "B" }] });
            let answer = c.base("POST", "rows/", &Body::Json(body)).json(200);
            assert_eq!(answer["inserted_row_count"], 2);
            assert_eq!(answer["first_row"]["0000"], "A");
            assert_eq!(answer["row_ids"].as_array().unwrap().len(), 2);
            assert_eq!(answer["row_ids"][1]["_id"].as_str().unwrap().len(), 22);
        },
    ),
    fact(
        "3.4",
        "unknown column names are dropped without an error, keys too",
        |c| {
            let row = c.row(&c.append(&json!({ "Name": "A", "Nome": "B", "0000": "C" })));
            assert_eq!(row["Name"], "A");
            assert!(row.get("Nome").is_none() && row.get("0000").is_none());
        },
    ),
    fact(
        "1.5",
        "listRows has keys unless convert_keys asks for names",
        |c| {
            let list = |query: &str| {
                let path = format!("rows/?table_name=Table1{query}");
                c.base("GET", &path, &Body::None).json(200)["rows"][0].clone()
            };
            assert_eq!(list("")["0000"], "Ginger Ale");
            assert_eq!(list("&convert_keys=false")["0000"], "Ginger Ale");
            // Python's client writes True.
            for flag in ["true", "True"] {
                assert_eq!(list(&format!("&convert_keys={flag}"))["Name"], "Ginger Ale");
            }
        },
    ),
    fact("1.5", "a row has eight system fields", |c| {
        let row = c.row(&c.append(&json!({})));
        for field in [
            "_id",
            "_ctime",
            "_mtime",
            "_creator",
            "_last_modifier",
            "_archived",
        ] {
            assert!(!row[field].is_null(), "{field}");
        }
        assert!(row["_locked"].is_null() && row["_locked_by"].is_null());
    }),
    fact(
        "1.5",
        "listRows pages by start and limit, and gives 1000 rows at most",
        |c| {
            for _ in 0..2 {
                let rows: Vec<Value> = (0..600).map(|n| json!({ "Age": n })).collect();
                let body = json!({ "table_name": "Table1", "rows": rows });
                assert_eq!(c.base("POST", "rows/", &Body::Json(body)).status, 200);
            }
            assert_eq!(count(c, ""), 1000);
            assert_eq!(count(c, "&limit=5000"), 1000);
            assert_eq!(count(c, "&limit=7"), 7);
            assert_eq!(count(c, "&start=1000"), 203);
            assert_eq!(
                c.base("GET", "rows/?table_name=Table1&limit=x", &Body::None)
                    .status,
                400
            );
        },
    ),
    fact(
        "4.3",
        "no more than 1000 rows are appended or updated in a call",
        |c| {
            let rows = vec![json!({}); 1001];
            let body = json!({ "table_name": "Table1", "rows": rows });
            let answer = c.base("POST", "rows/", &Body::Json(body)).json(400);
            assert_eq!(answer["error_type"], "exceed_rows_limit");
            let updates = vec![json!({ "row_id": "x", "row": {} }); 1001];
            let body = json!({ "table_name": "Table1", "updates": updates });
            assert_eq!(c.base("PUT", "rows/", &Body::Json(body)).status, 400);
        },
    ),
    fact(
        "1.5",
        "getRow answers the row itself, and an unknown one is not found",
        |c| {
            let id = c.append(&json!({ "Name": "A" }));
            let path = format!("rows/{id}/?table_name=Table1");
            assert_eq!(c.base("GET", &path, &Body::None).json(200)["0000"], "A");
            let path = "rows/AAAAAAAAAAAAAAAAAAAAAA/?table_name=Table1";
            let answer = c.base("GET", path, &Body::None).json(404);
            assert_eq!(answer, json!({ "error_message": "row _id not exits" }));
        },
    ),
    fact(
        "1.5",
        "updateRow takes a list of updates and changes only what is named",
        |c| {
            let id = c.append(&json!({ "Name": "A", "Age": 1 }));
            let update = json!({ "row_id": id, "row": { "Age": 2, "Nothing": 3 } });
            let body = json!({ "table_name": "Table1", "updates": [update] });
            let answer = c.base("PUT", "rows/", &Body::Json(body)).json(200);
            assert_eq!(answer, json!({ "success": true }));
            let row = c.row(&id);
            assert_eq!((&row["Name"], &row["Age"]), (&json!("A"), &json!(2)));
        },
    ),
    fact("1.5", "the updateRow of 4.x is refused", |c| {
        let id = c.append(&json!({ "Name": "A" }));
        let body = json!({ "table_name": "Table1", "row_id": id, "row": { "Name": "B" } });
        assert_eq!(c.base("PUT", "rows/", &Body::Json(body)).status, 400);
    }),
    fact(
        "client-requests",
        "rows are deleted by a body, unknown ids without a word",
        |c| {
            let id = c.append(&json!({ "Name": "A" }));
            let body = json!({ "table_name": "Table1", "row_ids": [id, "AAAAAAAAAAAAAAAAAAAAAA"] });
            let answer = c.base("DELETE", "rows/", &Body::Json(body)).json(200);
            assert_eq!(answer, json!({ "success": true }));
            let path = format!("rows/{id}/?table_name=Table1");
            assert_eq!(c.base("GET", &path, &Body::None).status, 404);
        },
    ),
    fact("1.5", "locked rows say so", |c| {
        let id = c.append(&json!({ "Name": "A" }));
        let body = Body::Json(json!({ "table_name": "Table1", "row_ids": [id] }));
        c.base("PUT", "lock-rows/", &body).json(200);
        assert_eq!(c.row(&id)["_locked"], true);
        c.base("PUT", "unlock-rows/", &body).json(200);
        assert!(c.row(&id)["_locked"].is_null());
    }),
    fact(
        "1.5",
        "apply_default fills in default values, and only if asked",
        |c| {
            let data = json!({ "default_value": "hello", "enable_fill_default_value": true });
            c.add_column("Greeting", "text", &data).json(200);
            assert!(c.row(&c.append(&json!({})))["Greeting"].is_null());
            let body = json!({ "table_name": "Table1", "rows": [{}, { "Greeting": "own" }], "apply_default": true });
            let ids = c.base("POST", "rows/", &Body::Json(body)).json(200)["row_ids"].clone();
            let greeting = |n: usize| c.row(ids[n]["_id"].as_str().unwrap())["Greeting"].clone();
            assert_eq!((greeting(0), greeting(1)), (json!("hello"), json!("own")));
        },
    ),
    fact(
        "6",
        "without convert_keys a select cell shows the option's id",
        |c| {
            let id = c.append(&json!({ "Status": "new" }));
            let path = format!("rows/{id}/?table_name=Table1");
            let row = c.base("GET", &path, &Body::None).json(200);
            let cells = row.as_object().unwrap();
            assert!(!cells.values().any(|value| value == "new"));
            assert_eq!(c.row(&id)["Status"], "new");
        },
    ),
    fact(
        "client-requests",
        "links are made, read from both sides, replaced and removed",
        |c| {
            c.base(
                "POST",
                "tables/",
                &Body::Json(json!({ "table_name": "Other" })),
            )
            .json(200);
            let made = c.add_column(
                "L",
                "link",
                &json!({ "table": "Table1", "other_table": "Other" }),
            );
            let made = made.json(200);
            let (x, y) = (append_other(c, "X"), append_other(c, "Y"));
            let a = c.append(&json!({ "Name": "A" }));
            let send = |method: &str, other: &str| {
                let body = json!({ "link_id": made["data"]["link_id"], "table_name": "Table1",
                "other_table_name": "Other", "other_rows_ids_map": { a.as_str(): [other] } });
                c.base(method, "links/", &Body::Json(body)).json(200)
            };
            assert_eq!(send("POST", &x), json!({ "success": true }));
            assert_eq!(
                c.row(&a)["L"],
                json!([{ "row_id": x, "display_value": "X" }])
            );
            let query = json!({ "table_name": "Other", "link_column_name": "Table1", "rows": [{ "row_id": x }] });
            let linked = c.base("POST", "query-links/", &Body::Json(query)).json(200);
            assert_eq!(
                linked[x.as_str()],
                json!([{ "row_id": a, "display_value": "A" }])
            );
            send("PUT", &y);
            assert_eq!(
                c.row(&a)["L"],
                json!([{ "row_id": y, "display_value": "Y" }])
            );
            // A link that is not there counts too.
            assert_eq!(send("DELETE", &x), json!({ "deleted_links_count": 1 }));
            assert_eq!(send("DELETE", &y), json!({ "deleted_links_count": 1 }));
            assert_eq!(c.row(&a)["L"], json!([]));
        },
    ),
    fact(
        "1.5",
        "a link cell shows 50 rows, query-links 10 unless asked",
        |c| {
            c.base(
                "POST",
                "tables/",
                &Body::Json(json!({ "table_name": "Other" })),
            )
            .json(200);
            let made = c.add_column(
                "L",
                "link",
                &json!({ "table": "Table1", "other_table": "Other" }),
            );
            let made = made.json(200);
            let rows: Vec<Value> = (0..60).map(|n| json!({ "Name": format!("{n}") })).collect();
            let body = json!({ "table_name": "Other", "rows": rows });
            let ids = c.base("POST", "rows/", &Body::Json(body)).json(200)["row_ids"].clone();
            let ids: Vec<&Value> = ids
                .as_array()
                .unwrap()
                .iter()
                .map(|id| &id["_id"])
                .collect();
            let a = c.append(&json!({}));
            let body = json!({ "link_id": made["data"]["link_id"], "table_id": "0000",
            "other_table_name": "Other", "other_rows_ids_map": { a.as_str(): ids } });
            c.base("POST", "links/", &Body::Json(body)).json(200);
            assert_eq!(c.row(&a)["L"].as_array().unwrap().len(), 50);
            let linked = |row: Value| {
                let body =
                    json!({ "table_id": "0000", "link_column_key": made["key"], "rows": [row] });
                let answer = c.base("POST", "query-links/", &Body::Json(body)).json(200);
                answer[a.as_str()].as_array().unwrap().len()
            };
            assert_eq!(linked(json!({ "row_id": a })), 10);
            assert_eq!(
                linked(json!({ "row_id": a, "limit": 100, "offset": 5 })),
                55
            );
        },
    ),
    fact("6", "link formulas count, look up, sum and search", |c| {
        c.base(
            "POST",
            "tables/",
            &Body::Json(json!({ "table_name": "Other", "columns": [
                { "column_name": "Name", "column_type": "text" },
                { "column_name": "Amount", "column_type": "number" },
            ]})),
        )
        .json(200);
        let link = c.add_column(
            "L",
            "link",
            &json!({ "table": "Table1", "other_table": "Other" }),
        );
        let link_id = link.json(200)["data"]["link_id"].clone();
        for (name, data) in [
            ("Count", json!({ "formula": "count_links" })),
            (
                "Names",
                json!({ "formula": "lookup", "level1_linked_column": "Name" }),
            ),
            (
                "Sum",
                json!({ "formula": "rollup", "summary_column": "Amount", "summary_method": "sum" }),
            ),
            (
                "All",
                json!({ "formula": "rollup", "summary_column": "Name", "summary_method": "concatenate" }),
            ),
            (
                "Most",
                json!({ "formula": "findmax", "searched_column": "Amount", "comparison_column": "Name" }),
            ),
            (
                "Least",
                json!({ "formula": "findmin", "searched_column": "Amount", "comparison_column": "Amount" }),
            ),
        ] {
            let mut data = data;
            data["link_column"] = json!("L");
            c.add_column(name, "link-formula", &data).json(200);
        }
        let body = json!({ "table_name": "Other", "rows": [
            { "Name": "X", "Amount": 1.5 }, { "Name": "Y", "Amount": 4 },
        ]});
        let ids = c.base("POST", "rows/", &Body::Json(body)).json(200)["row_ids"].clone();
        let a = c.append(&json!({}));
        let body = json!({ "link_id": link_id, "table_name": "Table1", "other_table_name": "Other",
            "other_rows_ids_map": { a.as_str(): [ids[0]["_id"], ids[1]["_id"]] } });
        c.base("POST", "links/", &Body::Json(body)).json(200);
        let row = c.row(&a);
        assert_eq!(row["Count"], 2);
        assert_eq!(row["Names"], json!(["X", "Y"]));
        assert_eq!(row["Sum"], 5.5);
        assert_eq!(row["All"], "X Y");
        // So are the linked rows themselves, and what is looked up there, in a formula.
        for (name, formula) in [
            ("F1", "{L} & \"!\""),
            ("F2", "{Names} & \"!\""),
            ("F3", "upper({All}) & \"!\""),
            ("F4", "concatenate({L}, \"!\")"),
        ] {
            c.add_column(name, "formula", &json!({ "formula": formula }))
                .json(200);
            assert_eq!(c.row(&a)[name], "X Y!", "{formula}");
        }
        let found = c.sql("select concatenate(L, '!') as F from Table1 where Count = 2");
        assert_eq!(found[0]["F"], "X Y!");
        let blank = json!({ "formula": "isblank({L})" });
        c.add_column("F5", "formula", &blank).json(200);
        let b = c.append(&json!({}));
        assert_eq!(
            (&c.row(&a)["F5"], &c.row(&b)["F5"]),
            (&json!(false), &json!(true))
        );
        assert_eq!(
            (&row["Most"], &row["Least"]),
            (&json!(["Y"]), &json!([1.5]))
        );
    }),
];

fn count(c: &Client, query: &str) -> usize {
    let answer = c
        .base(
            "GET",
            &format!("rows/?table_name=Table1{query}"),
            &Body::None,
        )
        .json(200);
    answer["rows"].as_array().unwrap().len()
}

fn append_other(c: &Client, name: &str) -> String {
    let body = json!({ "table_name": "Other", "rows": [{ "Name": name }] });
    let answer = c.base("POST", "rows/", &Body::Json(body)).json(200);
    answer["row_ids"][0]["_id"].as_str().unwrap().to_owned()
}

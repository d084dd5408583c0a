use super::fact;
use crate::Fact;
use crate::body::Body;
use crate::client::Client;
use serde_json::{Value, json};

pub(crate) const FACTS: &[Fact] = &[
    fact("6", "every type reads back as it is known to", |c| {
        for (kind, data, written, read) in written_and_read() {
            let name = format!("{kind} {written}");
            assert!(!name.contains('`'));
            let name: String = name.chars().filter(|c| c.is_ascii_alphanumeric()).collect();
            assert_eq!(c.add_column(&name, kind, &data).status, 200, "{kind}");
            let id = c.append(&json!({ name.as_str(): written }));
            assert_eq!(c.row(&id)[name.as_str()], read, "{kind} {written}");
        }
    }),
    fact("6", "unset cells are null, a checkbox too", |c| {
        let row = c.row(&c.append(&json!({})));
        for name in [
            "Name", "Age", "Birthday", "Status", "Done", "Files", "Pictures",
        ] {
            assert!(row.get(name).is_some_and(Value::is_null), "{name}");
        }
    }),
    fact(
        "6",
        "read-only types are made, and writing to them is ignored",
        |c| {
            for (kind, data) in [
                ("creator", json!(null)),
                ("ctime", json!(null)),
                ("last-modifier", json!(null)),
                ("mtime", json!(null)),
                ("formula", json!({ "formula": "{Age} + 1" })),
            ] {
                assert_eq!(c.add_column(kind, kind, &data).status, 200, "{kind}");
                let id = c.append(&json!({ "Age": 1, kind: "written" }));
                assert_ne!(c.row(&id)[kind], "written", "{kind}");
            }
        },
    ),
    fact(
        "6",
        "a formula is computed, and an error shows as #VALUE!",
        |c| {
            let made = c
                .add_column("Next", "formula", &json!({ "formula": "{Age} + 1" }))
                .json(200);
            assert_eq!(made["data"]["result_type"], "number");
            assert_eq!(
                made["data"]["operated_columns"].as_array().unwrap().len(),
                1
            );
            c.add_column("Odd", "formula", &json!({ "formula": "{Name} * 2" }))
                .json(200);
            let row = c.row(&c.append(&json!({ "Name": "John", "Age": 41 })));
            assert_eq!((&row["Next"], &row["Odd"]), (&json!(42), &json!("#VALUE!")));
        },
    ),
    fact(
        "6",
        "an auto-number counts, with its prefix, and cannot be written",
        |c| {
            let data =
                json!({ "format": "0000", "digits": 4, "prefix_type": "string", "prefix": "row" });
            let made = c.add_column("No", "auto-number", &data).json(200);
            assert!(made["data"]["max_used_auto_number"].is_u64());
            let first = c.row(&c.append(&json!({})))["No"].clone();
            let second = c.row(&c.append(&json!({})))["No"].clone();
            assert_eq!((first, second), (json!("row-0001"), json!("row-0002")));
            let third = c.append(&json!({ "No": "mine" }));
            assert_eq!(c.row(&third)["No"], "row-0003");
            let update = json!({ "table_name": "Table1", "updates": [
                { "row_id": third, "row": { "No": "mine", "Name": "x" } },
            ]});
            c.base("PUT", "rows/", &Body::Json(update)).json(200);
            let sql = Body::Json(json!({ "sql": "update Table1 set No = 'mine'" }));
            assert_eq!(c.base("POST", "sql/", &sql).status, 400);
            let row = c.row(&third);
            assert_eq!(
                (&row["No"], &row["Name"]),
                (&json!("row-0003"), &json!("x"))
            );
            // Nor by way of another type.
            let retyped = json!({ "table_name": "Table1", "column": "Name",
                "op_type": "modify_column_type", "new_column_type": "auto-number" });
            c.base("PUT", "columns/", &Body::Json(retyped)).json(200);
            assert!(c.row(&third)["Name"].is_null());
        },
    ),
    fact(
        "6",
        "a number column is completed with its default format",
        |c| {
            let made = c.add_column("N", "number", &json!(null)).json(200);
            assert_eq!(
                made["data"],
                json!({ "decimal": "dot", "format": "number", "thousands": "no" })
            );
        },
    ),
    fact("1.5", "a column has 16 members", |c| {
        let made = c.add_column("N", "text", &json!(null)).json(200);
        assert_eq!(made.as_object().unwrap().len(), 16);
        assert_eq!(made["key"].as_str().unwrap().len(), 4);
        assert!(made["data"].is_null());
    }),
    fact("6", "DD/MM/YYYY HH:mm is refused", |c| {
        let made = c
            .add_column("D", "date", &json!({ "format": "DD/MM/YYYY HH:mm" }))
            .json(400);
        assert_eq!(made["error_type"], "column_data_error");
        assert_eq!(
            c.add_column("D", "date", &json!({ "format": "DD/MM/YYYY" }))
                .status,
            200
        );
    }),
    fact(
        "6",
        "names with a dot, braces or a backtick are refused",
        |c| {
            for name in ["a.b", "a{b", "a}b", "a`b"] {
                assert_eq!(
                    c.add_column(name, "text", &json!(null)).status,
                    400,
                    "{name}"
                );
            }
        },
    ),
    fact(
        "6",
        "unknown types are refused, among them percent and dollar",
        |c| {
            for kind in ["percent", "dollar", "euro", "nothing", ""] {
                assert_eq!(c.add_column("P", kind, &json!(null)).status, 400, "{kind}");
            }
        },
    ),
    fact(
        "1.5",
        "appendColumns answers the columns, and refuses formulas and auto-numbers",
        |c| {
            let body = json!({ "table_name": "Table1", "columns": [
                { "column_name": "A", "column_type": "text" },
                { "column_name": "B", "column_type": "number" },
            ]});
            let answer = c
                .base("POST", "batch-append-columns/", &Body::Json(body))
                .json(200);
            assert_eq!(answer["columns"][1]["name"], "B");
            for (kind, data) in [
                ("formula", json!({ "formula": "1" })),
                (
                    "link-formula",
                    json!({ "formula": "count_links", "link_column": "A" }),
                ),
                ("auto-number", json!(null)),
            ] {
                let body = json!({ "table_name": "Table1", "columns": [
                    { "column_name": "C", "column_type": kind, "column_data": data },
                ]});
                let answer = c.base("POST", "batch-append-columns/", &Body::Json(body));
                assert_eq!(answer.status, 400, "{kind}");
            }
        },
    ),
    fact(
        "client-requests",
        "columns are renamed, resized, frozen, moved, retyped and deleted by key or name",
        |c| {
            let made = c.add_column("Second", "text", &json!(null)).json(200);
            let key = made["key"].as_str().unwrap().to_owned();
            let put = |column: &str, op: &str, member: &str, value: Value| {
                let body = json!({ "table_name": "Table1", "column": column, "op_type": op, member: value });
                c.base("PUT", "columns/", &Body::Json(body)).json(200)
            };
            assert_eq!(
                put(&key, "rename_column", "new_column_name", json!("B"))["name"],
                "B"
            );
            assert_eq!(
                put("B", "resize_column", "new_column_width", json!(333))["width"],
                333
            );
            assert_eq!(
                put(&key, "freeze_column", "frozen", json!(true))["frozen"],
                true
            );
            put(&key, "move_column", "target_column", json!("Age"));
            let id = c.append(&json!({ "B": "12" }));
            assert_eq!(
                put(
                    &key,
                    "modify_column_type",
                    "new_column_type",
                    json!("number")
                )["type"],
                "number"
            );
            assert_eq!(c.row(&id)["B"], 12);
            let body = json!({ "table_name": "Table1", "column": key });
            assert_eq!(
                c.base("DELETE", "columns/", &Body::Json(body)).json(200),
                json!({ "success": true })
            );
            assert!(c.row(&id).get("B").is_none());
        },
    ),
    fact(
        "client-requests",
        "a column is inserted behind its anchor",
        |c| {
            let body = json!({ "table_name": "Table1", "column_name": "After", "column_type": "text",
                           "anchor_column": "0000" });
            c.base("POST", "columns/", &Body::Json(body)).json(200);
            let columns = c
                .base("GET", "columns/?table_name=Table1", &Body::None)
                .json(200);
            assert_eq!(columns["columns"][1]["name"], "After");
        },
    ),
    fact(
        "6",
        "options have ids of four characters, and are added, changed and deleted",
        |c| {
            let send = |method, body: Value| {
                c.base(method, "column-options/", &Body::Json(body))
                    .json(200)
            };
            let of = json!({ "table_name": "Table1", "column": "Status" });
            let with = |name: &str, value: Value| {
                let mut body = of.clone();
                body[name] = value;
                body
            };
            let later = json!([{ "name": "later", "color": "#FF8000", "textColor": "#FFFFFF" }]);
            assert_eq!(
                send("POST", with("options", later)),
                json!({ "success": true })
            );
            let options = || status_options(c);
            let added = options()
                .into_iter()
                .find(|option| option["name"] == "later")
                .unwrap();
            let id = added["id"].as_str().unwrap();
            assert_eq!(id.len(), 4);
            send(
                "PUT",
                with("options", json!([{ "id": id, "name": "never" }])),
            );
            assert!(options().iter().any(|option| option["name"] == "never"));
            send("DELETE", with("option_names", json!(["never"])));
            assert!(!options().iter().any(|option| option["name"] == "never"));
        },
    ),
    fact("3.4", "an unknown option is created in its column", |c| {
        let row = c.row(&c.append(&json!({ "Status": "unheard of" })));
        assert_eq!(row["Status"], "unheard of");
        assert!(
            status_options(c)
                .iter()
                .any(|option| option["name"] == "unheard of")
        );
    }),
    fact(
        "6",
        "a link is made with its column on the other side",
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
            let link_id = made.json(200)["data"]["link_id"].clone();
            assert_eq!(link_id.as_str().unwrap().len(), 4);
            let other = c
                .base("GET", "columns/?table_name=Other", &Body::None)
                .json(200);
            assert_eq!(other["columns"][1]["data"]["link_id"], link_id);
            assert_eq!(other["columns"][1]["name"], "Table1");
        },
    ),
];

fn status_options(c: &Client) -> Vec<Value> {
    let columns = c
        .base("GET", "columns/?table_name=Table1", &Body::None)
        .json(200);
    let columns = columns["columns"].as_array().unwrap().clone();
    let status = columns
        .into_iter()
        .find(|column| column["name"] == "Status")
        .unwrap();
    status["data"]["options"].as_array().unwrap().clone()
}

/// Type, settings, what is written, what is read.
fn written_and_read() -> Vec<(&'static str, Value, Value, Value)> {
    let null = || Value::Null;
    let day = json!("2030-06-20T00:00:00+01:00");
    let with_time = || json!({ "format": "DD.MM.YYYY HH:mm" });
    let file = json!([{ "name": "a.txt", "size": 3, "type": "file", "url": "/workspace/1/a.txt" }]);
    let place = json!({ "lng": 8.23, "lat": 50.0 });
    let country = json!({ "country_region": "Germany" });
    let country_format = json!({ "geo_format": "country_region" });
    let sign = json!({ "username": "x@auth.local", "sign_time": "t", "sign_image_url": "u" });
    vec![
        ("text", null(), json!("ABC"), json!("ABC")),
        (
            "long-text",
            null(),
            json!("# H\n\n*x*"),
            json!("# H\n\n*x*"),
        ),
        ("number", null(), json!(1.25), json!(1.25)),
        ("number", json!({ "format": "percent" }), json!(5), json!(5)),
        ("date", null(), json!("2030/06/20"), day.clone()),
        (
            "date",
            json!({ "format": "M/D/YYYY" }),
            json!("6/20/2030"),
            day,
        ),
        (
            "date",
            with_time(),
            json!("20.06.2030 23:55"),
            json!("2030-06-20T23:55:00+01:00"),
        ),
        ("date", null(), json!("someday"), null()),
        (
            "duration",
            json!({ "duration_format": "h:mm" }),
            json!("5400"),
            json!(5400),
        ),
        (
            "duration",
            json!({ "duration_format": "h:mm:ss" }),
            json!("1:10:30"),
            json!(4230),
        ),
        ("single-select", null(), json!("new"), json!("new")),
        (
            "multiple-select",
            null(),
            json!(["a", "b"]),
            json!(["a", "b"]),
        ),
        (
            "image",
            null(),
            json!(["/a.png", "/b.png"]),
            json!(["/a.png", "/b.png"]),
        ),
        ("file", null(), file.clone(), file),
        ("email", null(), json!("a@b.example"), json!("a@b.example")),
        (
            "url",
            null(),
            json!("https://a.example"),
            json!("https://a.example"),
        ),
        ("checkbox", null(), json!(true), json!(true)),
        ("checkbox", null(), json!(false), json!(false)),
        ("checkbox", null(), json!(1), json!(false)),
        ("rate", json!({ "rate_max_number": 10 }), json!(3), json!(3)),
        (
            "rate",
            json!({ "rate_max_number": 5 }),
            json!(99),
            json!(99),
        ),
        (
            "geolocation",
            json!({ "geo_format": "lng_lat" }),
            place.clone(),
            place,
        ),
        ("geolocation", country_format, country.clone(), country),
        (
            "geolocation",
            null(),
            json!({ "lng": 8.23 }),
            json!({ "lng": 8.23 }),
        ),
        ("digital-sign", null(), sign.clone(), sign),
        ("department-single-select", null(), json!(7), json!(7)),
    ]
}

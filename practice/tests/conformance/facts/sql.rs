use super::{fact, members};
use crate::Fact;
use crate::body::Body;
use crate::client::Client;
use serde_json::{Value, json};

pub(crate) const FACTS: &[Fact] = &[
    fact("1.5", "a query answers five members", |c| {
        let body = Body::Json(json!({ "sql": "select Name from Table1", "convert_keys": true }));
        let answer = c.base("POST", "sql/", &body).json(200);
        let members = members(&answer);
        assert_eq!(
            members,
            [
                "error_message",
                "is_join_stmt",
                "metadata",
                "results",
                "success"
            ]
        );
        assert_eq!(
            (&answer["error_message"], &answer["success"]),
            (&json!(""), &json!(true))
        );
        assert_eq!(answer["metadata"][0]["name"], "Name");
        assert_eq!(answer["metadata"][0]["key"], "0000");
    }),
    fact(
        "client-requests",
        "the path works without its slash too, and no redirect comes",
        |c| {
            let body =
                Body::Json(json!({ "sql": "select Name from 'Table1'", "convert_keys": true }));
            assert_eq!(c.base("POST", "sql", &body).status, 200);
        },
    ),
    fact(
        "1.5",
        "without convert_keys results have column keys",
        |c| {
            let body = Body::Json(json!({ "sql": "select Name from Table1" }));
            let answer = c.base("POST", "sql/", &body).json(200);
            assert_eq!(answer["results"][0], json!({ "0000": "Ginger Ale" }));
        },
    ),
    fact("2", "the star gives every column and _id", |c| {
        let rows = c.sql("select * from `Table1` limit 1");
        assert_eq!(rows[0]["_id"].as_str().unwrap().len(), 22);
        assert_eq!(rows[0]["Birthday"], "1995-04-12T00:00:00+01:00");
        assert_eq!(rows[0]["Status"], "active");
    }),
    fact("issue", "conditions choose rows", |c| {
        for (condition, names) in [
            ("Age = 31", "Ginger Ale"),
            ("Age > 27 and Age <= 45", "Ginger Ale, Max Müsli"),
            ("Age < 30 or Name = 'Max Müsli'", "Jasmin Tee, Max Müsli"),
            ("not Age = 31", "Jasmin Tee, Max Müsli"),
            ("Age <> 31", "Jasmin Tee, Max Müsli"),
            ("Name like 'J%'", "Jasmin Tee"),
            ("Name not like '%e%'", "Max Müsli"),
            ("Status in ('new', \"gone\")", "Jasmin Tee"),
            ("Status is null", "Max Müsli"),
            ("Status is not null", "Ginger Ale, Jasmin Tee"),
            ("Age between 27 and 31", "Ginger Ale, Jasmin Tee"),
            ("Age not between 27 and 31", "Max Müsli"),
            ("Birthday = '1999-08-01'", "Jasmin Tee"),
            ("Birthday < '1990-01-01'", "Max Müsli"),
            ("Done = true", "Max Müsli"),
            ("(Age + 4) * 2 = 70", "Ginger Ale"),
            ("`Name` = \"Ginger Ale\"", "Ginger Ale"),
        ] {
            let sql = format!("select Name from Table1 where {condition} order by Name");
            assert_eq!(names_of(&c.sql(&sql)), names, "{condition}");
        }
    }),
    fact("issue", "results are ordered, limited and offset", |c| {
        let names = |rest: &str| names_of(&c.sql(&format!("select Name from Table1 {rest}")));
        assert_eq!(
            names("order by Age desc"),
            "Max Müsli, Ginger Ale, Jasmin Tee"
        );
        assert_eq!(names("order by Age limit 1"), "Jasmin Tee");
        assert_eq!(names("order by Age limit 1 offset 1"), "Ginger Ale");
        assert_eq!(names("order by Age limit 10 offset 10"), "");
    }),
    fact("issue", "groups are counted and summed", |c| {
        c.append(&json!({ "Name": "Fourth", "Age": 9, "Status": "new" }));
        let rows = c.sql(
            "select Status, count(*), sum(Age) as s, avg(Age) a, min(Age), max(Age) \
                          from Table1 group by Status order by s desc",
        );
        let expected = json!({
            "Status": "new", "COUNT(*)": 2, "s": 36, "a": 18, "MIN(Age)": 9, "MAX(Age)": 27,
        });
        assert_eq!(rows[1], expected);
        assert_eq!(c.sql("select count(*) from Table1")[0]["COUNT(*)"], 4);
        assert_eq!(
            c.sql("select count(Status) as n from Table1 where Age > 99")[0]["n"],
            0
        );
        let many = "select Status from Table1 group by Status having count(*) > 1";
        assert_eq!(c.sql(many), json!([{ "Status": "new" }]));
        assert_eq!(
            c.sql("select distinct Status from Table1")
                .as_array()
                .unwrap()
                .len(),
            3
        );
    }),
    fact(
        "1.5",
        "parameters stand for question marks, and are never read as SQL",
        |c| {
            let query = |parameters: Value| {
                let sql = "select Name from Table1 where Name = ? or Age < ?";
                let body = json!({ "sql": sql, "parameters": parameters, "convert_keys": true });
                c.base("POST", "sql", &Body::Json(body))
            };
            assert_eq!(
                names_of(&query(json!(["Max Müsli", 30])).json(200)["results"]),
                "Jasmin Tee, Max Müsli"
            );
            assert_eq!(
                query(json!(["x' or 1=1 --", 0])).json(200)["results"],
                json!([])
            );
            assert_eq!(query(json!(["one"])).status, 400);
        },
    ),
    fact(
        "1.5",
        "SELECT without LIMIT gives 100 rows, with it 10,000 at most",
        |c| {
            let rows: Vec<Value> = (0..1000).map(|n| json!({ "Age": n })).collect();
            for _ in 0..11 {
                let body = json!({ "table_name": "Table1", "rows": rows });
                assert_eq!(c.base("POST", "rows/", &Body::Json(body)).status, 200);
            }
            assert_eq!(
                c.sql("select Age from Table1").as_array().unwrap().len(),
                100
            );
            assert_eq!(
                c.sql("select Age from Table1 limit 20000")
                    .as_array()
                    .unwrap()
                    .len(),
                10_000
            );
        },
    ),
    fact("1.5", "UPDATE changes rows and answers null results", |c| {
        let sql = "update Table1 set Age = Age + 1, Status = 'older' where Age > 30";
        let body = Body::Json(json!({ "sql": sql, "convert_keys": true }));
        let answer = c.base("POST", "sql/", &body).json(200);
        assert!(answer["results"].is_null() && answer["metadata"].is_null());
        assert_eq!(
            names_of(&c.sql("select Name from Table1 where Status = 'older' and Age = 32")),
            "Ginger Ale"
        );
    }),
    fact("issue", "DELETE deletes rows", |c| {
        assert!(c.sql("delete from Table1 where Name like 'J%'").is_null());
        assert_eq!(c.sql("select count(*) n from Table1")[0]["n"], 2);
    }),
    fact("1.5", "INSERT is refused without big-data storage", |c| {
        let text = refusal(c, "insert into Table1 (Name) values ('x')");
        assert!(
            text.ends_with("not found: insert on non-existent base"),
            "{text}"
        );
    }),
    fact(
        "6",
        "SQL does not write files, images, links and the like",
        |c| {
            for column in ["Files", "Pictures"] {
                assert!(
                    refusal(c, &format!("update Table1 set {column} = 'x'"))
                        .contains("unsupported")
                );
            }
            assert!(refusal(c, "update Table1 set _id = 'x'").contains("_id"));
        },
    ),
    fact("1.5", "an unknown table is named in the error", |c| {
        let text = refusal(c, "select * from nonexistent_table");
        assert_eq!(text, "no such table: nonexistent_table");
    }),
    fact(
        "1.5",
        "joins, subqueries, UNION and what is not SQL are refused",
        |c| {
            for sql in [
                "select * from Table1 join Table1 on 1",
                "select * from Table1, Table1",
                "select * from (select * from Table1)",
                "select Name from Table1 where Name in (select Name from Table1)",
                "select Name from Table1 union select Name from Table1",
                "select nothing from Table1",
                "select nothing(Name) from Table1",
                "select Name frm Table1",
                "drop table Table1",
                "",
            ] {
                assert!(!refusal(c, sql).is_empty(), "{sql}");
            }
        },
    ),
];

fn refusal(c: &Client, sql: &str) -> String {
    let answer = c
        .base("POST", "sql/", &Body::Json(json!({ "sql": sql })))
        .json(400);
    answer["error_message"].as_str().unwrap().to_owned()
}

fn names_of(rows: &Value) -> String {
    let names = rows
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["Name"].as_str().unwrap());
    names.collect::<Vec<_>>().join(", ")
}

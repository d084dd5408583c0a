//! Views applied to the rows that are listed.

use super::fact;
use crate::Fact;
use crate::body::Body;
use crate::client::Client;
use serde_json::{Value, json};

pub(crate) const FACTS: &[Fact] = &[
    fact(
        "document",
        "filters of a view choose the rows that are listed",
        |c| {
            let keys = fill(c);
            let (n, day, tags, done) = (
                keys[0].as_str(),
                keys[1].as_str(),
                keys[2].as_str(),
                keys[3].as_str(),
            );
            let table = [
                (json!([filter("0000", "contains", "te")]), "Tea,Latte"),
                (json!([filter("0000", "does_not_contain", "te")]), "Milk"),
                (json!([filter("0000", "is", "Tea")]), "Tea"),
                (json!([filter("0000", "is_not", "Tea")]), "Milk,Latte"),
                (json!([filter("0000", "is_empty", "")]), ""),
                (
                    json!([filter("0000", "is_not_empty", "")]),
                    "Tea,Milk,Latte",
                ),
                (json!([filter(n, "greater", "2")]), "Milk,Latte"),
                (json!([filter(n, "less_or_equal", "10")]), "Tea,Milk"),
                (json!([filter(n, "equal", "2")]), "Tea"),
                (json!([filter(n, "not_equal", "2")]), "Milk,Latte"),
                (json!([filter(n, "is_empty", "")]), ""),
                (
                    json!([filter(tags, "has_any_of", json!(["hot"]))]),
                    "Tea,Latte",
                ),
                (
                    json!([filter(tags, "has_all_of", json!(["hot", "cold"]))]),
                    "Latte",
                ),
                (json!([filter(tags, "has_none_of", json!(["cold"]))]), "Tea"),
                (json!([filter(tags, "is_exactly", json!(["hot"]))]), "Tea"),
                (json!([filter(done, "is", true)]), "Milk"),
                (json!([filter(done, "is", false)]), "Tea,Latte"),
                (
                    json!([dated(day, "is", "exact_date", "2030-01-02")]),
                    "Milk",
                ),
                (
                    json!([dated(day, "is_before", "exact_date", "2030-01-02")]),
                    "Tea",
                ),
                (
                    json!([dated(day, "is_on_or_after", "exact_date", "2030-01-02")]),
                    "Milk,Latte",
                ),
                (
                    json!([dated(day, "is_after", "today", "")]),
                    "Tea,Milk,Latte",
                ),
                (
                    json!([dated(day, "is_before", "number_of_days_ago", "1")]),
                    "",
                ),
                // What is not complete, or unknown, chooses nothing.
                (json!([filter(n, "greater", "")]), "Tea,Milk,Latte"),
                (json!([filter("none", "is", "x")]), "Tea,Milk,Latte"),
                (json!([{}]), "Tea,Milk,Latte"),
            ];
            for (filters, names) in table {
                set(c, &json!({ "filters": filters }));
                assert_eq!(listed(c), names, "{filters}");
            }
            let both = json!([filter("0000", "is", "Tea"), filter(n, "greater", "10")]);
            set(c, &json!({ "filters": both, "filter_conjunction": "And" }));
            assert_eq!(listed(c), "");
            set(c, &json!({ "filter_conjunction": "Or" }));
            assert_eq!(listed(c), "Tea,Latte");
        },
    ),
    fact(
        "document",
        "sorts of a view order the rows that are listed",
        |c| {
            let keys = fill(c);
            set(
                c,
                &json!({ "sorts": [{ "column_key": "0000", "sort_type": "up" }] }),
            );
            assert_eq!(listed(c), "Latte,Milk,Tea");
            let sorts = json!([{ "column_key": keys[3], "sort_type": "down" }, { "column_key": keys[0], "sort_type": "down" }]);
            set(c, &json!({ "sorts": sorts }));
            assert_eq!(listed(c), "Milk,Latte,Tea");
            let view = set(c, &json!({ "sorts": [{}] }));
            assert_eq!(view["sorts"], json!([]));
            assert_eq!(listed(c), "Tea,Milk,Latte");
        },
    ),
    fact(
        "document",
        "columns that a view hides are not listed with it",
        |c| {
            let keys = fill(c);
            set(c, &json!({ "hidden_columns": [keys[0]] }));
            for (convert, name) in [(true, "N"), (false, keys[0].as_str())] {
                let rows = |view: &str| {
                    let path = format!("rows/?table_name=Drinks{view}&convert_keys={convert}");
                    c.base("GET", &path, &Body::None).json(200)["rows"][0].clone()
                };
                assert!(rows("").get(name).is_some());
                assert!(rows("&view_name=Default%20View").get(name).is_none());
            }
        },
    ),
];

fn filter(key: &str, predicate: &str, term: impl Into<Value>) -> Value {
    json!({ "column_key": key, "filter_predicate": predicate, "filter_term": term.into() })
}

fn dated(key: &str, predicate: &str, modifier: &str, term: &str) -> Value {
    json!({ "column_key": key, "filter_predicate": predicate, "filter_term": term, "filter_term_modifier": modifier })
}

/// Makes a table of drinks and returns the keys of its columns after the first.
fn fill(c: &Client) -> Vec<String> {
    let column = |name: &str, kind: &str| json!({ "column_name": name, "column_type": kind });
    let columns = json!([
        column("Name", "text"),
        column("N", "number"),
        column("Day", "date"),
        column("Tags", "multiple-select"),
        column("Done", "checkbox"),
    ]);
    let made = c
        .base(
            "POST",
            "tables/",
            &Body::Json(json!({ "table_name": "Drinks", "columns": columns })),
        )
        .json(200);
    let rows = json!([
        { "Name": "Tea", "N": 2, "Day": "2030-01-01", "Tags": ["hot"] },
        { "Name": "Milk", "N": 10, "Day": "2030-01-02", "Tags": ["cold"], "Done": true },
        { "Name": "Latte", "N": 30, "Day": "2030-01-03", "Tags": ["hot", "cold"] },
    ]);
    c.base(
        "POST",
        "rows/",
        &Body::Json(json!({ "table_name": "Drinks", "rows": rows })),
    )
    .json(200);
    let columns = made["columns"].as_array().unwrap().iter().skip(1);
    columns
        .map(|column| column["key"].as_str().unwrap().to_owned())
        .collect()
}

fn set(c: &Client, settings: &Value) -> Value {
    let path = "views/Default%20View/?table_name=Drinks";
    c.base("PUT", path, &Body::Json(settings.clone())).json(200)
}

fn listed(c: &Client) -> String {
    let path = "rows/?table_name=Drinks&view_name=Default%20View&convert_keys=true";
    let rows = c.base("GET", path, &Body::None).json(200);
    let names = rows["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["Name"].as_str().unwrap());
    names.collect::<Vec<_>>().join(",")
}

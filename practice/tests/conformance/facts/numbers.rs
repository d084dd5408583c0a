//! Numbers come back with the digits that they were sent with.

use super::fact;
use crate::Fact;
use crate::body::Body;
use crate::client::Client;
use serde_json::json;

const LONG: &[&str] = &[
    "9007199254740993",
    "-9007199254740993",
    "12345678901234567890",
    "0.12345678901234567890123456789",
    "-98765432109876543210987654321.123456789",
    // An exponent comes back with its sign, as JavaScript writes it.
    "1.7976931348623157e+308",
    "3.141592653589793238",
];

pub(crate) const FACTS: &[Fact] = &[
    fact(
        "issue",
        "a number with more than 15 digits comes back as it was sent, in rows and through SQL",
        |c| {
            for number in LONG {
                let body = format!(r#"{{"table_name":"Table1","rows":[{{"Age":{number}}}]}}"#);
                let added = c.base("POST", "rows/", &raw(&body));
                assert!(added.text().contains(&format!(":{number}")), "{number}");
                let id = added.json(200)["row_ids"][0]["_id"].clone();
                is_read(c, id.as_str().unwrap(), number);
            }
        },
    ),
    fact(
        "issue",
        "long numbers are changed, copied and set through SQL without losing digits",
        |c| {
            let id = c.append(&json!({ "Name": "long" }));
            for number in LONG {
                let body = format!(
                    r#"{{"table_name":"Table1","updates":[{{"row_id":"{id}","row":{{"Age":{number}}}}}]}}"#
                );
                c.base("PUT", "rows/", &raw(&body)).json(200);
                is_read(c, &id, number);
                // SQL has no exponents.
                if !number.contains('e') {
                    c.append(&json!({ "Name": "reset" }));
                    c.sql("update Table1 set Age = null");
                    c.sql(&format!(
                        "update Table1 set Age = {number} where Name = 'long'"
                    ));
                    is_read(c, &id, number);
                }
                c.sql("update Table1 set Age = null");
                let body = format!(
                    r#"{{"sql":"update Table1 set Age = ? where Name = 'long'","parameters":[{number}]}}"#
                );
                c.base("POST", "sql/", &raw(&body)).json(200);
                is_read(c, &id, number);
                let copy = json!({ "table_name": "Table1", "is_duplicate_records": true });
                let copy = c.base("POST", "tables/duplicate-table/", &Body::Json(copy));
                assert!(copy.text().contains(&format!(":{number}")), "{number}");
            }
        },
    ),
    fact(
        "issue",
        "a number that was sent as a text keeps its digits too, and so does a text of a number",
        |c| {
            let number = "12345678901234567890";
            let id = c.append(&json!({ "Age": number }));
            is_read(c, &id, number);
            let body = format!(r#"{{"table_name":"Table1","rows":[{{"Name":{number}}}]}}"#);
            let added = c.base("POST", "rows/", &raw(&body)).json(200);
            assert_eq!(added["first_row"]["0000"], number);
        },
    ),
    fact(
        "issue",
        "long numbers are compared, sorted and computed with as floating-point numbers",
        |c| {
            let large =
                r#"{"table_name":"Table1","rows":[{"Age":1e20},{"Age":200000000000000000000}]}"#;
            c.base("POST", "rows/", &raw(large)).json(200);
            let rows =
                c.sql("select Age from Table1 where Age > 99999999999999000000 order by Age desc");
            assert_eq!(rows.as_array().unwrap().len(), 2);
            assert_eq!(rows[0]["Age"].to_string(), "200000000000000000000");
            c.add_column("Half", "formula", &json!({ "formula": "{Age} / 2" }))
                .json(200);
            let rows = c.sql("select Half from Table1 where Age > 100 order by Age");
            assert_eq!(rows[0]["Half"].as_f64(), Some(5e19));
        },
    ),
];

fn raw(body: &str) -> Body<'_> {
    Body::Raw("application/json", body.as_bytes())
}

/// Checks the text of the number, which a reader of JSON might round.
fn is_read(c: &Client, id: &str, number: &str) {
    let member = format!(r#""Age":{number},"#);
    for path in [
        format!("rows/{id}/?table_name=Table1&convert_keys=true"),
        "rows/?table_name=Table1&convert_keys=true".to_owned(),
    ] {
        let text = c.base("GET", &path, &Body::None).text();
        assert!(text.contains(&member), "{member} in {text}");
    }
    let sql = format!("select Age, Name from Table1 where _id = '{id}'");
    let body = Body::Json(json!({ "sql": sql, "convert_keys": true }));
    let text = c.base("POST", "sql/", &body).text();
    assert!(text.contains(&member), "{member} in {text}");
}

use super::fact;
use crate::Fact;
use crate::body::Body;
use crate::client::{Answer, Client};
use serde_json::{Value, json};

pub(crate) const FACTS: &[Fact] = &[
    fact("1.5", "INSERT works with big-data storage", |c| {
        let big = Big::open(c);
        let sql = "insert into Big (Name, Number, Done) values ('a', 1 + 1, true), (?, ?, false)";
        let answer = big.send(sql, &json!(["b", 3])).json(200);
        assert!(answer["results"].is_null() && answer["metadata"].is_null());
        assert_eq!(
            big.select("select Name, Number, Done from Big order by Name"),
            json!([
                { "Name": "a", "Number": 2, "Done": true },
                { "Name": "b", "Number": 3, "Done": false },
            ])
        );
    }),
    fact(
        "manual",
        "INSERT without names of columns is about all that can be written",
        |c| {
            let big = Big::open(c);
            let sql = "insert into Big values ('a', 2, true, 'note');";
            assert_eq!(big.send(sql, &json!([])).status, 200);
            let row = &big.select("select * from Big")[0];
            assert_eq!((&row["Number"], &row["Note"]), (&json!(2), &json!("note")));
        },
    ),
    fact("issue", "an INSERT that is wrong adds no row", |c| {
        let big = Big::open(c);
        for sql in [
            "insert into Big (Name) values ('a'), ('b', 2)",
            "insert into Big (Name) values",
            "insert into Big (Name values ('a')",
            "insert into Big (Nothing) values ('a')",
            "insert into Big (_id) values ('a')",
            "insert into Nothing (Name) values ('a')",
            "insert into Big (Name) values (?)",
            "insert into Big (Name) select Name from Big",
        ] {
            let answer = big.send(sql, &json!([])).json(400);
            assert!(answer["error_message"].is_string(), "{sql}");
        }
        assert_eq!(big.select("select Name from Big"), json!([]));
    }),
    fact(
        "client-requests",
        "rows are added to big-data storage where there is some",
        |c| {
            let big = Big::open(c);
            let rows = json!({ "table_name": "Big", "rows": [{ "Name": "a", "Number": 1 }, {}] });
            let path = "add-archived-rows/";
            let added = big.post(path, &rows).json(200);
            assert_eq!(added, json!({ "inserted_row_count": 2 }));
            assert_eq!(
                big.select("select Name from Big where Number = 1")[0]["Name"],
                "a"
            );
            assert_eq!(big.post(path, &json!({ "rows": [] })).status, 400);
            let rows = Body::Json(json!({ "table_name": "Table1", "rows": [{}] }));
            let refused = c.base("POST", path, &rows).json(400);
            let text = refused["error_message"].as_str().unwrap();
            assert!(text.ends_with("insert on non-existent base"), "{text}");
        },
    ),
];

/// An empty base with big-data storage.
struct Big<'a> {
    client: &'a Client,
    address: String,
    authorization: String,
}

impl<'a> Big<'a> {
    fn open(client: &'a Client) -> Self {
        let api_token = format!("Token {}", client.add_big_base());
        let exchange = "/api/v2.1/dtable/app-access-token/";
        let exchange = client.send("GET", exchange, &api_token, &Body::None);
        let exchange = exchange.json(200);
        let text = |name: &str| exchange[name].as_str().unwrap().to_owned();
        Self {
            client,
            address: format!("/api-gateway/api/v2/dtables/{}/", text("dtable_uuid")),
            authorization: format!("Bearer {}", text("access_token")),
        }
    }

    fn send(&self, sql: &str, parameters: &Value) -> Answer {
        let body = json!({ "sql": sql, "convert_keys": true, "parameters": parameters });
        self.post("sql/", &body)
    }

    fn post(&self, path: &str, body: &Value) -> Answer {
        let (address, body) = (format!("{}{path}", self.address), Body::Json(body.clone()));
        self.client
            .send("POST", &address, &self.authorization, &body)
    }

    fn select(&self, sql: &str) -> Value {
        self.send(sql, &json!([])).json(200)["results"].clone()
    }
}

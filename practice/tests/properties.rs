//! No request, however odd, breaks the practice SeaTable; what was written is read back.
// A test says what it expects by unwrapping.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use practice::{Request, Response, World, handle};
use proptest::prelude::*;
use serde_json::{Value, json};

const NOW_MS: u64 = 1_780_000_000_000;

/// A world with a Base-Token for its first base.
struct Session {
    world: World,
    base: String,
    token: String,
}

impl Session {
    fn new() -> Self {
        let mut world = World::practice(NOW_MS);
        let credentials = world.credentials();
        let path = "/api/v2.1/dtable/app-access-token/";
        let answer = send(&mut world, "GET", path, "", &credentials.api_token, b"");
        let exchange: Value = serde_json::from_slice(&answer.body).unwrap();
        let token = exchange["access_token"].as_str().unwrap().to_owned();
        let base = format!("/api-gateway/api/v2/dtables/{}/", credentials.base_uuid);
        Self { world, base, token }
    }

    fn call(&mut self, method: &str, path: &str, query: &str, body: &[u8]) -> Response {
        let path = format!("{}{path}", self.base);
        let token = self.token.clone();
        send(&mut self.world, method, &path, query, &token, body)
    }

    fn json(&mut self, method: &str, path: &str, query: &str, body: &Value) -> Value {
        let answer = self.call(method, path, query, body.to_string().as_bytes());
        assert_eq!(
            answer.status,
            200,
            "{}",
            String::from_utf8_lossy(&answer.body)
        );
        serde_json::from_slice(&answer.body).unwrap()
    }
}

fn send(
    world: &mut World,
    method: &str,
    path: &str,
    query: &str,
    token: &str,
    body: &[u8],
) -> Response {
    let request = Request {
        method: method.to_owned(),
        path: path.to_owned(),
        query: query.to_owned(),
        headers: vec![
            ("authorization".to_owned(), format!("Bearer {token}")),
            (
                "content-type".to_owned(),
                "multipart/form-data; boundary=b".to_owned(),
            ),
        ],
        body: body.to_vec(),
        now_ms: NOW_MS,
    };
    handle(world, &request)
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        "(Table1|Name|Age|Status|0000|link|text|number|date)".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 32, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::hash_map(member(), inner, 0..6)
                .prop_map(|members| members.into_iter().collect()),
        ]
    })
}

fn member() -> impl Strategy<Value = String> {
    "(table_name|rows|updates|row_id|row|columns|column_name|column_type|column_data|sql|options|\
      link_id|other_rows_ids_map|row_ids|op_type|column|name|Name|Age|format|digits|formula|\\PC{0,6})"
        .prop_map(String::from)
}

const PATHS: &[&str] = &[
    "rows/",
    "tables/",
    "columns/",
    "batch-append-columns/",
    "column-options/",
    "views/",
    "views/Default%20View/",
    "links/",
    "query-links/",
    "sql/",
    "lock-rows/",
    "column-cascade-settings/",
    "tables/duplicate-table/",
];

/// Statements that are often almost SQL.
fn any_sql() -> impl Strategy<Value = String> {
    let word = "(select|from|where|and|or|not|in|like|between|is|null|group|by|order|limit|Name|Age|\
                Table1|'x'|`Age`|\"Name\"|count|\\(|\\)|\\*|,|=|<|\\+|-|\\?|1|2\\.5|\\PC)";
    prop::collection::vec(word, 0..30)
        .prop_map(|words| format!("select Name from Table1 where {}", words.join(" ")))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn odd_bodies_are_answered(
        path in prop::sample::select(PATHS),
        method in "(GET|POST|PUT|DELETE)",
        query in "(table_name=Table1|table_id=0000|\\PC{0,20})",
        mut body in any_json(),
    ) {
        let mut session = Session::new();
        if let Some(members) = body.as_object_mut() {
            members.insert("table_name".to_owned(), json!("Table1"));
        }
        let answer = session.call(&method, path, &query, body.to_string().as_bytes());
        prop_assert!((200..500).contains(&answer.status));
        // What was done must not keep the rows from being listed.
        session.json("GET", "metadata/", "", &json!({}));
    }

    #[test]
    fn odd_paths_and_bytes_are_answered(
        method in "\\PC{0,8}",
        path in "(/api2/auth-token/|/api/v2.1/dtables/|/seafhttp/upload-api/x|\\PC{0,40})",
        query in "\\PC{0,40}",
        body in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let mut world = World::practice(NOW_MS);
        let answer = send(&mut world, &method, &path, &query, "fake", &body);
        prop_assert!((200..500).contains(&answer.status));
    }

    #[test]
    fn odd_sql_is_answered(sql in any_sql()) {
        let mut session = Session::new();
        let body = json!({ "sql": sql, "convert_keys": true, "parameters": [1] }).to_string();
        let answer = session.call("POST", "sql/", "", body.as_bytes());
        prop_assert!(answer.status == 200 || answer.status == 400);
    }

    #[test]
    fn odd_formulas_are_computed(formula in "[-+*/^&<>=(){},'\"a-z0-9. ]{0,40}") {
        let mut session = Session::new();
        let data = json!({ "formula": formula });
        let column = json!({
            "table_name": "Table1", "column_name": "F", "column_type": "formula", "column_data": data,
        });
        session.json("POST", "columns/", "", &column);
        let listed = session.json("GET", "rows/", "table_name=Table1", &json!({}));
        prop_assert_eq!(listed["rows"].as_array().unwrap().len(), 3);
    }

    #[test]
    fn what_was_written_is_read_back(
        text in "\\PC{0,40}",
        // More digits than a double holds are the business of the JSON reader.
        number in (-1_000_000_000_000..1_000_000_000_000i64).prop_map(|n| n as f64 / 4.0),
        ticked in any::<bool>(),
        option in "[^ ]\\PC{0,10}",
        day in 1..=28u32,
        month in 1..=12u32,
        year in 1000..=9999u32,
    ) {
        let mut session = Session::new();
        let date = format!("{year:04}-{month:02}-{day:02}");
        let cells = json!({
            "Name": text, "Age": number, "Done": ticked, "Status": option, "Birthday": date,
            "Pictures": [text],
        });
        let rows = json!({ "table_name": "Table1", "rows": [cells] });
        session.json("POST", "rows/", "", &rows);
        let query = "table_name=Table1&convert_keys=true";
        let listed = session.json("GET", "rows/", query, &json!({}));
        let row = &listed["rows"][3];
        for name in ["Name", "Done", "Status", "Pictures"] {
            prop_assert_eq!(&row[name], &cells[name]);
        }
        prop_assert_eq!(row["Age"].as_f64(), Some(number));
        prop_assert!(row["Birthday"].as_str().unwrap().starts_with(&date));
    }
}

//! Answers of many megabytes.
// A test says what it expects by unwrapping.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use practice::{Request, World, handle};
use serde_json::{Value, json};

fn send(
    world: &mut World,
    method: &str,
    path: &str,
    query: &str,
    token: &str,
    body: &str,
) -> Vec<u8> {
    let request = Request {
        method: method.to_owned(),
        path: path.to_owned(),
        query: query.to_owned(),
        headers: vec![("authorization".to_owned(), format!("Bearer {token}"))],
        body: body.as_bytes().to_vec(),
        now_ms: 0,
    };
    let answer = handle(world, &request);
    assert_eq!(answer.status, 200);
    answer.body
}

#[test]
fn listing_and_querying_the_big_base_reaches_the_size_that_was_asked_for() {
    let mut world = World::practice(0);
    let token = world.add_big_base(10, 0);
    let path = "/api/v2.1/dtable/app-access-token/";
    let exchange = send(&mut world, "GET", path, "", &token, "");
    let exchange: Value = serde_json::from_slice(&exchange).unwrap();
    let token = exchange["access_token"].as_str().unwrap();
    let base = format!(
        "/api-gateway/api/v2/dtables/{}/",
        exchange["dtable_uuid"].as_str().unwrap()
    );
    let query = "table_name=Big&convert_keys=true";
    let listed = send(&mut world, "GET", &format!("{base}rows/"), query, token, "");
    let sql = json!({ "sql": "select * from Big limit 1000000", "convert_keys": true }).to_string();
    let queried = send(&mut world, "POST", &format!("{base}sql/"), "", token, &sql);
    for length in [listed.len(), queried.len()] {
        assert!((8_000_000..12_000_000).contains(&length), "{length}");
    }
}

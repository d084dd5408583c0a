//! Answers of many megabytes.
// A test says what it expects by unwrapping.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use practice::http::{Options, start};
use practice::{Request, World, handle};
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// A server that says nothing for so long has failed.
const PATIENCE: Duration = Duration::from_secs(60);
const EXCHANGE: &str = "/api/v2.1/dtable/app-access-token/";

/// Asks for the path and returns the body of a 200.
type Ask<'a> = &'a mut dyn FnMut(&str, &str, &str, &str) -> Vec<u8>;

/// Lists and queries the whole table and checks both answers.
fn check(megabytes: usize, api_token: &str, ask: Ask<'_>) {
    let exchange: Value = serde_json::from_slice(&ask("GET", EXCHANGE, api_token, "")).unwrap();
    let token = exchange["access_token"].as_str().unwrap();
    let uuid = exchange["dtable_uuid"].as_str().unwrap();
    let base = format!("/api-gateway/api/v2/dtables/{uuid}/");
    let sql = json!({ "sql": "select * from Big limit 1000000", "convert_keys": true }).to_string();
    let rows = format!("{base}rows/?table_name=Big&convert_keys=true");
    let listed = ask("GET", &rows, token, "");
    check_size(megabytes, &listed);
    let queried = ask("POST", &format!("{base}sql/"), token, &sql);
    check_size(megabytes, &queried);
    let [listed, queried] = [listed, queried].map(|answer| count(&answer, "\"_id\":"));
    assert_eq!(listed, queried);
    assert!(listed > 1_000 * megabytes, "{listed} rows");
}

/// A megabyte is a million bytes; at most three in a hundred may come on top.
fn check_size(megabytes: usize, answer: &[u8]) {
    let wanted = megabytes * 1_000_000..megabytes * 1_030_000;
    assert!(wanted.contains(&answer.len()), "{}", answer.len());
}

fn count(answer: &[u8], text: &str) -> usize {
    std::str::from_utf8(answer).unwrap().matches(text).count()
}

#[test]
fn answers_of_1_10_and_50_megabytes_have_the_size_that_was_asked_for() {
    for megabytes in [1, 10, 50] {
        let mut world = World::practice(0);
        let token = world.add_big_base(megabytes, 0);
        check(megabytes, &token, &mut |method, target, token, body| {
            let (path, query) = target.split_once('?').unwrap_or((target, ""));
            let request = Request {
                method: method.to_owned(),
                path: path.to_owned(),
                query: query.to_owned(),
                headers: vec![("authorization".to_owned(), format!("Bearer {token}"))],
                body: body.as_bytes().to_vec(),
                now_ms: 0,
            };
            let answer = handle(&mut world, &request);
            assert_eq!(answer.status, 200);
            answer.body
        });
    }
}

// One size is enough: the server passes bodies on without looking at them, and making 50 MB twice
// takes a debug build on a busy machine long.
#[test]
fn ten_megabytes_arrive_over_http() {
    let server = start(Options::default()).unwrap();
    let token = server.world().add_big_base(10, 0);
    let address = server.address();
    check(10, &token, &mut |method, target, token, body| {
        fetch(address, method, target, token, body)
    });
}

fn fetch(address: SocketAddr, method: &str, target: &str, token: &str, body: &str) -> Vec<u8> {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    write!(
        stream,
        "{method} {target} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )
    .unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    assert!(answer.starts_with(b"HTTP/1.1 200"));
    let head = answer
        .windows(4)
        .position(|end| end == b"\r\n\r\n")
        .unwrap();
    answer.split_off(head + 4)
}

//! The first walkthrough over HTTP, end to end.
// A test says what it expects by unwrapping.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use practice::http::{Handle, Options, start};
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::net::TcpStream;

fn send(server: &Handle, method: &str, path: &str, token: &str, body: &str) -> (u16, Value) {
    let mut stream = TcpStream::connect(server.address()).unwrap();
    let length = body.len();
    let host = server.address();
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {token}\r\n\
         Content-Length: {length}\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{body}"
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    assert!(head.contains("access-control-allow-origin: *"), "{head}");
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    (
        status,
        serde_json::from_str(body).unwrap_or_else(|_| Value::from(body)),
    )
}

#[test]
fn john_doe_is_written_and_read_back() {
    let server = start(Options::default()).unwrap();
    let credentials = server.credentials();
    let path = "/api/v2.1/dtable/app-access-token/";
    let (status, exchange) = send(&server, "GET", path, &credentials.api_token, "");
    assert_eq!(
        (status, &exchange["dtable_uuid"]),
        (200, &json!(credentials.base_uuid))
    );
    assert_eq!(
        exchange["dtable_server"],
        json!(format!("{}/api-gateway/", server.url()))
    );

    let token = exchange["access_token"].as_str().unwrap();
    let base = format!("/api-gateway/api/v2/dtables/{}", credentials.base_uuid);
    let (status, metadata) = send(&server, "GET", &format!("{base}/metadata/"), token, "");
    assert_eq!(status, 200);
    let table = &metadata["metadata"]["tables"][0];
    assert_eq!(
        (&table["name"], &table["columns"][0]["name"]),
        (&json!("Table1"), &json!("Name"))
    );

    let rows = json!({ "table_name": "Table1", "rows": [{ "Name": "John Doe", "No such": 1 }] });
    let (status, appended) = send(
        &server,
        "POST",
        &format!("{base}/rows/"),
        token,
        &rows.to_string(),
    );
    assert_eq!((status, &appended["inserted_row_count"]), (200, &json!(1)));
    assert_eq!(appended["first_row"]["0000"], "John Doe");

    let query = "table_name=Table1&convert_keys=True";
    let (status, listed) = send(&server, "GET", &format!("{base}/rows/?{query}"), token, "");
    let listed = listed["rows"].as_array().unwrap();
    assert_eq!(
        (status, &listed.last().unwrap()["Name"]),
        (200, &json!("John Doe"))
    );
    let (_, raw) = send(
        &server,
        "GET",
        &format!("{base}/rows/?table_name=Table1"),
        token,
        "",
    );
    assert_eq!(raw["rows"][3]["0000"], "John Doe");

    assert_eq!(
        server.world().rows("Table1").last().unwrap()["Name"],
        "John Doe"
    );
    assert_eq!(server.received().len(), 5);
}

#[test]
fn a_wrong_token_is_refused_as_seatable_refuses_it() {
    let server = start(Options::default()).unwrap();
    let path = "/api/v2.1/dtable/app-access-token/";
    let denied = json!({ "error_msg": "Permission denied." });
    assert_eq!(send(&server, "GET", path, "fake", ""), (403, denied));
    let path = format!(
        "/api-gateway/api/v2/dtables/{}/metadata/",
        server.credentials().base_uuid
    );
    let invalid = json!({ "error_message": "invalid token" });
    assert_eq!(send(&server, "GET", &path, "fake", ""), (403, invalid));
    let (status, text) = send(&server, "GET", "/dtable-server/api/v1/dtables/", "fake", "");
    assert_eq!(status, 404);
    assert!(
        text.as_str()
            .unwrap()
            .starts_with("This endpoint is deprecated")
    );
}

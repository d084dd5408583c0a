//! What the walkthrough of an upload puts into the cell, by the type of the column and what the cell has already.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test says what it expects by unwrapping"
)]

use playground_core::catalogue::FieldPath;
use playground_core::form::Entry;
use playground_core::http::{Answer, Body, Exchange, Outcome, PreparedRequest, Server, prepare};
use playground_core::json::Document;
use playground_core::known::Kind;
use playground_core::row::changes;
use playground_core::walkthrough::{Found, Position, Run, Status};
use seatable_playground::walkthroughs::ALL;
use serde_json::{Value, json};

const API_TOKEN: &str = "fake0000fake0000fake0000fake0000fake0000";
const SERVER: &str = "https://table.example.com";
/// The steps after the inputs.
const TOKEN: usize = 1;
const STRUCTURE: usize = 2;
const ROWS: usize = 3;
const LINK: usize = 4;
const UPLOAD: usize = 5;
const WRITE: usize = 6;
const CHECK: usize = 7;

fn server() -> Server {
    Server::parse(SERVER).unwrap()
}

fn request(run: &Run, step: usize) -> PreparedRequest {
    prepare(run.form(step).unwrap(), &server()).unwrap()
}

fn send(run: &mut Run, step: usize, body: &Value) {
    let file = Entry::File {
        handle: 0,
        name: "new file.txt".to_owned(),
        size: 5,
    };
    // Only the step that uploads has such a field.
    run.choose_file(step, &FieldPath::body().member("file"), Some(file));
    let exchange = Exchange::new(
        request(run, step),
        Outcome::Answer(Answer {
            decoded: None,
            status: 200,
            headers: Vec::new(),
            body: Document::parse(body.to_string().into_bytes()),
        }),
        1,
    );
    let ticket = run.begin(step).unwrap();
    assert!(run.finish(step, ticket, exchange));
    assert_eq!(run.status(step), Status::Done, "{:?}", run.verdicts(step));
}

fn token() -> String {
    // Claims without a signature: {"exp":4102444800,"permission":"rw"}
    "e30.eyJleHAiOjQxMDI0NDQ4MDAsInBlcm1pc3Npb24iOiJydyJ9.fake".to_owned()
}

/// A run in which the file is uploaded; the cells have one entry each.
fn uploaded(column: usize) -> Run {
    let mut run = Run::new(ALL.iter().find(|it| it.id == "upload-a-file").unwrap());
    run.set_input(0, 0, API_TOKEN.to_owned());
    send(
        &mut run,
        TOKEN,
        &json!({"access_token": token(), "dtable_uuid": "fake-uuid", "dtable_name": "B", "workspace_id": 7}),
    );
    let columns = json!([{"name": "Name", "type": "text"}, {"name": "Pictures", "type": "image"}, {"name": "Files", "type": "file"}]);
    send(
        &mut run,
        STRUCTURE,
        &json!({"metadata": {"tables": [{"name": "T", "columns": columns}]}}),
    );
    let choice = &run.choices(STRUCTURE)[1];
    assert_eq!(choice.entries.len(), 2, "text takes no files");
    run.choose(STRUCTURE, 1, Some(column));
    let row = json!({"_id": "fake-row", "Name": "A", "Pictures": ["/old.png"], "Files": [{"name": "old.txt", "size": 1.0, "type": "file", "url": "/old.txt"}]});
    send(&mut run, ROWS, &json!({"rows": [row]}));
    send(
        &mut run,
        LINK,
        &json!({"upload_link": format!("{SERVER}/seafhttp/upload-api/fake-link"),
        "parent_path": "/asset/fake-uuid", "file_relative_path": "files/2026-11", "img_relative_path": "images/2026-11"}),
    );
    send(
        &mut run,
        UPLOAD,
        &json!([{"name": "new file.txt", "size": 5}]),
    );
    run
}

fn row(run: &Run) -> Value {
    let Body::Json(text) = request(run, WRITE).body else {
        panic!("an update is JSON");
    };
    let body: Value = serde_json::from_str(&text.shown()).unwrap();
    assert_eq!(body["updates"][0]["row_id"], "fake-row");
    body["updates"][0]["row"].clone()
}

#[test]
fn the_file_goes_to_the_last_part_of_the_link_without_a_token() {
    let run = uploaded(2);
    let sent = request(&run, UPLOAD);
    assert_eq!(
        sent.url.in_the_clear(),
        format!("{SERVER}/seafhttp/upload-api/fake-link?ret-json=1")
    );
    assert!(sent.headers.is_empty(), "the link is the credential");
}

#[test]
fn a_file_column_keeps_what_it_has_unless_it_is_to_be_replaced() {
    let mut run = uploaded(2);
    let new = json!({"name": "new file.txt", "size": 5, "type": "file",
        "url": "/workspace/7/asset/fake-uuid/files/2026-11/new%20file.txt"});
    let old = json!({"name": "old.txt", "size": 1.0, "type": "file", "url": "/old.txt"});
    assert_eq!(row(&run), json!({"Files": [old, new]}));
    run.set_replaces(WRITE, true);
    assert_eq!(row(&run), json!({"Files": [new]}));
}

#[test]
fn what_was_written_last_is_kept_although_the_row_was_not_read_again() {
    let mut run = uploaded(2);
    send(&mut run, WRITE, &json!({"success": true}));
    send(
        &mut run,
        UPLOAD,
        &json!([{"name": "second.txt", "size": 6}]),
    );
    let row = row(&run);
    let names: Vec<_> = row["Files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| &file["name"])
        .collect();
    assert_eq!(names, ["old.txt", "new file.txt", "second.txt"]);
    let rows = json!({"rows": [{"_id": "fake-row", "Name": "A", "Files": null}]});
    send(&mut run, ROWS, &rows);
    assert_eq!(
        self::row(&run)["Files"].as_array().unwrap().len(),
        1,
        "it was read anew"
    );
}

#[test]
fn an_image_column_takes_addresses_in_the_folder_of_images() {
    let run = uploaded(1);
    let url = "/workspace/7/asset/fake-uuid/images/2026-11/new%20file.txt";
    assert_eq!(row(&run), json!({"Pictures": ["/old.png", url]}));
    let Body::Multipart(parts) = request(&run, UPLOAD).body else {
        panic!("an upload is multipart");
    };
    assert!(parts.iter().any(|part| part.name == "relative_path"
        && format!("{:?}", part.content).contains("images/2026-11")));
}

#[test]
fn the_file_is_listed_once_with_the_folder_that_it_lies_in() {
    for (column, folder) in [(1, "images"), (2, "files")] {
        let made = uploaded(column).made(UPLOAD, &server());
        assert_eq!((made.len(), made[0].what), (1, Kind::Asset));
        let url = made[0].request.as_ref().unwrap().url.shown();
        assert!(
            url.contains(&format!("path=%2F{folder}%2F2026-11%2Fnew%20file.txt")),
            "{url}"
        );
    }
}

#[test]
fn the_last_step_looks_into_the_cell_and_holds_it_against_the_old_one() {
    let mut run = uploaded(1);
    send(&mut run, WRITE, &json!({"success": true}));
    let after = json!({"_id": "fake-row", "Name": "A", "Pictures": ["/old.png", "/workspace/7/asset/fake-uuid/images/2026-11/new%20file.txt"],
        "Files": [{"name": "old.txt", "size": 1, "type": "file", "url": "/old.txt"}]});
    send(&mut run, CHECK, &after);
    let position = Position {
        place: 2,
        of: Some(2),
    };
    assert_eq!(run.verdicts(CHECK)[1].found, Found::Entry(position));
    let (before, now) = run.compared(CHECK).unwrap();
    let columns: Vec<_> = changes(&before, &now)
        .into_iter()
        .map(|c| c.column)
        .collect();
    assert_eq!(columns, ["Pictures"], "1.0 and 1 are the same");
}

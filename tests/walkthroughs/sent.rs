//! What follows from a request goes by what was really sent, not by what the walkthrough had filled in.

use super::*;
use playground_core::form::Entry;

pub(super) const LINK: usize = 4;
pub(super) const UPLOAD: usize = 5;
pub(super) const PUT: usize = 6;
pub(super) const CHECK: usize = 7;

const TABLES: &str = r#"{"metadata": {"tables": [{"name": "T", "columns": [
    {"key": "0000", "name": "Name", "type": "text"}, {"key": "a1b2", "name": "Files", "type": "file"},
    {"key": "c3d4", "name": "Pictures", "type": "image"}]}]}}"#;
const LISTED: &str =
    r#"{"rows": [{"_id": "row1", "Name": "Max", "Files": null, "Pictures": null}]}"#;

fn link_answer() -> String {
    format!(
        r#"{{"upload_link": "http://127.0.0.1:9000/seafhttp/upload-api/fake", "parent_path": "/asset/{BASE_UUID}",
        "img_relative_path": "images/2026-11", "file_relative_path": "files/2026-11"}}"#
    )
}

fn server() -> Server {
    Server::parse("http://127.0.0.1:9000").unwrap()
}

pub(super) fn set(run: &mut Run, step: usize, name: &str, text: &str) {
    run.set_field(step, &at(run, step, name), text.to_owned());
}

/// Sends a step as its form would, with a file where it wants one.
pub(super) fn go(run: &mut Run, step: usize, status: u16, body: &str) -> PreparedRequest {
    let file = Entry::File {
        handle: 0,
        name: "x".to_owned(),
        size: 3,
    };
    let mut fields = run.form(step).unwrap().operation.fields();
    if fields.any(|field| field.name == "file") {
        run.choose_file(step, &at(run, step, "file"), Some(file));
    }
    let request = prepare(run.form(step).unwrap(), &server()).unwrap();
    let ticket = run.begin(step).unwrap();
    let body = Document::parse(body.as_bytes().to_vec());
    let answer = Answer {
        decoded: None,
        status,
        headers: Vec::new(),
        body,
    };
    let exchange = Exchange::new(request.clone(), Outcome::Answer(answer), 1);
    assert!(run.finish(step, ticket, exchange));
    request
}

/// A run of the upload in which a column of that type is chosen and the link is there.
pub(super) fn linked(column: usize) -> Run {
    let mut run = Run::new(find("upload-a-file").unwrap());
    run.set_input(0, 0, API_TOKEN.to_owned());
    go(&mut run, 1, 200, &token_answer());
    go(&mut run, 2, 200, TABLES);
    run.choose(2, 1, Some(column));
    go(&mut run, 3, 200, LISTED);
    go(&mut run, LINK, 200, &link_answer());
    run
}

pub(super) fn uploaded(name: &str) -> String {
    format!(r#"[{{"name": "{name}", "id": "0", "size": 3}}]"#)
}

/// The address that the cell is to get.
fn address(run: &Run) -> String {
    let request = prepare(run.form(PUT).unwrap(), &server()).unwrap();
    let Body::Json(text) = request.body else {
        panic!("no JSON");
    };
    let body = Document::parse(text.in_the_clear().into_bytes());
    let row = "/updates/0/row";
    let found = [format!("{row}/Files/0/url"), format!("{row}/Pictures/0")];
    let found = found.iter().find_map(|pointer| body.pointer(pointer));
    body.string(found.unwrap()).unwrap()
}

fn removals(run: &Run, step: usize) -> Vec<Option<String>> {
    let made = run.made(step, &server()).into_iter();
    made.map(|removal| removal.request.map(|request| request.url.in_the_clear()))
        .collect()
}

#[test]
fn a_file_lies_where_it_was_sent_to_and_is_removed_from_there() {
    for (column, folder, path) in [
        (1, None, "files/2026-11"),
        (2, None, "images/2026-11"),
        (1, Some("custom/docs"), "custom/docs"),
        (2, Some("/custom//docs/"), "custom/docs"),
    ] {
        let mut run = linked(column);
        if let Some(folder) = folder {
            set(&mut run, UPLOAD, "relative_path", folder);
        }
        go(&mut run, UPLOAD, 200, &uploaded("a.txt"));
        let whole = format!("/workspace/18446744073709551615/asset/{BASE_UUID}/{path}/a.txt");
        assert_eq!(address(&run), whole);
        let removed = format!("?path=%2F{}%2Fa.txt", path.replace('/', "%2F"));
        let url = removals(&run, UPLOAD).remove(0).unwrap();
        assert!(url.ends_with(&removed), "{url}");
        go(&mut run, PUT, 200, r#"{"success": true}"#);
        let row = |address: &str| match column {
            1 => {
                format!(r#"{{"_id": "row1", "Files": [{{"name": "a.txt", "url": "{address}"}}]}}"#)
            }
            _ => format!(r#"{{"_id": "row1", "Pictures": ["{address}"]}}"#),
        };
        let elsewhere = whole.replace(path, "files/2020-01");
        go(&mut run, CHECK, 200, &row(&elsewhere));
        assert_eq!(
            run.status(CHECK),
            Status::Failed,
            "another file of that name"
        );
        go(&mut run, CHECK, 200, &row(&whole));
        assert_eq!(run.status(CHECK), Status::Done, "{:?}", run.verdicts(CHECK));
    }
}

#[test]
fn a_name_is_encoded_once_in_an_address_and_once_in_a_removal() {
    for (name, encoded) in [
        ("Prüf #1 100%?+.txt", "Pr%C3%BCf%20%231%20100%25%3F%2B.txt"),
        ("100%25.txt", "100%2525.txt"),
        ("a&b=c;d'(1).png", "a%26b%3Dc%3Bd%27%281%29.png"),
        ("日本 🦊.png", "%E6%97%A5%E6%9C%AC%20%F0%9F%A6%8A.png"),
    ] {
        for (column, folder) in [(1, "files/2026-11"), (2, "images/2026-11")] {
            let mut run = linked(column);
            go(&mut run, UPLOAD, 200, &uploaded(name));
            let whole = format!("/asset/{BASE_UUID}/{folder}/{encoded}");
            assert!(address(&run).ends_with(&whole), "{}", address(&run));
            let made = run.made(UPLOAD, &server()).remove(0);
            assert_eq!(made.name, name);
            let query = made.request.unwrap().query_parameter("path");
            assert_eq!(query.unwrap(), format!("/{folder}/{name}"));
            // The cell may have been written by a program that does not encode.
            for address in [whole, format!("/asset/{BASE_UUID}/{folder}/{name}")] {
                let cell = match column {
                    1 => format!(r#"{{"Files": [{{"url": "{address}"}}]}}"#),
                    _ => format!(r#"{{"Pictures": ["{address}"]}}"#),
                };
                go(&mut run, CHECK, 200, &cell);
                assert_eq!(run.status(CHECK), Status::Done, "{:?}", run.verdicts(CHECK));
            }
        }
    }
}

#[test]
fn what_may_be_another_file_is_listed_and_not_removed() {
    let mut run = linked(1);
    let other = "/asset/99999999-2222-3333-4444-555555555555";
    set(&mut run, UPLOAD, "parent_dir", other);
    go(&mut run, UPLOAD, 200, &uploaded("a.txt"));
    assert_eq!(removals(&run, UPLOAD), [None], "in another base");

    let mut run = linked(1);
    run.set_input(0, 0, API_TOKEN.replace("practice", "other000"));
    go(&mut run, UPLOAD, 200, &uploaded("a.txt"));
    assert_eq!(
        removals(&run, UPLOAD),
        [None],
        "with the token of another base"
    );
}

#[test]
fn a_row_and_a_column_are_removed_from_the_table_that_was_sent() {
    let mut run = run_up_to(WRITE);
    run.set_field(WRITE, &at(&run, WRITE, "table_name"), "Other".to_owned());
    send(&mut run, WRITE, 200, WRITTEN);
    let removal = run.made(WRITE, &server()).remove(0);
    assert_eq!(removal.name, "Ab_9-x");
    assert_eq!(removal.inside.as_deref(), Some("Other"));
    let Body::Json(body) = removal.request.unwrap().body else {
        panic!("no JSON");
    };
    let body = body.shown();
    assert!(body.contains(r#""table_name": "Other""#), "{body}");
    let told = run.outcome(WRITE, words::criterion::position).unwrap();
    assert!(told.contains("“Other”"), "{told}");
}

#[test]
fn a_token_is_removed_from_the_base_that_was_sent() {
    let mut run = run();
    run.set_input(0, 1, "me@example.com".to_owned());
    run.set_input(0, 2, "fake-password".to_owned());
    send(&mut run, 1, 200, &format!(r#"{{"token": "{API_TOKEN}"}}"#));
    let places = r#"{"workspace_list": [{"type": "personal", "id": 7, "name": "Me", "table_list": [{"name": "A"}]}]}"#;
    send(&mut run, 2, 200, places);
    run.choose(2, 0, Some(0));
    run.choose(2, 1, Some(0));
    set(&mut run, MAKE_TOKEN, "base_name", "B/1");
    let made = format!(r#"{{"api_token": "{API_TOKEN}", "app_name": "x"}}"#);
    send(&mut run, MAKE_TOKEN, 201, &made);
    let removal = run.made(MAKE_TOKEN, &server()).remove(0);
    assert_eq!(removal.name, "x");
    assert_eq!(removal.inside.as_deref(), Some("B/1"));
    let url = removal.request.unwrap().url.in_the_clear();
    assert!(
        url.contains("/workspace/7/dtable/B%2F1/api-tokens/x/"),
        "{url}"
    );
    assert_eq!(
        run.outcome(MAKE_TOKEN, words::criterion::position).unwrap(),
        "“B/1” has a new API-Token, and this page holds it."
    );
}

#[test]
fn nothing_is_said_of_a_member_that_was_not_sent() {
    let enforce = |other: Option<&str>| {
        let mut run = Run::new(find("create-a-user").unwrap());
        let inputs = [
            "me@example.com",
            "fake-password",
            "new@example.com",
            "New",
            "fake",
        ];
        for (place, text) in inputs.into_iter().enumerate() {
            run.set_input(0, place, text.to_owned());
        }
        go(&mut run, 1, 200, &format!(r#"{{"token": "{API_TOKEN}"}}"#));
        go(&mut run, 2, 200, r#"{"org_id": 1}"#);
        let user =
            r#"{"email": "0a@auth.local", "name": "New", "contact_email": "new@example.com"}"#;
        go(&mut run, 3, 200, user);
        if let Some(other) = other {
            set(&mut run, 5, "user_id", other);
        }
        go(&mut run, 5, 200, r#"{"success": true}"#);
        run.outcome(5, words::criterion::position)
    };
    assert!(enforce(None).unwrap().contains("“New”"));
    assert_eq!(enforce(Some("0b@auth.local")), None);
}

#[test]
fn a_backtick_in_the_name_of_a_table_does_not_end_it() {
    let mut run = Run::new(find("update-a-row").unwrap());
    run.set_input(0, 0, API_TOKEN.to_owned());
    go(&mut run, 1, 200, &token_answer());
    let tables = r#"{"metadata": {"tables": [{"name": "a`b", "columns": [{"name": "Name"}]}]}}"#;
    go(&mut run, 2, 200, tables);
    let sql = at(&run, 4, "sql");
    assert_eq!(run.field(4, &sql).text, "SELECT * FROM `a``b` LIMIT 100");
}

//! The code to take home, run by the real shell, Python and Node.js with the network replaced by a recorder.

// A test says what it expects by unwrapping.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod curl;
mod recorded;
mod requests;

use playground_core::catalogue::Method;
use playground_core::http::{
    Body, Hidden, Part, PartContent, PreparedRequest, Span, Text, Writing, encode,
};
use playground_core::snippet::{Class, Language, render};
use requests::{FROM_ENVIRONMENT, every_kind, request};
use serde_json::json;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// Makes a directory for a run, with the file that is sent in it.
fn directory(name: &str) -> PathBuf {
    let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&directory).unwrap();
    std::fs::write(directory.join("it's ü; a,b.png"), "fake").unwrap();
    directory
}

/// Runs a program over a script; `None` if it is not installed.
fn run(program: &str, name: &str, script: &str) -> Option<Vec<u8>> {
    let directory = directory(program);
    let path = directory.join(name);
    std::fs::write(&path, script).unwrap();
    let mut command = Command::new(program);
    command
        .arg(&path)
        .current_dir(&directory)
        .stdin(Stdio::null());
    command.env("PYTHONUTF8", "1");
    for (variable, value) in VARIABLES {
        command.env(variable, value);
    }
    let Ok(output) = command.output() else {
        left_out::expected(&format!("{program} is not installed"));
        return None;
    };
    assert!(
        output.status.success(),
        "{script}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    Some(output.stdout)
}

/// What the environment holds in place of the secrets. A header carries visible ASCII only, so that tokens are tamer than
/// passwords.
const VARIABLES: [(&str, &str); 4] = [
    ("SEATABLE_UPLOAD_LINK", "fake-link"),
    ("SEATABLE_BASE_TOKEN", "fake$x\"`'!"),
    ("SEATABLE_OTP", "fake$x\"`'!"),
    ("SEATABLE_PASSWORD", FROM_ENVIRONMENT),
];

/// What the environment holds for a secret, written as its place wants it.
fn given(hidden: &Hidden) -> String {
    let value = match hidden.name.as_ref() {
        "upload_link" => "fake-link",
        "password" => FROM_ENVIRONMENT,
        _ => "fake$x\"`'!",
    };
    match hidden.writing {
        Writing::Plain | Writing::Segment => value.to_owned(),
        Writing::Json => json!(value).to_string(),
        Writing::Query => encoded(value),
    }
}

fn encoded(value: &str) -> String {
    let mut out = String::new();
    encode::segment(&mut out, value);
    out
}

/// The text that the server would see.
fn seen(text: &Text) -> String {
    let span = |span: &Span| match span {
        Span::Plain(text) => text.clone(),
        Span::Secret(hidden) => given(hidden),
    };
    text.spans().iter().map(span).collect()
}

/// The header values that the server would see.
fn headers(request: &PreparedRequest) -> Vec<(String, String)> {
    let headers = request.headers.iter();
    headers
        .map(|header| (header.name.to_string(), seen(&header.value)))
        .collect()
}

fn value(part: &Part) -> String {
    match &part.content {
        PartContent::Text(text) => seen(text),
        PartContent::File { name, .. } => name.clone(),
    }
}

#[test]
fn no_secret_reaches_any_text() {
    for request in every_kind() {
        for language in Language::ALL {
            let code = render(language, &request);
            for secret in [
                "fake-base-token",
                "fake-password",
                "fake-000000",
                "fake-link",
            ] {
                assert!(!code.text().contains(secret), "{}", code.text());
            }
            let variables: Vec<&str> = code
                .pieces()
                .iter()
                .filter(|piece| piece.class == Class::Variable)
                .map(|piece| piece.text.trim_start_matches('$'))
                .collect();
            assert!(
                variables.contains(&"SEATABLE_BASE_TOKEN"),
                "{}",
                code.text()
            );
        }
    }
}

#[test]
fn pieces_of_a_class_are_joined() {
    let code = render(Language::Python, &request(Method::Get, None, Body::None));
    assert!(
        code.pieces()
            .windows(2)
            .all(|pair| pair[0].class != pair[1].class)
    );
    assert_eq!(
        code.text(),
        r#"import os

import requests

response = requests.get(
    "https://table.example.com/a%20b/?x=it's&y=1",
    headers={
        "Authorization": f"Bearer {os.environ['SEATABLE_BASE_TOKEN']}",
    },
    timeout=60,
)
print(response.status_code, response.text)
"#
    );
}

//! The code to take home, run by the real shell, Python and Node.js with the network replaced by a recorder.

// A test says what it expects by unwrapping.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod requests;

use playground_core::catalogue::Method;
use playground_core::http::encode;
use playground_core::http::{
    Body, Hidden, Part, PartContent, PreparedRequest, Span, Text, Writing,
};
use playground_core::snippet::{Class, Language, render};
use requests::{FROM_ENVIRONMENT, every_kind, request};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// Makes a directory for a run, with the file that is sent in it.
fn directory(name: &str) -> PathBuf {
    let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&directory).unwrap();
    std::fs::write(directory.join("it's ü; a,b.png"), "fake").unwrap();
    directory
}

/// Runs a program over a script; none where it is not installed.
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

fn curl_arguments(request: &PreparedRequest) -> Vec<String> {
    let (url, queried) = in_query(&request.url);
    let mut arguments = vec![url];
    let mut option = |name: &str, value: String| arguments.extend([name.to_owned(), value]);
    for pair in queried {
        option("--url-query", pair);
    }
    if request.method != Method::Get {
        option("--request", request.method.as_str().to_owned());
    }
    for (name, value) in headers(request) {
        option("--header", format!("{name}: {value}"));
    }
    match &request.body {
        Body::None => {}
        Body::Json(text) => option("--data-raw", seen(text)),
        Body::Form(parts) => {
            for part in parts {
                option("--data-urlencode", format!("{}={}", part.name, value(part)));
            }
        }
        Body::Multipart(parts) => {
            for part in parts {
                let (name, value) = (&part.name, value(part));
                match part.content {
                    PartContent::File { .. } => option("--form", format!("{name}=@\"{value}\"")),
                    _ => option("--form-string", format!("{name}={value}")),
                }
            }
        }
    }
    arguments
}

/// Returns the address without the secrets of its query, and those as curl encodes them itself.
fn in_query(url: &Text) -> (String, Vec<String>) {
    let url = seen(url);
    let secret = encoded(FROM_ENVIRONMENT);
    let Some((path, query)) = url.split_once('?') else {
        return (url, Vec::new());
    };
    let (queried, rest): (Vec<&str>, Vec<&str>) =
        query.split('&').partition(|pair| pair.ends_with(&secret));
    let queried = queried
        .iter()
        .map(|pair| pair.replace(&secret, FROM_ENVIRONMENT))
        .collect();
    match rest.join("&") {
        rest if rest.is_empty() => (path.to_owned(), queried),
        rest => (format!("{path}?{rest}"), queried),
    }
}

#[test]
fn a_shell_hands_curl_the_exact_arguments() {
    let recorder = include_str!("recorder.sh");
    for shell in ["bash", "sh"] {
        for request in every_kind() {
            let code = render(Language::Curl, &request).text();
            let Some(output) = run(shell, "snippet.sh", &format!("{recorder}{code}")) else {
                return;
            };
            let arguments: Vec<&[u8]> = output.split(|&byte| byte == 0).collect();
            let mut expected = curl_arguments(&request);
            expected.push(String::new());
            let expected: Vec<&[u8]> = expected.iter().map(String::as_bytes).collect();
            assert_eq!(arguments, expected, "{code}");
        }
    }
}

/// What the recorders of Python and Node.js say they were asked to send.
fn expected(request: &PreparedRequest) -> Value {
    let pairs = |parts: &[Part]| {
        let content = |part: &Part| match part.content {
            PartContent::File { .. } => json!([part.name, value(part), "fake"]),
            _ => json!([part.name, value(part)]),
        };
        parts.iter().map(content).collect()
    };
    let body = match &request.body {
        Body::None => Value::Null,
        Body::Json(text) => json!(seen(text)),
        Body::Form(parts) | Body::Multipart(parts) => pairs(parts),
    };
    let headers: Value = headers(request).into_iter().collect();
    json!({ "method": request.method.as_str(), "url": seen(&request.url), "headers": headers, "body": body })
}

/// Languages differ in which characters of a secret they escape. Where one is escaped, what is meant counts: the address decoded,
/// and JSON read.
fn meant(request: &PreparedRequest, mut sent: Value) -> Value {
    let texts = request.texts();
    let has = |writing| {
        let mut secrets = texts.iter().flat_map(|text| text.secrets());
        secrets.any(|hidden| hidden.writing == writing)
    };
    if has(Writing::Query) {
        sent["url"] = encode::decoded(sent["url"].as_str().unwrap()).into();
    }
    if has(Writing::Json) {
        read(&mut sent["body"]);
    }
    sent
}

/// Puts JSON in the place of a text that is JSON, at any depth.
fn read(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(read),
        Value::String(text) => {
            if let Ok(read) = serde_json::from_str(text) {
                *value = read;
            }
        }
        _ => {}
    }
}

#[test]
fn python_sends_the_exact_request() {
    for request in every_kind() {
        let code = render(Language::Python, &request).text();
        let Some(output) = run(
            "python3",
            "snippet.py",
            &format!("{}{code}", include_str!("recorder.py")),
        ) else {
            return;
        };
        let sent: Value = serde_json::from_slice(&output).unwrap();
        let (sent, expected) = (meant(&request, sent), meant(&request, expected(&request)));
        assert_eq!(sent, expected, "{code}");
    }
}

#[test]
fn node_sends_the_exact_request() {
    for request in every_kind() {
        let code = render(Language::JavaScript, &request).text();
        let Some(output) = run(
            "node",
            "snippet.mjs",
            &format!("{}{code}", include_str!("recorder.mjs")),
        ) else {
            return;
        };
        let sent: Value = serde_json::from_slice(&output).unwrap();
        let (sent, expected) = (meant(&request, sent), meant(&request, expected(&request)));
        assert_eq!(sent, expected, "{code}");
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

#[test]
fn brackets_in_an_address_are_no_pattern_for_curl() {
    let mut request = request(Method::Get, None, Body::None);
    assert!(
        !render(Language::Curl, &request)
            .text()
            .contains("--globoff")
    );
    request.url.push("&z=[1]");
    assert!(
        render(Language::Curl, &request)
            .text()
            .contains("--globoff")
    );
}

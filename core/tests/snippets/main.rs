//! The code to take home, run by the real shell, Python and Node.js with the network replaced by a recorder.

// A test says what it expects by unwrapping.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod requests;

use playground_core::catalogue::Method;
use playground_core::http::{Body, Header, HeaderValue, Part, PartContent, PreparedRequest};
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
    command.env("SEATABLE_UPLOAD_LINK", "fake-link");
    for secret in ["BASE_TOKEN", "OTP", "PASSWORD"] {
        // A header carries visible ASCII only, so that tokens are tamer than passwords.
        let value = if secret == "PASSWORD" {
            FROM_ENVIRONMENT
        } else {
            "fake$x\"`'!"
        };
        command.env(format!("SEATABLE_{secret}"), value);
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

/// The header values that the server would see.
fn headers(request: &PreparedRequest) -> Vec<(String, String)> {
    let value = |header: &Header| match &header.value {
        HeaderValue::Plain(text) => text.clone(),
        HeaderValue::Code(_) => "fake$x\"`'!".to_owned(),
        HeaderValue::Bearer(..) => "Bearer fake$x\"`'!".to_owned(),
    };
    request
        .headers
        .iter()
        .map(|header| (header.name.to_string(), value(header)))
        .collect()
}

fn value(part: &Part) -> &str {
    match &part.content {
        PartContent::Text(text) => text,
        PartContent::Secret(_) => FROM_ENVIRONMENT,
        PartContent::File { name, .. } => name,
    }
}

fn curl_arguments(request: &PreparedRequest) -> Vec<String> {
    let mut arguments = vec![request.url.clone()];
    let mut option = |name: &str, value: String| arguments.extend([name.to_owned(), value]);
    if request.method != Method::Get {
        option("--request", request.method.as_str().to_owned());
    }
    for (name, value) in headers(request) {
        option("--header", format!("{name}: {value}"));
    }
    match &request.body {
        Body::None => {}
        Body::Json(text) => option("--data-raw", text.clone()),
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
        Body::Json(text) => json!(text),
        Body::Form(parts) | Body::Multipart(parts) => pairs(parts),
    };
    let headers: Value = headers(request).into_iter().collect();
    json!({ "method": request.method.as_str(), "url": request.url, "headers": headers, "body": body })
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
        assert_eq!(sent, expected(&request), "{code}");
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
        assert_eq!(sent, expected(&request), "{code}");
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
    request.url.push_str("&z=[1]");
    assert!(
        render(Language::Curl, &request)
            .text()
            .contains("--globoff")
    );
}

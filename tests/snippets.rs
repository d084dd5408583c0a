//! The code to take home, run by the real shell, Python and Node.js with the network replaced by a recorder.

// A test says what it expects by unwrapping.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use seatable_playground::auth::{Secret, TokenKind};
use seatable_playground::catalogue::Method;
use seatable_playground::http::{Body, Header, HeaderValue, Part, PartContent, PreparedRequest};
use seatable_playground::snippet::{Class, Language, render};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// Texts that break careless quoting.
const NASTY: [&str; 25] = [
    "plain",
    "",
    "it's",
    "''",
    "\"",
    "\"\"\"",
    "a\"\"\"\"b",
    "say \"hi\"\"\"",
    "$HOME ${HOME} $(id) `id`",
    "!! !x",
    "back\\slash\\",
    "\\n \\' \\\" \\`",
    "two\nlines\n",
    "\r\n",
    "tab\there",
    "Größe ü € 😀",
    "@file",
    "<file",
    "a;type=text/html",
    "a,b&c=d+e%20",
    "${process.env.HOME}",
    "{os.environ}",
    "-x --data",
    "\u{2028}\u{feff}",
    "\u{1}\u{1f}\u{7f}",
];

/// What the environment holds in place of the secrets.
const FROM_ENVIRONMENT: &str = "fake $x \"`'!\\ ü";

fn plain(name: &'static str, value: &str) -> Header {
    Header {
        name: name.into(),
        value: HeaderValue::Plain(value.to_owned()),
    }
}

fn text(name: &str, text: &str) -> Part {
    Part {
        name: name.to_owned(),
        content: PartContent::Text(text.to_owned()),
    }
}

fn password() -> Part {
    let content = PartContent::Secret(Secret::new("fake-password"));
    Part {
        name: "password".to_owned(),
        content,
    }
}

fn file(name: &str) -> Part {
    let content = PartContent::File {
        handle: 1,
        name: name.to_owned(),
        size: 4,
    };
    Part {
        name: "file".to_owned(),
        content,
    }
}

fn request(method: Method, media: Option<&str>, body: Body) -> PreparedRequest {
    let token = HeaderValue::Bearer(TokenKind::Base, Secret::new("fake-base-token"));
    let mut headers = vec![Header {
        name: "Authorization".into(),
        value: token,
    }];
    headers.extend(media.map(|media| plain("Content-Type", media)));
    let url = "https://table.example.com/a%20b/?x=it's&y=1".to_owned();
    PreparedRequest {
        method,
        url,
        headers,
        body,
    }
}

fn every_kind() -> Vec<PreparedRequest> {
    let nasty = |(i, value): (usize, &&str)| text(&format!("part{i}"), value);
    let mut form: Vec<Part> = NASTY.iter().enumerate().map(nasty).collect();
    form.push(password());
    let mut multipart = form.clone();
    multipart.push(file("it's ü; a,b.png"));
    let form_media = Some("application/x-www-form-urlencoded");
    let mut requests = vec![
        request(Method::Get, None, Body::None),
        request(Method::Delete, None, Body::None),
        request(Method::Post, form_media, Body::Form(form)),
        request(Method::Put, None, Body::Multipart(multipart)),
        request(
            Method::Post,
            None,
            Body::Multipart(vec![text("name", "no file")]),
        ),
    ];
    let code = HeaderValue::Code(Secret::new("fake-000000"));
    requests[0].headers.push(Header {
        name: "X-SEAFILE-OTP".into(),
        value: code,
    });
    for value in NASTY {
        let json = serde_json::to_string_pretty(&json!({ "key": value, value: [1] })).unwrap();
        requests.push(request(
            Method::Post,
            Some("application/json"),
            Body::Json(json),
        ));
        requests.push(request(
            Method::Post,
            Some("application/json"),
            Body::Json(value.to_owned()),
        ));
    }
    requests
}

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
    command
        .env("PYTHONUTF8", "1")
        .env("PYTHONDONTWRITEBYTECODE", "1");
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
        println!("left out: {program} is not installed");
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
    let recorder = "curl() { printf '%s\\0' \"$@\"; }\nset -u\n";
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

const PYTHON_RECORDER: &str = r#"
import json, sys, types

def send(method):
    def send(url, headers={}, data=None, files=None, timeout=None):
        if isinstance(data, bytes):
            data = data.decode()
        if files is not None:
            data = [[n, f[1]] if f[0] is None else [n, f[0], f[1].read().decode()] for n, f in files]
        print(json.dumps({"method": method, "url": url, "headers": headers, "body": data}))
        sys.exit()
    return send

requests = types.ModuleType("requests")
for method in ["get", "post", "put", "delete"]:
    setattr(requests, method, send(method.upper()))
sys.modules["requests"] = requests
"#;

#[test]
fn python_sends_the_exact_request() {
    for request in every_kind() {
        let code = render(Language::Python, &request).text();
        let Some(output) = run("python3", "snippet.py", &format!("{PYTHON_RECORDER}{code}")) else {
            return;
        };
        let sent: Value = serde_json::from_slice(&output).unwrap();
        assert_eq!(sent, expected(&request), "{code}");
    }
}

const NODE_RECORDER: &str = r#"
globalThis.fetch = async (url, { method, headers = {}, body = null }) => {
  new Request(url, { method, headers, body });
  if (body && typeof body !== "string") {
    const entry = async ([name, value]) =>
      typeof value === "string" ? [name, value] : [name, value.name, await value.text()];
    body = await Promise.all([...body].map(entry));
  }
  console.log(JSON.stringify({ method, url, headers, body }));
  process.exit();
};
"#;

#[test]
fn node_sends_the_exact_request() {
    for request in every_kind() {
        let code = render(Language::JavaScript, &request).text();
        let Some(output) = run("node", "snippet.mjs", &format!("{NODE_RECORDER}{code}")) else {
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
            for secret in ["fake-base-token", "fake-password", "fake-000000"] {
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

//! What Python and Node.js are asked to send, by themselves.

use super::{headers, run, seen, value};
use crate::requests::every_kind;
use playground_core::http::{Body, Part, PartContent, PreparedRequest, Writing, encode};
use playground_core::snippet::{Language, render};
use serde_json::{Value, json};

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

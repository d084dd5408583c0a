//! What curl is asked to do, by a real shell.

use super::{encoded, headers, run, seen, value};
use crate::requests::{FROM_ENVIRONMENT, every_kind, request};
use playground_core::catalogue::Method;
use playground_core::http::{Body, PartContent, PreparedRequest, Text};
use playground_core::snippet::{Language, render};

fn curl_arguments(request: &PreparedRequest) -> Vec<String> {
    let (url, queried) = in_query(&request.url);
    let mut arguments = vec![url];
    let mut option = |name: &str, value: String| arguments.extend([name.to_owned(), value]);
    for pair in queried {
        option("--url-query", pair);
    }
    if request.method != Method::Get || !matches!(request.body, Body::None) {
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

//! The headers of a good static host: `docs/hosting.md` gives the reasons.

use std::io;

use http_body_util::combinators::UnsyncBoxBody;
use hyper::body::Bytes;
use hyper::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, HeaderValue, LOCATION, REFERRER_POLICY,
    VARY, X_CONTENT_TYPE_OPTIONS,
};
use hyper::{Response, StatusCode};

/// A file, or that there is none.
pub type Answer = Response<UnsyncBoxBody<Bytes, io::Error>>;

/// What a policy can do only in a header: nobody shows the page inside their own.
const POLICY: &str = "frame-ancestors 'none'";

/// A worker that is a file does not have the policy of its page but that of its own response.
const WORKER: &str = "default-src 'self' 'wasm-unsafe-eval'";

/// How many hexadecimal digits make a hash.
const HASH: usize = 8;

const ALWAYS: [(HeaderName, &str); 4] = [
    (CONTENT_SECURITY_POLICY, POLICY),
    (REFERRER_POLICY, "no-referrer"),
    (VARY, "accept-encoding"),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
];

/// Adds what an answer for `path` lacks, the usual policy or that of this site, and has a folder's redirection lead nowhere but to the folder.
pub(crate) fn add(path: &str, policy: Option<&HeaderValue>, answer: &mut Answer) {
    let keeps = answer.status().is_success() || answer.status() == StatusCode::NOT_MODIFIED;
    let cache = match keeps && has_hash(path) {
        true => "public, max-age=31536000, immutable",
        false => "no-cache",
    };
    let headers = answer.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(cache));
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if path.ends_with("/worker.js") {
        headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(WORKER));
    } else if let Some(policy) = policy {
        headers.insert(CONTENT_SECURITY_POLICY, policy.clone());
    }
    if let Some(location) = headers.get(LOCATION) {
        match folder(location) {
            Some(location) => {
                headers.insert(LOCATION, location);
                *answer.status_mut() = StatusCode::PERMANENT_REDIRECT;
            }
            None => *answer = not_found(),
        }
    }
}

/// Answers that there is no such file.
pub(crate) fn not_found() -> Answer {
    let mut answer = Answer::default();
    *answer.status_mut() = StatusCode::NOT_FOUND;
    answer
}

/// Spells an address from its last folder on. One that begins with two slashes would name another host.
fn folder(location: &HeaderValue) -> Option<HeaderValue> {
    let (path, query) = match location.to_str().ok()?.split_once('?') {
        Some((path, query)) => (path, format!("?{query}")),
        None => (location.to_str().ok()?, String::new()),
    };
    let name = path.trim_end_matches('/').rsplit('/').next()?;
    HeaderValue::from_str(&format!("./{name}/{query}")).ok()
}

/// Returns whether a file's name changes with what is in it.
fn has_hash(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let Some((stem, _)) = name.split_once('.') else {
        return false;
    };
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    stem.rsplit_once('-').is_some_and(|(_, hash)| {
        hash.len() >= HASH && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_a_hash_are_told_from_others() {
        for path in [
            "/boot-0011223344556677.js",
            "/page-0011223344556677.css",
            "/seatable-playground-00112233aabbccdd_bg.wasm",
            "/a/parts/views-00112233aabbccdd.wasm",
        ] {
            assert!(has_hash(path), "{path}");
        }
        for path in [
            "/",
            "/index.html",
            "/boot.js",
            "/practice/practice_bg.wasm",
            "/data-0011223344556677/index.html",
            "/seatable-playground.js",
        ] {
            assert!(!has_hash(path), "{path}");
        }
    }

    #[test]
    fn a_redirection_keeps_to_its_folder() {
        for (location, wanted) in [
            ("/practice/", "./practice/"),
            ("//evil.example/", "./evil.example/"),
            ("/a/b/?c=/d", "./b/?c=/d"),
        ] {
            let location = HeaderValue::from_static(location);
            assert_eq!(folder(&location).unwrap(), wanted);
        }
    }
}

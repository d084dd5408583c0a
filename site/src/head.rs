//! Markup for the head of the start page, which its file does not have.

use std::io;

use http_body_util::{BodyExt, Full};
use hyper::Request;
use hyper::header::{
    ACCEPT_ENCODING, CONTENT_LENGTH, ETAG, HeaderMap, IF_MODIFIED_SINCE, IF_NONE_MATCH,
    LAST_MODIFIED, RANGE,
};

use crate::headers::Answer;

/// Where it goes.
const HEAD: &str = "<head>";

/// Whether a path is that of the start page.
pub(crate) fn is_start(path: &str) -> bool {
    matches!(path, "/" | "/index.html")
}

/// Has the whole file come as it is: nothing can be put into compressed bytes, and what a browser kept may have other markup.
pub(crate) fn ask_for_the_whole<B>(request: &mut Request<B>) {
    for name in [ACCEPT_ENCODING, IF_MODIFIED_SINCE, IF_NONE_MATCH, RANGE] {
        request.headers_mut().remove(name);
    }
}

/// Puts `markup` at the beginning of the head.
pub(crate) async fn put(markup: &str, answer: Answer) -> io::Result<Answer> {
    let (mut parts, body) = answer.into_parts();
    for name in [CONTENT_LENGTH, ETAG, LAST_MODIFIED] {
        parts.headers.remove(name);
    }
    let content = body.collect().await?.to_bytes();
    let text = String::from_utf8_lossy(&content).replacen(HEAD, &[HEAD, markup].concat(), 1);
    if !content.is_empty() {
        length(&mut parts.headers, text.len());
    }
    let body = Full::from(text).map_err(|never| match never {});
    Ok(Answer::from_parts(parts, body.boxed_unsync()))
}

fn length(headers: &mut HeaderMap, length: usize) {
    headers.insert(CONTENT_LENGTH, length.into());
}

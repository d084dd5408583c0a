//! Sites that are told to send more than their files.

use std::fs;

use hyper::header::HeaderValue;
use site::Site;

use crate::client::{ask, files, get, serve};

#[tokio::test]
async fn a_start_page_can_have_more_in_its_head_and_a_site_another_policy() {
    let place = files();
    let directory = place.path().join("site");
    fs::write(directory.join("index.html"), "<head><title>a</title>").unwrap();
    let policy = HeaderValue::from_static("connect-src 'self'");
    let site = Site::new(directory)
        .with_head("<meta />")
        .with_policy(policy);
    let address = serve(site).await;
    for path in ["/", "/index.html"] {
        let answer = ask(address, "GET", path, "Accept-Encoding: br\r\n").await;
        assert_eq!(answer.body, b"<head><meta /><title>a</title>");
        assert_eq!(answer.header("content-type"), Some("text/html"));
        assert_eq!(answer.header("content-length"), Some("30"));
        assert_eq!(
            answer.header("content-security-policy"),
            Some("connect-src 'self'")
        );
    }
    let head = ask(address, "HEAD", "/", "").await;
    assert_eq!((head.status, head.body.len()), (200, 0));
    let worker = get(address, "/practice/worker.js").await;
    let own = "default-src 'self' 'wasm-unsafe-eval'";
    assert_eq!(worker.header("content-security-policy"), Some(own));
    assert_eq!(get(address, "/practice/").await.body, b"practice");
}

//! The file server, spoken to as a browser would.

// A test that cannot go on says so by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs;
use std::net::SocketAddr;

use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

async fn served() -> (TempDir, SocketAddr) {
    let place = tempfile::tempdir().unwrap();
    let site = place.path().join("site");
    fs::create_dir_all(site.join("practice")).unwrap();
    fs::write(site.join("index.html"), "<!doctype html>").unwrap();
    fs::write(site.join("app.js"), "1").unwrap();
    fs::write(site.join("app.wasm"), "\0asm").unwrap();
    fs::write(site.join("practice/worker.js"), "2").unwrap();
    fs::write(place.path().join("outside.txt"), "not for you").unwrap();

    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(xtask::static_files::serve(listener, site));
    (place, address)
}

/// Returns the whole answer to a GET, with its head in lower case.
async fn get(address: SocketAddr, path: &str) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    format!("{}\r\n\r\n{body}", head.to_ascii_lowercase())
}

#[tokio::test]
async fn each_kind_of_file_has_its_media_type() {
    let (_place, address) = served().await;
    for (path, media) in [
        ("/", "text/html"),
        ("/index.html", "text/html"),
        ("/app.js", "text/javascript"),
        ("/app.wasm", "application/wasm"),
        ("/practice/worker.js", "text/javascript"),
    ] {
        let answer = get(address, path).await;
        assert!(answer.starts_with("http/1.1 200"), "{path}: {answer}");
        assert!(
            answer.contains(&format!("\r\ncontent-type: {media}")),
            "{path}: {answer}"
        );
        assert!(
            answer.contains("\r\ncache-control: no-cache\r\n"),
            "{path}: {answer}"
        );
    }
}

#[tokio::test]
async fn a_missing_file_is_not_found() {
    let (_place, address) = served().await;
    assert!(
        get(address, "/favicon.ico")
            .await
            .starts_with("http/1.1 404")
    );
}

#[tokio::test]
async fn no_path_leads_out_of_the_directory() {
    let (_place, address) = served().await;
    for path in [
        "/../outside.txt",
        "/practice/../../outside.txt",
        "/%2e%2e/outside.txt",
        "/..%2foutside.txt",
        "//outside.txt",
    ] {
        let answer = get(address, path).await;
        assert!(!answer.contains("not for you"), "{path}: {answer}");
        assert!(!answer.starts_with("http/1.1 200"), "{path}: {answer}");
    }
}

//! Requests and responses that end before their end.

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::Stage;
use crate::browser::Request;
use crate::server::{Recording, Silent, listen, request};

#[tokio::test]
async fn an_upload_that_is_refused_early_still_hears_why() {
    let (listener, port) = listen().await;
    tokio::spawn(async move {
        loop {
            let (mut stream, _) = listener.accept().await.unwrap();
            tokio::spawn(async move {
                let mut head = [0; 1024];
                let _ = stream.read(&mut head).await;
                let refusal = "HTTP/1.1 413 Payload Too Large\r\nContent-Length: 3\r\nConnection: close\r\n\r\nbig";
                stream.write_all(refusal.as_bytes()).await.unwrap();
                // As nginx does: the client has a moment to read it.
                let _ = timeout(Duration::from_secs(2), request(&mut stream)).await;
            });
        }
    });
    let stage = Stage::to(&format!("http://127.0.0.1:{port}")).await;
    let upload = Request::new("POST", "/relay/seafhttp/upload-api/x", stage.port());
    let upload = upload.sending("application/octet-stream", &vec![7; 20_000_000]);
    let response = upload.send(stage.port()).await;
    assert_eq!((response.status, response.text()), (413, "big"));
}

#[tokio::test]
async fn a_request_that_the_page_gives_up_ends_at_the_server_too() {
    let server = Silent::new().await;
    let stage = Stage::to(&format!("http://127.0.0.1:{}", server.port)).await;
    let mut stream = TcpStream::connect(("127.0.0.1", stage.port()))
        .await
        .unwrap();
    let request = Request::new("GET", "/relay/slow/", stage.port());
    stream.write_all(&request.bytes()).await.unwrap();
    server.taken.acquire().await.unwrap().forget();
    drop(stream);
    timeout(Duration::from_secs(5), server.closed.acquire())
        .await
        .unwrap()
        .unwrap()
        .forget();
    let lines = stage.lines(1).await;
    assert!(
        lines[0].starts_with("GET /slow/ ---, ") && lines[0].ends_with(", cut off"),
        "{lines:?}"
    );
}

#[tokio::test]
async fn a_response_that_breaks_off_breaks_off_for_the_page_too() {
    let server = Recording::answering("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf").await;
    let stage = Stage::to(&server.url()).await;
    let response = Request::new("GET", "/relay/", stage.port())
        .send(stage.port())
        .await;
    assert_eq!(response.header("content-length"), Some("10"));
    assert_eq!(response.body, b"half");
    assert!(stage.lines(1).await[0].ends_with(", cut off"));
}

//! Much at once, and what hangs.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use crate::Stage;
use crate::browser::{Request, Response};
use crate::server::{Recording, listen, request};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_hundred_connections_at_once_each_get_their_response() {
    let (listener, port) = listen().await;
    tokio::spawn(async move {
        // Nobody hears anything before all have asked.
        let mut waiting = Vec::new();
        for _ in 0..200 {
            waiting.push(listener.accept().await.unwrap().0);
        }
        for mut stream in waiting {
            tokio::spawn(async move {
                // One may be used again before the last of them is used at all.
                loop {
                    let head = String::from_utf8(request(&mut stream).await).unwrap();
                    let Some(path) = head.split(' ').nth(1) else {
                        break;
                    };
                    let length = path.len();
                    let response =
                        format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n{path}");
                    stream.write_all(response.as_bytes()).await.unwrap();
                }
            });
        }
    });
    let stage = Stage::to(&format!("http://127.0.0.1:{port}")).await;
    let own = stage.port();
    let mut clients = JoinSet::new();
    for number in 0..200 {
        clients.spawn(async move {
            let request = Request::new("GET", &format!("/relay/{number}/"), own);
            let response = request.send(own).await;
            assert_eq!(response.text(), format!("/{number}/"));
        });
    }
    timeout(Duration::from_secs(30), clients.join_all())
        .await
        .unwrap();
    assert_eq!(stage.lines(200).await.len(), 200);
}

#[tokio::test]
async fn requests_that_hang_hold_up_nobody_else() {
    let (listener, port) = listen().await;
    let hanging = Arc::new(Semaphore::new(0));
    let counted = hanging.clone();
    tokio::spawn(async move {
        loop {
            let (mut stream, _) = listener.accept().await.unwrap();
            let counted = counted.clone();
            tokio::spawn(async move {
                let head = String::from_utf8(request(&mut stream).await).unwrap();
                if head.starts_with("GET /hang/") {
                    counted.add_permits(1);
                    std::future::pending::<()>().await;
                }
                let response = "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n";
                stream.write_all(response.as_bytes()).await.unwrap();
            });
        }
    });
    let stage = Stage::to(&format!("http://127.0.0.1:{port}")).await;
    let own = stage.port();
    let mut hung = JoinSet::new();
    for _ in 0..20 {
        hung.spawn(async move {
            Request::new("GET", "/relay/hang/", own)
                .send(own)
                .await
                .status
        });
    }
    hanging.acquire_many(20).await.unwrap().forget();
    for (path, status) in [("/relay/quick/", 204), ("/", 200)] {
        let quick = Request::new("GET", path, own);
        let response = timeout(Duration::from_secs(5), quick.send(own))
            .await
            .unwrap();
        assert_eq!(response.status, status, "{path}");
    }
    assert!(hung.try_join_next().is_none(), "one was answered");
    hung.shutdown().await;
}

#[tokio::test]
async fn it_stops_with_requests_under_way() {
    // One is nearly done, the other hangs.
    let (listener, port) = listen().await;
    let (begun, both) = (Arc::new(Semaphore::new(0)), 2);
    let counted = begun.clone();
    let server = tokio::spawn(async move {
        let (mut slow, _) = listener.accept().await.unwrap();
        request(&mut slow).await;
        let head = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nha";
        slow.write_all(head.as_bytes()).await.unwrap();
        counted.add_permits(1);
        let (mut hanging, _) = listener.accept().await.unwrap();
        request(&mut hanging).await;
        counted.add_permits(1);
        sleep(Duration::from_millis(300)).await;
        slow.write_all(b"lf").await.unwrap();
        (slow, hanging)
    });
    let stage = Stage::to(&format!("http://127.0.0.1:{port}")).await;
    let own = stage.port();
    let done = tokio::spawn(async move { Request::new("GET", "/relay/1/", own).send(own).await });
    begun.acquire().await.unwrap().forget();
    begun.add_permits(1);
    let mut hung = TcpStream::connect(("127.0.0.1", own)).await.unwrap();
    let request = Request::new("GET", "/relay/2/", own);
    hung.write_all(&request.bytes()).await.unwrap();
    begun.acquire_many(both).await.unwrap().forget();

    let start = Instant::now();
    timeout(Duration::from_secs(10), stage.running.stop())
        .await
        .unwrap();
    assert!(
        start.elapsed() < Duration::from_secs(5),
        "{:?}",
        start.elapsed()
    );
    assert_eq!(done.await.unwrap().text(), "half", "it had a moment left");
    assert!(
        TcpStream::connect(("127.0.0.1", own)).await.is_err(),
        "nobody listens any more"
    );
    drop(server.await);
    let lines = stage.lines.lock().unwrap().clone();
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(
        lines[1].starts_with("GET /2/ ---, ") && lines[1].ends_with("cut off"),
        "{lines:?}"
    );
}

#[tokio::test]
async fn it_stops_at_once_when_nothing_is_under_way() {
    let server = Recording::fine().await;
    let stage = Stage::to(&server.url()).await;
    let own = stage.port();
    // A browser keeps its connections.
    let mut kept = TcpStream::connect(("127.0.0.1", own)).await.unwrap();
    let request = Request::new("GET", "/relay/", own);
    kept.write_all(&request.bytes()).await.unwrap();
    stage.lines(1).await;
    let start = Instant::now();
    stage.running.stop().await;
    assert!(
        start.elapsed() < Duration::from_secs(1),
        "{:?}",
        start.elapsed()
    );
    assert_eq!(Response::read(&mut kept).await.status, 200);
}

//! Requests that are not the page's.

use crate::Stage;
use crate::browser::{Request, Response};
use crate::server::Recording;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

/// What a forged request has that one of the page has not.
type Forgery = (&'static str, fn(Request, &str) -> Request);

const FORGED: [Forgery; 24] = [
    ("a foreign host that leads here", |it, port| {
        it.setting("Host", &format!("evil.example:{port}"))
    }),
    ("a foreign host without a port", |it, _| {
        it.setting("Host", "evil.example")
    }),
    ("a host with another port", |it, _| {
        it.setting("Host", "127.0.0.1:1")
    }),
    ("a host without a port", |it, _| {
        it.setting("Host", "127.0.0.1")
    }),
    ("a host that begins like this machine", |it, port| {
        it.setting("Host", &format!("127.0.0.1.evil.example:{port}"))
    }),
    ("a host that ends like it", |it, port| {
        it.setting("Host", &format!("evil.localhost:{port}"))
    }),
    ("a host by another address of this machine", |it, port| {
        it.setting("Host", &format!("127.0.0.2:{port}"))
    }),
    ("a host by the address of every machine", |it, port| {
        it.setting("Host", &format!("0.0.0.0:{port}"))
    }),
    ("two hosts", |it, port| {
        it.with("Host", &format!("127.0.0.1:{port}"))
    }),
    ("no host", |it, _| it.without("Host")),
    ("a target with a host, as for a proxy", |mut it, port| {
        it.path = format!("http://127.0.0.1:{port}{}", it.path);
        it
    }),
    ("a target with a foreign host", |mut it, _| {
        it.path = format!("http://evil.example{}", it.path);
        it
    }),
    ("another site's origin", |it, _| {
        it.setting("Origin", "https://evil.example")
    }),
    ("another program of this machine", |it, _| {
        it.setting("Origin", "http://127.0.0.1:1")
    }),
    ("this address by the other name", |it, port| {
        it.setting("Origin", &format!("http://localhost:{port}"))
    }),
    ("this address by https", |it, port| {
        it.setting("Origin", &format!("https://127.0.0.1:{port}"))
    }),
    ("a page without an origin", |it, _| {
        it.setting("Origin", "null")
    }),
    ("no origin, to change something", |it, _| {
        it.without("Origin")
    }),
    ("a second origin", |it, _| {
        it.with("Origin", "https://evil.example")
    }),
    ("another site", |it, _| {
        it.setting("Sec-Fetch-Site", "cross-site")
    }),
    (
        "another port of this machine, which is the same site",
        |it, _| it.setting("Sec-Fetch-Site", "same-site"),
    ),
    ("an address that was typed", |it, _| {
        it.setting("Sec-Fetch-Site", "none")
    }),
    ("something that is no browser", |it, _| {
        it.without("Sec-Fetch-Site")
    }),
    ("two sites", |it, _| it.with("Sec-Fetch-Site", "cross-site")),
];

/// Has a request come from the page of the host that it names.
fn fitting(request: Request) -> Request {
    let host = request.header("Host").map(|host| format!("http://{host}"));
    request.setting("Origin", &host.unwrap_or_default())
}

/// What a response would be used as that is not merely read.
const DESTINATIONS: [&str; 12] = [
    "document",
    "iframe",
    "frame",
    "object",
    "embed",
    "script",
    "style",
    "image",
    "worker",
    "serviceworker",
    "manifest",
    "font",
];

#[tokio::test]
async fn forged_requests_do_not_reach_the_server() {
    let server = Recording::fine().await;
    let stage = Stage::to(&server.url()).await;
    let port = stage.port();
    for (name, forge) in FORGED {
        let request = Request::new("POST", "/relay/api2/ping/", port).sending("text/plain", b"x");
        let mut forged = forge(request, &port.to_string());
        if name.contains("host") {
            // Whoever makes a name lead here has the browser say that it all fits.
            forged = fitting(forged);
        }
        let response = forged.send(port).await;
        assert_eq!(response.status, 403, "{name}: {}", response.head);
        assert_eq!(response.code(), Some("not-allowed"), "{name}");
        assert!(response.text().starts_with("{\"error_msg\":\""), "{name}");
        assert!(
            !response.text().contains("evil"),
            "{name}: it repeats what was sent"
        );
    }
    for destination in DESTINATIONS {
        let request = Request::new("GET", "/relay/api2/ping/", port);
        let response = request
            .setting("Sec-Fetch-Dest", destination)
            .send(port)
            .await;
        assert_eq!(response.code(), Some("not-allowed"), "{destination}");
    }
    let bare = Request::new("GET", "/relay/api2/ping/", port).without("Sec-Fetch-Dest");
    assert_eq!(bare.send(port).await.code(), Some("not-allowed"));
    assert!(server.received().is_empty());
}

#[tokio::test]
async fn methods_that_seatable_lacks_do_not_reach_the_server() {
    let server = Recording::fine().await;
    let stage = Stage::to(&server.url()).await;
    for method in ["OPTIONS", "HEAD", "PATCH", "TRACE", "PROPFIND"] {
        let response = Request::new(method, "/relay/api2/ping/", stage.port())
            .send(stage.port())
            .await;
        assert_eq!(response.status, 405, "{method}");
        assert_eq!(response.code(), Some("not-allowed"), "{method}");
        assert_eq!(response.header("allow"), Some("GET, POST, PUT, DELETE"));
    }
    let mut stream = TcpStream::connect(("127.0.0.1", stage.port()))
        .await
        .unwrap();
    let tunnel =
        "CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\nConnection: close\r\n\r\n";
    stream.write_all(tunnel.as_bytes()).await.unwrap();
    assert_eq!(Response::read(&mut stream).await.status, 403);
    assert!(server.received().is_empty());
}

#[tokio::test]
async fn the_page_comes_by_its_own_names_only() {
    let stage = Stage::to("http://127.0.0.1:1").await;
    let get = |host: String| {
        let request = Request::new("GET", "/", stage.port()).setting("Host", &host);
        let port = stage.port();
        async move {
            request
                .setting("Sec-Fetch-Dest", "document")
                .send(port)
                .await
                .status
        }
    };
    assert_eq!(get(format!("127.0.0.1:{}", stage.port())).await, 200);
    assert_eq!(get(format!("localhost:{}", stage.port())).await, 200);
    assert_eq!(get(format!("evil.example:{}", stage.port())).await, 403);
}

#[tokio::test]
async fn a_page_by_the_name_localhost_may_ask_too() {
    let server = Recording::fine().await;
    let stage = Stage::to(&server.url()).await;
    let own = format!("localhost:{}", stage.port());
    let request = Request::new("PUT", "/relay/a/", stage.port())
        .setting("Host", &own)
        .setting("Origin", &format!("http://{own}"));
    assert_eq!(request.send(stage.port()).await.status, 200);
}

//! What goes through, and what does not.

use tokio::io::AsyncWriteExt;

use crate::Stage;
use crate::browser::{Request, Response};
use crate::server::{Recording, listen, request};

/// What `docs/local.md` says the server does not see.
const LEFT_OUT: [&str; 7] = [
    "connection",
    "cookie",
    "origin",
    "referer",
    "sec-fetch-dest",
    "sec-fetch-mode",
    "sec-fetch-site",
];

/// Leaves out of a request what the relay leaves out, and names another host.
fn reduced(request: &[u8], port: u16) -> String {
    let text = String::from_utf8_lossy(request).into_owned();
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    let lines = head.split("\r\n").filter_map(|line| {
        let name = line.split(':').next().unwrap().to_ascii_lowercase();
        match name.as_str() {
            "host" => Some(format!("Host: 127.0.0.1:{port}")),
            name if LEFT_OUT.contains(&name) => None,
            _ => Some(line.to_owned()),
        }
    });
    format!("{}\r\n\r\n{body}", lines.collect::<Vec<_>>().join("\r\n"))
}

#[tokio::test]
async fn a_request_arrives_as_it_was_sent_but_for_the_named_headers() {
    let server = Recording::fine().await;
    let stage = Stage::to(&server.url()).await;
    let new = |method, path| Request::new(method, path, stage.port());
    let form = b"--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\xC3\xA4.txt\"\r\n\r\n\0\x01\r\n--x--\r\n";
    for request in [
        new("GET", "/api2/ping/"),
        new(
            "GET",
            "/api2//ping/./../%2e%2E/%C3%A4|^?a=b+c%20d&&=&x[]=%2F'~{|}^`",
        ),
        new("GET", "/"),
        new("GET", "//evil.example/x?"),
        new("DELETE", "/api/v2.1/workspace/7/dtable/")
            .sending("application/json", b"{\"name\":\"a\"}"),
        new("DELETE", "/nothing/"),
        new("POST", "/empty/").with("Content-Length", "0"),
        new("POST", "/seafhttp/upload-api/secret?ret-json=1")
            .sending("multipart/form-data; boundary=x", form),
        new("PUT", "/rows/")
            .sending("application/json", b"{}")
            .with("X-SEAFILE-OTP", "123456"),
        new("GET", "/twice/")
            .with("X-Thing", "1")
            .with("x-thing", "2"),
    ] {
        let mut relayed = request.clone();
        relayed.path = format!("/relay{}", request.path);
        let response = relayed.send(stage.port()).await;
        assert_eq!(
            response.status,
            200,
            "{}: {}",
            request.path,
            response.text()
        );
        request.send(server.port).await;
        let [through, direct] = server.received().try_into().unwrap();
        let through = String::from_utf8_lossy(&through).into_owned();
        assert_eq!(through, reduced(&direct, server.port), "{}", request.path);
        server.forget();
    }
}

#[tokio::test]
async fn a_response_comes_as_it_was_sent_but_for_the_named_headers() {
    let kept = "HTTP/1.1 418 I am a Teapot\r\n\
         Server: nginx\r\n\
         Content-Type: text/html; charset=gb18030\r\n\
         Content-Encoding: br\r\n\
         Content-Length: 3\r\n\
         X-RateLimit-Remaining: 199\r\n\
         x-twice: 1\r\n\
         x-twice: 2\r\n";
    let harmful = "Set-Cookie: session=1\r\n\
         Set-Cookie: other=2\r\n\
         Clear-Site-Data: \"*\"\r\n\
         Strict-Transport-Security: max-age=1\r\n\
         Service-Worker-Allowed: /\r\n\
         Alt-Svc: h2=\"evil.example:443\"\r\n\
         Access-Control-Allow-Origin: *\r\n\
         Content-Security-Policy: default-src *\r\n\
         WWW-Authenticate: Basic realm=\"x\"\r\n\
         playground-relay: certificate\r\n\
         Connection: close\r\n";
    let server = Recording::answering(format!("{kept}{harmful}\r\n\x01\x02\x03")).await;
    let stage = Stage::to(&server.url()).await;
    let response = Request::new("GET", "/relay/", stage.port())
        .send(stage.port())
        .await;
    let added = "Content-Security-Policy: sandbox; default-src 'none'; frame-ancestors 'none'\r\n\
         x-content-type-options: nosniff\r\n\
         Connection: close";
    assert_eq!(response.head, format!("{kept}{added}"));
    assert_eq!(response.body, b"\x01\x02\x03");
}

#[tokio::test]
async fn a_redirect_is_handed_over_and_not_followed() {
    let elsewhere = Recording::fine().await;
    for target in [
        elsewhere.url(),
        "/other/".to_owned(),
        "//evil.example/".to_owned(),
    ] {
        for status in [301, 302, 303, 307, 308] {
            let server = Recording::answering(format!(
                "HTTP/1.1 {status} Moved\r\nLocation: {target}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            ))
            .await;
            let stage = Stage::to(&server.url()).await;
            let response = Request::new("GET", "/relay/a/", stage.port())
                .send(stage.port())
                .await;
            assert_eq!(response.status, status);
            assert_eq!(response.header("location"), Some(target.as_str()));
            assert_eq!(response.code(), None);
            assert_eq!(server.received().len(), 1);
        }
    }
    assert!(elsewhere.received().is_empty());
}

#[tokio::test]
async fn nothing_of_a_request_is_written_but_its_line() {
    let server = Recording::fine().await;
    let stage = Stage::to(&server.url()).await;
    for path in [
        "/api2/auth-token/?password=secret",
        "/seafhttp/upload-api/secret?ret-json=1",
        "/seafhttp/files/secret/a.txt",
        "/dtable/external-links/secret/download-zip/",
    ] {
        let path = format!("/relay{path}");
        Request::new("POST", &path, stage.port())
            .with("Authorization", "Token secret")
            .sending(
                "application/x-www-form-urlencoded",
                b"username=secret&password=secret",
            )
            .send(stage.port())
            .await;
    }
    let forged =
        Request::new("POST", "/relay/x/?secret", stage.port()).setting("Origin", "http://secret");
    forged.send(stage.port()).await;
    let lines = stage.lines(5).await;
    for (line, wanted) in lines.iter().zip([
        "POST /api2/auth-token/ 200, 31 bytes sent, 2 received, ",
        "POST /seafhttp/upload-api/… 200, 31 bytes sent, 2 received, ",
        "POST /seafhttp/files/…/a.txt 200, 31 bytes sent, 2 received, ",
        "POST /dtable/external-links/…/download-zip/ 200, 31 bytes sent, 2 received, ",
        "POST /x/ 403, 0 bytes sent, 0 received, ",
    ]) {
        assert!(line.starts_with(wanted), "{line}");
        assert!(
            !line.contains("secret") && !line.contains("token,"),
            "{line}"
        );
    }
}

#[tokio::test]
async fn the_page_says_where_the_relay_leads_and_may_ask_nobody_else() {
    let stage = Stage::to("https://cloud.seatable.io").await;
    for (path, encoding) in [("/", "br"), ("/index.html", "gzip"), ("/", "identity")] {
        let page = Request::new("GET", path, stage.port())
            .setting("Accept-Encoding", encoding)
            .with("If-Modified-Since", "Fri, 31 Dec 2999 23:59:59 GMT");
        let page = page.send(stage.port()).await;
        assert_eq!(
            page.status, 200,
            "what a browser kept may be of another server"
        );
        let meta = "<meta name=\"playground-relay\" content=\"https://cloud.seatable.io\" />";
        assert!(
            page.text().contains(&format!("<head>{meta}")),
            "{}",
            page.text()
        );
        assert_eq!(
            page.header("content-length"),
            Some(page.body.len().to_string().as_str())
        );
        assert_eq!(page.header("last-modified"), None);
        let policy = page.header("content-security-policy").unwrap();
        for directive in [
            "default-src 'self'",
            "connect-src 'self'",
            "frame-ancestors 'none'",
        ] {
            assert!(policy.split("; ").any(|it| it == directive), "{policy}");
        }
    }
}

#[tokio::test]
async fn a_chunked_upload_and_a_chunked_response_go_through() {
    let response = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n2\r\nok\r\n0\r\n\r\n";
    let server = Recording::answering(response).await;
    let stage = Stage::to(&server.url()).await;
    let mut upload =
        Request::new("POST", "/relay/a/", stage.port()).with("Transfer-Encoding", "chunked");
    upload.body = b"3\r\nabc\r\n0\r\n\r\n".to_vec();
    let response = upload.send(stage.port()).await;
    assert!(response.text().contains("ok"), "{response:?}");
    let received = String::from_utf8(server.received().remove(0)).unwrap();
    assert!(
        received.ends_with("\r\n\r\n3\r\nabc\r\n0\r\n\r\n"),
        "{received}"
    );
}

#[tokio::test]
async fn connections_are_used_again() {
    let (listener, port) = listen().await;
    let server = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        for _ in 0..3 {
            request(&mut stream).await;
            stream
                .write_all(b"HTTP/1.1 204 No Content\r\n\r\n")
                .await
                .unwrap();
        }
    });
    let stage = Stage::to(&format!("http://127.0.0.1:{port}")).await;
    for _ in 0..3 {
        let response = Request::new("GET", "/relay/", stage.port())
            .send(stage.port())
            .await;
        assert_eq!(response.status, 204);
    }
    server.await.unwrap();
}

#[tokio::test]
async fn what_is_outside_the_relay_is_the_page() {
    let server = Recording::fine().await;
    let stage = Stage::to(&server.url()).await;
    for path in ["/relayed", "/api2/ping/", "/Relay/x"] {
        let response: Response = Request::new("GET", path, stage.port())
            .send(stage.port())
            .await;
        assert_eq!((response.status, response.code()), (404, None), "{path}");
    }
    let bare = Request::new("GET", "/relay", stage.port())
        .send(stage.port())
        .await;
    assert_eq!(bare.code(), Some("not-allowed"));
    assert!(server.received().is_empty());
}

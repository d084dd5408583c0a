//! Proxies between the relay and the server.

use relay::{Options, Proxies, Relay, Server};
use tokio::io::{AsyncWriteExt, copy_bidirectional};
use tokio::net::TcpStream;

use crate::Stage;
use crate::browser::{Request, Response};
use crate::certificates::Authority;
use crate::program::Program;
use crate::server::{Recording, closed_port, listen, request};

/// Starts a proxy that makes the connections it is asked for; what it was asked comes out.
async fn proxy() -> (u16, tokio::sync::mpsc::UnboundedReceiver<String>) {
    let (listener, port) = listen().await;
    let (asked, heard) = tokio::sync::mpsc::unbounded_channel();
    tokio::spawn(async move {
        loop {
            let (mut stream, _) = listener.accept().await.unwrap();
            let head = String::from_utf8(request(&mut stream).await).unwrap();
            let target = head.split(' ').nth(1).unwrap().to_owned();
            asked.send(head).unwrap();
            tokio::spawn(async move {
                let mut server = TcpStream::connect(target).await.unwrap();
                let yes = b"HTTP/1.1 200 Connection established\r\n\r\n";
                stream.write_all(yes).await.unwrap();
                let _ = copy_bidirectional(&mut stream, &mut server).await;
            });
        }
    });
    (port, heard)
}

/// Asks a server by the proxies of `HTTPS_PROXY`, but for those of `NO_PROXY`.
async fn ask(server: u16, authority: &Authority, proxy: &str, none_for: &str) -> Response {
    let stage = Stage::with(&format!("https://localhost:{server}"), |options| {
        options.ca = Some(authority.file());
        options.proxies = Proxies::builder()
            .https(proxy.to_owned())
            .no(none_for.to_owned())
            .build();
    })
    .await;
    Request::new("GET", "/relay/", stage.port())
        .send(stage.port())
        .await
}

#[tokio::test]
async fn a_proxy_is_used_for_what_it_is_for() {
    let authority = Authority::new();
    let server = authority.server().await;
    let (port, mut heard) = proxy().await;
    let response = ask(
        server,
        &authority,
        &format!("http://me:secret@127.0.0.1:{port}"),
        "",
    )
    .await;
    assert_eq!(response.status, 200, "{}", response.text());
    let head = heard.try_recv().unwrap();
    assert!(
        head.starts_with(&format!("CONNECT localhost:{server} HTTP/1.1\r\n")),
        "{head}"
    );
    // me:secret
    assert!(
        head.to_lowercase()
            .contains("proxy-authorization: basic bwu6c2vjcmv0\r\n"),
        "{head}"
    );
    assert!(
        !head.contains("the-token"),
        "what is inside is none of the proxy's"
    );

    let response = ask(
        server,
        &authority,
        &format!("http://127.0.0.1:{port}"),
        "localhost",
    )
    .await;
    assert_eq!(response.status, 200);
    assert!(heard.try_recv().is_err(), "NO_PROXY names the server");
}

#[tokio::test]
async fn the_environment_names_proxies_in_either_case() {
    let authority = Authority::new();
    let url = format!("https://localhost:{}", authority.server().await);
    let file = authority.file();
    let arguments = ["--server", &url, "--ca", file.to_str().unwrap()];
    let (port, mut heard) = proxy().await;
    let named = format!("http://me:secret@127.0.0.1:{port}");
    for (variables, is_used) in [
        (vec![("HTTPS_PROXY", named.as_str())], true),
        (vec![("https_proxy", named.as_str())], true),
        (vec![("ALL_PROXY", named.as_str())], true),
        (vec![("HTTP_PROXY", named.as_str())], false),
        (
            vec![("HTTPS_PROXY", named.as_str()), ("NO_PROXY", "localhost")],
            false,
        ),
        (
            vec![("https_proxy", named.as_str()), ("no_proxy", "*")],
            false,
        ),
        (
            vec![("HTTPS_PROXY", named.as_str()), ("NO_PROXY", "a.example")],
            true,
        ),
    ] {
        let program = Program::start_with(&arguments, &variables);
        let request = Request::new("GET", "/relay/", program.port);
        let response = request.send(program.port).await;
        assert_eq!(response.status, 200, "{variables:?}: {}", response.text());
        assert_eq!(heard.try_recv().is_ok(), is_used, "{variables:?}");
        let said = format!("through the proxy 127.0.0.1:{port}");
        assert_eq!(
            program.greeting.contains(&said),
            is_used,
            "{}",
            program.greeting
        );
        assert!(!program.greeting.contains("secret"), "{}", program.greeting);
        assert!(!program.end().contains("secret"));
    }
}

#[tokio::test]
async fn a_proxy_that_refuses_or_is_not_there_is_told_as_such() {
    let authority = Authority::new();
    let server = authority.server().await;
    for (status, sentence) in [
        (
            "407 Proxy Authentication Required",
            "user name and a password",
        ),
        ("403 Forbidden", "Ask its admin"),
        ("502 Bad Gateway", "may not reach the server either"),
    ] {
        let proxy =
            Recording::answering(format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n")).await;
        let response = ask(
            server,
            &authority,
            &proxy.url().replace("//", "//me:secret@"),
            "",
        )
        .await;
        assert_eq!(
            (response.status, response.code()),
            (502, Some("proxy")),
            "{status}"
        );
        assert!(response.text().contains(sentence), "{}", response.text());
        assert!(!response.text().contains("secret"));
    }
    let gone = closed_port().await;
    let response = ask(server, &authority, &format!("http://127.0.0.1:{gone}"), "").await;
    assert_eq!(response.code(), Some("proxy"), "{}", response.text());
    let no_proxy = Recording::answering("SSH-2.0-OpenSSH_9.2\r\n").await;
    let response = ask(server, &authority, &no_proxy.url(), "").await;
    assert_eq!(response.code(), Some("proxy"), "{}", response.text());
}

#[tokio::test]
async fn a_server_without_encryption_is_asked_directly() {
    let server = Recording::fine().await;
    let stage = Stage::with(&server.url(), |options| {
        options.proxies = Proxies::builder().all("http://127.0.0.1:1").build();
    })
    .await;
    assert_eq!(
        Request::new("GET", "/relay/", stage.port())
            .send(stage.port())
            .await
            .status,
        200
    );
}

#[test]
fn a_proxy_of_another_kind_is_told_before_anything_is_served() {
    let options = Options {
        proxies: Proxies::builder().https("socks5://127.0.0.1:1080").build(),
        ..Options::new(Server::parse("a.example").unwrap())
    };
    assert!(Relay::new(options).unwrap_err().contains("HTTPS_PROXY"));
}

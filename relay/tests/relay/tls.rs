//! Whom the relay trusts.

use std::path::Path;

use relay::{Options, Relay, Server};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::Stage;
use crate::browser::{Request, Response};
use crate::certificates::{Authority, expired, not_yet_valid, self_signed};
use crate::server::listen;

async fn ask(server: &str, ca: Option<&Path>) -> Response {
    let ca = ca.map(Path::to_owned);
    let stage = Stage::with(server, |options| options.ca = ca).await;
    let request = Request::new("POST", "/relay/api2/auth-token/", stage.port());
    request.sending("text/plain", b"x").send(stage.port()).await
}

fn refused(response: &Response, reason: &str) {
    assert_eq!(
        (response.status, response.code()),
        (502, Some("certificate"))
    );
    assert!(response.text().contains(reason), "{}", response.text());
}

#[tokio::test]
async fn a_server_of_an_unknown_authority_is_refused_until_the_authority_is_named() {
    let authority = Authority::new();
    let url = format!("https://localhost:{}", authority.server().await);
    refused(&ask(&url, None).await, "does not trust its issuer");
    let response = ask(&url, Some(&authority.file())).await;
    assert_eq!((response.status, response.text()), (200, "[]"));
    // Of another authority, though one is named.
    let other = Authority::called("Other");
    refused(
        &ask(&url, Some(&other.file())).await,
        "does not trust its issuer",
    );
}

#[tokio::test]
async fn a_certificate_of_another_name_or_time_is_refused_whoever_issued_it() {
    let authority = Authority::new();
    let localhost = || vec!["localhost".to_owned()];
    let elsewhere = vec!["a.example".to_owned(), "b.example".to_owned()];
    for (port, reason) in [
        (
            authority.server_with(elsewhere, |_| {}).await,
            "it is for other names: a.example, b.example.",
        ),
        (
            authority.server_with(localhost(), expired).await,
            "it has expired",
        ),
        (
            authority.server_with(localhost(), not_yet_valid).await,
            "it is not valid yet",
        ),
    ] {
        let url = format!("https://localhost:{port}");
        refused(&ask(&url, Some(&authority.file())).await, reason);
    }
}

#[tokio::test]
async fn an_address_is_a_name_too() {
    let authority = Authority::new();
    let port = authority
        .server_with(vec!["127.0.0.1".to_owned()], |_| {})
        .await;
    let url = format!("https://127.0.0.1:{port}");
    assert_eq!(ask(&url, Some(&authority.file())).await.status, 200);
}

#[tokio::test]
async fn a_server_s_own_certificate_can_be_named() {
    let folder = tempfile::tempdir().unwrap();
    let (port, file) = self_signed(&folder).await;
    let response = ask(&format!("https://localhost:{port}"), None).await;
    refused(&response, "name its file with --ca");
    assert_eq!(
        ask(&format!("https://localhost:{port}"), Some(&file))
            .await
            .status,
        200
    );
    let response = ask(&format!("https://127.0.0.1:{port}"), Some(&file)).await;
    refused(&response, "it is for other names: localhost.");
}

#[tokio::test]
async fn a_server_that_does_not_encrypt_is_told_from_one_with_a_bad_certificate() {
    let (listener, port) = listen().await;
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        // As nginx does, which takes the beginning of the encryption for a request.
        let _ = stream.read(&mut [0; 1024]).await;
        stream
            .write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            .await
            .unwrap();
    });
    let response = ask(&format!("https://127.0.0.1:{port}"), None).await;
    assert_eq!((response.status, response.code()), (502, Some("refused")));
    assert!(
        response.text().contains("Is it an https server?"),
        "{}",
        response.text()
    );
}

#[test]
fn a_file_without_certificates_is_told_before_anything_is_served() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("ca.pem");
    for content in [
        None,
        Some(""),
        Some("not PEM"),
        Some("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"),
    ] {
        if let Some(content) = content {
            std::fs::write(&file, content).unwrap();
        }
        let options = Options {
            ca: Some(file.clone()),
            ..Options::new(Server::parse("a.example").unwrap())
        };
        let fault = Relay::new(options).unwrap_err();
        assert!(
            fault.contains("ca.pem") && fault.ends_with('.'),
            "{content:?}: {fault}"
        );
    }
}

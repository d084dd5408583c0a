//! Servers that cannot be asked.

use std::time::Duration;

use tokio::time::timeout;

use crate::Stage;
use crate::browser::{Request, Response};
use crate::server::{Recording, Silent, closed_port};

async fn ask(server: &str) -> Response {
    let stage = Stage::with(server, |options| {
        options.patience = Some(Duration::from_millis(300));
    })
    .await;
    let request = Request::new("POST", "/relay/api2/ping/", stage.port());
    // More than what fits into the buffers in between.
    let upload = request.sending("application/octet-stream", &vec![7; 8_000_000]);
    let response = timeout(Duration::from_secs(10), upload.send(stage.port()));
    let response = response.await.expect("it waits for ever");
    let line = stage.lines(1).await.remove(0);
    if let Some(code) = response.code() {
        assert!(line.ends_with(&format!("from the relay: {code}")), "{line}");
        assert_eq!(response.header("content-type"), Some("application/json"));
        assert!(
            response.text().starts_with("{\"error_msg\":\""),
            "{}",
            response.text()
        );
    }
    response
}

#[tokio::test]
async fn each_fault_has_its_word_and_its_sentence() {
    let refused = closed_port().await;
    let silent = Silent::new().await;
    let no_http = Recording::answering("SSH-2.0-OpenSSH_9.2\r\n").await;
    let closing = Recording::answering("").await;
    let switching = Recording::answering(
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
    )
    .await;
    for (server, status, code, sentence) in [
        (
            "https://nowhere.invalid".to_owned(),
            502,
            "name",
            "No address is known for nowhere.invalid",
        ),
        (
            format!("http://127.0.0.1:{refused}"),
            502,
            "refused",
            "refused the connection",
        ),
        (
            format!("https://127.0.0.1:{refused}"),
            502,
            "refused",
            "refused the connection",
        ),
        // It takes the connection and never says who it is.
        (
            format!("https://127.0.0.1:{}", silent.port),
            504,
            "timed-out",
            "did not take the connection in time",
        ),
        (
            no_http.url(),
            502,
            "broken",
            "may have carried out the request",
        ),
        (
            closing.url(),
            502,
            "broken",
            "may have carried out the request",
        ),
        (switching.url(), 502, "broken", "another protocol"),
    ] {
        let response = ask(&server).await;
        assert_eq!(
            (response.status, response.code()),
            (status, Some(code)),
            "{server}: {}",
            response.text()
        );
        assert!(response.text().contains(sentence), "{}", response.text());
    }
}

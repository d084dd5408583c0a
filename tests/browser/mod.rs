//! The built page on a server of this machine, and a real Chromium to open it in.

// Each test that uses it uses its own part.
#![allow(dead_code)]

pub(crate) mod devtools;
pub(crate) mod log;
pub(crate) mod network;
pub(crate) mod ready;
pub(crate) mod shared;
pub(crate) mod site;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

/// Opens a browser with a profile of its own that writes these logs. None is written unless asked for: the one of the network
/// keeps copies of what came.
pub(crate) async fn open(logs: &[&str]) -> Client {
    open_that_waits("normal", logs).await
}

/// The same, but it does not wait for a page to be loaded, which can take for ever.
pub(crate) async fn open_impatient(logs: &[&str]) -> Client {
    open_that_waits("none", logs).await
}

/// The same, for a page that is to seem to come from a public address: of this name, at this port.
pub(crate) async fn open_far(name: &str, port: u16, logs: &[&str]) -> Client {
    let far = [
        format!("--host-resolver-rules=MAP {name} 127.0.0.1"),
        format!("--ip-address-space-overrides=127.0.0.1:{port}=public"),
        format!("--unsafely-treat-insecure-origin-as-secure=http://{name}:{port}"),
    ];
    open_with(&far, "normal", logs).await
}

/// Opens a browser that waits for pages by one of WebDriver's strategies.
async fn open_that_waits(strategy: &str, logs: &[&str]) -> Client {
    open_with(&[], strategy, logs).await
}

async fn open_with(more: &[String], strategy: &str, logs: &[&str]) -> Client {
    let levels: serde_json::Map<String, Value> = logs
        .iter()
        .map(|&log| (log.to_owned(), json!("ALL")))
        .collect();
    let arguments = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1280,900",
    ];
    let arguments: Vec<_> = arguments
        .into_iter()
        .chain(more.iter().map(String::as_str))
        .collect();
    let capabilities = json!({
        "goog:chromeOptions": { "args": arguments },
        "goog:loggingPrefs": levels,
        "pageLoadStrategy": strategy,
    });
    let Value::Object(capabilities) = capabilities else {
        unreachable!("it is an object")
    };
    let mut builder = ClientBuilder::new(HttpConnector::new());
    builder.capabilities(capabilities);
    builder
        .connect(&driver())
        .await
        .expect("the driver gives a browser")
}

/// Where the driver listens.
fn driver() -> String {
    std::env::var("PLAYGROUND_WEBDRIVER").expect("PLAYGROUND_WEBDRIVER is set")
}

/// Whether a browser takes commands of the DevTools protocol. One that was [`shared`] says nothing of itself, and does.
pub(crate) fn is_chromium(client: &Client) -> bool {
    let told = client.capabilities();
    told.is_none_or(|told| told["browserName"] != "firefox")
}

/// The process number of a browser, and its version.
pub(crate) fn process_and_version(client: &Client) -> (u64, String) {
    let told = client.capabilities().expect("a browser");
    let version = told["browserVersion"].as_str().expect("a version");
    let process = told["goog:processID"].as_u64().expect("a process");
    (process, version.to_owned())
}

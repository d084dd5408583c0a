//! What a page fetched, by the events of the browser's network.

use super::log::{self, DEVTOOLS, Log};
use fantoccini::Client;
use serde_json::Value;

/// A file that the page asked for. Times are in milliseconds since 1970.
#[derive(Debug)]
pub(crate) struct Fetched {
    /// Its path from the page's folder on.
    pub(crate) path: String,
    /// When it was asked for.
    pub(crate) asked: f64,
    /// When all of it had come; `None` if it has not.
    pub(crate) came: Option<f64>,
    /// What came over the network: headers, and the body as it was compressed.
    pub(crate) bytes: f64,
    /// Whether the network was not needed.
    pub(crate) is_cached: bool,
    /// Why it did not come.
    pub(crate) failure: Option<String>,
}

impl Fetched {
    /// Whether it is this part of the page, which is fetched after the rest.
    pub(crate) fn is_part(&self, name: &str) -> bool {
        self.path.starts_with(&format!("parts/{name}-"))
    }
}

/// Returns what was fetched from `origin` since the last time this was asked.
///
/// # Panics
///
/// Panics where nothing was: then the log is not what it is taken for.
pub(crate) async fn fetched(client: &Client, origin: &str) -> Vec<Fetched> {
    let log = client.issue_cmd(Log(DEVTOOLS)).await;
    let fetched = read(&log::events(&log.expect("a log of the network")), origin);
    assert!(!fetched.is_empty(), "the network told of no request");
    fetched
}

fn read(events: &[Value], origin: &str) -> Vec<Fetched> {
    // With the number of the request, and what is added to times of events to make them times of a clock.
    let mut all: Vec<(&str, f64, Fetched)> = Vec::new();
    for event in events {
        let params = &event["params"];
        let Some(request) = params["requestId"].as_str() else {
            continue;
        };
        let known = all.iter_mut().rev().find(|(known, ..)| *known == request);
        match (event["method"].as_str().unwrap_or_default(), known) {
            ("Network.requestWillBeSent", _) => {
                let url = params["request"]["url"].as_str().expect("an address");
                let Some(path) = url.strip_prefix(origin) else {
                    continue;
                };
                let asked = seconds(&params["wallTime"]);
                let path = match path.trim_start_matches('/') {
                    "" => "index.html",
                    path => path,
                };
                let fetched = Fetched {
                    path: path.to_owned(),
                    asked: asked * 1e3,
                    came: None,
                    bytes: 0.0,
                    is_cached: false,
                    failure: None,
                };
                all.push((request, asked - seconds(&params["timestamp"]), fetched));
            }
            ("Network.requestServedFromCache", Some((.., fetched))) => fetched.is_cached = true,
            ("Network.responseReceived", Some((.., fetched))) => {
                let response = &params["response"];
                fetched.is_cached |= response["fromDiskCache"] == true;
                let status = response["status"].as_u64().unwrap_or_default();
                if !matches!(status, 200..=299 | 304) {
                    fetched.failure = Some(format!("status {status}"));
                }
            }
            ("Network.loadingFinished", Some((_, offset, fetched))) => {
                fetched.came = Some((seconds(&params["timestamp"]) + *offset) * 1e3);
                fetched.bytes = params["encodedDataLength"].as_f64().expect("a length");
            }
            ("Network.loadingFailed", Some((.., fetched))) => {
                let text = params["errorText"].as_str().unwrap_or_default();
                fetched.failure = Some(text.to_owned());
            }
            _ => {}
        }
    }
    all.into_iter().map(|(.., fetched)| fetched).collect()
}

fn seconds(value: &Value) -> f64 {
    value.as_f64().expect("a time")
}

//! What the browser wrote down: its console, and every request.

use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// The browser's console.
pub(crate) const CONSOLE: &str = "browser";
/// What the page and its network did.
pub(crate) const DEVTOOLS: &str = "performance";

/// Asks Chromium's driver for one of its logs, which it then empties.
#[derive(Debug)]
pub(crate) struct Log(pub(crate) &'static str);

impl WebDriverCompatibleCommand for Log {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/se/log", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (http::Method, Option<String>) {
        (
            http::Method::POST,
            Some(json!({ "type": self.0 }).to_string()),
        )
    }
}

/// Returns the console's errors and warnings.
pub(crate) fn complaints(log: &Value) -> Vec<String> {
    let entries = log.as_array().expect("the log is a list");
    entries
        .iter()
        .filter(|entry| matches!(entry["level"].as_str(), Some("SEVERE" | "WARNING")))
        .map(|entry| entry["message"].as_str().unwrap_or_default().to_owned())
        .collect()
}

/// Returns the events of the DevTools protocol in the log of that, each with its `method` and `params`.
pub(crate) fn events(log: &Value) -> Vec<Value> {
    let entries = log.as_array().expect("the log is a list");
    let event = |entry: &Value| {
        let text = entry["message"].as_str().expect("a text");
        let mut event: Value = serde_json::from_str(text).expect("an event");
        event["message"].take()
    };
    entries.iter().map(event).collect()
}

/// Returns the addresses of all requests, those of workers included.
pub(crate) fn requested(log: &Value) -> Vec<Url> {
    events(log)
        .iter()
        .filter(|event| event["method"] == "Network.requestWillBeSent")
        .filter_map(|event| Url::parse(event["params"]["request"]["url"].as_str()?).ok())
        .filter(|url| matches!(url.scheme(), "http" | "https" | "ws" | "wss"))
        .collect()
}

/// A request that did not end well.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Failed {
    /// Its address.
    pub(crate) url: String,
    /// What the network panel says: `net::ERR_ABORTED`.
    pub(crate) error: String,
}

/// Returns the requests that failed or were cancelled, as the browser's network panel shows them. What a test's own scripts ask
/// for is among them.
pub(crate) fn failed(log: &Value) -> Vec<Failed> {
    let events = events(log);
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let url = |id: &Value| {
        let sent = |event: &&Value| {
            event["method"] == "Network.requestWillBeSent" && event["params"]["requestId"] == *id
        };
        let sent = events.iter().rev().find(sent)?;
        Some(text(&sent["params"]["request"]["url"]))
    };
    events
        .iter()
        .filter(|event| event["method"] == "Network.loadingFailed")
        .filter_map(|event| {
            let params = &event["params"];
            Some(Failed {
                url: url(&params["requestId"])?,
                error: text(&params["errorText"]),
            })
        })
        .collect()
}

//! What the browser wrote down: its console, and every request.

use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};
use url::{ParseError, Url};

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

/// Returns the addresses of all requests, those of workers included.
pub(crate) fn requested(log: &Value) -> Vec<Url> {
    let entries = log.as_array().expect("the log is a list");
    let events = entries.iter().map(|entry| -> Value {
        serde_json::from_str(entry["message"].as_str().expect("a text")).expect("an event")
    });
    events
        .filter(|event| event["message"]["method"] == "Network.requestWillBeSent")
        .filter_map(|event| Url::parse(event["message"]["params"]["request"]["url"].as_str()?).ok())
        .filter(|url| matches!(url.scheme(), "http" | "https" | "ws" | "wss"))
        .collect()
}

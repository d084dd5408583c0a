//! Commands of the DevTools protocol, which Chromium's driver passes on.

use fantoccini::Client;
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// Has the browser do what WebDriver has no command for.
pub(crate) async fn tell(client: &Client, method: &'static str, parameters: Value) -> Value {
    let command = Command { method, parameters };
    let told = client.issue_cmd(command).await;
    told.unwrap_or_else(|error| panic!("{method}: {error}"))
}

#[derive(Debug)]
struct Command {
    method: &'static str,
    parameters: Value,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        let session = session.unwrap_or_default();
        base.join(&format!("session/{session}/goog/cdp/execute"))
    }

    fn method_and_body(&self, _: &Url) -> (http::Method, Option<String>) {
        let body = json!({ "cmd": self.method, "params": self.parameters });
        (http::Method::POST, Some(body.to_string()))
    }
}

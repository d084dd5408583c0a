//! Browsers that tests leave to one another: to start one takes a quarter of the work of a test.
//!
//! A test gets a tab of its own. Its page has an origin of its own, and so has what is stored; what the DevTools protocol was told holds for the tab.
//! What holds for a whole browser, such as its arguments and its logs, is the same for all that is shared. A browser whose test failed is
//! not left to another one.

use super::devtools::tell;
use super::log::{CONSOLE, DEVTOOLS, Log};
use fantoccini::Client;
use fantoccini::error::CmdError;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use std::sync::Mutex;

/// The sessions of the browsers that nobody uses.
static LEFT: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// Takes a browser that another test has left, or opens one. It writes both logs.
pub(crate) async fn take() -> Client {
    let left = LEFT.lock().expect("no test panics with it").pop();
    let Some(session) = left else {
        return super::open(&[CONSOLE, DEVTOOLS]).await;
    };
    // A connection belongs to the runtime of its test.
    let driver = super::driver();
    let client = Client::with_existing_session(&driver, &session, HttpConnector::new());
    client.await.expect("the driver still has this browser")
}

/// Leaves a browser to other tests, with an empty tab.
pub(crate) async fn leave(client: Client) {
    let session = tidy(&client).await.expect("the browser opens a tab");
    LEFT.lock().expect("no test panics with it").push(session);
}

/// Closes what a test has opened, and returns the session, which from now on doesn't end with its client.
async fn tidy(client: &Client) -> Result<String, CmdError> {
    let opened = client.windows().await?;
    let empty = client.new_window(true).await?.handle;
    for tab in opened {
        client.switch_to_window(tab).await?;
        client.close_window().await?;
    }
    client.switch_to_window(empty).await?;
    tell(client, "Network.clearBrowserCookies", json!({})).await;
    for log in [CONSOLE, DEVTOOLS] {
        client.issue_cmd(Log(log)).await?;
    }
    let session = client.session_id().await?.expect("it has a session");
    client.persist().await?;
    Ok(session)
}

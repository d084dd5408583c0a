//! The relay between a client that speaks as a browser does, and servers of every kind.

// A test that cannot go on says so by panicking.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod browser;
mod certificates;
mod cut_short;
mod faults;
mod load;
mod program;
mod proxies;
mod refused;
mod server;
mod through;
mod tls;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use relay::{Local, Log, Options, Proxies, Relay, Running, Server, Site};
use tempfile::TempDir;

/// A relay with a page of one file.
pub(crate) struct Stage {
    pub(crate) running: Running,
    /// What it has written.
    pub(crate) lines: Arc<Mutex<Vec<String>>>,
    _page: TempDir,
}

impl Stage {
    /// Leads to `server`, by no proxy.
    pub(crate) async fn to(server: &str) -> Self {
        Self::with(server, |_| {}).await
    }

    /// The same, with other options.
    pub(crate) async fn with(server: &str, change: impl FnOnce(&mut Options)) -> Self {
        let lines = Arc::new(Mutex::new(Vec::new()));
        let kept = lines.clone();
        let mut options = Options {
            proxies: Proxies::builder().build(),
            patience: Some(Duration::from_secs(5)),
            log: Log::new(move |line| kept.lock().unwrap().push(line.to_owned())),
            ..Options::new(Server::parse(server).unwrap())
        };
        change(&mut options);
        let page = page();
        let relay = Relay::new(options).unwrap();
        let local = Local::relayed(Site::new(page.path().to_owned()), relay);
        Self {
            running: local.start().await.unwrap(),
            lines,
            _page: page,
        }
    }

    pub(crate) fn port(&self) -> u16 {
        self.running.address().port()
    }

    /// Waits until it has written about so many requests, and returns the lines.
    pub(crate) async fn lines(&self, count: usize) -> Vec<String> {
        loop {
            let lines = self.lines.lock().unwrap().clone();
            if lines.len() >= count {
                return lines;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}

/// Makes a folder with a page in it.
pub(crate) fn page() -> TempDir {
    let page = tempfile::tempdir().unwrap();
    let text = "<!doctype html>\n<html>\n  <head>\n    <title>Page</title>";
    std::fs::write(page.path().join("index.html"), text).unwrap();
    page
}

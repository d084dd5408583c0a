//! The stage of a test: the page on a static server, a practice server, and a browser.

use super::browser::log::{self, CONSOLE, DEVTOOLS, Log};
use super::browser::{self, shared, site::Site};
use contract::{Documents, Request};
use fantoccini::elements::Element;
use fantoccini::{Client, Locator};
use practice::World;
use practice::http::{Handle, Options, Received};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How long anything on the page may take to appear.
pub(crate) const PATIENCE: Duration = Duration::from_secs(15);

/// A browser with the page, and a practice server.
pub(crate) struct Stage {
    pub(crate) client: Client,
    /// Whether another test gets the browser.
    is_shared: bool,
    /// The page's own origin.
    pub(crate) site: String,
    /// The practice server.
    pub(crate) practice: Handle,
    /// The origin under which the page knows it: another one where something stands in front of it.
    pub(crate) server: String,
    /// The practice world as it was at the start.
    pub(crate) seed: World,
    /// What was typed, each with the number of requests that had been answered by then.
    pub(crate) typed: Mutex<Vec<(String, usize)>>,
    /// How many buttons and keys were pressed to get on, and entries chosen, since the walkthrough was opened.
    pub(crate) presses: AtomicUsize,
    /// How many requests the test has stopped: as many may stand as failed in the network panel.
    pub(crate) stopped: AtomicUsize,
    /// Where the files are that the test chooses. Goes when it is dropped.
    pub(crate) disk: TempDir,
    /// Ends when it is dropped.
    _server: Site,
}

impl Stage {
    /// Serves the page, for a tab of its own in a browser that tests share.
    pub(crate) async fn set() -> Self {
        Self::set_with(Options::default()).await
    }

    /// The same, with a practice server that behaves in its own way.
    pub(crate) async fn set_with(options: Options) -> Self {
        Self::set_shared(Site::serve().await, practice_server(options).await).await
    }

    /// The same, with a page that seems to come from a public address, so that the browser asks before it may reach this machine.
    pub(crate) async fn set_far(options: Options) -> Self {
        let mut site = Site::serve().await;
        let port = site.origin.rsplit(':').next().unwrap().parse().unwrap();
        site.origin = format!("http://playground.test:{port}");
        let client = browser::open_far("playground.test", port, &[CONSOLE, DEVTOOLS]).await;
        Self::set_up(client, site, practice_server(options).await)
    }

    /// The same, in another browser.
    pub(crate) async fn set_in(client: Client, options: Options) -> Self {
        Self::set_up(client, Site::serve().await, practice_server(options).await)
    }

    /// The same, with the page that is there, from a relay to the practice server.
    pub(crate) async fn set_relayed(root: PathBuf, options: Options) -> Self {
        let practice = practice_server(options).await;
        let site = Site::serve_relayed(root, &practice.url()).await;
        Self::set_shared(site, practice).await
    }

    /// The same, with a site that holds the page.
    pub(crate) async fn set_on(site: Site) -> Self {
        let practice = practice_server(Options::default()).await;
        Self::set_shared(site, practice).await
    }

    async fn set_shared(site: Site, practice: Handle) -> Self {
        let mut stage = Self::set_up(shared::take().await, site, practice);
        stage.is_shared = true;
        stage
    }

    fn set_up(client: Client, server: Site, practice: Handle) -> Self {
        let seed = practice.world().clone();
        Self {
            client,
            is_shared: false,
            site: server.origin.clone(),
            server: practice.url(),
            practice,
            seed,
            typed: Mutex::default(),
            presses: AtomicUsize::new(0),
            stopped: AtomicUsize::new(0),
            disk: TempDir::with_prefix("playground-").unwrap(),
            _server: server,
        }
    }

    /// Opens an address of the page and waits until it is there.
    pub(crate) async fn open(&self, hash: &str) {
        self.client
            .goto(&format!("{}/{hash}", self.site))
            .await
            .unwrap();
        self.find("#heading").await;
    }

    /// Opens the page with the practice server chosen, as somebody who confirms the proposal and asks the server for its
    /// credentials: that alone sends something.
    pub(crate) async fn open_with_practice(&self, hash: &str) {
        let url: String = url::form_urlencoded::byte_serialize(self.server.as_bytes()).collect();
        self.open(&format!("#/walkthrough/write-and-read/1?server={url}"))
            .await;
        self.press("Use this server").await;
        self.ask_for_credentials(hash).await;
    }

    /// Asks the chosen server for its credentials, and goes to an address of the page: of a walkthrough to its first step, which is filled.
    pub(crate) async fn ask_for_credentials(&self, hash: &str) {
        let is_walkthrough = hash.starts_with("#/walkthrough/") && hash.matches('/').count() == 2;
        let hash = [hash, if is_walkthrough { "/1" } else { "" }].concat();
        // Pressed where it stands: the page may know the server already.
        let ask = "const ask = [...document.querySelectorAll('main button')]\
            .find(b => b.innerText.startsWith('Ask this server'));\
            if (ask) ask.click();";
        self.find(".step.open form, .practice-banner").await;
        self.run(ask, vec![]).await;
        self.shows(".practice-banner", "on your own machine").await;
        let go = "location.hash = arguments[0];\
            requestAnimationFrame(() => requestAnimationFrame(arguments[1]));";
        let shown = self.client.execute_async(go, vec![json!(hash)]).await;
        shown.unwrap();
        self.presses.store(0, Ordering::Relaxed);
    }

    /// Opens the page with the practice SeaTable inside it, and a walkthrough by its title.
    pub(crate) async fn open_in_page(&self, title: &str) {
        self.open("#/").await;
        let switch = self.find(".bar .switch").await;
        self.click(&switch).await;
        self.shows(".practice-banner", "No request leaves your browser")
            .await;
        self.press(title).await;
        // What goes by mouse over HTTP goes by keyboard here, and the other way round.
        self.presses.store(1, Ordering::Relaxed);
    }

    /// Waits for an element.
    pub(crate) async fn find(&self, css: &str) -> Element {
        let found = self
            .client
            .wait()
            .at_most(PATIENCE)
            .for_element(Locator::Css(css))
            .await;
        found.unwrap_or_else(|error| panic!("no {css}: {error}"))
    }

    /// Waits until the first element that fits has a text with these words in it.
    pub(crate) async fn shows(&self, css: &str, words: &str) {
        let began = Instant::now();
        let mut seen = String::new();
        while began.elapsed() < PATIENCE {
            seen = self.text(css).await;
            if seen.contains(words) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("{css} does not show “{words}” but “{seen}”");
    }

    /// Returns the text of the first element that fits; empty where none does.
    pub(crate) async fn text(&self, css: &str) -> String {
        let script = "const e = document.querySelector(arguments[0]); return e ? e.innerText : '';";
        self.run(script, vec![json!(css)])
            .await
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Runs a script in the page.
    pub(crate) async fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client.execute(script, arguments).await.unwrap()
    }

    /// Returns the requests to the practice server that a person sent: no preflights, and not the page's
    /// question whether it is one.
    pub(crate) fn sent(&self) -> Vec<Received> {
        let is_sent = |received: &Received| {
            received.request.method != "OPTIONS"
                && received.request.path != "/practice-seatable.json"
        };
        self.practice
            .received()
            .into_iter()
            .filter(is_sent)
            .collect()
    }

    /// Ends the test: no complaint in the console, no failed request but those that the test has stopped, no request but to the page's own origin and these, and
    /// none to the practice server that breaks SeaTable's OpenAPI documents.
    pub(crate) async fn strike(self, origins: &[String]) {
        let console = self.client.issue_cmd(Log(CONSOLE)).await.unwrap();
        let requests = self.client.issue_cmd(Log(DEVTOOLS)).await.unwrap();
        for url in log::requested(&requests) {
            let origin = url.origin().ascii_serialization();
            assert!(
                origin == self.site || origins.contains(&origin),
                "a request went to {url}"
            );
        }
        let failed = log::failed(&requests);
        assert_eq!(
            failed.len(),
            self.stopped.load(Ordering::Relaxed),
            "requests failed: {failed:?}"
        );
        assert_eq!(
            log::complaints(&console),
            Vec::<String>::new(),
            "the console complains"
        );
        self.check_sent();
        self.leave().await;
    }

    /// Ends a test over HTTP: as [`strike`](Self::strike), where requests go to the practice server alone.
    pub(crate) async fn strike_http(self) {
        let origin = self.server.clone();
        self.strike(&[origin]).await;
    }

    /// Holds what was sent against SeaTable's OpenAPI documents, where those are at hand.
    fn check_sent(&self) {
        let Some(documents) = Documents::find_for_part() else {
            return;
        };
        let sent = self.sent();
        let faults = sent.iter().flat_map(|received| {
            let request = &received.request;
            documents.faults(&Request {
                method: &request.method,
                path: &request.path,
                query: &request.query,
                headers: &request.headers,
                body: &request.body,
            })
        });
        assert_eq!(
            faults.collect::<Vec<_>>(),
            Vec::<String>::new(),
            "a request breaks SeaTable's documents"
        );
    }

    /// Ends a test that provokes complaints.
    pub(crate) async fn leave(self) {
        assert_eq!(
            self.copied(),
            Vec::<String>::new(),
            "something was typed that an answer had given"
        );
        self.close().await;
    }

    /// Closes the page, and the browser where no other test gets it.
    pub(crate) async fn close(self) {
        match self.is_shared {
            true => shared::leave(self.client).await,
            false => self.client.close().await.unwrap(),
        }
    }
}

/// Starts a practice server on a free port.
pub(crate) async fn practice_server(options: Options) -> Handle {
    // It brings a runtime of its own, which cannot begin inside another one.
    let started = tokio::task::spawn_blocking(|| practice::http::start(options));
    started.await.unwrap().expect("a practice server")
}

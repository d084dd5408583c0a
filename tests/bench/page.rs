//! The page in a browser of its own, about to send a request whose answer is the one to measure.

use fantoccini::elements::Element;
use fantoccini::wd::TimeoutConfiguration;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use practice::http::{Handle, Options, StandIn};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// What is done in the page to measure it.
const WATCH: &str = include_str!("watch.js");

/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(120);

/// The page, its server and the server that answers.
pub(crate) struct Page {
    client: Client,
    server: JoinHandle<()>,
    /// Ends when it is dropped.
    _practice: Handle,
}

impl Page {
    /// Opens the page in a fresh browser, and goes as far as the first request, which is answered by this.
    pub(crate) async fn open(answer: &str) -> Self {
        let answer = StandIn::new(
            "/api/v2.1/dtable/app-access-token/",
            "application/json",
            answer,
        );
        let options = Options::default();
        options.stand_ins.lock().unwrap().push(answer);
        let practice = tokio::task::spawn_blocking(|| practice::http::start(options));
        let practice = practice.await.unwrap().expect("a practice server");
        let (site, server) = site().await;
        let client = browser().await;
        let url: String = url::form_urlencoded::byte_serialize(practice.url().as_bytes()).collect();
        let address = format!("{site}/#/walkthrough/write-and-read?server={url}");
        client.goto(&address).await.unwrap();
        let page = Self {
            client,
            server,
            _practice: practice,
        };
        for words in ["Use this server", "Fill in the practice token", "Next:"] {
            page.press(words).await;
        }
        // With the code of the request comes the part of the page that reads answers.
        page.find(Locator::Css(".step.open .code")).await;
        page.client.execute(WATCH, vec![]).await.unwrap();
        page
    }

    /// Waits for a button or link with this text, and presses it.
    pub(crate) async fn press(&self, text: &str) {
        let path = format!("//*[self::button or self::a][contains(normalize-space(.), '{text}')]");
        let button = self.find(Locator::XPath(&path)).await;
        button.click().await.unwrap();
    }

    /// Does something of what is in `watch.js`, and returns what came of it.
    pub(crate) async fn measure(&self, call: &str) -> Value {
        let script =
            format!("const done = arguments[0]; Promise.resolve(window.bench.{call}).then(done);");
        self.client.execute_async(&script, vec![]).await.unwrap()
    }

    /// The process number of the browser, and its version.
    pub(crate) fn browser(&self) -> (u64, String) {
        let told = self.client.capabilities().expect("a browser");
        let version = told["browserVersion"].as_str().expect("a version");
        let process = told["goog:processID"].as_u64().expect("a process");
        (process, version.to_owned())
    }

    /// Closes the browser.
    pub(crate) async fn close(self) {
        self.client.close().await.unwrap();
        self.server.abort();
    }

    async fn find(&self, what: Locator<'_>) -> Element {
        let wait = self.client.wait().at_most(PATIENCE);
        let found = wait.for_element(what).await;
        found.unwrap_or_else(|error| panic!("no {what:?}: {error}"))
    }
}

/// Serves the built page; returns its origin.
async fn site() -> (String, JoinHandle<()>) {
    let dist = PathBuf::from(std::env::var("PLAYGROUND_DIST").expect("PLAYGROUND_DIST is set"));
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let site = format!("http://{}", listener.local_addr().unwrap());
    let server = tokio::spawn(async move {
        xtask::static_files::Site::new(dist)
            .serve(listener)
            .await
            .expect("the page is served");
    });
    (site, server)
}

/// A browser that writes no log of its requests: such a log keeps copies of the answers.
async fn browser() -> Client {
    let driver = std::env::var("PLAYGROUND_WEBDRIVER").expect("PLAYGROUND_WEBDRIVER is set");
    let options = json!({ "args": [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--window-size=1280,900",
    ] });
    let mut builder = ClientBuilder::new(HttpConnector::new());
    builder.capabilities(
        [("goog:chromeOptions".to_owned(), options)]
            .into_iter()
            .collect(),
    );
    let client = builder
        .connect(&driver)
        .await
        .expect("the driver gives a browser");
    let timeouts = TimeoutConfiguration::new(Some(PATIENCE), Some(PATIENCE), None);
    client.update_timeouts(timeouts).await.unwrap();
    client
}

//! The page in a browser of its own, about to send a request whose answer is the one to measure.

use super::browser::{self, site::Site};
use fantoccini::elements::Element;
use fantoccini::wd::TimeoutConfiguration;
use fantoccini::{Client, Locator};
use practice::http::{Handle, Options, StandIn};
use serde_json::Value;
use std::time::{Duration, Instant};

/// What is done in the page to measure it.
const WATCH: &str = include_str!("watch.js");

/// Whether the parts have come that the page fetches when it is quiet.
const PARTS: &str = "const names = performance.getEntriesByType('resource').map(e => e.name);\
    return ['answers', 'viewer'].every(part => names.some(name => name.includes(`/parts/${part}-`)));";

/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(120);

/// The page, and the server that answers.
pub(crate) struct Page {
    client: Client,
    /// Ends when it is dropped.
    _practice: Handle,
}

impl Page {
    /// Opens the page in a fresh browser, and goes as far as the first request, which is answered by this.
    pub(crate) async fn open(site: &Site, answer: &str) -> Self {
        let answer = StandIn::new(
            "/api/v2.1/dtable/app-access-token/",
            "application/json",
            answer,
        );
        let options = Options::default();
        options.stand_ins.lock().unwrap().push(answer);
        let practice = tokio::task::spawn_blocking(|| practice::http::start(options));
        let practice = practice.await.unwrap().expect("a practice server");
        let client = browser::open(&[]).await;
        let timeouts = TimeoutConfiguration::new(Some(PATIENCE), Some(PATIENCE), None);
        client.update_timeouts(timeouts).await.unwrap();
        let url: String = url::form_urlencoded::byte_serialize(practice.url().as_bytes()).collect();
        let address = format!("{}/#/walkthrough/write-and-read?server={url}", site.origin);
        client.goto(&address).await.unwrap();
        let page = Self {
            client,
            _practice: practice,
        };
        for words in [
            "Use this server",
            "Ask this server",
            "Fill in the practice token",
            "Next:",
        ] {
            page.press(words).await;
        }
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

    /// Waits until the page has fetched what shows an answer, which it does when it is quiet.
    pub(crate) async fn find_parts(&self) {
        let began = Instant::now();
        while self.client.execute(PARTS, vec![]).await.unwrap() != true {
            assert!(
                began.elapsed() < PATIENCE,
                "the page does not fetch its parts"
            );
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    /// The process number of the browser.
    pub(crate) fn process(&self) -> u64 {
        browser::process_and_version(&self.client).0
    }

    /// Closes the browser.
    pub(crate) async fn close(self) {
        self.client.close().await.unwrap();
    }

    async fn find(&self, what: Locator<'_>) -> Element {
        let wait = self.client.wait().at_most(PATIENCE);
        let found = wait.for_element(what).await;
        found.unwrap_or_else(|error| panic!("no {what:?}: {error}"))
    }
}

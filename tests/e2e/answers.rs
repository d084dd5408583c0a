//! What the tests of the answer view share: an answer of their own, and the keyboard.

use super::stage::Stage;
use fantoccini::Locator;
use fantoccini::key::Key;
use practice::http::{Options, StandIn};
use serde_json::json;
use std::sync::{Arc, Mutex};

const WALKTHROUGH: &str = "#/walkthrough/write-and-read";

/// The path of the first request of that walkthrough.
pub(crate) const FIRST: &str = "/api/v2.1/dtable/app-access-token/";

/// What the practice server answers in SeaTable's place; it may change.
pub(crate) type StandIns = Arc<Mutex<Vec<StandIn>>>;

/// Sends the first request of a walkthrough and gets this answer to it.
pub(crate) async fn answered(stand_in: StandIn) -> (Stage, StandIns) {
    let (stage, stand_ins) = ready(stand_in).await;
    stage.send().await;
    stage.shows(".step.open .status", "200").await;
    (stage, stand_ins)
}

/// Is about to send the first request of a walkthrough.
pub(crate) async fn ready(stand_in: StandIn) -> (Stage, StandIns) {
    let stand_ins: StandIns = Arc::new(Mutex::new(vec![stand_in]));
    let stage = Stage::set_with(Options {
        stand_ins: stand_ins.clone(),
        ..Options::default()
    })
    .await;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.press("Fill in the practice token").await;
    stage.press("Next:").await;
    (stage, stand_ins)
}

/// An answer of JSON to that request.
pub(crate) fn json_answer(body: &str) -> StandIn {
    StandIn::new(FIRST, "application/json", body)
}

impl Stage {
    /// Types on the element that has the focus.
    pub(crate) async fn keys(&self, keys: &str) {
        self.client
            .active_element()
            .await
            .unwrap()
            .send_keys(keys)
            .await
            .unwrap();
    }

    /// Presses a key on the element that has the focus.
    pub(crate) async fn key(&self, key: Key) {
        self.keys(&key.to_string()).await;
    }

    /// Goes on with Tab until an element that fits has the focus.
    pub(crate) async fn tab_to(&self, css: &str) {
        const SCRIPT: &str = "return document.activeElement.matches(arguments[0]);";
        self.find(css).await;
        for _ in 0..60 {
            self.key(Key::Tab).await;
            if self.run(SCRIPT, vec![json!(css)]).await == true {
                return;
            }
        }
        panic!("Tab does not lead to {css}");
    }

    /// Chooses a view of the answer with the arrows, from Send on.
    pub(crate) async fn view(&self, name: &str) {
        self.find(".step.open .send button").await;
        let focus = "document.querySelector('.step.open .send button').focus();";
        self.run(focus, vec![]).await;
        self.tab_to(".step.open [aria-label='View of the response'] [role=tab]")
            .await;
        for _ in 0..8 {
            if self
                .text(".step.open [aria-label='View of the response'] [aria-selected=true]")
                .await
                == name
            {
                return;
            }
            self.key(Key::Right).await;
        }
        panic!("no view is called {name}");
    }

    /// Waits until no element fits.
    pub(crate) async fn gone(&self, css: &str) {
        for _ in 0..200 {
            if self
                .client
                .find_all(Locator::Css(css))
                .await
                .unwrap()
                .is_empty()
            {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        panic!("{css} is still there");
    }
}

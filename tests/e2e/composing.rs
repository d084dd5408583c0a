//! Keys that an input method takes are none of the page's.

use super::answers::{answered, json_answer};
use super::stage::Stage;
use serde_json::json;

/// Presses a key as browsers tell of it while a text is composed, in each of their ways, and returns whether the page took one.
const COMPOSE: &str = "const [css, key, more] = arguments, target = document.querySelector(css);\
    const ways = [{ isComposing: true }, { keyCode: 229 }, { isComposing: true, keyCode: 229 }];\
    return ways.some(way => !target.dispatchEvent(new KeyboardEvent('keydown',\
        { key, bubbles: true, cancelable: true, ...way, ...more })));";

impl Stage {
    /// Presses a key within a composition.
    async fn compose(&self, css: &str, key: &str, more: serde_json::Value) {
        let taken = self.run(COMPOSE, vec![json!(css), json!(key), more]).await;
        assert_eq!(taken, false, "{css} takes {key}");
    }
}

#[tokio::test]
async fn a_key_that_confirms_a_candidate_is_no_command() {
    let (stage, _) = answered(json_answer(r#"{"rows":[{"名":"日本"},{"名":"日本"}]}"#)).await;
    stage.tab_to(".step.open .find input").await;
    stage.keys("日本").await;
    stage.shows(".step.open .find output", "2 found").await;
    let none = json!({});
    for key in ["Enter", "Escape"] {
        stage.compose(".find input", key, none.clone()).await;
    }
    let control = json!({ "ctrlKey": true });
    for css in [".find input", ".fields", ".tree", ".wire button"] {
        stage.compose(css, "Enter", control.clone()).await;
    }
    for key in ["ArrowDown", "Home", "/", "a", "f", "F3", "g"] {
        stage.compose(".tree", key, control.clone()).await;
        stage.compose(".tree", key, none.clone()).await;
    }
    stage
        .compose("[role=tab]", "ArrowRight", none.clone())
        .await;
    stage.shows(".step.open .find output", "2 found").await;
    stage.shows(".step.open .tree .row.active", "{").await;
    stage.view("Table").await;
    stage.find(".grid").await;
    stage.compose(".grid", "ArrowDown", none.clone()).await;
    assert_eq!(stage.sent().len(), 1, "none of these sent the request");

    // The same keys without a composition do what they do.
    stage.view("JSON").await;
    stage.tab_to(".step.open .find input").await;
    stage.key(fantoccini::key::Key::Enter).await;
    stage.shows(".step.open .find output", "1 of 2").await;
    stage.leave().await;
}

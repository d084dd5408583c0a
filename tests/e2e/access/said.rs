//! The live region says one sentence for each event: that a request goes out, and what became of it.

use super::super::answers::{FIRST, json_answer, ready};
use practice::http::StandIn;
use serde_json::json;

/// Notes what the live region says from now on.
const LISTEN: &str = "window.heard = []; const region = document.querySelector('.live');\
    new MutationObserver(() => { const text = region.textContent; if (text && text !== heard.at(-1)) heard.push(text); })\
        .observe(region, { childList: true, characterData: true, subtree: true });";

/// Sentences, with their times left out.
const HEARD: &str =
    "return heard.map(text => text.replace(/\\d+ milliseconds/, 'N milliseconds'));";

#[tokio::test]
async fn each_event_is_said_in_one_sentence() {
    let refused = StandIn {
        status: 403,
        ..json_answer(r#"{"error_msg":"Permission denied."}"#)
    };
    let other = StandIn::new(FIRST, "application/json", r#"{"other":1}"#);
    let (stage, stand_ins) = ready(refused).await;
    stage.run(LISTEN, vec![]).await;
    for (answers, offline, expected) in [
        (
            None,
            false,
            "Response 403 Forbidden after N milliseconds. SeaTable doesn't accept this API-Token",
        ),
        (
            Some(vec![other]),
            false,
            "Response 200 OK after N milliseconds. The response doesn't contain what this step is for",
        ),
        (
            Some(Vec::new()),
            false,
            "Response 200 OK after N milliseconds. Step 2 is done.",
        ),
        (None, true, "No response: offline. Nothing was sent."),
    ] {
        if let Some(answers) = answers {
            *stand_ins.lock().unwrap() = answers;
        }
        stage.go_offline(offline).await;
        stage.run("heard.length = 0;", vec![]).await;
        stage.press("Send").await;
        stage.comes_true("return heard.length > 1").await;
        // Nothing else is said after it, and nothing is said besides it.
        let quiet = "requestIdleCallback(() => setTimeout(arguments[0], 300))";
        stage.client.execute_async(quiet, vec![]).await.unwrap();
        let heard = stage.run(HEARD, vec![]).await;
        assert_eq!(heard[0], "Sending.");
        assert_eq!(heard.as_array().unwrap().len(), 2, "{heard}");
        assert!(
            heard[1].as_str().unwrap().starts_with(expected),
            "{heard}\nand not\n{expected}"
        );
        let alerts = "return [...document.querySelectorAll('.step.open .text [role=alert]')].filter(one => one.textContent).length";
        assert_eq!(stage.run(alerts, vec![]).await, json!(0));
    }
    stage.go_offline(false).await;
    stage.leave().await;
}

//! An answer that takes its time.

use super::answers::{json_answer, ready};
use practice::http::{Pace, StandIn};
use std::time::Duration;

/// Four megabytes of rows that take some ten seconds.
fn slow() -> StandIn {
    let rows = r#"{"_id":"AAAA","Name":"somebody","Age":30},"#.repeat(100_000);
    StandIn {
        pace: Some(Pace {
            bytes: 40_000,
            pause: Duration::from_millis(100),
        }),
        ..json_answer(&format!("{{\"rows\":[{rows}{{}}]}}"))
    }
}

#[tokio::test]
async fn what_has_come_is_counted_and_its_beginning_shown() {
    let (stage, _) = ready(slow()).await;
    stage.send().await;
    stage
        .shows(".step.open .arriving", "of 4.2 MB received")
        .await;
    stage.find(".step.open .arriving progress[value]").await;
    stage.shows(".step.open .tree", "\"somebody\"").await;
    stage.shows(".step.open .status", "200 OK").await;
    stage.gone(".step.open .arriving").await;
    stage.shows(".step.open .status", "4.2 MB").await;
    stage.leave().await;
}

#[tokio::test]
async fn what_had_come_is_kept_when_the_request_is_stopped() {
    let (stage, _) = ready(slow()).await;
    stage.send().await;
    stage.shows(".step.open .arriving", "received").await;
    stage.press("Cancel, and keep what came").await;
    stage
        .shows(".step.open .outcome", "You stopped the request.")
        .await;
    stage.shows(".step.open .status", "after 200 OK").await;
    stage.shows(".step.open .tree", "\"somebody\"").await;
    stage
        .shows(
            ".step.open .quiet-wire.bad",
            "The text ends before the JSON is complete",
        )
        .await;
    stage.shows(".step.open .verdict", "stopped").await;
    stage.leave().await;
}

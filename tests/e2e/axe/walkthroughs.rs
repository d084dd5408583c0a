//! The rules of accessibility on the way through a walkthrough.

use super::super::answers::{json_answer, ready};
use super::super::connection::with_cors;
use super::super::stage::Stage;
use super::Axe;
use practice::http::{Pace, StandIn};
use std::time::Duration;

/// Some rows: what has more than one view.
fn rows(age: u32) -> StandIn {
    let row = format!(r#"{{"_id":"AAAA","Name":"somebody","Age":{age},"Tags":["a","b"]}}"#);
    json_answer(&format!(r#"{{"rows":[{row},{row}]}}"#))
}

/// The same, but it takes longer than the rules.
fn slow() -> StandIn {
    StandIn {
        pace: Some(Pace {
            bytes: 10,
            pause: Duration::from_secs(3),
        }),
        ..rows(1)
    }
}

/// What is no success, and has words of the server.
fn refusal() -> StandIn {
    StandIn {
        status: 403,
        ..json_answer(r#"{"error_msg":"Permission denied."}"#)
    }
}

#[tokio::test]
async fn a_request_and_its_response_break_no_rule_of_axe() {
    let Some(mut axe) = Axe::find() else { return };
    let (stage, stand_ins) = ready(rows(1)).await;
    axe.look(&stage, "form of a step").await;
    stage.send().await;
    stage.find(".step.open .tree .row").await;
    stand_ins.lock().unwrap().clone_from(&vec![rows(2)]);
    stage.send().await;
    stage.find(".step.open .tree .row.changed").await;
    for view in ["JSON", "Table", "Path", "Changes", "Raw", "Headers"] {
        stage.view(view).await;
        if view == "Table" {
            stage.press("SeaTable's own column").await;
        }
        axe.look(&stage, &format!("response as {view}")).await;
    }
    stand_ins.lock().unwrap().clone_from(&vec![slow()]);
    stage.send().await;
    stage.find(".step.open .send .cancel").await;
    axe.look(&stage, "under way").await;
    stage.press("Cancel").await;
    stage.find(".step.open .outcome.bad").await;
    axe.look(&stage, "stopped").await;
    stand_ins.lock().unwrap().clone_from(&vec![refusal()]);
    stage.send().await;
    stage.shows(".step.open .verdict", "403").await;
    stage
        .shows(".step.open .outcome", "Permission denied")
        .await;
    axe.look(&stage, "refused").await;
    stage.leave().await;
    axe.holds();
}

#[tokio::test]
async fn what_helps_where_no_response_can_be_read_breaks_no_rule_of_axe() {
    let Some(mut axe) = Axe::find() else { return };
    let stage = Stage::unread(with_cors("shipped")).await;
    stage.send().await;
    stage.find(".step.open [data-remedy=nginx]").await;
    let unfold = "document.querySelectorAll('.outcome details:not([open]) > summary').forEach(s => s.click())";
    stage.run(unfold, vec![]).await;
    axe.look(&stage, "remedies").await;
    stage.leave().await;
    axe.holds();
}

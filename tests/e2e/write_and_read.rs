//! Walkthrough 1, as a person does it who has an API-Token.

use super::browser::devtools::tell;
use super::stage::Stage;
use serde_json::json;
use std::time::Duration;

const WALKTHROUGH: &str = "#/walkthrough/write-and-read";

/// Goes from the token to the last step.
pub(crate) async fn to_the_end(stage: &Stage) {
    stage
        .go(2, "You hold a Base-Token for “Practice base”.")
        .await;
    stage.go(3, "").await;
    stage.go(4, "Your row is in “Table1”. Its ID is").await;
    stage.go(5, "Your row is row 4 of 4.").await;
    // The new row is the last one: further down than what is drawn at first.
    let down = "document.querySelector('.step.open .tree').scrollTop = 1e6;";
    stage.run(down, vec![]).await;
    stage.shows(".step.open .tree", "\"John Doe\"").await;
    stage.shows(".finished", "Walkthrough complete").await;
}

#[tokio::test]
async fn john_doe_is_written_and_read_back_over_http() {
    let stage = Stage::set().await;
    let before = stage.inside("Practice base").rows("Table1");
    stage.open_with_practice(WALKTHROUGH).await;
    to_the_end(&stage).await;
    assert_eq!(stage.pressed(), 8, "presses and choices");

    let rows = stage.inside("Practice base").rows("Table1");
    assert_eq!(
        rows[..before.len()],
        before,
        "the other rows are as they were"
    );
    assert_eq!(rows.len(), before.len() + 1);
    assert_eq!(rows[before.len()]["Name"], "John Doe");
    assert_eq!(stage.sent().len(), 4, "one request a step");
    stage.strike_http().await;
}

#[tokio::test]
async fn john_doe_is_written_and_read_back_without_any_server() {
    let stage = Stage::set().await;
    stage.open_in_page("Write data").await;
    to_the_end(&stage).await;
    stage.press("Jump to my row").await;
    stage.shows(".step.open .place code", "rows[3]").await;
    // Not its first line alone: what tells the row from others is in the window as well.
    let is_seen = "const tree = document.querySelector('.step.open .tree').getBoundingClientRect();\
        const name = [...document.querySelectorAll('.step.open .tree .row')].find(row => row.innerText.includes('John Doe'))?.getBoundingClientRect();\
        return !!name && name.top >= tree.top && name.bottom <= Math.min(tree.bottom, innerHeight);";
    stage.comes_true(is_seen).await;
    stage.view("Table").await;
    stage
        .shows(".step.open .cells.mine .active", "John Doe")
        .await;
    assert_eq!(stage.practice.received().len(), 0);
    stage.strike(&[]).await;
}

#[tokio::test]
async fn what_is_sent_is_what_the_preview_shows() {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.press("Fill in the practice token").await;
    stage.go(2, "").await;
    stage.go(3, "").await;
    stage.next(4).await;
    let preview = stage.text(".step.open .code").await;
    stage.works("").await;

    let sent = stage.sent().pop().unwrap();
    let body = String::from_utf8(sent.request.body.clone()).unwrap();
    assert!(body.contains("John Doe"));
    assert!(preview.contains(&body), "{body}\n\nis not in\n\n{preview}");
    assert!(preview.contains(&format!("{}{}", stage.practice.url(), sent.request.path)));
    stage.leave().await;
}

#[tokio::test]
async fn two_clicks_send_one_request() {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.press("Fill in the practice token").await;
    stage.press("Next:").await;
    stage.find(".send .primary").await;
    stage
        .run(
            "const b = document.querySelector('.send .primary'); b.click(); b.click();",
            vec![],
        )
        .await;
    stage.shows(".step.open .went", "That worked.").await;
    assert_eq!(stage.sent().len(), 1);
    // The second click of a double click, when the response to the first is there already.
    let click = "document.querySelector('.send .primary').dispatchEvent(\
        new MouseEvent('click', { detail: arguments[0], bubbles: true, cancelable: true }))";
    stage.run(click, vec![json!(2)]).await;
    assert_eq!(stage.sent().len(), 1);
    stage.run(click, vec![json!(1)]).await;
    stage
        .comes_true("return document.querySelector('.bar .count').innerText.startsWith('3')")
        .await;
    assert_eq!(stage.sent().len(), 2);
    stage.leave().await;
}

#[tokio::test]
async fn enter_that_is_held_sends_once() {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.go(2, "").await;
    stage.go(3, "").await;
    stage.next(4).await;
    let count = stage.inside("Practice base").rows("Table1").len();
    let key = async |kind: &str, held: bool| {
        let parameters = json!({
            "type": kind, "key": "Enter", "code": "Enter", "text": "\r", "windowsVirtualKeyCode": 13, "autoRepeat": held,
        });
        tell(&stage.client, "Input.dispatchKeyEvent", parameters).await;
    };
    // In a field, which sends the form, and on the button itself.
    for (focused, rows) in [("Name", count + 1), ("Send", count + 2)] {
        let focus = "[...document.querySelectorAll('.step.open label, .step.open .send button')]\
            .map(e => e.control || e).find(e => (e.labels?.[0] || e).innerText.startsWith(arguments[0])).focus();";
        stage.run(focus, vec![json!(focused)]).await;
        key("keyDown", false).await;
        for _ in 0..12 {
            key("keyDown", true).await;
            tokio::time::sleep(Duration::from_millis(60)).await;
        }
        key("keyUp", false).await;
        stage.shows(".step.open .went", "That worked.").await;
        assert_eq!(
            stage.inside("Practice base").rows("Table1").len(),
            rows,
            "{focused}"
        );
    }
    stage.leave().await;
}

#[tokio::test]
async fn a_value_that_an_answer_gave_is_noticed_when_it_is_typed() {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.press("Fill in the practice token").await;
    stage.go(2, "").await;
    stage.next(3).await;
    let base_uuid = stage.practice.credentials().base_uuid;
    stage.enter("base_uuid", &base_uuid).await;
    assert_eq!(stage.copied(), [base_uuid]);
    stage.close().await;
}

#[tokio::test]
async fn a_new_row_is_found_in_a_table_of_more_than_a_thousand() {
    let stage = Stage::set().await;
    let mut inside = stage.inside("Practice base");
    for part in 0..2 {
        let rows: Vec<_> = (0..750)
            .map(|n| json!({ "Name": format!("MÜSLI {part} {n}") }))
            .collect();
        inside.append(&stage, "Table1", &rows);
    }
    stage
        .open_with_practice("#/walkthrough/write-and-read")
        .await;
    stage.press("Fill in the practice token").await;
    stage.go(2, "").await;
    stage.go(3, "").await;
    stage.go(4, "").await;
    stage
        .go(
            5,
            "not in this part of the list. This page requested it by its ID.",
        )
        .await;
    stage
        .shows(".pager", "Rows 1 to 1,000. There may be more.")
        .await;
    stage.press("Next page").await;
    stage
        .shows(".step.open .outcome", "Your row is row 1504 of 1504.")
        .await;
    stage.shows(".pager", "Rows 1,001 to 1,504.").await;
    stage.press("Previous page").await;
    stage.shows(".pager", "Rows 1 to 1,000.").await;

    stage
        .run("location.hash = '#/walkthrough/update-a-row/4'", vec![])
        .await;
    stage
        .run("location.hash = '#/walkthrough/update-a-row/1'", vec![])
        .await;
    stage.press("Fill in the practice token").await;
    stage.go(2, "").await;
    stage.go(3, "").await;
    stage.go(4, "").await;
    stage
        .shows(".choice .hint", "The first 200 of 1,000 are shown.")
        .await;
    let search = stage.find(".choice input[type=search]").await;
    search.send_keys("müsli 1 2").await.unwrap();
    stage.shows(".choice select", "MÜSLI 1 2").await;
    stage.strike_http().await;
}

//! Walkthrough 1, as a person does it.

use super::stage::Stage;
use fantoccini::key::Key;

const WALKTHROUGH: &str = "#/walkthrough/write-and-read";

/// Goes from the token to the last step, Send by mouse and by keyboard in turn.
pub(crate) async fn to_the_end(stage: &Stage) {
    stage.press("Fill in the practice token").await;
    for step in 2..=5 {
        stage.press("Next:").await;
        stage.shows(".step.open .number", &step.to_string()).await;
        if step % 2 == 0 {
            stage.press("Send").await;
        } else {
            let keys = format!("{}{}", Key::Control, Key::Enter);
            stage
                .find(".step.open form input")
                .await
                .send_keys(&keys)
                .await
                .unwrap();
        }
        stage.shows(".step.open .verdict", "200").await;
        stage.shows(".step.open .outcome", "That worked.").await;
    }
}

#[tokio::test]
async fn john_doe_is_written_and_read_back_over_http() {
    let stage = Stage::set().await;
    let before = stage.practice.world().rows("Table1").len();
    stage.open_with_practice(WALKTHROUGH).await;
    to_the_end(&stage).await;

    stage.shows(".step.open .tree", "\"John Doe\"").await;
    stage.shows(".finished", "last step").await;
    let rows = stage.practice.world().rows("Table1");
    assert_eq!(rows.len(), before + 1);
    assert!(
        rows.iter()
            .any(|row| row.get("Name").is_some_and(|name| name == "John Doe"))
    );
    assert_eq!(stage.sent().len(), 4, "one request a step");

    let origin = stage.practice.url();
    stage.strike(&[origin]).await;
}

#[tokio::test]
async fn what_is_sent_is_what_the_preview_shows() {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.press("Fill in the practice token").await;
    for _ in 2..=3 {
        stage.press("Next:").await;
        stage.press("Send").await;
        stage.shows(".step.open .outcome", "That worked.").await;
    }
    stage.press("Next:").await;
    stage.shows(".step.open .number", "4").await;
    let preview = stage.text(".step.open .code").await;
    stage.press("Send").await;
    stage.shows(".step.open .outcome", "That worked.").await;

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
    stage.shows(".step.open .outcome", "That worked.").await;
    assert_eq!(stage.sent().len(), 1);
    stage.leave().await;
}

//! What is said of "too many requests".

use super::stage::Stage;
use practice::http::{Options, StandIn};

const WALKTHROUGH: &str = "#/walkthrough/write-and-read";

/// The words of the live region, which a screen reader says.
const SAID: &str = "return document.querySelector('.live').innerText";

#[tokio::test]
async fn a_countdown_runs_where_the_server_says_how_long_and_nobody_has_to_hear_it() {
    let throttled = r#"{"detail": "Request was throttled. Expected available in 4 seconds."}"#;
    let mut answer = StandIn::new(
        "/api/v2.1/dtable/app-access-token/",
        "application/json",
        throttled,
    );
    answer.status = 429;
    let options = Options::default();
    options.stand_ins.lock().unwrap().push(answer);
    let stand_ins = options.stand_ins.clone();
    let stage = Stage::set_with(options).await;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.press("Fill in the practice token").await;
    stage.press("Next:").await;
    stage.press("Send").await;
    let line = ".step.open .outcome .limit";
    stage.shows(line, "SeaTable accepts the next one in ").await;
    let said = stage.run(SAID, vec![]).await;
    stage.shows(line, "in 2 s.").await;
    assert_eq!(stage.run(SAID, vec![]).await, said);
    stage.shows(line, "You can send again now.").await;
    stage.shows(".live", "You can send again now.").await;
    // What was counted down can be sent before its time as well.
    stage.press("Send").await;
    stage.shows(line, "SeaTable accepts the next one in ").await;
    stand_ins.lock().unwrap().clear();
    stage.press("Send").await;
    stage.shows(".step.open .went", "That worked.").await;
    stage.leave().await;
}

#[tokio::test]
async fn without_a_time_the_limit_stands_beside_what_this_page_has_sent() {
    let options = Options::default();
    let stand_ins = options.stand_ins.clone();
    let stage = Stage::set_with(options).await;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.press("Fill in the practice token").await;
    stage.go(2, "").await;
    stage.go(3, "").await;
    stage.works("").await;
    let mut answer = StandIn::new("/api-gateway/", "text/plain", "");
    answer.status = 429;
    stand_ins.lock().unwrap().push(answer);
    stage.send().await;
    let line = ".step.open .outcome .limit";
    stage
        .shows(line, "this page sent 3 requests to this base")
        .await;
    stage.shows(line, "accepts 500, unless").await;
    stage.leave().await;
}

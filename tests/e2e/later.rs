//! The parts of the page that are fetched later.

use super::stage::Stage;

const WALKTHROUGH: &str = "#/walkthrough/write-and-read";

/// Cuts the network off from the parts alone.
const CUT_OFF: &str = "const fetch = window.fetch; window.cutOff = true; \
    window.fetch = (what, ...rest) => window.cutOff && String(what).includes('/parts/') \
        ? Promise.reject(new TypeError('no network')) : fetch(what, ...rest);";

/// Presses the button of the code column: what else is of the same part has one of its own.
async fn again(stage: &Stage) {
    stage.find(".step.open .wire .later button").await;
    let press = "document.querySelector('.step.open .wire .later button').click();";
    stage.run(press, Vec::new()).await;
}

#[tokio::test]
async fn a_part_that_does_not_come_can_be_asked_for_again() {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.run(CUT_OFF, Vec::new()).await;
    stage.press("Fill in the practice token").await;
    stage.press("Next:").await;
    stage
        .shows(".step.open .wire .later", "could not be loaded")
        .await;
    stage.press("Send").await;
    stage.shows(".live", "nothing was sent").await;
    assert_eq!(stage.sent().len(), 0);

    again(&stage).await;
    stage
        .shows(".step.open .wire .later", "could not be loaded")
        .await;

    stage.run("window.cutOff = false;", Vec::new()).await;
    again(&stage).await;
    stage.shows(".step.open .code", "curl").await;
    stage.press("Send").await;
    stage.shows(".step.open .outcome", "That worked.").await;
    stage.shows(".step.open .tree", "dtable_uuid").await;
    stage.leave().await;
}

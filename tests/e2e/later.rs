//! The parts of the page that are fetched later.

use super::stage::Stage;

const WALKTHROUGH: &str = "#/walkthrough/write-and-read";

/// Cuts the network off from the parts alone.
const CUT_OFF: &str = "const fetch = window.fetch; window.cutOff = true; \
    window.fetch = (what, ...rest) => window.cutOff && String(what).includes('/parts/') \
        ? Promise.reject(new TypeError('no network')) : fetch(what, ...rest);";

const RESTORE: &str = "window.cutOff = false;";

/// How many parts have been fetched.
const FETCHED: &str = "return performance.getEntriesByType('resource').filter(e => e.name.includes('/parts/')).length;";

/// Opens the first request of the walkthrough, with no part fetched and none to be had.
async fn cut_off() -> Stage {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.run(CUT_OFF, Vec::new()).await;
    assert_eq!(stage.run(FETCHED, Vec::new()).await, 0);
    stage.press("Fill in the practice token").await;
    stage.press("Next:").await;
    stage.shows(".step.open .code", "curl").await;
    stage
}

#[tokio::test]
async fn a_response_waits_for_the_part_that_shows_it() {
    let stage = cut_off().await;
    stage.press("Send").await;
    stage
        .shows(".step.open .wire .later", "The response is here, but")
        .await;
    assert_eq!(stage.sent().len(), 1);

    stage.run(RESTORE, Vec::new()).await;
    stage.shows(".step.open .outcome", "That worked.").await;
    stage.shows(".step.open .tree", "dtable_uuid").await;
    // It was not sent again for that.
    assert_eq!(stage.sent().len(), 1);
    stage.leave().await;
}

#[tokio::test]
async fn a_response_that_cannot_be_shown_can_be_given_up() {
    let stage = cut_off().await;
    stage.press("Send").await;
    stage
        .shows(".step.open .wire .later", "The response is here, but")
        .await;
    stage.press("Cancel").await;
    stage.shows(".step.open .send", "Send").await;
    stage
        .shows(".step.open .wire", "The answer will stand here.")
        .await;
    stage.run(RESTORE, Vec::new()).await;
    stage.press("Send").await;
    stage.shows(".step.open .tree", "dtable_uuid").await;
    assert_eq!(stage.sent().len(), 2);
    stage.leave().await;
}

#[tokio::test]
async fn a_view_that_does_not_come_can_be_asked_for_again() {
    let stage = cut_off().await;
    stage.press("Send").await;
    stage.find(".step.open .wire .later").await;
    stage.run("location.hash = '#/requests';", Vec::new()).await;
    stage.shows("main .later", "could not be loaded").await;
    stage.press("Try again").await;
    stage.shows("main .later", "could not be loaded").await;
    stage.run(RESTORE, Vec::new()).await;
    stage.press("Try again").await;
    stage.shows("main .ledger", "app-access-token").await;
    stage.leave().await;
}

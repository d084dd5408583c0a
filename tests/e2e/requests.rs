//! The list of requests: a line opens what was sent and what came.

use super::stage::Stage;
use fantoccini::key::Key;

#[tokio::test]
async fn a_request_of_the_list_opens_its_exchange_and_leads_back() {
    let stage = Stage::set().await;
    stage
        .open_with_practice("#/walkthrough/write-and-read")
        .await;
    stage.press("Fill in the practice token").await;
    stage.go(2, "").await;
    stage.go(3, "").await;
    stage.go_to("#/requests").await;
    stage.find("#request-3").await;
    stage
        .run("document.getElementById('request-3').focus()", vec![])
        .await;
    stage.key(Key::Enter).await;
    stage
        .shows("#request", "Request 3: GET /api-gateway/")
        .await;
    stage
        .comes_true("return document.activeElement.id === 'request'")
        .await;
    stage.shows(".wire .code", "$SEATABLE_BASE_TOKEN").await;
    stage.shows(".wire .status", "200 OK").await;
    stage.shows(".wire .tree", "\"metadata\"").await;
    stage.press("All requests").await;
    stage
        .comes_true("return document.activeElement.id === 'request-3'")
        .await;
    // On a phone too, nothing is wider than the window.
    stage.fits().await;
    stage.find("#request-2").await.click().await.unwrap();
    stage.find(".wire .tree .row").await;
    stage.fits().await;
    stage.leave().await;
}

#[tokio::test]
async fn one_token_is_forgotten_with_what_has_it_and_the_other_stays() {
    let stage = Stage::set().await;
    stage
        .open_with_practice("#/walkthrough/write-and-read")
        .await;
    stage.press("Fill in the practice token").await;
    stage.go(2, "").await;
    stage.go(3, "").await;
    stage.go_to("#/requests").await;
    stage.find("#request-2").await;
    stage.find(".key").await.click().await.unwrap();
    stage
        .find("#keyring-dialog button[aria-label^='Forget the Base-Token']")
        .await
        .click()
        .await
        .unwrap();
    stage.shows(".live", "The token is forgotten.").await;
    stage.shows("#keyring-dialog .keys", "API-Token").await;
    stage
        .gone("#keyring-dialog button[aria-label^='Forget the Base-Token']")
        .await;
    stage.press("Close").await;
    // The response that gave it is gone too, and other requests are there.
    stage.gone("#request-2").await;
    stage.find("#request-3").await;
    stage.go_to("#/walkthrough/write-and-read/3").await;
    stage.shows(".step.open .needs", "step 2").await;
    // The last one closes the dialog.
    stage.find(".key").await.click().await.unwrap();
    stage
        .find("#keyring-dialog .keys button")
        .await
        .click()
        .await
        .unwrap();
    stage.gone(".key").await;
    stage
        .comes_true("return !document.getElementById('keyring-dialog').open")
        .await;
    stage.leave().await;
}

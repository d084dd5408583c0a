//! How the first page leads to a first response, and what it says next in each state.

use super::stage::Stage;

#[tokio::test]
async fn two_presses_lead_to_a_first_response() {
    let stage = Stage::set().await;
    stage.open("#/").await;
    stage.press("Start in practice").await;
    stage.find(".step.open .send .primary").await;
    stage.has_focus_on(".step.open h2").await;
    let send = stage.find(".step.open .send .primary").await;
    stage.click(&send).await;
    stage.shows(".step.open .went", "That worked.").await;
    assert_eq!(stage.pressed(), 2, "presses");

    stage.run("location.hash = '#/'", vec![]).await;
    stage.shows(".begin", "Practice is on").await;
    stage.press("Continue in practice").await;
    stage.shows(".step.open h2", "Look at the structure").await;
    stage.strike(&[]).await;
}

#[tokio::test]
async fn the_first_walkthrough_takes_eight_presses_from_the_first_page_on() {
    let stage = Stage::set().await;
    stage.open("#/").await;
    stage.press("Start in practice").await;
    stage.shows(".step.open .number", "2").await;
    stage.works("").await;
    stage.go(3, "").await;
    stage.go(4, "").await;
    stage.go(5, "").await;
    stage.shows(".finished", "Walkthrough complete").await;
    assert_eq!(stage.pressed(), 8, "presses");
    stage.strike(&[]).await;
}

#[tokio::test]
async fn the_first_page_says_what_comes_next() {
    let stage = Stage::set().await;
    stage.open("#/").await;
    stage.press_in_main("Use my SeaTable").await;
    stage
        .shows("#own-server", "Requests will go to cloud.seatable.io")
        .await;
    stage.press_in_main("Start: Write data").await;
    stage.shows(".step.open .number", "1").await;

    // A page that is locked to a server says so, and does not leave it without a word.
    stage.open_with_practice("#/").await;
    stage
        .shows(".begin", "Your server is a practice SeaTable")
        .await;
    stage.press_in_main("Use my SeaTable").await;
    stage.find("#server-dialog[open]").await;
    stage.press("Close").await;

    let url: String = url::form_urlencoded::byte_serialize(stage.server.as_bytes()).collect();
    stage
        .open(&format!(
            "?again#/walkthrough/write-and-read/1?server={url}"
        ))
        .await;
    let token = stage.practice.credentials().api_token;
    stage.enter("API-Token", &token).await;
    stage.press("Next:").await;
    stage.send().await;
    stage.find(".bar .engaged").await;
    stage.run("location.hash = '#/'", vec![]).await;
    stage
        .shows(".begin", "stays with your server until it is reloaded")
        .await;
    stage.press("Start in practice (reloads the page)").await;
    stage
        .shows(".practice-banner", "No request leaves your browser")
        .await;
    stage.shows(".begin", "Practice is on").await;
    stage.close().await;
}

//! The practice SeaTable in the page: when it is loaded, and what its tokens are good for.

use super::stage::Stage;

#[tokio::test]
async fn the_practice_program_is_loaded_only_when_somebody_asks_for_it() {
    let stage = Stage::set().await;
    stage.open("#/walkthrough/write-and-read").await;
    let names = "return performance.getEntriesByType('resource').map(e => e.name).join(' ')";
    let loaded = stage.run(names, vec![]).await;
    assert!(!loaded.as_str().unwrap().contains("practice"), "{loaded}");
    stage.strike(&[]).await;
}

#[tokio::test]
async fn a_practice_token_is_refused_for_a_real_server() {
    let stage = Stage::set().await;
    stage.open("#/walkthrough/write-and-read").await;
    let token = stage.practice.credentials().api_token;
    stage.enter("API-Token", &token).await;
    stage.press("Next:").await;
    stage.press("Send").await;
    stage
        .shows(".step.open .fault:not(:empty)", "practice SeaTable")
        .await;
    stage.strike(&[]).await;
}

#[tokio::test]
async fn a_walkthrough_in_practice_goes_on_after_a_reload() {
    let stage = Stage::set().await;
    stage.open_in_page("Write data").await;
    stage.go(2, "").await;
    stage.next(3).await;
    stage.client.refresh().await.unwrap();
    // The token was forgotten, and practice hands it out again: the step that takes it is ready, whichever stands open.
    stage.press("Get a Base-Token").await;
    stage.works("").await;
    stage.next(3).await;
    stage.works("").await;
    stage.strike(&[]).await;
}

#[tokio::test]
async fn practice_is_left_by_one_press_once_the_page_is_locked() {
    let stage = Stage::set().await;
    stage
        .open_in_page("Write data to a base and read it out again")
        .await;
    stage.press("Next:").await;
    stage.send().await;
    stage.shows(".step.open .went", "That worked.").await;
    stage.press("practice").await;
    stage
        .press("Leave practice for cloud.seatable.io (reloads the page)")
        .await;
    stage.gone(".practice-banner").await;
    stage.shows(".lock", "cloud.seatable.io").await;
    stage.strike(&[]).await;
}

//! Walkthrough 1 with no server at all: the practice SeaTable in the page.

use super::stage::Stage;
use super::write_and_read::to_the_end;

#[tokio::test]
async fn john_doe_is_written_and_read_back_without_any_server() {
    let stage = Stage::set().await;
    stage.open("#/").await;
    stage.press("Switch practice on").await;
    stage
        .shows(".practice-banner", "No request leaves your browser")
        .await;
    stage.press("Write data").await;
    to_the_end(&stage).await;
    stage.shows(".step.open .tree", "\"John Doe\"").await;
    assert_eq!(stage.practice.received().len(), 0);
    stage.strike(&[]).await;
}

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

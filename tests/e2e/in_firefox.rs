//! The page in Firefox.

use super::firefox::Firefox;
use super::stage::Stage;
use super::write_and_read;
use practice::http::Options;

#[tokio::test]
async fn the_first_walkthrough_is_done_in_firefox() {
    let Some(firefox) = Firefox::start().await else {
        return;
    };
    let stage = Stage::set_in(firefox.client.clone(), Options::default()).await;
    stage
        .open_with_practice("#/walkthrough/write-and-read")
        .await;
    write_and_read::to_the_end(&stage).await;
    stage.leave().await;
}

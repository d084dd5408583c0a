//! The page in Firefox: a walkthrough, and some of the faults.

use super::firefox::Firefox;
use super::stage::Stage;
use super::{faults, write_and_read};
use practice::http::Options;

#[tokio::test]
async fn a_walkthrough_is_done_and_faults_are_named_in_firefox() {
    let Some(firefox) = Firefox::start().await else {
        return;
    };
    let stage = Stage::set_in(firefox.client.clone(), Options::default()).await;
    stage
        .open_with_practice("#/walkthrough/write-and-read")
        .await;
    write_and_read::to_the_end(&stage).await;
    faults::go_through(&stage, |case| case.is_in_firefox).await;
    stage.leave().await;
}

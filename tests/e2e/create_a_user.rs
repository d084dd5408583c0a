//! The walkthrough that adds a member and enforces two-factor authentication.

use super::stage::Stage;

const WALKTHROUGH: &str = "#/walkthrough/create-a-user";

async fn to_the_end(stage: &Stage) {
    stage.press("Fill in the practice login").await;
    stage
        .enter("E-mail address of the new member", "new@practice.example")
        .await;
    stage.enter("Name of the new member", "Nova Neu").await;
    stage.enter("First password", "fake-first-password").await;
    for step in 2..=6 {
        stage.press("Next:").await;
        stage.shows(".step.open .number", &step.to_string()).await;
        stage.press("Send").await;
        stage.shows(".step.open .outcome", "That worked.").await;
    }
    stage
        .shows(".step.open .tree", "\"is_force_2fa\": true")
        .await;
    stage
        .shows(".step.open .tree", "new@practice.example")
        .await;
}

#[tokio::test]
async fn a_new_member_has_to_use_two_factors() {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    to_the_end(&stage).await;
    let sent = stage.sent();
    assert_eq!(sent.len(), 5);
    assert!(
        sent[3]
            .request
            .path
            .ends_with("@auth.local/two-factor-auth/")
    );
    let origin = stage.practice.url();
    stage.strike(&[origin]).await;
}

#[tokio::test]
async fn the_same_is_done_in_the_page_without_any_server() {
    let stage = Stage::set().await;
    stage.open("#/").await;
    stage.press("Switch practice on").await;
    stage
        .shows(".practice-banner", "No request leaves your browser")
        .await;
    stage.press("Create a user").await;
    to_the_end(&stage).await;
    stage.strike(&[]).await;
}

//! The walkthrough for admins of a team: everything but the login comes from earlier answers.

use super::stage::Stage;

const WALKTHROUGH: &str = "#/walkthrough/look-at-the-team";

#[tokio::test]
async fn members_and_bases_are_listed_from_a_login_alone() {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    let credentials = stage.practice.credentials();
    stage.enter("Login name", &credentials.username).await;
    stage.enter("Password", &credentials.password).await;
    for step in 2..=5 {
        stage.press("Next:").await;
        stage.shows(".step.open .number", &step.to_string()).await;
        stage.press("Send").await;
        stage.shows(".step.open .outcome", "That worked.").await;
    }
    stage.shows(".step.open .tree", "dtable_list").await;
    let org_id = format!("/api/v2.1/org/{}/admin/dtables/", credentials.org_id);
    assert_eq!(stage.sent().last().unwrap().request.path, org_id);
    let origin = stage.practice.url();
    stage.strike(&[origin]).await;
}

#[tokio::test]
async fn the_password_is_gone_as_soon_as_the_token_has_come() {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.press("Fill in the practice login").await;
    stage.press("Next:").await;
    let password = stage.practice.credentials().password;
    let code = stage.text(".step.open .code").await;
    assert!(
        code.contains("$SEATABLE_PASSWORD") && !code.contains(&password),
        "{code}"
    );
    stage.press("Send").await;
    stage.shows(".step.open .outcome", "That worked.").await;
    let fields = "return [...document.querySelectorAll('input')].map(e => e.value).join('\\n')";
    assert!(
        !stage
            .run(fields, vec![])
            .await
            .as_str()
            .unwrap()
            .contains(&password)
    );
    stage.press("Bring your login").await;
    stage.shows(".step.open .number", "1").await;
    assert!(
        !stage
            .run(fields, vec![])
            .await
            .as_str()
            .unwrap()
            .contains(&password)
    );
    let origin = stage.practice.url();
    stage.strike(&[origin]).await;
}

#[tokio::test]
async fn a_login_with_two_factors_asks_for_the_code() {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.enter("Login name", "tia@practice.example").await;
    stage.enter("Password", "practice-password").await;
    stage.press("Next:").await;
    stage.press("Send").await;
    stage
        .shows(".step.open .outcome", "Two factor auth token is missing.")
        .await;
    stage
        .find(".step.open .optional summary")
        .await
        .click()
        .await
        .unwrap();
    stage.enter("X-SEAFILE-OTP", "123456").await;
    stage.press("Send").await;
    stage.shows(".step.open .outcome", "That worked.").await;
    stage.leave().await;
}

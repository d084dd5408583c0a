//! Walkthrough 5, for admins of a team: everything but the login comes from earlier answers.

use super::stage::Stage;

const WALKTHROUGH: &str = "#/walkthrough/look-at-the-team";

/// Goes from the login to the last step.
pub(crate) async fn to_the_end(stage: &Stage) {
    stage.go(2, "").await;
    stage.go(3, "“Practice GmbH” has 3 active members.").await;
    stage.go(4, "").await;
    stage.shows(".step.open .tree", "Tia Twofactor").await;
    stage.go(5, "").await;
    stage.shows(".step.open .tree", "Every column type").await;
    stage.shows(".finished", "Walkthrough complete").await;
}

#[tokio::test]
async fn members_and_bases_are_listed_from_a_login_alone() {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    to_the_end(&stage).await;
    assert_eq!(stage.pressed(), 8, "presses and choices");
    let org_id = stage.practice.credentials().org_id;
    let path = format!("/api/v2.1/org/{org_id}/admin/dtables/");
    assert_eq!(stage.sent().last().unwrap().request.path, path);
    stage.strike_http().await;
}

#[tokio::test]
async fn the_team_is_looked_at_without_any_server() {
    let stage = Stage::set().await;
    stage.open_in_page("Look at your team").await;
    to_the_end(&stage).await;
    stage.strike(&[]).await;
}

#[tokio::test]
async fn the_next_page_has_other_members_and_the_previous_one_the_same() {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.press("Fill in the practice login").await;
    stage.go(2, "").await;
    stage.go(3, "").await;
    stage.next(4).await;
    stage.unfold().await;
    stage.enter("per_page", "2").await;
    stage.works("").await;
    stage.shows(".pager", "Page 1").await;
    let first = stage.text(".step.open .tree").await;
    assert!(
        first.contains("Ada Admin") && !first.contains("Tia Twofactor"),
        "{first}"
    );
    stage.press("Next page").await;
    stage.shows(".pager", "Page 2").await;
    stage.shows(".step.open .tree", "Tia Twofactor").await;
    assert!(!stage.text(".step.open .tree").await.contains("Ada Admin"));
    let query = stage.sent().last().unwrap().request.query.clone();
    assert!(
        query.contains("page=2") && query.contains("per_page=2"),
        "{query}"
    );
    let next = stage.find(".pager button:last-of-type").await;
    assert!(
        next.attr("disabled").await.unwrap().is_some(),
        "there is no third page"
    );
    stage.press("Previous page").await;
    stage.shows(".step.open .tree", "Ada Admin").await;

    stage.next(5).await;
    stage.unfold().await;
    stage.enter("per_page", "1").await;
    stage.works("").await;
    let first = stage.text(".step.open .tree").await;
    stage.press("Next page").await;
    stage.shows(".pager", "Page 2").await;
    stage.shows(".step.open .went", "That worked.").await;
    assert_ne!(stage.text(".step.open .tree").await, first);
    stage.strike_http().await;
}

#[tokio::test]
async fn the_password_is_gone_as_soon_as_the_token_has_come() {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.press("Fill in the practice login").await;
    stage.next(2).await;
    let password = stage.practice.credentials().password;
    let code = stage.text(".step.open .code").await;
    assert!(
        code.contains("$SEATABLE_PASSWORD") && !code.contains(&password),
        "{code}"
    );
    stage.works("").await;
    assert!(!in_fields(&stage, &password).await);
    stage.press("Enter your login").await;
    stage.shows(".step.open .number", "1").await;
    assert!(!in_fields(&stage, &password).await);
    stage.strike_http().await;
}

/// Whether some field of the page holds a text.
async fn in_fields(stage: &Stage, text: &str) -> bool {
    let script = "return [...document.querySelectorAll('input')].map(e => e.value).join('\\n')";
    let fields = stage.run(script, vec![]).await;
    fields.as_str().unwrap().contains(text)
}

#[tokio::test]
async fn the_code_of_the_second_factor_is_asked_for_once_the_server_has_asked() {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.enter("Login name", "tia@practice.example").await;
    stage.enter("Password", "practice-password").await;
    stage.next(2).await;
    assert_eq!(stage.text(".step.open .code-wanted").await, "");
    let form = stage.text(".step.open form").await;
    assert!(!form.contains("X-SEAFILE-OTP"), "{form}");
    stage.send().await;
    stage
        .shows(".step.open .outcome", "Two factor auth token is missing.")
        .await;
    stage.shows(".step.open .code-wanted", "six digits").await;
    // The field has the focus already.
    stage.find(".step.open .code-wanted input:focus").await;
    stage.enter("X-SEAFILE-OTP", "654321").await;
    stage.send().await;
    stage
        .shows(".step.open .outcome", "Two factor auth token is invalid.")
        .await;
    stage.enter("X-SEAFILE-OTP", "123456").await;
    stage.works("").await;
    let codes: Vec<_> = stage
        .sent()
        .iter()
        .map(|received| received.request.header("x-seafile-otp").map(str::to_owned))
        .collect();
    assert_eq!(
        codes,
        [None, Some("654321".to_owned()), Some("123456".to_owned())]
    );
    stage.leave().await;
}

//! Walkthrough 6: a member who has to use two factors, added or there already.

use super::stage::Stage;
use serde_json::Value;

const WALKTHROUGH: &str = "#/walkthrough/create-a-user";

/// Goes from the login to the last step with a new member.
async fn to_the_end(stage: &Stage) {
    stage.press("Fill in the practice login").await;
    stage
        .enter("E-mail address of the new member", "new@practice.example")
        .await;
    stage.enter("Name of the new member", "Nova Neu").await;
    stage.enter("First password", "fake-first-password").await;
    stage.go(2, "").await;
    stage.go(3, "").await;
    stage.go(4, "“Nova Neu” is a member of the team.").await;
    stage.go(6, "From the next login on, “Nova Neu”").await;
    stage
        .go(
            7,
            "2FA is now enforced for Nova Neu (new@practice.example).",
        )
        .await;
    stage.shows(".finished", "last step").await;
}

/// The members as the world has them: for each the address, and whether two factors are a duty.
fn members(stage: &Stage) -> Vec<(String, bool)> {
    let org_id = stage.practice.credentials().org_id;
    let users = format!("/api/v2.1/org/{org_id}/admin/users/");
    let list = stage.look().get(&users, "");
    let of = |user: &Value| {
        let id = user["email"].as_str().unwrap();
        let details = stage.look().get(&format!("{users}{id}/"), "");
        let address = user["contact_email"].as_str().unwrap().to_owned();
        (address, details["is_force_2fa"].as_bool().unwrap())
    };
    list["user_list"]
        .as_array()
        .unwrap()
        .iter()
        .map(of)
        .collect()
}

/// The member who has to use two factors; fails where it is not just one.
fn forced(stage: &Stage) -> String {
    let forced: Vec<_> = members(stage)
        .into_iter()
        .filter(|(_, forced)| *forced)
        .collect();
    assert_eq!(forced.len(), 1, "{forced:?}");
    forced[0].0.clone()
}

#[tokio::test]
async fn a_new_member_has_to_use_two_factors() {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    to_the_end(&stage).await;
    assert_eq!(stage.pressed(), 11, "presses and choices");
    assert_eq!(forced(&stage), "new@practice.example");
    assert_eq!(members(&stage).len(), 4);
    let sent = stage.sent();
    assert_eq!(
        sent.len(),
        5,
        "one request a step, and none for the other way"
    );
    assert!(
        sent[3]
            .request
            .path
            .ends_with("@auth.local/two-factor-auth/")
    );
    stage.strike_http().await;
}

#[tokio::test]
async fn the_same_is_done_in_the_page_without_any_server() {
    let stage = Stage::set().await;
    stage.open_in_page("Create a user").await;
    to_the_end(&stage).await;
    stage.strike(&[]).await;
}

#[tokio::test]
async fn a_member_who_is_there_already_is_chosen_by_name() {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.press("Fill in the practice login").await;
    stage.go(2, "").await;
    stage.go(3, "").await;
    stage.next(4).await;
    stage.press("Or choose a member").await;
    stage.shows(".step.open .number", "5").await;
    stage.works("").await;
    stage
        .choose("Member", "Ben Beginner · ben@practice.example")
        .await;
    stage.go(6, "From the next login on, “Ben Beginner”").await;
    stage
        .go(
            7,
            "2FA is now enforced for Ben Beginner (ben@practice.example).",
        )
        .await;
    assert_eq!(forced(&stage), "ben@practice.example");
    assert_eq!(members(&stage).len(), 3, "nobody was added");
    stage.strike_http().await;
}

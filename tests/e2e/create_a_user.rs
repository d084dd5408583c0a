//! Walkthrough 6: a member who has to use two factors, added or there already.

use super::stage::Stage;
use serde_json::Value;

const WALKTHROUGH: &str = "#/walkthrough/create-a-user";

/// Goes from the login to the last step with a new member.
pub(crate) async fn to_the_end(stage: &Stage) {
    stage
        .enter("Email address of the new member", "new@practice.example")
        .await;
    stage.enter("Name of the new member", "Nova Neu").await;
    stage.enter("First password", "fake-first-password").await;
    stage.go(2, "").await;
    stage.go(3, "").await;
    stage.go(4, "“Nova Neu” is a member of the team.").await;
    stage.go(5, "At the next login, “Nova Neu”").await;
    stage
        .go(
            6,
            "2FA is now enforced for Nova Neu (new@practice.example).",
        )
        .await;
    stage.shows(".finished", "Walkthrough complete").await;
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
    assert_eq!(stage.pressed(), 10, "presses and choices");
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
    stage.press("Choose an existing member").await;
    stage.shows(".step.open .number", "4a").await;
    stage.works("").await;
    stage
        .choose("Member", "Ben Beginner · ben@practice.example")
        .await;
    stage.go(5, "At the next login, “Ben Beginner”").await;
    stage
        .go(
            6,
            "2FA is now enforced for Ben Beginner (ben@practice.example).",
        )
        .await;
    assert_eq!(forced(&stage), "ben@practice.example");
    assert_eq!(members(&stage).len(), 3, "nobody was added");
    stage.strike_http().await;
}

#[tokio::test]
async fn nobody_is_acted_on_who_was_not_chosen_and_nobody_added_without_a_name() {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.press("Fill in the practice login").await;
    stage.go(2, "").await;
    // The password is forgotten by now; the request that was sent still shows.
    stage.shows(".step.open .code", "$SEATABLE_PASSWORD").await;
    assert_eq!(stage.text(".step.open .needs").await, "");
    stage.go(3, "").await;
    stage.next(4).await;
    stage.send().await;
    stage
        .shows(".step.open .needs", "Name of the new member")
        .await;
    stage.press("Run the rest").await;
    stage.shows(".controls", "Stopped at step 4").await;
    stage.press("Choose an existing member").await;
    stage.shows(".step.open .number", "4a").await;
    stage.works("").await;
    stage
        .shows(".step.open .to-choose", "choose one above")
        .await;
    assert_eq!(stage.text(".step.open .next").await, "");
    stage
        .run(
            "location.hash += ''; location.hash = '#/walkthrough/create-a-user/5'",
            vec![],
        )
        .await;
    stage.shows(".step.open .number", "5").await;
    stage.send().await;
    stage.shows(".step.open .needs", "step 4a").await;
    assert_eq!(
        stage.sent().len(),
        3,
        "nobody was added, and nothing enforced"
    );
    stage.press("Choose an existing member").await;
    let username = stage.practice.credentials().username;
    let list = stage.control("Member").await;
    let you = "const o = [...arguments[0].options].find(o => o.text.includes(arguments[1])); return o.text;";
    let you = stage
        .run(
            you,
            vec![
                serde_json::to_value(&list).unwrap(),
                Value::from(username.as_str()),
            ],
        )
        .await;
    stage.choose("Member", you.as_str().unwrap()).await;
    stage.next(5).await;
    stage.shows(".step.open .acts-on", &username).await;
    stage.shows(".step.open .acts-on", "That is you").await;
    stage.press("Run the rest").await;
    stage.shows(".controls", "it acts on").await;
    assert_eq!(stage.sent().len(), 3);
    stage.strike_http().await;
}

#[tokio::test]
async fn an_optional_value_that_was_emptied_is_left_out_or_sent_empty() {
    let stage = Stage::set().await;
    stage
        .open_with_practice("#/walkthrough/write-and-read")
        .await;
    stage.press("Fill in the practice token").await;
    stage.go(2, "").await;
    stage.go(3, "").await;
    stage.press("Read").await;
    stage.shows(".step.open .number", "5").await;
    stage.enter("view_name", "x").await;
    stage.shows(".step.open .code", "view_name=x").await;
    stage
        .control("view_name")
        .await
        .send_keys("\u{e003}")
        .await
        .unwrap();
    stage.press("Send it empty").await;
    stage.shows(".step.open .code", "view_name=").await;
    stage.press("Leave it out").await;
    let code = stage.text(".step.open .code").await;
    assert!(!code.contains("view_name"), "{code}");
    assert!(!stage.text(".step.open form").await.contains("yours"));
    stage.strike_http().await;
}

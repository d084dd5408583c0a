//! Tokens: what they may do, how long they live, and which is which.

use super::browser::devtools;
use super::stage::Stage;
use serde_json::json;
use std::time::Duration;

const WALKTHROUGH: &str = "#/walkthrough/write-and-read";

#[tokio::test]
async fn a_token_that_may_only_read_is_told_before_a_write() {
    let stage = Stage::set().await;
    let token = stage.api_token("Practice base", "r");
    stage.open_with_practice(WALKTHROUGH).await;
    stage.enter("API-Token", &token).await;
    stage.go(2, "").await;
    stage.go(3, "").await;
    assert_eq!(
        stage.text(".step.open .warning").await,
        "",
        "reading needs no more"
    );
    stage.next(4).await;
    stage.shows(".step.open .warning", "may only read").await;
    stage.send().await;
    stage.shows(".step.open .verdict", "403").await;
    assert_eq!(stage.inside("Practice base").rows("Table1").len(), 3);
    stage.leave().await;
}

/// Page and server find themselves four days later, a day after the Base-Token has expired. The page looks at its clock every
/// twenty seconds, which the test waits for.
#[tokio::test]
async fn an_expired_base_token_is_told_and_renewed_by_one_press() {
    const LATER: Duration = Duration::from_secs(4 * 24 * 3600);
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.press("Fill in the practice token").await;
    stage.go(2, "").await;
    stage.next(3).await;
    stage.practice.advance(LATER);
    let script = "const now = Date.now; Date.now = () => now() + arguments[0];";
    let script = script.replace("arguments[0]", &LATER.as_millis().to_string());
    stage.run(&script, vec![]).await;
    tokio::time::sleep(Duration::from_secs(10)).await;
    stage
        .shows(".step.open .expired", "This Base-Token has expired")
        .await;
    // A clock can be wrong, so this is a warning: SeaTable decides.
    stage.send().await;
    stage
        .shows(".step.open .outcome", "The Base-Token has expired.")
        .await;
    stage.press("Get a new one (step 2)").await;
    stage.shows(".bar .life", "3 d").await;
    assert_eq!(stage.text(".step.open .expired").await, "");
    stage.works("").await;
    assert_eq!(stage.sent().len(), 4);
    stage.leave().await;
}

#[tokio::test]
async fn a_fresh_token_works_on_a_machine_whose_clock_is_days_ahead() {
    let stage = Stage::set().await;
    let ahead = "const now = Date.now; Date.now = () => now() + 4 * 24 * 3600 * 1000;";
    let ahead = json!({ "source": ahead });
    devtools::tell(
        &stage.client,
        "Page.addScriptToEvaluateOnNewDocument",
        ahead,
    )
    .await;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.press("Fill in the practice token").await;
    stage.go(2, "").await;
    stage.next(3).await;
    stage.shows(".bar .life", "3 d 0 h left").await;
    assert_eq!(stage.text(".step.open .expired").await, "");
    stage.works("").await;
    stage.strike_http().await;
}

#[tokio::test]
async fn a_base_token_in_the_place_of_an_api_token_is_refused_with_the_reason() {
    let stage = Stage::set().await;
    let token = stage.inside("Practice base").token().to_owned();
    stage.open_with_practice(WALKTHROUGH).await;
    stage.enter("API-Token", &token).await;
    stage
        .shows(".step.open .fault:not(:empty)", "This is a Base-Token")
        .await;
    let fault = stage.text(".step.open .fault:not(:empty)").await;
    assert!(!fault.contains(&token));
    assert_eq!(stage.sent().len(), 0);
    stage.strike_http().await;
}

#[tokio::test]
async fn what_stands_around_a_pasted_token_is_no_part_of_it() {
    let stage = Stage::set().await;
    let token = stage.practice.credentials().api_token;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.enter("API-Token", &format!(" Bearer {token} ")).await;
    stage.go(2, "").await;
    let sent = &stage.sent()[0].request;
    assert_eq!(
        sent.header("authorization"),
        Some(format!("Bearer {token}").as_str())
    );
    stage.strike_http().await;
}

#[tokio::test]
async fn forgetting_everything_leaves_no_token_and_no_answer() {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.press("Fill in the practice token").await;
    stage.go(2, "").await;
    stage.go(3, "").await;
    stage.find(".bar-button.key").await.click().await.unwrap();
    stage.press("Forget everything").await;
    stage.shows(".step.open .taken .chip", "…").await;
    assert_eq!(stage.text(".step.open .outcome").await, "");
    stage.press("Enter your API-Token").await;
    let value = stage
        .control("API-Token")
        .await
        .prop("value")
        .await
        .unwrap();
    assert_eq!(json!(value), json!(""));
    stage.strike_http().await;
}

#[tokio::test]
async fn a_token_that_a_response_gave_is_listed_and_forgotten_with_it() {
    const KEYS: &str = "return [...document.querySelectorAll('.keys li b')].map(e => e.innerText).sort().join(' ')";
    let stage = Stage::set().await;
    stage
        .open_with_practice("#/reference/authentication/getBaseTokenWithApiToken")
        .await;
    // That of the walkthrough is taken.
    stage.find(".operation .masked").await;
    let send = stage.find(".operation .send .primary").await;
    stage.click(&send).await;
    stage.shows(".wire .status", "200").await;
    // The keyring says all that the page holds.
    stage.shows(".bar .key", "Base-Token").await;
    stage.press("Base-Token").await;
    stage.shows(".keys", "from a response").await;
    assert_eq!(stage.run(KEYS, vec![]).await, "API-Token Base-Token");
    // Enter that is pressed twice closes the dialog, and forgets nothing.
    let focus = stage.client.active_element().await.unwrap();
    assert_eq!(focus.text().await.unwrap(), "Close");
    for left in ["API-Token Base-Token", "API-Token"] {
        assert_eq!(stage.run(KEYS, vec![]).await, left);
        let forget = "const all = [...document.querySelectorAll('.keys li')];\
            (all.find(e => e.querySelector('b').innerText === 'Base-Token') ?? all[0]).querySelector('button').click()";
        stage.run(forget, vec![]).await;
    }
    stage.gone(".bar .key").await;
    stage.gone(".wire .status").await;
    // Nor does the next form have it.
    let next = "location.hash = '#/reference/base/getMetadata'";
    stage.run(next, vec![]).await;
    stage.shows("#heading", "Show the structure").await;
    stage.shows(".values", "gives a Base-Token").await;
    let token = stage.control("Base-Token").await;
    assert_eq!(token.prop("value").await.unwrap().unwrap(), "");
    stage.strike_http().await;
}

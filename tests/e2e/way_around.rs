//! Walkthrough 1 for somebody who has no API-Token yet: one is made by API.

use super::stage::Stage;
use fantoccini::key::Key;

const WALKTHROUGH: &str = "#/walkthrough/write-and-read";

#[tokio::test]
async fn somebody_without_an_api_token_makes_one_and_goes_on_with_it() {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    let credentials = stage.practice.credentials();
    stage.tick("Log in for an API-Token").await;
    stage.enter("Login name", &credentials.username).await;
    stage.enter("Password", &credentials.password).await;
    stage.go("1a", "").await;
    stage.go("1b", "").await;
    stage.choose("Workspace", "Sales · group").await;
    stage.choose("Base", "Shop").await;
    stage.next("1c").await;
    stage.works("“Shop” has a new API-Token").await;
    stage.go(2, "You hold a Base-Token for “Shop”.").await;
    stage.go(3, "").await;
    stage.choose("Table", "Customers").await;
    stage.go(4, "Your row is in “Customers”").await;
    stage.go(5, "Your row is row").await;

    let tokens = "/api/v2.1/workspace/WORKSPACE/dtable/Shop/api-tokens/";
    let workspace = stage.inside("Shop").workspace_id.to_string();
    let tokens = stage
        .look()
        .get(&tokens.replace("WORKSPACE", &workspace), "");
    let tokens = tokens["api_tokens"].as_array().unwrap().clone();
    let made = tokens
        .iter()
        .find(|token| token["app_name"] == "API Playground")
        .unwrap();
    assert_eq!(made["permission"], "rw");
    let traded = &stage.sent()[3].request;
    assert_eq!(traded.path, "/api/v2.1/dtable/app-access-token/");
    let authorization = format!("Bearer {}", made["api_token"].as_str().unwrap());
    assert_eq!(traded.header("authorization"), Some(authorization.as_str()));
    let customers = stage.inside("Shop").rows("Customers");
    assert!(customers.iter().any(|row| row["Name"] == "John Doe"));
    stage.strike_http().await;
}

#[tokio::test]
async fn somebody_with_an_api_token_is_not_led_through_the_login() {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.press("Fill in the practice token").await;
    let seen = "return [...document.querySelectorAll(arguments[0])].filter(e => e.checkVisibility()).length";
    for (list, told) in [(".step", "the steps"), (".steps li", "the rail")] {
        assert_eq!(stage.run(seen, vec![list.into()]).await, 5, "{told}");
    }
    stage.shows(".eyebrow", "5 steps").await;
    stage.next(2).await;
    // A link to a step of the other way takes that way.
    stage.open(&format!("{WALKTHROUGH}/1b")).await;
    stage.shows(".step.open .number", "1b").await;
    assert_eq!(stage.run(seen, vec![".step".into()]).await, 8);
    stage.strike_http().await;
}

#[tokio::test]
async fn what_was_entered_in_one_walkthrough_is_offered_in_the_next() {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.press("Fill in the practice token").await;
    stage
        .run("location.hash = '#/walkthrough/update-a-row/1'", vec![])
        .await;
    // Practice has filled it in here too.
    let field = stage.control("API-Token").await;
    let keys = format!("{}a{}{}", Key::Control, Key::Control, Key::Delete);
    field.send_keys(&keys).await.unwrap();
    stage.press("Use what you entered for “Write data").await;
    stage.go(2, "Practice base").await;

    // A login is offered where a login is asked for, and not beside a token.
    let team = "location.hash = '#/walkthrough/look-at-the-team/1'";
    stage.run(team, vec![]).await;
    stage.press("Fill in the practice login").await;
    let first = format!("location.hash = '{WALKTHROUGH}/1'");
    stage.run(&first, vec![]).await;
    stage.control("Log in for an API-Token").await;
    let offers = "return [...document.querySelectorAll('.step.open button')].filter(e => e.innerText.startsWith('Use what')).length";
    assert_eq!(stage.run(offers, vec![]).await, 0);
    stage.strike_http().await;
}

//! What is typed: passwords go as they are, and what nobody sees in an id, a login or a code does not go along.

use super::stage::Stage;

#[tokio::test]
async fn passwords_go_as_typed_and_logins_without_what_nobody_sees() {
    let stage = Stage::set().await;
    stage
        .open_with_practice("#/walkthrough/create-a-user")
        .await;
    let credentials = stage.practice.credentials();
    stage
        .enter(
            "Your login name",
            &format!("\u{a0}{}\u{200b}", credentials.username),
        )
        .await;
    stage.enter("Your password", " not this one ").await;
    stage
        .enter(
            "Email address of the new member",
            "\u{feff}new@practice.example\u{a0}",
        )
        .await;
    stage.enter("Name of the new member", "Nova\u{a0}Neu").await;
    stage.enter("First password", " geheim 12345 ").await;
    stage.next(2).await;
    stage.send().await;
    stage.shows(".step.open .verdict", "400").await;
    let body = String::from_utf8(stage.sent()[0].request.body.clone()).unwrap();
    let login = credentials.username.replace('@', "%40");
    assert_eq!(body, format!("username={login}&password=+not+this+one+"));

    stage.press("Enter your login").await;
    stage.press("Fill in the practice login").await;
    stage.go(2, "").await;
    stage.go(3, "").await;
    stage.go(4, "is a member of the team.").await;
    let body = String::from_utf8(stage.sent()[3].request.body.clone()).unwrap();
    for (name, value) in [
        ("email", "new@practice.example"),
        ("name", "Nova\u{a0}Neu"),
        ("password", " geheim 12345 "),
    ] {
        let part = format!("name=\"{name}\"\r\n\r\n{value}\r\n");
        assert!(body.contains(&part), "{name}: {body}");
    }
    stage.leave().await;
}

#[tokio::test]
async fn a_code_has_six_digits_and_one_that_has_not_costs_no_attempt() {
    let stage = Stage::set().await;
    stage
        .open_with_practice("#/walkthrough/look-at-the-team")
        .await;
    stage.enter("Login name", "tia@practice.example").await;
    stage.enter("Password", "practice-password").await;
    stage.next(2).await;
    stage.send().await;
    stage.shows(".step.open .code-wanted", "six digits").await;
    for code in ["12345", "1234567", "12a456"] {
        stage.enter("X-SEAFILE-OTP", code).await;
        stage.send().await;
        stage
            .shows(".code-wanted .fault", "Enter all six digits")
            .await;
    }
    assert_eq!(stage.sent().len(), 1, "none of them was sent");
    stage.enter("X-SEAFILE-OTP", "１２３ ４５６").await;
    stage.works("").await;
    let sent = stage.sent();
    assert_eq!(sent[1].request.header("x-seafile-otp"), Some("123456"));
    stage.leave().await;
}

#[tokio::test]
async fn what_nobody_sees_in_a_name_is_told_before_it_is_sent() {
    let stage = Stage::set().await;
    stage
        .open_with_practice("#/walkthrough/create-a-base")
        .await;
    stage.enter("Password", "fake password ").await;
    let told = "a space or an invisible character";
    stage.shows(".step.open .unseen-note", told).await;
    stage.press("Create the base").await;
    stage.shows(".step.open .number", "4").await;
    stage.enter("name", "Play\u{a0}ground").await;
    stage
        .shows(".step.open .unseen-note", "a no-break space after “Play”")
        .await;
    stage.press("Remove it").await;
    let field = stage.control("name").await;
    assert_eq!(
        field.prop("value").await.unwrap().as_deref(),
        Some("Playground")
    );
    assert_eq!(stage.text(".step.open .unseen-note").await, "");
    stage.leave().await;
}

/// Takes note of every change of the page, and whether it is in the open step.
const WATCH: &str = "const desk = document.querySelector('.step.open');\
    window.drawn = { inside: 0, outside: [] };\
    const note = change => {\
        if (desk.contains(change.target)) drawn.inside += 1;\
        else drawn.outside.push(change.type + ' of ' + (change.target.className || change.target.nodeName));\
    };\
    window.watcher?.disconnect();\
    window.watcher = new MutationObserver(changes => changes.forEach(note));\
    watcher.observe(document.documentElement,\
        { subtree: true, childList: true, characterData: true, attributes: true });";

#[tokio::test]
async fn a_keystroke_in_a_step_draws_nothing_outside_it() {
    let stage = Stage::set().await;
    stage
        .open_with_practice("#/walkthrough/write-and-read/4")
        .await;
    // The rail and the later parts have come.
    stage.find(".rail .steps li").await;
    stage.find(".rail .branch").await;
    stage.find(".step.open .row-form").await;
    stage.run(WATCH, vec![]).await;
    let field = stage.control("rows").await;
    field.clear().await.unwrap();
    field.send_keys("[{\"Name\": \"John\"}]").await.unwrap();
    stage.shows(".step.open .code", "John").await;
    let drawn = stage.run("return drawn", vec![]).await;
    assert!(drawn["inside"].as_u64() > Some(0), "the field is watched");
    assert_eq!(drawn["outside"], serde_json::json!([]));

    stage.press("Enter your API-Token").await;
    stage.shows(".step.open .number", "1").await;
    stage.tick("Log in for an API-Token").await;
    stage.run(WATCH, vec![]).await;
    stage.copy("Login name", "tia@practice.example").await;
    let drawn = stage.run("return drawn", vec![]).await;
    assert_eq!(drawn["outside"], serde_json::json!([]));
    stage.strike_http().await;
}

//! The form of a row, with a column of every type.

use super::stage::Stage;
use fantoccini::key::Key;
use serde_json::{Value, json};

pub(super) const BASE: &str = "Every column type";
const WALKTHROUGH: &str = "#/walkthrough/update-a-row";

/// Opens the step that changes a row of the table with all types.
pub(super) async fn at_the_row(stage: &Stage, row: &str) {
    let token = stage.api_token(BASE, "rw");
    stage.open_with_practice(WALKTHROUGH).await;
    stage.enter("API-Token", &token).await;
    stage.go(2, BASE).await;
    stage.go(3, "").await;
    stage.choose("Table", "Types").await;
    stage.go(4, "").await;
    stage.choose("Row", row).await;
    stage.go(5, "").await;
    stage.next(6).await;
    stage.control("long-text").await;
}

/// The JSON of the request's rows, as its field has it.
pub(super) async fn draft(stage: &Stage) -> String {
    let field = stage.control("updates").await;
    field.prop("value").await.unwrap().unwrap()
}

/// The cells that the draft sends.
pub(super) async fn cells(stage: &Stage) -> Value {
    let draft = draft(stage).await;
    let updates: Value =
        serde_json::from_str(&draft).unwrap_or_else(|error| panic!("{error}: {draft}"));
    updates[0]["row"].clone()
}

#[tokio::test]
async fn every_column_that_can_be_written_is_written_by_its_form() {
    let stage = Stage::set().await;
    at_the_row(&stage, "empty").await;
    let admin = stage.inside(BASE).row("Types", "text", "ABC")["collaborator"][0].clone();
    stage.enter("text", "Changed").await;
    stage.enter("long-text", "# Title\n\nTwo *lines*.").await;
    stage.enter("number", "0.125").await;
    // Only ids are taken, and no list offers them.
    stage
        .copy(
            "collaborator",
            &format!("{}{}", admin.as_str().unwrap(), Key::Tab),
        )
        .await;
    let date = format!("06202031{}1155PM", Key::Tab);
    stage.control("date").await.send_keys(&date).await.unwrap();
    stage.enter("duration", "2:05").await;
    stage.choose("single-select", "large").await;
    for option in ["red", "green"] {
        stage.tick(option).await;
    }
    stage
        .enter(
            "image",
            &format!("https://practice.invalid/a.png{}", Key::Tab),
        )
        .await;
    stage.enter("email", "somebody@practice.example").await;
    stage
        .enter("url", "https://practice.invalid/somewhere")
        .await;
    stage.tick("checkbox").await;
    stage.enter("rate", "3").await;
    stage.enter("geolocation", "13.37").await;
    stage.enter("Latitude", "52.5").await;
    let sent = cells(&stage).await;
    stage.works("").await;
    stage.go(7, "").await;
    let expected = json!({
        "text": "Changed", "long-text": "# Title\n\nTwo *lines*.", "number": 0.125, "collaborator": [admin],
        "date": "2031-06-20T23:55:00+01:00", "duration": 7500, "single-select": "large",
        "multiple-select": ["red", "green"], "image": ["https://practice.invalid/a.png"],
        "email": "somebody@practice.example", "url": "https://practice.invalid/somewhere", "checkbox": true,
        "rate": 3, "geolocation": { "lng": 13.37, "lat": 52.5 },
    });
    let row = stage.inside(BASE).row("Types", "text", "Changed");
    for (name, value) in expected.as_object().unwrap() {
        assert!(sent.get(name).is_some(), "{name} was not sent: {sent}");
        assert_eq!(row[name], *value, "{name}");
        let changes = stage.text("table.changes").await;
        assert!(changes.contains(name), "{name} is not in {changes}");
    }
    assert_eq!(
        sent.as_object().unwrap().len(),
        expected.as_object().unwrap().len()
    );
    stage.strike_http().await;
}

#[tokio::test]
async fn columns_that_seatable_fills_cannot_be_typed_into() {
    let stage = Stage::set().await;
    at_the_row(&stage, "ABC").await;
    let script = "return [...document.querySelectorAll('.step.open .field.cell')]\
        .filter(e => !e.querySelector('input, textarea, select, button'))\
        .map(e => e.querySelector('.type').innerText)";
    let locked = stage.run(script, vec![]).await;
    let expected = [
        "formula",
        "link",
        "link-formula",
        "creator",
        "ctime",
        "last-modifier",
        "mtime",
        "auto-number",
        "button",
        "digital-sign",
    ];
    assert_eq!(locked, json!(expected));
    stage.strike_http().await;
}

#[tokio::test]
async fn the_form_and_the_json_follow_each_other() {
    let stage = Stage::set().await;
    at_the_row(&stage, "ABC").await;
    let rate = stage.control("rate").await;
    assert_eq!(
        rate.prop("value").await.unwrap().as_deref(),
        Some("4"),
        "the row as it stands"
    );
    assert_eq!(cells(&stage).await, json!({}), "nothing is changed yet");
    stage.enter("rate", "2").await;
    assert_eq!(cells(&stage).await, json!({ "rate": 2 }));
    stage.enter("rate", "4").await;
    assert_eq!(
        cells(&stage).await,
        json!({}),
        "what the row has is not sent"
    );

    let edited = draft(&stage)
        .await
        .replace("{}", "{ \"rate\": 5, \"checkbox\": false, \"own\": 1.0 }");
    stage.copy("updates", &edited).await;
    let ticked = "return document.querySelector('.step.open .cell input[type=checkbox]:not(.ticks input)').checked";
    assert_eq!(
        stage
            .control("rate")
            .await
            .prop("value")
            .await
            .unwrap()
            .as_deref(),
        Some("5")
    );
    assert_eq!(stage.run(ticked, vec![]).await, json!(false));
    stage.enter("text", "DEF").await;
    let draft = draft(&stage).await;
    assert!(
        draft.contains("\"own\": 1.0"),
        "what the form does not know stays: {draft}"
    );
    assert_eq!(cells(&stage).await["text"], "DEF");
    stage.strike_http().await;
}

#[tokio::test]
async fn broken_json_is_told_by_line_and_column_and_repaired_at_one_press() {
    let stage = Stage::set().await;
    at_the_row(&stage, "ABC").await;
    let broken = draft(&stage).await.replace("{}", "{ \"rate\": 1, }");
    stage.copy("updates", &broken).await;
    stage
        .shows(".step.open .broken", "This isn't valid JSON yet: line")
        .await;
    let told = stage.text(".step.open .broken").await;
    assert!(told.contains("column"), "{told}");
    let sent = stage.sent().len();
    stage.send().await;
    assert_eq!(stage.sent().len(), sent, "nothing that is no JSON is sent");
    stage.press("Repair").await;
    assert_eq!(cells(&stage).await, json!({ "rate": 1 }));
    assert_eq!(stage.text(".step.open .broken").await, "");
    stage.works("").await;
    assert_eq!(stage.inside(BASE).row("Types", "text", "ABC")["rate"], 1);
    stage.strike_http().await;
}

#[tokio::test]
async fn what_seatable_would_drop_is_sent_only_after_a_question() {
    let stage = Stage::set().await;
    at_the_row(&stage, "ABC").await;
    let draft = draft(&stage).await;
    let wrong = r#"{ "number": "abc", "No such column": "X", "date": "13/31/2025", "image": ["/asset/a.pdf"] }"#;
    stage.copy("updates", &draft.replace("{}", wrong)).await;
    let sent = stage.sent().len();
    stage.send().await;
    stage
        .shows(
            ".step.open .doubts",
            "“No such column”: The table has no such column",
        )
        .await;
    let told = stage.text(".step.open .doubts").await;
    for words in ["Not sent yet", "“number”", "“date”", "“image”"] {
        assert!(told.contains(words), "{words} is not in {told}");
    }
    assert_eq!(stage.sent().len(), sent);
    stage.press("Send anyway").await;
    stage.shows(".step.open .went", "That worked.").await;
    assert_eq!(stage.sent().len(), sent + 1);

    stage
        .copy("updates", &draft.replace("{}", r#"{ "number": 7 }"#))
        .await;
    stage.works("").await;
    assert_eq!(stage.text(".step.open .doubts").await, "");
    assert_eq!(stage.inside(BASE).row("Types", "text", "ABC")["number"], 7);
    stage.leave().await;
}

#[tokio::test]
async fn what_was_not_stored_as_it_was_sent_stands_in_a_table() {
    let stage = Stage::set().await;
    at_the_row(&stage, "ABC").await;
    let draft = draft(&stage).await;
    let wrong =
        r#"{ "number": "abc", "date": "13/31/2025", "text": "Kept", "No such column": "X" }"#;
    stage.copy("updates", &draft.replace("{}", wrong)).await;
    stage.send().await;
    stage.press("Send anyway").await;
    stage.shows(".step.open .went", "That worked.").await;
    stage.next(7).await;
    stage.send().await;
    stage
        .shows(".step.open .outcome", "did not store all of it")
        .await;
    let told = stage.text(".step.open table.unstored tbody").await;
    for cells in [
        "number\t\"abc\"\tnull",
        "date\t\"13/31/2025\"\tnull",
        "No such column\t\"X\"\tnull",
    ] {
        assert!(told.contains(cells), "{cells:?} is not in {told:?}");
    }
    assert!(!told.contains("Kept"), "{told}");
    stage.leave().await;
}

//! Values that know what they are: forms of the reference offer what answers told of, and lead to the operations that give it.

use super::stage::Stage;
use fantoccini::key::Key;
use serde_json::json;

/// The value of a control by the beginning of its label.
const VALUE: &str = "const label = [...document.querySelectorAll('.operation label')]\
    .find(e => e.innerText.startsWith(arguments[0])); return document.getElementById(label.htmlFor).value";

async fn value(stage: &Stage, label: &str) -> String {
    let value = stage.run(VALUE, vec![json!(label)]).await;
    value.as_str().unwrap_or_default().to_owned()
}

async fn go(stage: &Stage, hash: &str, heading: &str) {
    stage
        .run("location.hash = arguments[0]", vec![json!(hash)])
        .await;
    stage.shows("#heading", heading).await;
}

#[tokio::test]
async fn rows_are_listed_without_typing_an_id() {
    let stage = Stage::set().await;
    stage.open_with_practice("#/reference/base/listRows").await;
    // No token yet: one operation gives it, and the way back is one press.
    stage.press("getBaseTokenWithApiToken").await;
    stage.shows(".back", "Back to listRows").await;
    stage.send().await;
    stage.press("Back to listRows, with").await;
    stage.shows("#heading", "List rows").await;
    stage.shows(".operation .masked", "••••").await;
    // The token is of one base, which is filled in and known by its name.
    stage
        .shows(".operation .field:has(#field-0) .known b", "Practice base")
        .await;
    assert_eq!(value(&stage, "base_uuid").await.len(), 36);
    // No table yet.
    stage.press("getMetadata").await;
    stage.shows(".operation .masked", "••••").await;
    stage
        .shows(".operation .field:has(#field-0) .known b", "Practice base")
        .await;
    stage.send().await;
    stage.press("Back to listRows, with Table1").await;
    stage.shows("#heading", "List rows").await;
    assert_eq!(value(&stage, "table_name").await, "Table1");
    stage.fits().await;
    stage.send().await;
    stage.shows(".wire .status", "200").await;
    // Another operation offers the rows by their names, and takes the table along.
    go(&stage, "#/reference/base/getRow", "Show a row").await;
    stage.press("Choose a row").await;
    let find = stage.find(".choices input").await;
    stage
        .shows(".choices [role=status]", "to choose from")
        .await;
    stage.fits().await;
    find.send_keys(&Key::Down.to_string()).await.unwrap();
    let second = stage.text(".choices li[aria-selected=true] b").await;
    find.send_keys(&Key::Escape.to_string()).await.unwrap();
    let focused = stage
        .run("return document.activeElement.innerText", vec![])
        .await;
    assert_eq!(focused, "Choose a row");
    assert_eq!(value(&stage, "row_id").await, "");
    stage.press("Choose a row").await;
    let find = stage.find(".choices input").await;
    find.send_keys(&second).await.unwrap();
    stage
        .shows(".choices li[aria-selected=true] b", &second)
        .await;
    find.send_keys(&Key::Enter.to_string()).await.unwrap();
    assert_eq!(value(&stage, "row_id").await.len(), 22);
    assert_eq!(value(&stage, "table_name").await, "Table1");
    let sent = stage.sent().len();
    stage.send().await;
    stage.shows(".wire .status", "200").await;
    assert_eq!(stage.sent().len(), sent + 1);
    stage.strike_http().await;
}

#[tokio::test]
async fn what_a_walkthrough_was_told_is_offered_until_everything_is_forgotten() {
    let stage = Stage::set().await;
    stage
        .open_with_practice("#/walkthrough/write-and-read/1")
        .await;
    stage.press("Fill in the practice token").await;
    stage.press("Next:").await;
    stage.send().await;
    stage.shows(".wire .status", "200").await;
    go(&stage, "#/reference/base/getMetadata", "Show the structure").await;
    stage.shows(".operation .masked", "••••").await;
    stage
        .shows(".operation .field:has(#field-0) .known b", "Practice base")
        .await;
    let forget = "[...document.querySelectorAll('#keyring-dialog button')]\
        .find(b => b.innerText === 'Forget everything').click()";
    stage.find(".bar-button.key").await.click().await.unwrap();
    stage.shows("#keyring-dialog", "Forget everything").await;
    stage.run(forget, vec![]).await;
    stage.shows(".operation .givers", "gives").await;
    assert_eq!(value(&stage, "base_uuid").await, "");
    stage.strike_http().await;
}

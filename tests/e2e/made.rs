//! Made by you: what was made is listed and removed again, and nothing else.

use super::create_a_base::to_the_end;
use super::stage::Stage;
use serde_json::{Value, json};

const WALKTHROUGH: &str = "#/walkthrough/create-a-base";
const NOUNS: &str =
    "return [...document.querySelectorAll('.made li')].map(e => e.querySelector('b').innerText)";

/// Opens the list with all that walkthrough 2 makes.
async fn list(stage: &Stage) {
    stage.open_with_practice(WALKTHROUGH).await;
    to_the_end(stage).await;
    stage.press("Remove what you made").await;
    stage.find(".made li").await;
    assert_eq!(
        stage.run(NOUNS, vec![]).await,
        json!(["Base", "Table", "Column", "Column"])
    );
}

/// Presses a button of an entry.
async fn press_in(stage: &Stage, entry: usize, button: &str) {
    let css = format!(".made li:nth-child({entry}) {button}");
    stage.click(&stage.find(&css).await).await;
}

/// Types into the question, in place of what is there.
async fn answer(stage: &Stage, text: &str) {
    let field = stage.find(".confirm input").await;
    field.clear().await.unwrap();
    field.send_keys(text).await.unwrap();
}

/// The bases of the team, and the tables of the one that was made.
fn bases(stage: &Stage) -> usize {
    let workspaces = stage.look().get("/api/v2.1/workspaces/", "");
    let count = |workspace: &Value| workspace["table_list"].as_array().map_or(0, Vec::len);
    workspaces["workspace_list"]
        .as_array()
        .unwrap()
        .iter()
        .map(count)
        .sum()
}

#[tokio::test]
async fn columns_go_one_by_one_and_the_rest_at_once_after_the_right_words() {
    let stage = Stage::set().await;
    list(&stage).await;
    for (entry, left) in [(3, 2), (4, 1)] {
        press_in(&stage, entry, "button").await;
        press_in(&stage, entry, ".danger").await;
        stage
            .shows(&format!(".made li:nth-child({entry}) .told"), "removed")
            .await;
        assert_eq!(
            stage
                .inside("Playground")
                .columns("Contacts")
                .unwrap()
                .len(),
            left
        );
    }
    let sent = stage.sent().len();
    stage.press("Remove all 2").await;
    answer(&stage, "remove all 3").await;
    let go = stage.find(".confirm .danger").await;
    assert!(go.attr("disabled").await.unwrap().is_some());
    go.click().await.ok();
    answer(&stage, "remove all 3\n").await;
    assert_eq!(stage.sent().len(), sent, "wrong words remove nothing");
    assert_eq!(bases(&stage), 4);
    answer(&stage, "remove all 2").await;
    stage.click(&stage.find(".confirm .danger").await).await;
    stage.shows(".made li:nth-child(1) .told", "removed").await;
    stage.shows(".made li:nth-child(2) .told", "removed").await;
    assert_eq!(
        bases(&stage),
        3,
        "the base is gone, and the others are there"
    );
    assert!(stage.look().inside("Playground").is_none());
    let removals: Vec<_> = stage.sent()[sent..]
        .iter()
        .map(|received| (received.request.method.clone(), received.status))
        .collect();
    assert_eq!(
        removals,
        [("DELETE".to_owned(), 200), ("DELETE".to_owned(), 200)]
    );
    stage.strike_http().await;
}

#[tokio::test]
async fn a_base_goes_alone_only_after_its_name_was_typed() {
    let stage = Stage::set().await;
    list(&stage).await;
    press_in(&stage, 1, "button").await;
    answer(&stage, "playground").await;
    let go = stage.find(".confirm .danger").await;
    assert!(go.attr("disabled").await.unwrap().is_some());
    stage.press("Keep").await;
    assert_eq!(bases(&stage), 4);
    press_in(&stage, 1, "button").await;
    answer(&stage, "Playground").await;
    press_in(&stage, 1, ".danger").await;
    stage.shows(".made li:nth-child(1) .told", "removed").await;
    assert_eq!(bases(&stage), 3);
    // What was in it is not offered any more.
    for entry in [2, 3, 4] {
        let told = format!(".made li:nth-child({entry}) .told");
        stage
            .shows(&told, "it was in “Playground”, which is removed")
            .await;
    }
    stage.gone(".made button").await;
    stage.strike_http().await;
}

#[tokio::test]
async fn each_question_that_stands_has_a_field_of_its_own() {
    let stage = Stage::set().await;
    list(&stage).await;
    press_in(&stage, 1, "button").await;
    press_in(&stage, 2, "button").await;
    stage.press("Remove all 4").await;
    stage
        .find(".made + .confirm input, main > .confirm input")
        .await;
    let fields = "return [...document.querySelectorAll('.confirm')].map(form => form.querySelector('label').control === form.querySelector('input'))";
    assert_eq!(stage.run(fields, vec![]).await, json!([true, true, true]));
    stage.strike_http().await;
}

#[tokio::test]
async fn nothing_is_listed_after_reading_alone() {
    let stage = Stage::set().await;
    stage
        .open_with_practice("#/walkthrough/write-and-read")
        .await;
    stage.press("Fill in the practice token").await;
    stage.go(2, "").await;
    stage.go(3, "").await;
    stage.run("location.hash = '#/made'", vec![]).await;
    stage.shows("main", "Nothing is listed.").await;
    stage.strike_http().await;
}

#[tokio::test]
async fn a_row_is_removed_by_a_press_and_a_yes() {
    let stage = Stage::set().await;
    stage
        .open_with_practice("#/walkthrough/write-and-read")
        .await;
    super::write_and_read::to_the_end(&stage).await;
    stage.press("Remove what you made").await;
    stage.find(".made li").await;
    assert_eq!(stage.run(NOUNS, vec![]).await, json!(["Row"]));
    press_in(&stage, 1, "button").await;
    press_in(&stage, 1, ".danger").await;
    stage.shows(".made li .told", "removed").await;
    assert_eq!(stage.inside("Practice base").rows("Table1").len(), 3);
    stage.strike_http().await;
}

//! Walkthrough 3: some cells of one row.

use super::stage::Stage;
use serde_json::{Value, json};

const WALKTHROUGH: &str = "#/walkthrough/update-a-row";

/// Changes some cells of the row that was found, and reads it back.
async fn change(stage: &Stage) {
    stage.next(6).await;
    stage.enter("Age", "28").await;
    stage.choose("Status", "active").await;
    stage.tick("Done").await;
    stage.works("").await;
    stage.go(7, "").await;
    stage.shows("table.changes", "Age").await;
    // The order of an object's members is the server's business.
    let shown = stage.text("table.changes tbody").await;
    for cells in [
        "Age\t27\t28",
        "Status\t\"new\"\t\"active\"",
        "Done\tnull\ttrue",
    ] {
        assert!(shown.contains(cells), "{shown}");
    }
    stage.shows(".finished", "Walkthrough complete").await;
}

/// Goes from the token to the last step, the row found by listing.
pub(crate) async fn to_the_end(stage: &Stage) {
    stage.go(2, "Practice base").await;
    stage.go(3, "").await;
    stage.go(4, "").await;
    stage.choose("Row", "Jasmin Tee").await;
    stage.go(5, "").await;
    change(stage).await;
}

/// Returns the rows of the practice base, without what tells when they were changed and by whom.
fn rows(stage: &Stage) -> Vec<Value> {
    let mut rows = stage.inside("Practice base").rows("Table1");
    for row in &mut rows {
        let row = row.as_object_mut().unwrap();
        row.retain(|name, _| !matches!(name.as_str(), "_mtime" | "_last_modifier"));
    }
    rows
}

/// Holds that only the changed cells are others, and only they were sent.
fn assert_changed(stage: &Stage, before: &[Value]) {
    let mut expected = before.to_vec();
    let row = expected
        .iter_mut()
        .find(|row| row["Name"] == "Jasmin Tee")
        .unwrap();
    row["Age"] = json!(28);
    row["Status"] = json!("active");
    row["Done"] = json!(true);
    let id = row["_id"].clone();
    assert_eq!(rows(stage), expected);
    let cells = json!({ "Age": 28, "Status": "active", "Done": true });
    let body = json!({ "table_name": "Table1", "updates": [{ "row_id": id, "row": cells }] });
    assert_eq!(stage.bodies("PUT"), [body]);
}

#[tokio::test]
async fn only_the_cells_that_were_changed_are_sent_and_are_others() {
    let stage = Stage::set().await;
    let before = rows(&stage);
    stage.open_with_practice(WALKTHROUGH).await;
    to_the_end(&stage).await;
    assert_eq!(stage.pressed(), 15, "presses and choices");
    assert_changed(&stage, &before);
    stage.strike_http().await;
}

#[tokio::test]
async fn a_row_is_updated_without_any_server() {
    let stage = Stage::set().await;
    stage.open_in_page("Update one row").await;
    to_the_end(&stage).await;
    stage.strike(&[]).await;
}

#[tokio::test]
async fn the_row_may_be_found_with_sql_instead() {
    let stage = Stage::set().await;
    let before = rows(&stage);
    stage.open_with_practice(WALKTHROUGH).await;
    stage.press("Fill in the practice token").await;
    stage.go(2, "").await;
    stage.go(3, "").await;
    stage.next(4).await;
    stage.press("Find the row with SQL").await;
    stage.shows(".step.open .number", "4a").await;
    stage.works("").await;
    stage.choose("Row", "Jasmin Tee").await;
    stage.go(5, "").await;
    change(&stage).await;
    assert_changed(&stage, &before);
    stage.strike_http().await;
}

#[tokio::test]
async fn sql_takes_values_in_a_list_of_their_own() {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.press("Fill in the practice token").await;
    stage.go(2, "").await;
    stage.go(3, "").await;
    stage.next(4).await;
    stage.press("Find the row with SQL").await;
    stage.shows(".step.open .number", "4a").await;
    stage
        .enter("sql", "SELECT * FROM `Table1` WHERE Name = ?")
        .await;
    stage.unfold().await;
    stage.enter("parameters", "[\"Max Müsli\"]").await;
    stage.works("").await;
    // There is only one to choose.
    stage.chosen("Row", "Max Müsli").await;
    stage.go(5, "").await;
    stage.shows(".step.open .tree", "Max Müsli").await;
    stage.strike_http().await;
}

#[tokio::test]
async fn an_update_that_changes_nothing_is_told_to_be_none() {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.press("Fill in the practice token").await;
    stage.go(2, "").await;
    stage.go(3, "").await;
    stage.go(4, "").await;
    stage.go(5, "").await;
    stage.next(6).await;
    stage.send().await;
    let question = "No cell of the row is changed";
    stage.shows(".step.open .doubts", question).await;
    stage.press("Send anyway").await;
    stage.shows(".step.open .went", "That worked.").await;
    stage.go(7, "").await;
    let told = "No cell has changed: the request had no other values";
    stage.shows(".outcome.bad", told).await;
    stage.strike_http().await;
}

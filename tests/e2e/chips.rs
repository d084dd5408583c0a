//! What a step takes from earlier ones is folded behind chips, and a row is seen as a form or as JSON.

use super::stage::Stage;

const CHIPS: &str = ".step.open .taken";
const IS_OPEN: &str = "return document.querySelector('.step.open .taken').open";
const CELL_IS_SEEN: &str =
    "return document.querySelector('.step.open .row-form input').checkVisibility()";
const JSON_IS_SEEN: &str =
    "return document.querySelector('.step.open .either textarea').checkVisibility()";

/// Opens the step that writes a row, with all that it takes.
async fn at_the_row() -> Stage {
    let stage = Stage::set().await;
    stage
        .open_with_practice("#/walkthrough/write-and-read")
        .await;
    stage.go(2, "").await;
    stage.go(3, "").await;
    stage.next(4).await;
    stage.find(".step.open .row-form input").await;
    stage
}

#[tokio::test]
async fn chips_have_the_values_and_open_to_their_fields() {
    let stage = at_the_row().await;
    assert_eq!(stage.run(IS_OPEN, vec![]).await, false);
    let base = stage.practice.credentials().base_uuid;
    let chips = stage.text(CHIPS).await;
    for shown in [
        "Base-Token",
        "•••",
        "base_uuid",
        &base,
        "table_name",
        "Table1",
    ] {
        assert!(chips.contains(shown), "{shown} is not in {chips}");
    }
    assert!(
        !chips.contains("step 2"),
        "the fields are folded away: {chips}"
    );
    let summary = stage.find(".step.open .taken > summary").await;
    stage.click(&summary).await;
    stage.shows(CHIPS, "step 2 · base_uuid").await;
    stage.enter("table_name", "Other").await;
    stage.shows(".step.open .taken > summary", "Other").await;
    // The next step could take a view too, and none is chosen.
    stage.press("Restore the default").await;
    stage.works("").await;
    stage.next(5).await;
    stage.shows(".step.open .taken > summary", "Table1").await;
    let chips = stage.text(".step.open .taken > summary").await;
    assert!(!chips.contains("view_name"), "{chips}");
    stage.strike_http().await;
}

#[tokio::test]
async fn chips_stand_open_while_a_value_is_missing() {
    let stage = Stage::set().await;
    stage
        .open_with_practice("#/walkthrough/write-and-read/4")
        .await;
    stage.shows(".step.open .taken > summary", "…").await;
    assert_eq!(stage.run(IS_OPEN, vec![]).await, true);
    // There is no JSON to correct either.
    stage
        .shows(".step.open .row-form > .hint", "once the steps before")
        .await;
    stage.strike_http().await;
}

#[tokio::test]
async fn a_fault_that_is_folded_away_is_unfolded_by_send() {
    let stage = at_the_row().await;
    stage.enter("table_name", " ").await;
    stage.copy("table_name", "\u{e003}").await;
    let fold = "document.querySelector('.step.open .taken').open = false";
    stage.run(fold, vec![]).await;
    stage.press("Send").await;
    stage
        .has_focus_on(".step.open .taken [aria-invalid=true]")
        .await;
    assert_eq!(stage.run(IS_OPEN, vec![]).await, true);
    assert_eq!(stage.sent().len(), 2, "nothing but what led here");
    stage.strike_http().await;
}

#[tokio::test]
async fn a_row_is_seen_as_a_form_or_as_json_and_never_as_both() {
    let stage = at_the_row().await;
    let seen = async |cell: bool, json: bool| {
        assert_eq!(stage.run(CELL_IS_SEEN, vec![]).await, cell, "the form");
        assert_eq!(stage.run(JSON_IS_SEEN, vec![]).await, json, "the JSON");
    };
    seen(true, false).await;
    let summary = stage.find(".step.open .either summary").await;
    stage.click(&summary).await;
    seen(false, true).await;
    stage.click(&summary).await;
    seen(true, false).await;
    // What can't be sent is shown where it is wrong.
    stage.copy("rows", "{").await;
    let fold = "document.querySelector('.step.open .either details').open = false";
    stage.run(fold, vec![]).await;
    stage.press("Send").await;
    stage
        .has_focus_on(".step.open .either textarea[aria-invalid=true]")
        .await;
    seen(false, true).await;
    stage.strike_http().await;
}

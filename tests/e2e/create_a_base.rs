//! Walkthrough 2: a base, a table and two columns.

use super::stage::Stage;

const WALKTHROUGH: &str = "#/walkthrough/create-a-base";

/// Goes from the login to the base's token.
pub(crate) async fn to_the_base(stage: &Stage) {
    stage.go(2, "").await;
    stage.go(3, "").await;
    stage.choose("Workspace", "Sales · group").await;
    stage.go(4, "The base “Playground” was created.").await;
    stage.go(5, "").await;
}

/// Goes from the login to the last step.
pub(crate) async fn to_the_end(stage: &Stage) {
    to_the_base(stage).await;
    stage.go(6, "The table “Contacts” was created.").await;
    stage.go(7, "").await;
    stage
        .go(8, "“Contacts” is table 2 of 2 of “Playground”.")
        .await;
    stage.shows(".finished", "Walkthrough complete").await;
}

#[tokio::test]
async fn a_base_with_a_table_and_two_columns_is_there_afterwards() {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    to_the_end(&stage).await;
    assert_eq!(stage.pressed(), 15, "presses and choices");
    let mut base = stage.inside("Playground");
    assert_eq!(base.workspace_id, stage.inside("Shop").workspace_id);
    let columns = base.columns("Contacts").unwrap();
    let expected = [("Name", "text"), ("Birthday", "date"), ("Rating", "rate")];
    assert_eq!(
        columns,
        expected.map(|(name, kind)| (name.to_owned(), kind.to_owned()))
    );
    assert_eq!(
        base.column("Contacts", "Birthday")["data"]["format"],
        "YYYY-MM-DD"
    );
    assert_eq!(stage.sent().len(), 7, "one request a step");
    stage.strike_http().await;
}

#[tokio::test]
async fn the_same_base_is_made_without_any_server() {
    let stage = Stage::set().await;
    stage.open_in_page("Create a base").await;
    to_the_end(&stage).await;
    stage.strike(&[]).await;
}

#[tokio::test]
async fn a_workspace_is_taken_from_the_address_of_an_open_base() {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.press("Fill in the practice login").await;
    stage.go(2, "").await;
    let workspace = stage.inside("Shop").workspace_id;
    stage.press("Create the base").await;
    stage.shows(".step.open .number", "4").await;
    let server = stage.practice.url();
    let address = format!("{server}/workspace/{workspace}/dtable/Shop/?tid=0000");
    stage.enter("workspace_id", &address).await;
    stage.works("The base “Playground” was created.").await;
    assert_eq!(stage.inside("Playground").workspace_id, workspace);
    stage.strike_http().await;
}

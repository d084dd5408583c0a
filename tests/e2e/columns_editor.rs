//! The form for columns in walkthrough 2: types, settings and more of them.

use super::create_a_base::to_the_base;
use super::stage::Stage;

const WALKTHROUGH: &str = "#/walkthrough/create-a-base";

#[tokio::test]
async fn columns_are_made_as_the_form_says() {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    to_the_base(&stage).await;
    stage.next(6).await;
    stage.press("Add a column").await;
    stage.enter("Name of column 2", "Size").await;
    stage.choose("Type of column 2", "single-select").await;
    let options = stage
        .find(".step.open .column:nth-of-type(2) textarea")
        .await;
    options.send_keys("small\nlarge").await.unwrap();
    stage.press("Add a column").await;
    stage.enter("Name of column 3", "Price").await;
    stage.choose("Type of column 3", "number").await;
    stage.choose("format", "euro").await;
    stage.press("Add a column").await;
    stage.tick("Leave out column 4").await;
    stage.works("The table “Contacts”").await;

    let mut base = stage.inside("Playground");
    let made = base.columns("Contacts").unwrap();
    let expected = [
        ("Name", "text"),
        ("Size", "single-select"),
        ("Price", "number"),
    ];
    assert_eq!(
        made,
        expected.map(|(name, kind)| (name.to_owned(), kind.to_owned()))
    );
    let size = base.column("Contacts", "Size");
    let options: Vec<_> = size["data"]["options"]
        .as_array()
        .unwrap()
        .iter()
        .map(|option| option["name"].clone())
        .collect();
    assert_eq!(options, ["small", "large"]);
    assert_eq!(base.column("Contacts", "Price")["data"]["format"], "euro");

    stage.next(7).await;
    stage.chosen("Type of column 1", "date").await;
    stage.choose("format", "DD.MM.YYYY HH:mm").await;
    stage.choose("Type of column 2", "multiple-select").await;
    let options = stage
        .find(".step.open .column:nth-of-type(2) textarea")
        .await;
    options.send_keys("tea\ncoffee").await.unwrap();
    stage.works("").await;
    let mut base = stage.inside("Playground");
    assert_eq!(
        base.column("Contacts", "Birthday")["data"]["format"],
        "DD.MM.YYYY HH:mm"
    );
    let rating = base.column("Contacts", "Rating");
    assert_eq!(rating["type"], "multiple-select");
    assert_eq!(rating["data"]["options"][1]["name"], "coffee");
    stage.strike_http().await;
}

#[tokio::test]
async fn types_that_append_columns_refuses_are_not_offered_there() {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    to_the_base(&stage).await;
    stage.next(6).await;
    let first = stage
        .control("Type of column 1")
        .await
        .text()
        .await
        .unwrap();
    assert!(
        first.contains("link-formula") && first.contains("auto-number"),
        "{first}"
    );
    stage.works("").await;
    stage.next(7).await;
    let later = stage
        .control("Type of column 1")
        .await
        .text()
        .await
        .unwrap();
    assert!(
        !later.contains("formula") && !later.contains("auto-number"),
        "{later}"
    );
    stage.strike_http().await;
}

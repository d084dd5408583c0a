//! The fields of single cells in the form of a row.

use super::row_editor::{BASE, at_the_row, cells, draft};
use super::stage::Stage;
use fantoccini::key::Key;
use serde_json::json;

#[tokio::test]
async fn a_value_that_does_not_suit_its_column_is_told_beside_it() {
    let stage = Stage::set().await;
    at_the_row(&stage, "ABC").await;
    for (column, text) in [
        ("number", "many"),
        ("rate", "9"),
        ("duration", "long"),
        ("geolocation", "east"),
    ] {
        stage.enter(column, text).await;
        let script = format!(
            "return document.querySelector(\"[id$='-{column}']\").closest('.cell').querySelector('.fault').innerText"
        );
        let told = stage.run(&script, vec![]).await;
        assert_ne!(told, "", "{column}");
    }
    stage.leave().await;
}

#[tokio::test]
async fn a_date_that_is_none_is_told() {
    let stage = Stage::set().await;
    at_the_row(&stage, "ABC").await;
    let date = stage.control("date").await;
    date.send_keys("02302030").await.unwrap();
    stage.run("document.activeElement.blur();", vec![]).await;
    let told = "This isn't a date, so it isn't in the request.";
    stage.shows("[id$='-date'] + .fault", told).await;
    date.send_keys("02282030").await.unwrap();
    stage.shows(".step.open .code", "2030-02-28").await;
    stage.leave().await;
}

#[tokio::test]
async fn a_picture_is_typed_and_sent_at_one_press() {
    let stage = Stage::set().await;
    at_the_row(&stage, "ABC").await;
    stage.enter("image", "https://example.com/a.png").await;
    // The field still has the focus: leaving it moves nothing away from under the pointer.
    let place =
        "return document.querySelector('.step.open .send .primary').getBoundingClientRect().top;";
    let before = stage.run(place, vec![]).await;
    stage.run("document.activeElement.blur();", vec![]).await;
    assert_eq!(stage.run(place, vec![]).await, before);
    stage.works("").await;
    assert_eq!(
        stage.inside(BASE).row("Types", "text", "ABC")["image"],
        json!(["https://example.com/a.png"])
    );
    stage.leave().await;
}

#[tokio::test]
async fn a_date_keeps_its_zone_when_the_form_changes_it() {
    let stage = Stage::set().await;
    at_the_row(&stage, "ABC").await;
    let draft = draft(&stage).await;
    let typed = r#"{ "date": "2030-06-20T23:55:00Z" }"#;
    stage.copy("updates", &draft.replace("{}", typed)).await;
    let later = format!("06202030{}1156PM", Key::Tab);
    stage.control("date").await.send_keys(&later).await.unwrap();
    let date = json!({ "date": "2030-06-20T23:56:00Z" });
    assert_eq!(cells(&stage).await, date);
    stage.works("").await;
    // In the server's zone, which is an hour ahead, it is the next day.
    assert_eq!(
        stage.inside(BASE).row("Types", "text", "ABC")["date"],
        "2030-06-21T00:56:00+01:00"
    );
    stage.go(7, "").await;
    stage.strike_http().await;
}

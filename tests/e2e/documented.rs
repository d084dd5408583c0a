//! A response held against SeaTable's documents, and a sample where there is no response.

use super::answers::{FIRST, json_answer};
use super::stage::Stage;
use practice::http::Options;
use serde_json::json;
use std::sync::{Arc, Mutex};

/// A response that differs in three places, one of which the documents are known to leave out.
const ODD: &str = r#"{"app_name": "x", "access_token": "fake", "dtable_uuid": "650d8a0d", "dtable_server": "https://a.example/",
    "workspace_id": "12", "use_api_gateway": true, "dtable_db": "https://b.example/"}"#;

#[tokio::test]
async fn what_differs_from_the_documents_is_listed_and_leads_to_its_line() {
    let stand_ins = Arc::new(Mutex::new(vec![json_answer(ODD)]));
    let stage = Stage::set_with(Options {
        stand_ins,
        ..Options::default()
    })
    .await;
    stage
        .open_with_practice("#/reference/authentication/getBaseTokenWithApiToken")
        .await;
    stage.send().await;
    let list = ".step.open .differences";
    stage
        .shows(list, "Differs from the documents in 3 places.")
        .await;
    stage
        .find(&format!("{list} summary"))
        .await
        .click()
        .await
        .unwrap();
    for words in [
        "workspace_id is a text, the documents say a whole number",
        "dtable_name is in the documents, and missing here",
        "dtable_db isn’t documented",
        "Known: The documents leave it out here.",
    ] {
        stage.shows(list, words).await;
    }
    stage.press("workspace_id").await;
    stage
        .shows(".row.active", "documented as a whole number")
        .await;
    stage.shows(".row.differs", "lacks dtable_name").await;
    assert_eq!(
        stage
            .sent()
            .iter()
            .filter(|one| one.request.path == FIRST)
            .count(),
        1
    );
    stage.strike_http().await;
}

#[tokio::test]
async fn where_the_practice_seatable_knows_nothing_a_sample_is_shown_and_nothing_sent() {
    let stage = Stage::set().await;
    stage.open_with_practice("#/reference/user/listApps").await;
    stage.shows(".step.open .needs", "so nothing is sent").await;
    stage.shows(".instead h2", "Sample, not a response").await;
    stage.shows(".instead .sample", "\"my_managed_apps\"").await;
    stage.gone(".step.open .send button").await;
    stage.gone(".step.open .status").await;
    let documented = ".about .documented[open] .sample";
    stage.shows(documented, "\"my_managed_apps\"").await;

    // Lists say so before somebody goes there, and not of what it knows.
    let user = json!("#/reference/user");
    stage.run("location.hash = arguments[0]", vec![user]).await;
    for (id, words) in [
        ("listApps", "in practice a sample only"),
        ("listBases", "List"),
    ] {
        let row = format!(".operations li:has([href$='/{id}'])");
        stage.shows(&row, words).await;
        let is_marked = stage.text(&row).await.contains("sample");
        assert_eq!(is_marked, id == "listApps", "{id}");
    }
    stage.strike_http().await;
}

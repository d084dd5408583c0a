//! Links to a filled form: opening one sends nothing, and what it filled in is marked and can be changed.

use super::stage::Stage;
use serde_json::json;

const PAGE: &str = "#/reference/base/listRows";

#[tokio::test]
async fn a_link_fills_the_form_and_sends_nothing() {
    let stage = Stage::set().await;
    let query = "query.table_name=M%C3%BCller%20%26%20Co&query.limit=5&query.nothing=1&query.start=%zz&query.limit=6";
    stage.open(&format!("{PAGE}?{query}")).await;
    stage
        .shows(
            ".operation .needs",
            "ignored: “query.nothing” (no such field)",
        )
        .await;
    stage
        .shows(".operation .needs", "“query.limit” (occurs twice)")
        .await;
    let table = stage.control("table_name").await;
    assert_eq!(
        table.prop("value").await.unwrap().as_deref(),
        Some("Müller & Co")
    );
    stage.shows(".operation .from", "from the link").await;
    // It is overwritten and restored as any value that was filled in.
    stage.copy("table_name", "Mine").await;
    stage.shows(".operation .from", "yours").await;
    stage.press("Restore what was filled in").await;
    let table = stage.control("table_name").await;
    assert_eq!(
        table.prop("value").await.unwrap().as_deref(),
        Some("Müller & Co")
    );
    // Another link to the same page takes the place of the first.
    let other = format!("{PAGE}?query.table_name=Other");
    stage
        .run("location.hash = arguments[0]", vec![json!(other)])
        .await;
    stage.shows(".operation .from", "from the link").await;
    let table = stage.control("table_name").await;
    assert_eq!(table.prop("value").await.unwrap().as_deref(), Some("Other"));
    assert!(stage.sent().is_empty());
    stage.strike(&[]).await;
}

#[tokio::test]
async fn a_link_to_a_form_has_what_was_entered_and_no_secret() {
    let stage = Stage::set().await;
    stage
        .open("#/reference/authentication/getAccountTokenfromUsername")
        .await;
    let caught = "navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); };";
    stage.run(caught, vec![]).await;
    stage.copy("username", "ada@example.com").await;
    stage.copy("password", "hunter2 hunter2").await;
    stage
        .shows(".operation .link", "Secrets aren't in the link: password.")
        .await;
    stage.press("Copy a link to this form").await;
    stage.shows(".operation .link", "Copied").await;
    let copied = stage.run("return window.copied", vec![]).await;
    let hash =
        "#/reference/authentication/getAccountTokenfromUsername?body.username=ada@example.com";
    assert_eq!(copied, json!(format!("{}/{hash}", stage.site)));
    // Who opens it finds the form filled in.
    stage.open("#/").await;
    stage.open(hash).await;
    let name = stage.control("username").await;
    assert_eq!(
        name.prop("value").await.unwrap().as_deref(),
        Some("ada@example.com")
    );
    assert!(stage.sent().is_empty());
    stage.strike(&[]).await;
}

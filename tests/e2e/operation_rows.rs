//! Rows in the forms of operations: what SeaTable would not store is asked about, and a row that was received is shown as it stands.

use super::stage::Stage;
use serde_json::{Value, json};
use std::time::Duration;

const BASE: &str = "Every column type";

fn heading(operation: &str) -> &'static str {
    match operation {
        "getMetadata" => "Show the structure",
        "appendRows" => "Add rows",
        "updateRow" => "Change rows",
        _ => "Show a row",
    }
}

impl Stage {
    /// Opens the page of an operation on the base with all types, its body filled in.
    async fn fill_in(&self, operation: &str, body: &[(&str, &str)]) {
        let values = [("path.base_uuid", self.inside(BASE).uuid().to_owned())];
        let values = values.iter().map(|(name, value)| (*name, value.as_str()));
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(values.chain(body.iter().copied()));
        let query = query.finish().replace('+', "%20");
        // Another link to the same page would be filled in a moment after this has gone on.
        self.run("location.hash = '#/reference'", vec![]).await;
        self.shows("#heading", "Reference").await;
        let hash = json!(format!("#/reference/{operation}?{query}"));
        self.run("location.hash = arguments[0]", vec![hash]).await;
        let address = operation.rsplit('/').next().unwrap_or_default();
        self.shows("#heading", heading(address)).await;
        self.find(".operation form .send").await;
    }

    /// Has the page receive the columns, with a token that later forms have too.
    async fn receive_columns(&self) {
        let token = self.inside(BASE).token().to_owned();
        self.open_with_practice("#/reference").await;
        self.fill_in("base/getMetadata", &[]).await;
        self.copy("Base-Token", &token).await;
        self.send_form().await;
        self.shows(".wire .status", "200").await;
    }

    async fn send_form(&self) {
        let button = self.find(".operation .send .primary").await;
        self.click(&button).await;
    }

    /// Takes a pause in which a request would have gone that must not.
    async fn has_sent(&self, count: usize) {
        tokio::time::sleep(Duration::from_millis(200)).await;
        assert_eq!(self.sent().len(), count);
    }
}

#[tokio::test]
async fn rows_that_seatable_would_not_store_as_written_are_asked_about() {
    let stage = Stage::set().await;
    let id = |text| stage.inside(BASE).row("Types", "text", text)["_id"].clone();
    let (one, two) = (id("ABC"), id("empty"));
    stage.receive_columns().await;
    let rows = r#"[{"text": "New", "number": "many"}, {"text": "Newer", "No such column": 1}]"#;
    let table = ("body.table_name", "Types");
    stage
        .fill_in("base/appendRows", &[table, ("body.rows", rows)])
        .await;
    stage.send_form().await;
    let question = ".operation .doubts[role=alert]";
    for words in ["Not sent yet", "number", "No such column"] {
        stage.shows(question, words).await;
    }
    stage.fits().await;
    stage.has_sent(1).await;
    stage.press("Send anyway").await;
    stage.shows(".wire .status", "200").await;
    stage.has_sent(2).await;
    // What is doubtful comes before what could do harm, and neither stands in for the other.
    let updates = json!([{"row_id": one, "row": {"rate": 9}}, {"row_id": two, "row": {"rate": 1}}]);
    let updates = updates.to_string();
    stage
        .fill_in("base/updateRow", &[table, ("body.updates", &updates)])
        .await;
    stage.send_form().await;
    stage.shows(question, "rate").await;
    stage.press("Send anyway").await;
    stage.shows(".operation .asked", "2 rows").await;
    stage.has_sent(2).await;
    stage.click(&stage.find(".asked .danger").await).await;
    stage.shows(".wire .status", "200").await;
    stage.has_sent(3).await;
    // Nothing is asked about rows that are stored as they are written.
    let row = ("body.rows", r#"[{"text": "Last", "number": 1.5}]"#);
    stage.fill_in("base/appendRows", &[table, row]).await;
    stage.send_form().await;
    stage.shows(".wire .status", "200").await;
    stage.has_sent(4).await;
    assert_eq!(
        stage.inside(BASE).row("Types", "text", "Last")["number"],
        1.5
    );
    stage.strike_http().await;
}

#[tokio::test]
async fn a_row_that_was_received_is_shown_as_it_stands() {
    const VALUE: &str = "return document.querySelector('[id$=\"-cell-rate\"] :checked, [id$=\"-cell-rate\"]').value";
    const JSON: &str = "return [...document.querySelectorAll('.operation textarea')].map(e => e.value)\
        .find(text => text.startsWith('{') && !text.includes('row_id'))";
    let stage = Stage::set().await;
    let row = stage.inside(BASE).row("Types", "text", "ABC");
    let id = row["_id"].as_str().unwrap_or_default().to_owned();
    stage.receive_columns().await;
    let table = ("body.table_name", "Types");
    let updates = json!([{ "row_id": id, "row": {} }]).to_string();
    let update = [table, ("body.updates", updates.as_str())];
    stage.fill_in("base/updateRow", &update).await;
    let told = ".operation .row-form";
    stage
        .shows(told, "The page has not received this row")
        .await;
    let read = [("path.row_id", id.as_str()), ("query.table_name", "Types")];
    stage.fill_in("base/getRow", &read).await;
    stage.send_form().await;
    stage.shows(".wire .status", "200").await;
    stage.fill_in("base/updateRow", &update).await;
    stage.shows(told, "Each field shows what the row had").await;
    stage.fits().await;
    assert_eq!(stage.run(VALUE, vec![]).await, "4");
    let sent = |text: Value| -> Value {
        serde_json::from_str(text.as_str().unwrap_or_default()).unwrap_or_default()
    };
    // Only what is changed is sent, and what the row has already is not.
    stage.copy("rate", "2").await;
    assert_eq!(sent(stage.run(JSON, vec![]).await), json!({ "rate": 2 }));
    stage.copy("rate", "4").await;
    assert_eq!(sent(stage.run(JSON, vec![]).await), json!({}));
    stage.copy("rate", "2").await;
    stage.send_form().await;
    stage.shows(".wire .status", "200").await;
    assert_eq!(stage.inside(BASE).row("Types", "text", "ABC")["rate"], 2);
    // Afterwards the row is another one than the one that was read.
    stage.shows(told, "it may have changed since").await;
    stage.strike_http().await;
}

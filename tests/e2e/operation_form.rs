//! The form of an operation by itself: items and members come, go and move, kinds change, and its JSON is in step with it.

use super::stage::Stage;
use serde_json::json;

impl Stage {
    /// Opens the page of an operation with all that is folded in its form.
    async fn open_form(&self, hash: &str) {
        self.open(hash).await;
        self.find("form.fields .send").await;
        self.unfold_all().await;
    }

    async fn unfold_all(&self) {
        let unfold = "for (const s of document.querySelectorAll('.fields details.optional:not([open]) > summary')) s.click();";
        self.run(unfold, vec![]).await;
    }

    /// Presses the element of an id.
    async fn press_id(&self, id: &str) {
        self.click(&self.find(&format!("[id='{id}']")).await).await;
    }

    /// Types into the control of an id, in place of what is there.
    async fn fill(&self, id: &str, text: &str) {
        let field = self.find(&format!("[id='{id}']")).await;
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    async fn choose_kind(&self, id: &str, kind: &str) {
        let list = self.find(&format!("[id='{id}-kind']")).await;
        list.select_by_label(kind).await.unwrap();
    }

    /// Returns the value of a control.
    async fn value(&self, css: &str) -> String {
        self.find(css).await;
        let script = "return document.querySelector(arguments[0]).value;";
        let value = self.run(script, vec![json!(css)]).await;
        value.as_str().unwrap_or_default().to_owned()
    }

    async fn has_focus(&self, id: &str) {
        let script = "return document.activeElement.id;";
        for _ in 0..40 {
            if self.run(script, vec![]).await == json!(id) {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        panic!("#{id} has not got the focus");
    }

    /// Waits until the code has a text, white space aside.
    async fn code_has(&self, wanted: &str) {
        let script = "return document.querySelector('pre.code').textContent.replace(/\\s+/g, '');";
        let mut seen = json!("");
        for _ in 0..60 {
            seen = self.run(script, vec![]).await;
            if seen.as_str().is_some_and(|code| code.contains(wanted)) {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        panic!("{wanted} is not in {seen}");
    }
}

#[tokio::test]
async fn items_come_go_and_move_and_the_focus_goes_with_them() {
    let stage = Stage::set().await;
    stage.open_form("#/reference/base/updateView").await;
    for (place, text) in ["a", "b", "c"].into_iter().enumerate() {
        stage.press_id("field-9-add").await;
        stage.has_focus(&format!("field-9-{place}")).await;
        stage.fill(&format!("field-9-{place}"), text).await;
    }
    stage.press_id("field-9-2-up").await;
    stage.code_has(r#""hidden_columns":["a","c","b"]"#).await;
    stage.has_focus("field-9-1-up").await;
    stage.press_id("field-9-1-up").await;
    stage.has_focus("field-9-0-down").await;
    stage.press_id("field-9-0-out").await;
    stage.code_has(r#""hidden_columns":["a","b"]"#).await;
    stage.has_focus("field-9-0-out").await;
    stage.fits().await;
    stage.leave().await;
}

#[tokio::test]
async fn fields_and_json_are_in_step_and_neither_loses_what_the_other_cannot_show() {
    let stage = Stage::set().await;
    stage.open_form("#/reference/base/updateView").await;
    stage.fill("field-3", "Mine").await;
    let body = stage.text(".body").await;
    assert!(body.contains("Fields"), "{body}");
    let id = stage
        .run("return document.querySelector('.body').id;", vec![])
        .await;
    let id = id.as_str().unwrap();
    let (as_json, as_fields, json) = (
        format!("{id}-as-json"),
        format!("{id}-as-fields"),
        format!("{id}-json"),
    );
    stage.press_id(&as_json).await;
    let text = stage.value(&format!("[id='{json}']")).await;
    assert_eq!(text, "{\n  \"name\": \"Mine\"\n}");
    stage
        .fill(
            &json,
            r#"{"name": "Yours", "more": [1.50], "is_locked": null, "sorts": []}"#,
        )
        .await;
    stage.press_id(&as_fields).await;
    stage.unfold_all().await;
    assert_eq!(stage.value("#field-3").await, "Yours");
    stage.code_has(r#""more":[1.50]"#).await;
    stage.fill("field-3", "Ours").await;
    stage.code_has(r#""is_locked":null"#).await;
    stage.code_has(r#""name":"Ours""#).await;

    // A text that is no JSON is kept, and the fields wait for it.
    stage.press_id(&as_json).await;
    stage.fill(&json, r#"{"name": "#).await;
    stage.press_id(&as_fields).await;
    stage.shows(".waiting", "no field can show").await;
    stage.press("Show the JSON").await;
    assert_eq!(stage.value(&format!("[id='{json}']")).await, r#"{"name": "#);
    stage.leave().await;
}

#[tokio::test]
async fn columns_are_added_by_fields() {
    let stage = Stage::set().await;
    stage.open_form("#/reference/base/createTable").await;
    for number in 1..=2 {
        stage.press("Add a column").await;
        stage.control(&format!("Name of column {number}")).await;
    }
    stage
        .code_has(r#""column_name":"Column2","column_type":"text""#)
        .await;
    stage.leave().await;
}

#[tokio::test]
async fn another_kind_keeps_what_both_have() {
    let stage = Stage::set().await;
    stage.open_form("#/reference/base/updateColumn").await;
    stage.choose_kind("field-1", "rename_column").await;
    stage.fill("field-1-table_name", "Table1").await;
    stage.fill("field-1-new_column_name", "New").await;
    stage
        .code_has(r#"{"op_type":"rename_column","table_name":"Table1","new_column_name":"New"}"#)
        .await;
    stage.choose_kind("field-1", "freeze_column").await;
    stage
        .code_has(r#"{"op_type":"freeze_column","table_name":"Table1"}"#)
        .await;
    stage.fits().await;
    stage.leave().await;
}

#[tokio::test]
async fn names_that_are_data_are_entered_and_a_deep_form_fits_every_width() {
    let stage = Stage::set().await;
    stage.open_form("#/reference/base/createRowLink").await;
    let map = stage
        .run(
            "return document.querySelector('[id$=-new]').id.slice(0, -4);",
            vec![],
        )
        .await;
    let map = map.as_str().unwrap();
    stage.fill(&format!("{map}-new"), "Row").await;
    stage.press_id(&format!("{map}-new-add")).await;
    stage.press_id(&format!("{map}-Row-add")).await;
    stage.fill(&format!("{map}-Row-0"), "x").await;
    stage
        .code_has(r#""other_rows_ids_map":{"Row":["x"]}"#)
        .await;
    stage.fits().await;
    stage
        .open_form("#/reference/user/createAutomationRule")
        .await;
    stage.choose_kind("field-2", "per_update").await;
    stage.unfold_all().await;
    stage.fits().await;
    stage.leave().await;
}

//! What is only seen is said too: faults, what a check found, which tab shows what, and what has to be filled in.

use super::super::answers::{answered, json_answer};
use super::super::stage::Stage;
use practice::http::StandIn;
use serde_json::json;

/// Whether each tab leads to a panel that its words name, and each list names an active entry that is there or none.
const LINKED: &str = "const get = id => document.getElementById(id);\
    const tabs = [...document.querySelectorAll('[role=tab]')];\
    const panels = tabs.every(tab => get(tab.getAttribute('aria-controls'))?.role === 'tabpanel')\
        && [...document.querySelectorAll('[role=tabpanel]')].every(panel => get(panel.getAttribute('aria-labelledby'))?.ariaSelected === 'true');\
    const active = [...document.querySelectorAll('[aria-activedescendant]')].every(list => { \
        const id = list.getAttribute('aria-activedescendant'); return !id || get(id); });\
    return tabs.length > 4 && panels && active;";

/// A list that is longer than what of it is in the page.
fn long() -> StandIn {
    let rows: Vec<_> = (0..500)
        .map(|row| format!(r#"{{"_id":"{row}","Name":"somebody"}}"#))
        .collect();
    json_answer(&format!(r#"{{"rows":[{}]}}"#, rows.join(",")))
}

#[tokio::test]
async fn tabs_have_panels_and_no_list_names_an_active_entry_that_is_not_there() {
    let (stage, _) = answered(long()).await;
    stage.find(".step.open .tree .row").await;
    for view in ["JSON", "Table", "Path", "Raw", "Headers"] {
        stage.view(view).await;
        stage.comes_true(LINKED).await;
        if view == "JSON" || view == "Table" {
            // The table comes with a part of its own.
            stage.find(".step.open .tree, .step.open .grid").await;
        }
        let down = "for (const e of document.querySelectorAll('.tree, .grid')) e.scrollTop = 1e6;";
        stage.run(down, vec![]).await;
        if view == "JSON" || view == "Table" {
            let unnamed = "return !document.querySelector('.tree, .grid').getAttribute('aria-activedescendant')";
            stage.comes_true(unnamed).await;
        }
        stage.comes_true(LINKED).await;
    }
    stage.leave().await;
}

#[tokio::test]
async fn faults_describe_their_fields_and_what_is_required_is_said_in_a_word() {
    let stage = Stage::set().await;
    stage
        .open_with_practice("#/walkthrough/write-and-read")
        .await;
    stage.enter("API-Token", "Token x").await;
    stage.shows(".step.open .fault:not(:empty)", "").await;
    let (_, told) = stage.read_out("#input-0-0").await;
    let fault = stage.text("#input-0-0-fault").await;
    assert!(!fault.is_empty() && told.contains(&fault), "{told}");
    stage
        .run("document.querySelector('#input-0-0').value = ''", vec![])
        .await;
    stage.press("Fill in the practice token").await;
    stage.go(2, "").await;
    stage.go(3, "").await;
    stage.next(4).await;
    // JSON that is none, said where it is typed.
    let field = stage.control("rows").await;
    field.clear().await.unwrap();
    field.send_keys("{").await.unwrap();
    stage.shows(".step.open [aria-live] .broken", "").await;
    let (name, told) = stage
        .read_out(".step.open textarea[aria-invalid=true]")
        .await;
    let broken = stage.text(".step.open .broken").await;
    let broken = broken.lines().next().unwrap_or_default();
    assert!(
        !broken.is_empty() && told.contains(broken),
        "“{told}” has not “{broken}”"
    );
    assert!(name.contains("required"), "{name}");
    assert!(!name.contains('*'), "{name}");
    // A field that lacks its value.
    stage.go_to("#/reference/user/deleteBase").await;
    stage
        .find(".operation .send .primary")
        .await
        .click()
        .await
        .unwrap();
    let (name, told) = stage
        .read_out(".operation .field input[aria-invalid=true]")
        .await;
    assert!(!told.is_empty(), "{name} is described");
    assert!(name.contains("required"), "{name}");
    stage.leave().await;
}

#[tokio::test]
async fn the_fault_of_a_cell_describes_it() {
    let stage = Stage::set().await;
    stage
        .open_with_practice("#/walkthrough/write-and-read")
        .await;
    stage.press("Fill in the practice token").await;
    stage.go(2, "").await;
    stage.go(3, "").await;
    stage.next(4).await;
    let number = ".step.open .row-form .cell input[aria-describedby$='Age-fault']";
    stage.find(number).await.send_keys("x").await.unwrap();
    stage
        .comes_true("return !!document.querySelector('.step.open .cell [aria-invalid=true]')")
        .await;
    let (_, told) = stage.read_out(".step.open .cell [aria-invalid=true]").await;
    assert!(!told.is_empty());
    stage.leave().await;
}

#[tokio::test]
async fn what_is_pressed_is_large_enough_on_a_phone() {
    let stage = Stage::set().await;
    // Once it is locked, the button beside the field has more words.
    stage.open_with_practice("#/").await;
    stage.find(".lock").await.click().await.unwrap();
    stage.find("#server-address").await;
    let size = "const box = document.querySelector(arguments[0]).getBoundingClientRect();\
        return Math.min(box.width, box.height * 8)";
    for width in [1280, 360, 320] {
        stage.wide(width).await;
        let address = stage.run(size, vec![json!("#server-address")]).await;
        assert!(address.as_f64() > Some(140.0), "{address} at {width}");
        let brand = "const box = document.querySelector('.brand').getBoundingClientRect();\
            return Math.min(box.width, box.height)";
        let brand = stage.run(brand, vec![]).await;
        assert!(brand.as_f64() >= Some(24.0), "{brand} at {width}");
    }
    stage.leave().await;
}

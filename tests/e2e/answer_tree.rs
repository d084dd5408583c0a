//! The tree of an answer, by keyboard alone.

use super::answers::{answered, json_answer};
use super::stage::Stage;
use fantoccini::key::Key;
use serde_json::json;

const ACTIVE: &str = ".step.open .tree .row.active";

/// Gets the metadata of the practice base, as walkthrough 1 does.
async fn with_metadata() -> Stage {
    let stage = Stage::set().await;
    stage
        .open_with_practice("#/walkthrough/write-and-read")
        .await;
    stage.press("Fill in the practice token").await;
    stage.go(2, "").await;
    stage.go(3, "").await;
    stage
}

#[tokio::test]
async fn the_tree_is_walked_folded_and_searched_by_letters() {
    let stage = with_metadata().await;
    stage.tab_to(".step.open .tree").await;
    stage.shows(ACTIVE, "{").await;
    stage.key(Key::Down).await;
    stage.shows(ACTIVE, "\"metadata\"").await;
    stage.keys("ta").await;
    stage.shows(ACTIVE, "\"tables\"").await;
    stage.key(Key::Left).await;
    stage.shows(ACTIVE, "1 item").await;
    stage.key(Key::Right).await;
    stage.gone(".step.open .tree .row.active .fold").await;
    stage.key(Key::End).await;
    stage.shows(ACTIVE, "}").await;
    stage.key(Key::Up).await;
    // From the end of a value to its beginning.
    stage.key(Key::Left).await;
    stage.shows(ACTIVE, "\"metadata\"").await;
    stage.keys("ver").await;
    stage.shows(ACTIVE, "\"version\"").await;
    stage
        .shows(".step.open .place code", "metadata.version")
        .await;
    // From a value to what is around it.
    stage.key(Key::Left).await;
    stage.shows(ACTIVE, "\"metadata\"").await;
    stage.key(Key::Home).await;
    stage.shows(ACTIVE, "{").await;
    let label = "const e = document.querySelector('.step.open .tree');\
        const row = document.getElementById(e.getAttribute('aria-activedescendant'));\
        return [row.role, row.getAttribute('aria-level'), row.getAttribute('aria-expanded')].join();";
    assert_eq!(stage.run(label, vec![]).await, "treeitem,1,true");
    stage.strike_http().await;
}

#[tokio::test]
async fn find_goes_from_hit_to_hit_and_unfolds_what_hides_them() {
    let stage = with_metadata().await;
    stage.tab_to(".step.open .tree").await;
    stage.key(Key::Left).await;
    stage.shows(ACTIVE, "1 member").await;
    stage.keys("/").await;
    stage.keys("birthday").await;
    stage.shows(".step.open .find output", "1 found").await;
    stage.key(Key::Enter).await;
    stage.shows(".step.open .find output", "1 of 1").await;
    stage.shows(ACTIVE, "\"Birthday\"").await;
    stage.shows(".step.open .tree mark", "Birthday").await;
    stage.key(Key::Escape).await;
    stage.key(Key::Down).await;
    stage.find(".step.open .tree:focus").await;
    stage.strike_http().await;
}

#[tokio::test]
async fn what_is_looked_for_outlives_another_view_and_the_next_answer() {
    const SOUGHT: &str = "return document.querySelector('.step.open .find input').value;";
    let stage = with_metadata().await;
    stage.tab_to(".step.open .tree").await;
    stage.keys("/").await;
    stage.keys("birthday").await;
    stage.shows(".step.open .find output", "1 found").await;
    stage.view("Raw").await;
    stage.gone(".step.open .find").await;
    stage.view("JSON").await;
    stage.shows(".step.open .find output", "1 found").await;
    stage.works("").await;
    stage.view("Changes").await;
    stage.view("JSON").await;
    stage.shows(".step.open .find output", "1 found").await;
    assert_eq!(stage.run(SOUGHT, vec![]).await, "birthday");
    stage.tab_to(".step.open .find input").await;
    stage.key(Key::Enter).await;
    stage.shows(ACTIVE, "\"Birthday\"").await;
    stage.strike_http().await;
}

#[tokio::test]
async fn the_structure_alone_is_shown_and_stays_so_for_the_next_answer() {
    let stage = with_metadata().await;
    stage
        .tab_to(".step.open [aria-label='Fold the response']")
        .await;
    stage.keys("structure").await;
    stage.shows(".step.open .tree .named", "Name").await;
    stage.tab_to(".step.open .tree").await;
    stage.keys("views").await;
    stage.shows(ACTIVE, "\"views\"").await;
    stage.key(Key::Left).await;
    stage.shows(ACTIVE, "1 item").await;

    stage.works("").await;
    stage.shows(".step.open .tree .named", "Name").await;
    stage.shows(ACTIVE, "\"views\"").await;
    stage.shows(ACTIVE, "1 item").await;
    stage.strike_http().await;
}

#[tokio::test]
async fn long_lines_are_wrapped_on_demand() {
    let long = "word ".repeat(100);
    let (stage, _) = answered(json_answer(&json!({ "text": long, "end": 1 }).to_string())).await;
    let height =
        "return document.querySelectorAll('.step.open .tree .row')[arguments[0]].offsetHeight;";
    assert_eq!(stage.run(height, vec![json!(1)]).await, 21);
    stage.tab_to(".step.open .tools button[aria-pressed]").await;
    stage.keys(" ").await;
    stage.find(".step.open .tree .row .long").await;
    let tall = stage.run(height, vec![json!(1)]).await;
    assert!(tall.as_u64().unwrap() > 5 * 21, "{tall}");
    let fits = "const e = document.querySelector('.step.open .tree .long');\
        return e.scrollHeight <= e.parentElement.offsetHeight && e.getBoundingClientRect().right <= innerWidth;";
    assert_eq!(stage.run(fits, vec![]).await, true);
    stage.keys(" ").await;
    stage.gone(".step.open .tree .row .long").await;
    stage.leave().await;
}

#[tokio::test]
async fn a_value_is_copied_in_every_way() {
    let body = r#"{"rows":[{"Größe":1.0,"Name":"a \"b\""}]}"#;
    let (stage, _) = answered(json_answer(body)).await;
    // A browser without a head may refuse the clipboard.
    let caught = "window.copied = []; navigator.clipboard.writeText = text => { copied.push(text); return Promise.resolve(); };";
    stage.run(caught, vec![]).await;
    stage.tab_to(".step.open .tree").await;
    stage.keys("nam").await;
    stage.shows(".step.open .place code", "rows[0].Name").await;
    for _ in 0..4 {
        stage.key(Key::Tab).await;
        stage.key(Key::Enter).await;
        stage
            .shows(".step.open .place button:focus", "Copied")
            .await;
    }
    assert_eq!(
        stage.run("return window.copied;", vec![]).await,
        json!(["a \"b\"", "\"a \\\"b\\\"\"", "rows[0].Name", "/rows/0/Name"])
    );
    stage.leave().await;
}

#[tokio::test]
async fn another_row_s_value_is_used_in_a_later_step() {
    let stage = Stage::set().await;
    stage.open_with_practice("#/walkthrough/update-a-row").await;
    stage.press("Fill in the practice token").await;
    for step in 2..=4 {
        stage.go(step, "").await;
    }
    stage.tab_to(".step.open .tree").await;
    for row in 0..3 {
        stage.keys("_id").await;
        stage
            .shows(".step.open .place code", &format!("rows[{row}]._id"))
            .await;
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    }
    let id = stage.text(".step.open .tree .row.active .s").await;
    stage.key(Key::Tab).await;
    stage
        .shows(".step.open .place button:focus", "row_id")
        .await;
    stage.key(Key::Enter).await;
    stage.shows(".step.open .tree .row.glow", &id).await;
    stage.shows(".step.open .gives", "/rows/2/_id").await;
    stage.strike_http().await;
}

#[tokio::test]
async fn a_folded_object_is_called_by_the_best_name_that_is_not_empty() {
    let objects = r#"[{"name":"","title":"A title"},{"title":"x","name":"A name"}]"#;
    let (stage, _) = answered(json_answer(objects)).await;
    stage.tab_to(".step.open .tree").await;
    stage.key(Key::Down).await;
    stage.key(Key::Left).await;
    stage.shows(".step.open .tree .named", "A title").await;
    stage.key(Key::Down).await;
    stage.key(Key::Left).await;
    stage
        .shows(".step.open .tree .row.active .named", "A name")
        .await;
    stage.leave().await;
}

#[tokio::test]
async fn control_characters_are_shown_and_broken_json_says_where() {
    let (stage, stand_ins) = answered(json_answer("{\"error\":\"two\nlines\"}")).await;
    stage.shows(".step.open .tree", "two␊lines").await;
    stage.shows(".step.open .wire", "inside strings: 1.").await;
    *stand_ins.lock().unwrap() = vec![json_answer("{\"a\": 1,\n \"b\": tru }")];
    stage.send().await;
    stage
        .shows(".step.open .quiet-wire.bad", "line 2, column 10")
        .await;
    stage.shows(".step.open .tree", "\"a\": 1").await;
    stage.leave().await;
}

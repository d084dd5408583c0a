//! The search in the rail, by keyboard alone.

use super::browser::devtools;
use super::stage::Stage;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use serde_json::json;

/// What has the focus: its id and what is typed into it.
const FOCUS: &str = "const e = document.activeElement; return `${e.id} ${e.value ?? ''}`.trim();";

/// The title of the chosen result.
const CHOSEN: &str =
    "return document.querySelector('[role=option][aria-selected=true] span')?.innerText ?? '';";

impl Stage {
    /// Presses a letter while Ctrl is held.
    async fn with_control(&self, value: char) {
        let control = char::from(Key::Control);
        let presses = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: control })
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value })
            .then(KeyAction::Up { value: control });
        self.client.perform_actions(presses).await.unwrap();
    }

    /// Waits until a script returns this.
    async fn comes_to(&self, script: &str, wanted: &str) {
        let polls = format!(
            "const done = arguments[arguments.length - 1], read = () => {{ {script} }};\
            const look = () => read() === arguments[0] ? done(true) : requestAnimationFrame(look); look();"
        );
        let came = self.client.execute_async(&polls, vec![json!(wanted)]).await;
        if let Err(error) = came {
            let is = self.run(script, vec![]).await;
            panic!("not “{wanted}” but {is}: {error}");
        }
    }
}

#[tokio::test]
async fn an_operation_is_found_by_keyboard_alone() {
    let stage = Stage::set().await;
    stage.open("#/").await;
    stage.find("#search").await;
    stage.keys("/").await;
    stage.comes_to(FOCUS, "search").await;
    stage.keys("lis ro").await;
    stage.comes_to(CHOSEN, "List rows").await;
    stage.key(Key::Down).await;
    stage.key(Key::Up).await;
    stage.key(Key::Enter).await;
    stage.shows("h1", "List rows").await;
    stage
        .comes_to("return location.hash;", "#/reference/base/listRows")
        .await;
    // What it was found by has done its work, and the rail shows where the operation stands.
    stage.shows(".rail [aria-current=page]", "List rows").await;
    assert_eq!(
        stage
            .run("return document.querySelector('#search').value;", vec![])
            .await,
        ""
    );
    // A walkthrough is found by its title, from whatever place.
    stage.with_control('k').await;
    stage.comes_to(FOCUS, "search").await;
    stage.keys("upload a file into a col").await;
    stage.key(Key::Enter).await;
    stage.shows("h1", "Upload a file into a column").await;
    stage.leave().await;
}

#[tokio::test]
async fn escape_empties_the_search_and_then_leaves_it() {
    let stage = Stage::set().await;
    stage.open("#/").await;
    stage.find("#search").await;
    stage.with_control('k').await;
    stage.keys("xyzzy").await;
    stage
        .shows(
            ".rail .none",
            "No operation or walkthrough matches “xyzzy”.",
        )
        .await;
    stage.key(Key::Escape).await;
    stage.comes_to(FOCUS, "search").await;
    stage.key(Key::Escape).await;
    stage.comes_to(FOCUS, "").await;
    stage.leave().await;
}

#[tokio::test]
async fn a_slash_in_a_field_is_text() {
    let stage = Stage::set().await;
    stage
        .open_with_practice("#/walkthrough/write-and-read")
        .await;
    let field = stage.control("API-Token").await;
    field.clear().await.unwrap();
    field.send_keys("a/b").await.unwrap();
    let typed = field.prop("value").await.unwrap();
    assert_eq!(typed.as_deref(), Some("a/b"));
    stage.leave().await;
}

#[tokio::test]
async fn on_a_phone_the_search_is_in_the_drawer() {
    let stage = Stage::set().await;
    let size = json!({ "width": 360, "height": 740, "deviceScaleFactor": 0, "mobile": false });
    devtools::tell(&stage.client, "Emulation.setDeviceMetricsOverride", size).await;
    stage.open("#/").await;
    stage.find("#search").await;
    stage.keys("/").await;
    stage.comes_to(FOCUS, "search").await;
    stage.keys("delete column").await;
    stage.comes_to(CHOSEN, "Delete a column").await;
    stage.key(Key::Enter).await;
    stage.shows("h1", "Delete a column").await;
    stage
        .comes_to(
            "return String(document.querySelector('#search').checkVisibility());",
            "false",
        )
        .await;
    stage.fits().await;
    // It stays below the bar, however long the list and however far that is scrolled.
    let open = "document.querySelector('.drawer-button').click();";
    stage.run(open, vec![]).await;
    stage.find(".rail.open [aria-current]").await;
    let top = "const rail = document.querySelector('.rail'); rail.scrollTop = 300;\
        return rail.scrollTop > 200 && document.querySelector('#search').getBoundingClientRect().top >= 52;";
    stage.comes_true(top).await;
    stage.leave().await;
}

#[tokio::test]
async fn what_is_pinned_stays_until_everything_is_forgotten() {
    let stage = Stage::set().await;
    stage.open("#/reference/base/listRows").await;
    stage.find("main .pin").await;
    stage.click(&stage.find("main .pin").await).await;
    stage.shows(".rail .kept", "List rows").await;
    stage.client.refresh().await.unwrap();
    stage.shows(".rail .kept", "List rows").await;
    stage.find("main .pin[aria-pressed=true]").await;
    // Without a token there is no keyring, but the list of requests forgets as much.
    stage.run("location.hash = '#/requests'", vec![]).await;
    stage.press_in_main("Forget everything").await;
    let lists = "return String(document.querySelectorAll('.rail .kept').length);";
    stage.comes_to(lists, "0").await;
    let back = "location.hash = '#/reference/base/listRows'";
    stage.run(back, vec![]).await;
    stage.find("main .pin[aria-pressed=false]").await;
    stage.leave().await;
}

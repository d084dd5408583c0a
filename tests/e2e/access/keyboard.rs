//! An operation of the reference from the search to its response, by keyboard alone.

use super::super::stage::Stage;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use serde_json::json;

/// What the focus may not be on while somebody works: nothing, or what is not seen.
const HELD: &str =
    "const at = document.activeElement; return at !== document.body && at.checkVisibility()";

impl Stage {
    /// Presses Tab on whatever has the focus: keys that are sent to the choice of a file would be the name of one.
    async fn tab(&self) {
        let value = Key::Tab.into();
        let keys = KeyActions::new("keys".to_owned())
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value });
        self.client.perform_actions(keys).await.unwrap();
    }

    /// Goes on with Tab until what fits has the focus; returns how often it was pressed.
    pub(super) async fn tabs_to(&self, css: &str) -> usize {
        self.find(css).await;
        for count in 1..60 {
            self.tab().await;
            let is_held = self.run(HELD, vec![]).await == true;
            assert!(
                is_held,
                "the focus is lost after {count} × Tab towards {css}"
            );
            let is_there = "return document.activeElement.matches(arguments[0]);";
            if self.run(is_there, vec![json!(css)]).await == true {
                return count;
            }
        }
        panic!("Tab does not lead to {css}");
    }
}

#[tokio::test]
async fn an_operation_is_found_filled_in_sent_and_read_without_a_mouse() {
    let stage = Stage::set().await;
    stage.open_with_practice("#/").await;
    stage.find("#search").await;
    stage.keys("/").await;
    stage.has_focus_on("#search").await;
    stage.keys("list workspaces").await;
    stage.find("#found-0").await;
    stage.key(Key::Down).await;
    stage.key(Key::Up).await;
    stage.key(Key::Enter).await;
    stage.find(".operation .send .primary").await;
    stage.has_focus_on("#heading").await;
    // What keeps the focus near a button that goes comes once the page is quiet.
    tokio::time::sleep(std::time::Duration::from_millis(2_500)).await;
    let fill = ".operation .field .masked + button, .operation .field .secret + button";
    let to_token = stage.tabs_to(fill).await;
    stage.key(Key::Enter).await;
    stage.has_focus_on(".operation .masked .quiet").await;
    let to_send = stage.tabs_to(".operation .send .primary").await;
    stage.key(Key::Enter).await;
    stage.shows(".wire .status", "200").await;
    stage.has_focus_on(".operation .send .primary").await;
    let to_view = stage.tabs_to("#view-0").await;
    let to_tree = stage.tabs_to(".tree").await;
    stage.key(Key::Down).await;
    stage
        .comes_true("return document.querySelector('.tree').getAttribute('aria-activedescendant')?.endsWith('-1')")
        .await;
    // Ctrl+Enter sends from anywhere in the form.
    let field = stage.find(".operation .masked .quiet").await;
    let send = format!("{}{}", Key::Control, Key::Enter);
    field.send_keys(&send).await.unwrap();
    // The first one asked for the credentials.
    stage
        .comes_true("return document.querySelector('.bar .count').innerText.startsWith('3')")
        .await;
    stage.has_focus_on(".operation .masked .quiet").await;
    let tabs = [to_token, to_send, to_view, to_tree];
    let told = format!(
        "Tab is pressed {tabs:?} times: to the token, to Send, to the views, to the response"
    );
    assert!(tabs.iter().sum::<usize>() <= 24, "{told}");
    println!("{told}");
    stage.strike_http().await;
}

/// Operations that need a token and no other value.
const OPERATIONS: [&str; 10] = [
    "user/getAccountInfo",
    "user/listBases",
    "user/listFavorites",
    "user/listGroups",
    "user/listMyGroupShares",
    "user/listMyShares",
    "user/listSharedForms",
    "user/listWorkspaces",
    "team-admin/getTeamInfo",
    "team-admin/getTeamSettings",
];

#[tokio::test]
async fn ten_operations_are_found_and_sent_by_keyboard() {
    let stage = Stage::set().await;
    stage.open_with_practice("#/").await;
    tokio::time::sleep(std::time::Duration::from_millis(2_500)).await;
    let mut told = Vec::new();
    for operation in OPERATIONS {
        let (_, id) = operation.split_once('/').unwrap();
        stage.run("document.activeElement.blur()", vec![]).await;
        stage.keys("/").await;
        stage.has_focus_on("#search").await;
        stage.keys(id).await;
        stage.shows("#found-0", "").await;
        stage.key(Key::Enter).await;
        stage
            .comes_true(&format!("return location.hash.endsWith('/{operation}')"))
            .await;
        stage.find(".operation .send .primary").await;
        stage.has_focus_on("#heading").await;
        let mut count = 0;
        // The token of the first is that of the others.
        if told.is_empty() {
            count += stage.tabs_to(".operation .field .secret + button").await;
            stage.key(Key::Enter).await;
        }
        stage.shows(".operation .masked", "••••").await;
        count += stage.tabs_to(".operation .send .primary").await;
        stage.key(Key::Enter).await;
        stage.shows(".wire .status", "200").await;
        stage.has_focus_on(".operation .send .primary").await;
        told.push((id, count));
    }
    println!("Tab is pressed so often: {told:?}");
    let within = told.iter().all(|(_, count)| *count <= 12);
    assert!(within, "Tab is pressed too often: {told:?}");
    stage.strike_http().await;
}

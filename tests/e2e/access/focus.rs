//! The focus stays on what the person acted on, or goes where the work continues. It never falls to the body.

use super::super::answers::{FIRST, json_answer, ready};
use super::super::stage::Stage;
use fantoccini::Locator;
use fantoccini::key::Key;
use practice::http::{Pace, StandIn};
use std::time::Duration;

const SEND: &str = ".step.open .send .primary";

/// An answer that takes long enough for a look at the page.
fn slow() -> StandIn {
    StandIn {
        pace: Some(Pace {
            bytes: 6,
            pause: Duration::from_millis(2_000),
        }),
        ..json_answer(r#"{"rows":[]}"#)
    }
}

#[tokio::test]
async fn the_focus_stays_on_send_however_the_request_ends() {
    let (stage, stand_ins) = ready(slow()).await;
    let send = stage.find(SEND).await;
    send.send_keys(&Key::Enter.to_string()).await.unwrap();
    stage.find(".step.open .send .cancel").await;
    stage.has_focus_on(SEND).await;
    stage.shows(".step.open .verdict", "200").await;
    stage.gone(".step.open .send .cancel").await;
    stage.has_focus_on(SEND).await;
    // Cancel goes with the request, and the focus that it had goes to Send.
    for keys in [true, false] {
        stage.key(Key::Enter).await;
        stage.find(".step.open .send .cancel").await;
        stage.key(Key::Tab).await;
        stage.has_focus_on(".cancel").await;
        if keys {
            stage.key(Key::Enter).await;
        }
        stage.gone(".step.open .send .cancel").await;
        stage.has_focus_on(SEND).await;
    }
    *stand_ins.lock().unwrap() = vec![StandIn {
        status: 403,
        ..StandIn::new(FIRST, "application/json", r#"{"error_msg":"No."}"#)
    }];
    stage.key(Key::Enter).await;
    stage.shows(".step.open .verdict", "403").await;
    stage.has_focus_on(SEND).await;
    stage.leave().await;
}

#[tokio::test]
async fn the_focus_goes_to_the_heading_once_the_proposed_server_is_taken() {
    let stage = Stage::set().await;
    let url: String = url::form_urlencoded::byte_serialize(stage.server.as_bytes()).collect();
    stage
        .open(&format!("#/walkthrough/write-and-read/1?server={url}"))
        .await;
    let take = stage.find(".proposal .primary").await;
    take.send_keys(&Key::Enter.to_string()).await.unwrap();
    stage.gone(".proposal").await;
    stage.has_focus_on("#heading").await;
    stage.leave().await;
}

#[tokio::test]
async fn a_button_that_goes_when_it_is_pressed_leaves_the_focus_near() {
    let stage = Stage::set().await;
    stage
        .open_with_practice("#/reference/user/listWorkspaces?query.detail=true")
        .await;
    stage.find(".operation form .send").await;
    // What keeps the focus comes once the page is quiet.
    tokio::time::sleep(Duration::from_millis(2_500)).await;
    let fill = Locator::XPath("//main//button[contains(., 'Fill in the practice token')]");
    let fill = stage.client.find(fill).await.unwrap();
    fill.send_keys(&Key::Enter.to_string()).await.unwrap();
    stage.has_focus_on(".operation .masked .quiet").await;
    stage.leave().await;
}

#[tokio::test]
async fn the_drawer_takes_the_focus_keeps_it_and_goes_by_escape() {
    let stage = Stage::set().await;
    stage.open("#/").await;
    stage.find("#search").await;
    stage.wide(360).await;
    let button = stage.find(".drawer-button").await;
    button.send_keys(&Key::Enter.to_string()).await.unwrap();
    stage.has_focus_on("#contents").await;
    // Whatever Tab leads to is in the drawer, or in the bar, which stands above it.
    for _ in 0..40 {
        stage.key(Key::Tab).await;
        stage
            .comes_true("const at = document.activeElement; return at === document.body || !!at.closest('.rail, .bar, .skip')")
            .await;
    }
    let search = stage.find("#search").await;
    search.send_keys("row").await.unwrap();
    stage.find("#found .hit").await;
    // What is typed goes first, the drawer after it.
    stage.key(Key::Escape).await;
    stage.find(".rail.open").await;
    stage.key(Key::Escape).await;
    stage.gone(".rail.open").await;
    stage.has_focus_on(".drawer-button").await;
    stage.leave().await;
}

//! The end of a walkthrough: what was done, and where to go from there.

use super::stage::Stage;
use super::{create_a_base, write_and_read};
use serde_json::{Value, json};

const LINKS: &str =
    "return [...document.querySelectorAll('.finished .controls a')].map(link => link.innerText);";

#[tokio::test]
async fn the_last_step_tells_what_was_done_and_leads_on() {
    let stage = Stage::set().await;
    stage
        .open_with_practice("#/walkthrough/write-and-read")
        .await;
    write_and_read::to_the_end(&stage).await;
    for words in [
        "Get a Base-Token",
        "Your row is in “Table1”. Its ID is",
        "Your row is row 4 of 4.",
    ] {
        stage.shows(".finished", words).await;
    }
    // The line under Send leads there, below what stays at the top of the window.
    let is_seen = "const box = document.querySelector('#finished').getBoundingClientRect();\
        return box.top >= document.querySelector('.practice-banner').getBoundingClientRect().bottom && box.bottom < innerHeight";
    for (width, height) in [(360, 740), (1280, 800)] {
        stage.resize(width, height).await;
        stage.press("See what was done").await;
        stage.has_focus_on("#finished").await;
        assert_eq!(stage.run(is_seen, vec![]).await, true, "at {width} px");
    }
    let links = stage.run(LINKS, vec![]).await;
    let next = "Next walkthrough: Create a base, a table and two columns";
    assert_eq!(links[0], next, "{links}");
    let text = stage.text(".finished").await;
    assert!(
        !text.contains("in SeaTable"),
        "practice has no such page: {text}"
    );
    stage.fits().await;
    stage.press(next).await;
    stage.shows(".step.open .number", "1").await;
    create_a_base::to_the_end(&stage).await;
    let links = stage.run(LINKS, vec![]).await;
    assert!(
        links.to_string().contains("Remove what you made"),
        "{links}"
    );
    stage.strike_http().await;
}

#[tokio::test]
async fn the_last_step_leads_to_the_base_on_an_own_server() {
    let stage = Stage::set().await;
    let token = stage.practice.credentials().api_token;
    let step = "#/walkthrough/write-and-read/1";
    stage.open(&format!("{step}?server={}", stage.server)).await;
    stage.press("Use this server").await;
    stage.enter("API-Token", &token).await;
    for (step, words) in [(2, ""), (3, ""), (4, ""), (5, "Your row is row 4 of 4.")] {
        stage.go(step, words).await;
    }
    stage
        .shows(".finished", "Open “Practice base” in SeaTable")
        .await;
    let base = "return document.querySelector('.finished a[target]').href;";
    let workspace = stage.inside("Practice base").workspace_id;
    let expected = format!(
        "{}/workspace/{workspace}/dtable/Practice%20base/",
        stage.server
    );
    assert_eq!(stage.run(base, vec![]).await, Value::from(expected));
    let kept = stage
        .run(
            "return document.querySelector('.finished a[target]').rel;",
            vec![json!(0)],
        )
        .await;
    assert_eq!(kept, "noopener noreferrer");
    stage.leave().await;
}

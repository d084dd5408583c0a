//! The lock: which ways out of the page the browser blocks, as `docs/privacy.md` has it.

use super::browser::site::{Site, page_with};
use super::listener::Listener;
use super::stage::Stage;
use practice::http::Options;
use serde_json::json;
use std::collections::BTreeMap;
use std::time::Duration;

const WALKTHROUGH: &str = "#/walkthrough/write-and-read";

/// The ways and what the table calls them. The first ones are tried by `ways_out.js`.
const WAYS: [(&str, &str); 23] = [
    ("fetch", "`fetch`"),
    ("XMLHttpRequest", "`XMLHttpRequest`"),
    ("WebSocket", "`WebSocket`"),
    ("EventSource", "`EventSource`"),
    ("beacon", "beacon"),
    ("ping", "ping of a link"),
    ("image", "image"),
    ("image.css", "image of a style"),
    ("media", "sound and video"),
    ("script.js", "script"),
    ("style.css", "style sheet"),
    ("import.js", "`import()`"),
    ("worker.js", "worker"),
    ("iframe", "frame"),
    ("object", "object"),
    ("font", "font"),
    ("prefetch", "prefetch"),
    ("preload", "preload"),
    ("worker-request", "request of a worker"),
    ("form", "form"),
    ("navigation", "navigation"),
    (PRECONNECT, "preconnect"),
    (WEBRTC, "WebRTC"),
];
/// Asks for what it is told.
const WORKER: &str = "onmessage = event => fetch(event.data);";

const PRECONNECT: &str = "preconnect";
const WEBRTC: &str = "webrtc";

/// Those that take the page away: they are tried last, one after the other.
const LEAVING: [(&str, &str); 2] = [
    (
        "form",
        "document.body.appendChild(Object.assign(document.createElement('form'), { action: arguments[0] })).submit();",
    ),
    ("navigation", "location.href = arguments[0];"),
];

/// Which ways lead from the open page to a server of this machine.
async fn measure(stage: &Stage) -> BTreeMap<&'static str, bool> {
    let (other, silent) = (Listener::start().await, Listener::start().await);
    let try_all = include_str!("ways_out.js");
    let to = [&other, &silent, &other].map(|listener| json!(listener.origin));
    let tried = stage.client.execute_async(try_all, to.to_vec()).await;
    tried.unwrap();
    let page = stage.client.current_url().await.unwrap();
    for (way, script) in LEAVING {
        let address = json!(format!("{}/{way}", other.origin));
        stage.run(script, vec![address]).await;
        tokio::time::sleep(Duration::from_millis(700)).await;
        if way != "navigation" {
            // A page without the policy has gone.
            stage.client.goto(page.as_str()).await.unwrap();
        }
    }
    let paths = other.paths();
    let is_open = |way: &str| match way {
        PRECONNECT => silent.connections() > 0,
        WEBRTC => other.datagrams() > 0,
        _ => paths
            .iter()
            .any(|path| path.trim_matches(['/', '?']) == way),
    };
    WAYS.iter().map(|&(way, _)| (way, is_open(way))).collect()
}

/// What the document says of each way: blocked or open, for each state of the page.
fn documented() -> Vec<(String, Vec<String>)> {
    let document = include_str!("../../docs/privacy.md");
    let (_, section) = document.split_once("## What the browser blocks").unwrap();
    let table = section.lines().filter(|line| line.starts_with("| "));
    let cells = |line: &str| {
        let cells = line.trim_matches('|').split('|').map(str::trim);
        cells.map(str::to_owned).collect::<Vec<_>>()
    };
    let rows = table.skip(2).map(|line| cells(line));
    rows.map(|row| (row[0].clone(), row[1..].to_vec()))
        .collect()
}

#[tokio::test]
async fn the_browser_blocks_what_the_document_says() {
    let page = page_with("elsewhere/worker.js", WORKER);
    let stage = Stage::set_on(Site::serve_from(page.clone()).await).await;
    let free = Listener::start().await;
    stage.client.goto(&free.origin).await.unwrap();
    let without = measure(&stage).await;
    let not_tried: Vec<_> = WAYS
        .iter()
        // It needs a file of its own origin.
        .filter(|(way, _)| !without[way] && *way != "worker-request")
        .collect();
    assert_eq!(
        not_tried,
        Vec::<&(&str, &str)>::new(),
        "without a policy all are open"
    );

    stage.open(WALKTHROUGH).await;
    let before = measure(&stage).await;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.shows(".lock", "Locked to").await;
    let after = measure(&stage).await;

    stage.leave().await;
    let stage = Stage::set_relayed(page, Options::default()).await;
    stage.open(WALKTHROUGH).await;
    // Nothing has been sent yet: the relay's policy is there from the first byte.
    let relayed = measure(&stage).await;

    let word = |is_open: bool| if is_open { "open" } else { "blocked" }.to_owned();
    let measured = WAYS.map(|(way, name)| {
        let cells = [&before, &after, &relayed]
            .map(|state| word(state[way]))
            .to_vec();
        (name.to_owned(), cells)
    });
    let table = measured
        .iter()
        .map(|(name, cells)| format!("| {name} | {} |\n", cells.join(" | ")));
    assert_eq!(
        documented(),
        measured,
        "measured:\n{}",
        table.collect::<String>()
    );
    stage.leave().await;
}

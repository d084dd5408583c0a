//! The page from a relay on this machine, whose server lets no page of this origin read its responses.

use super::browser::site;
use super::stage::Stage;
use super::{all_walkthroughs, write_and_read};
use practice::Request;
use practice::cors::Cors;
use practice::http::Options;

const WALKTHROUGH: &str = "#/walkthrough/write-and-read";

/// What a browser says of a page, or to the next hop, and a relay has no business to pass on. The names of hosts differ.
const OF_THE_PAGE: [&str; 7] = [
    "connection",
    "host",
    "origin",
    "referer",
    "sec-fetch-dest",
    "sec-fetch-mode",
    "sec-fetch-site",
];

/// A practice server as SeaTable ships it, and the page from a relay to it.
async fn relayed() -> Stage {
    let cors = Cors::parse("shipped").unwrap();
    let options = Options {
        cors,
        ..Options::default()
    };
    let stage = Stage::set_relayed(site::page(), options).await;
    stage.open(&format!("{WALKTHROUGH}/1")).await;
    stage.ask_for_credentials("#/").await;
    stage
}

#[tokio::test]
async fn all_walkthroughs_are_done_through_a_relay() {
    let stage = relayed().await;
    stage
        .run(&format!("location.hash = '{WALKTHROUGH}/2'"), vec![])
        .await;
    stage
        .shows(".step.open .send", "through this machine’s relay to")
        .await;
    all_walkthroughs::to_the_end(&stage).await;
    // The browser has seen no other address than the page's own.
    stage.strike(&[]).await;
}

/// What arrived: method, address, headers by name, body.
type Arrived = (String, String, Vec<(String, String)>, String);

/// What was sent in the first walkthrough, without what two runs never have in common.
async fn first_walkthrough(stage: &Stage) -> Vec<Arrived> {
    stage
        .run(&format!("location.hash = '{WALKTHROUGH}/1'"), vec![])
        .await;
    write_and_read::to_the_end(stage).await;
    let sent = stage.sent().into_iter();
    sent.map(|received| arrived(received.request)).collect()
}

fn arrived(request: Request) -> Arrived {
    let kept = |(name, _): &(String, String)| !OF_THE_PAGE.contains(&name.as_str());
    let timeless = |(name, value): (String, String)| match value.starts_with("Bearer eyJ") {
        // It has in it when it was made.
        true => (name, "Bearer and a Base-Token".to_owned()),
        false => (name, value),
    };
    let headers = request.headers.into_iter().filter(kept);
    let mut headers: Vec<_> = headers.map(timeless).collect();
    headers.sort();
    let address = format!("{}?{}", request.path, request.query);
    let body = String::from_utf8(request.body).unwrap();
    (request.method, address, headers, body)
}

#[tokio::test]
async fn requests_arrive_through_a_relay_as_they_do_without_it() {
    let direct = Stage::set().await;
    direct.open_with_practice("#/").await;
    let expected = first_walkthrough(&direct).await;
    direct.strike_http().await;
    let stage = relayed().await;
    let sent = first_walkthrough(&stage).await;
    assert_eq!(sent, expected);
    assert_eq!(sent.len(), 4);
    stage.strike(&[]).await;
}

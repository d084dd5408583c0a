//! Counts what a browser fetches until a person can send a request, and fails where it is too much.
//!
//! `cargo xtask sizes` starts the driver and runs this with `PLAYGROUND_DIST` naming the built page and `PLAYGROUND_WEBDRIVER` the
//! driver's address. What counts are the events of the network: requests, and bytes with their headers.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test says what it expects by unwrapping"
)]

#[path = "../browser/mod.rs"]
mod browser;
mod budget;

use browser::log::DEVTOOLS;
use browser::network;
use browser::ready::Place;
use browser::site::Site;
use budget::{LINKS, Start, TIME_TO_COME};
use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    let site = Site::serve_compressed().await;
    let mut complaints = Vec::new();
    println!("{}", budget::HEAD);
    for link in &LINKS {
        let start = start(&site, link.place).await;
        println!("{}", start.table(link));
        complaints.extend(start.complaints(link));
    }
    for complaint in &complaints {
        eprintln!("{complaint}");
    }
    if complaints.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Opens a place in a fresh browser, and leaves the page alone for a while.
async fn start(site: &Site, place: Place) -> Start {
    let client = browser::open(&[DEVTOOLS]).await;
    place.watch(&client).await;
    let ready = place.open(&client, &site.origin).await.moment;
    tokio::time::sleep(TIME_TO_COME).await;
    let fetched = network::fetched(&client, &site.origin).await;
    client.close().await.unwrap();
    Start { ready, fetched }
}

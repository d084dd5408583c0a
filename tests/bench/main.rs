//! Measures how the page starts, how soon its search finds, and what it makes of answers of all sizes, in a real Chromium. It judges nothing: times are not the
//! same twice.
//!
//! `cargo xtask bench` builds the page, starts the driver and runs this with `PLAYGROUND_DIST` naming the built page and
//! `PLAYGROUND_WEBDRIVER` the driver's address. An argument names one of the tables, `start`, `search`, `opening`, `lighthouse` or
//! `responses`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "it stops at whatever it does not expect"
)]

#[path = "../browser/mod.rs"]
mod browser;
mod figure;
#[path = "../../core/tests/generator/mod.rs"]
mod generator;
mod lighthouse;
mod measure;
mod memory;
mod opening;
mod page;
mod report;
mod rows;
mod search;
mod slowed;
mod start;

use browser::site::Site;
use report::Column;

/// The sizes of the answers.
const SIZES: [(&str, usize); 5] = [
    ("2 kB", 2_000),
    ("0.1 MB", 100_000),
    ("1 MB", 1_000_000),
    ("10 MB", 10_000_000),
    ("50 MB", 50_000_000),
];

/// How often each is measured.
const RUNS: usize = 3;

#[tokio::main]
async fn main() {
    let only = std::env::args().nth(1);
    let is_wanted = |table: &str| only.as_deref().is_none_or(|only| only == table);
    let browser = version().await;
    let site = Site::serve_compressed().await;
    if is_wanted("start") {
        publish(report::START, &browser, &start::columns(&site).await);
    }
    if is_wanted("search") {
        publish(report::SEARCH, &browser, &search::columns(&site).await);
    }
    if is_wanted("opening") {
        publish(report::OPENING, &browser, &opening::columns(&site).await);
    }
    if is_wanted("lighthouse") {
        publish(
            report::LIGHTHOUSE,
            &browser,
            &lighthouse::columns(&site).await,
        );
    }
    if is_wanted("responses") {
        let mut columns = Vec::new();
        for (head, size) in SIZES {
            columns.push(column(&site, head, size).await);
        }
        publish(report::RESPONSES, &browser, &columns);
    }
}

fn publish(place: &str, browser: &str, columns: &[Column]) {
    let table = report::table(browser, columns);
    println!("\n{table}");
    report::write(place, &table);
}

/// Measures answers of one size, and says how it goes on.
async fn column(site: &Site, head: &'static str, size: usize) -> Column {
    let answer = rows::answer(size);
    let mut runs = Vec::new();
    for run in 1..=RUNS {
        let mut figures = measure::once(site, &answer).await;
        figures.insert(1, measure::at_once(site, &answer).await);
        println!("{head}, run {run} of {RUNS}:");
        figure::print(&figures);
        runs.push(figures);
    }
    Column {
        head,
        figures: figure::medians(&runs),
    }
}

/// Returns the browser's version.
async fn version() -> String {
    let client = browser::open(&[]).await;
    let (_, version) = browser::process_and_version(&client);
    client.close().await.unwrap();
    version
}

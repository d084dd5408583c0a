//! Measures the page with large answers, in a real Chromium. It judges nothing: times are not the same twice.
//!
//! `cargo xtask bench` builds the page, starts the driver and runs this with `PLAYGROUND_DIST` naming the built page and
//! `PLAYGROUND_WEBDRIVER` the driver's address.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "it stops at whatever it does not expect"
)]

mod figure;
#[path = "../generator/mod.rs"]
mod generator;
mod measure;
mod memory;
mod page;
mod report;
mod rows;

use report::Column;

/// The sizes of the answers.
const SIZES: [(&str, usize); 4] = [
    ("0.1 MB", 100_000),
    ("1 MB", 1_000_000),
    ("10 MB", 10_000_000),
    ("50 MB", 50_000_000),
];

/// How often each is measured.
const RUNS: usize = 3;

#[tokio::main]
async fn main() {
    let browser = version().await;
    let mut columns = Vec::new();
    for (head, size) in SIZES {
        columns.push(column(head, size).await);
    }
    let table = report::table(&browser, &columns);
    println!("\n{table}");
    report::write(&table);
}

/// Measures answers of one size, and says how it goes on.
async fn column(head: &'static str, size: usize) -> Column {
    let answer = rows::answer(size);
    let mut runs = Vec::new();
    for run in 1..=RUNS {
        let figures = measure::once(&answer).await;
        println!("{head}, run {run} of {RUNS}:");
        for figure in &figures {
            println!("  {:>9}  {}", figure.to_string(), figure.name);
        }
        runs.push(figures);
    }
    Column {
        head,
        figures: figure::medians(&runs),
    }
}

/// Returns the browser's version.
async fn version() -> String {
    let page = page::Page::open("{}").await;
    let (_, version) = page.browser();
    page.close().await;
    version
}

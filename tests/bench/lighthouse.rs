//! What Lighthouse says of the page, by its setting for phones.

use super::browser::ready::{HOME, OPERATION, Place, STEP};
use super::browser::site::Site;
use super::figure::{self, Figure, Unit};
use super::report::Column;
use serde_json::Value;
use std::process::Command;
use tokio::task::spawn_blocking;

/// How often each place is looked at.
const RUNS: usize = 3;

/// The heads of the columns.
const PLACES: [(&str, Place); 3] = [
    ("first page", HOME),
    ("a step", STEP),
    ("an operation", OPERATION),
];

/// What is judged and does not depend on the machine, so that it is held to the full score.
const HELD: [(&str, &str); 3] = [
    ("accessibility", "accessibility"),
    ("best practices", "best-practices"),
    ("search engines", "seo"),
];

/// Has Lighthouse look at each place, and says how it goes on.
pub(crate) async fn columns(site: &Site) -> Vec<Column> {
    let mut columns = Vec::new();
    for (head, place) in PLACES {
        let mut runs = Vec::new();
        for run in 1..=RUNS {
            let address = format!("{}/{}", site.origin, place.hash);
            // The site is served meanwhile.
            let report = spawn_blocking(move || report(&address)).await.unwrap();
            let figures = figures(head, &report);
            println!("lighthouse, {head}, run {run} of {RUNS}:");
            figure::print(&figures);
            runs.push(figures);
        }
        let figures = figure::medians(&runs);
        columns.push(Column { head, figures });
    }
    columns
}

/// Returns what Lighthouse reports of an address.
fn report(address: &str) -> Value {
    let output = Command::new("lighthouse")
        .arg(address)
        .args(["--quiet", "--output=json", "--output-path=stdout"])
        .arg("--chrome-flags=--headless=new --no-sandbox")
        .output()
        .expect("lighthouse is set up");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
    serde_json::from_slice(&output.stdout).expect("a report")
}

fn figures(head: &str, report: &Value) -> Vec<Figure> {
    let score = |id: &str| report["categories"][id]["score"].as_f64().unwrap() * 100.0;
    let value = |id: &str| report["audits"][id]["numericValue"].as_f64().unwrap();
    let mut figures = vec![Figure::new(
        "**performance**, of 100",
        Unit::Count,
        score("performance"),
    )];
    for (name, id) in HELD {
        let score = score(id);
        assert!(score > 99.5, "{head}: {name} is {score} of 100");
        figures.push(Figure::new(name, Unit::Count, score));
    }
    let paint = value("largest-contentful-paint");
    figures.push(Figure::new("largest paint", Unit::Time, paint));
    let blocked = value("total-blocking-time");
    figures.push(Figure::new("blocked by tasks", Unit::Time, blocked));
    let shift = value("cumulative-layout-shift");
    figures.push(Figure::new("layout shift", Unit::Share, shift));
    figures
}

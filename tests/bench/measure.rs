//! One run: an answer comes, is scrolled through, searched and folded.

use super::browser::site::Site;
use super::figure::{Figure, Unit, median};
use super::memory;
use super::page::Page;
use super::rows::{self, NEEDLE};
use serde_json::Value;
use std::time::Duration;

/// How many frames it takes to scroll through an answer.
const STEPS: usize = 40;

/// How long the browser has to tidy up before its memory is looked at.
const REST: Duration = Duration::from_secs(2);

/// Measures everything once, in a fresh browser.
pub(crate) async fn once(site: &Site, answer: &str) -> Vec<Figure> {
    let page = Page::open(site, answer).await;
    page.find_parts().await;
    let mut figures = arrival(&page).await;
    let index = u32::try_from(rows::index(answer)).expect("an index of some megabytes");
    figures.push(Figure::new("the index in it", Unit::Memory, index.into()));
    figures.extend(scroll(&page).await);
    let find = page.measure(&format!("find('{NEEDLE}')")).await;
    let names = ["find: until the count is shown", "find: longest task"];
    figures.extend(timed(names, &find));
    let fold = page.measure("foldAll()").await;
    let names = ["fold all: until it is drawn", "fold all: longest task"];
    figures.extend(timed(names, &fold));
    let unfold = page.measure("unfoldAll()").await;
    let names = ["unfold all: until it is drawn", "unfold all: longest task"];
    figures.extend(timed(names, &unfold));
    page.close().await;
    figures
}

/// From the last byte to the first lines, where Send is pressed before the page has fetched what shows an answer.
pub(crate) async fn at_once(site: &Site, answer: &str) -> Figure {
    let page = Page::open(site, answer).await;
    page.measure("arm()").await;
    page.press("Send").await;
    let arrival = page.measure("arrived()").await;
    page.close().await;
    let name = "the same, Send pressed at once";
    Figure::new(name, Unit::Time, number(&arrival["shown"]))
}

/// From the request to the first lines.
async fn arrival(page: &Page) -> Vec<Figure> {
    let browser = page.process();
    tokio::time::sleep(REST).await;
    let before = memory::of(browser);
    page.measure("arm()").await;
    page.press("Send").await;
    let arrival = page.measure("arrived()").await;
    tokio::time::sleep(REST).await;
    let grown = memory::growth(&before, &memory::of(browser));
    let grown = f64::from(u32::try_from(grown / 1024).expect("some gigabytes")) * 1024.0;
    vec![
        Figure::new(
            "**last byte → first lines painted**",
            Unit::Time,
            number(&arrival["shown"]),
        ),
        Figure::new(
            "longest task while it comes and is shown",
            Unit::Task,
            number(&arrival["task"]),
        ),
        Figure::new(
            "first byte → last byte",
            Unit::Time,
            number(&arrival["coming"]),
        ),
        Figure::new("memory beyond the idle page", Unit::Memory, grown),
    ]
}

async fn scroll(page: &Page) -> [Figure; 2] {
    let frames = page.measure(&format!("scroll({STEPS})")).await;
    let frames = frames.as_array().expect("a list of frames");
    let frames: Vec<f64> = frames.iter().map(number).collect();
    let worst = frames.iter().copied().fold(0.0, f64::max);
    [
        Figure::new("scroll: a frame", Unit::Frame, median(frames)),
        Figure::new("scroll: the worst frame", Unit::Frame, worst),
    ]
}

fn timed([name, task]: [&'static str; 2], result: &Value) -> [Figure; 2] {
    [
        Figure::new(name, Unit::Time, number(&result["ms"])),
        Figure::new(task, Unit::Task, number(&result["task"])),
    ]
}

fn number(value: &Value) -> f64 {
    value
        .as_f64()
        .unwrap_or_else(|| panic!("“{value}” is no number"))
}

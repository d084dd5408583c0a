//! Nothing moves by itself while a page is loaded, nor beside Send or above it when a response comes, however late.

use super::answers::{json_answer, ready};
use super::browser::{self, devtools};
use super::stage::Stage;
use practice::http::{Pace, StandIn};
use serde_json::json;
use std::time::Duration;

/// Counts how far what was on the screen has moved by itself, and how much of that was beside Send or above it: below, what became of the
/// request takes its room. The browser tells one figure for all that moved in a frame, and which five things had the largest share.
const SHIFTS: &str = "if (!window.shifts) { window.shifts = []; new PerformanceObserver(list => { for (const shift of list.getEntries()) {\
    if (shift.hadRecentInput || shift.startTime < (window.shiftsFrom ?? 0)) continue;\
    const send = document.querySelector('.step.open .send')?.getBoundingClientRect().bottom ?? Infinity;\
    const area = rect => rect.width * rect.height;\
    const areas = shift.sources.map(source => Math.max(area(source.previousRect), area(source.currentRect)));\
    const all = areas.reduce((sum, area) => sum + area, 0);\
    const above = areas.reduce((sum, area, i) => sum + (shift.sources[i].previousRect.top < send ? area : 0), 0);\
    const names = shift.sources.map(source => (source.node?.parentElement ?? source.node)?.className ?? '');\
    window.shifts.push([shift.value, all ? shift.value * above / all : shift.value, ...names]); } })\
    .observe({ type: 'layout-shift', buffered: true }); }";

/// How far things on the screen may move by themselves, as the browser's Layout Instability API counts it.
const STEADY: f64 = 0.05;

impl Stage {
    /// Begins to watch what moves by itself.
    pub(crate) async fn watches_shifts(&self) {
        if browser::is_chromium(&self.client) {
            let script =
                format!("window.shiftsFrom = performance.now(); {SHIFTS} window.shifts = [];");
            self.run(&script, Vec::new()).await;
        }
    }

    /// Holds that nothing has moved by itself since that was watched, or since the last time that this was asked; below Send only where
    /// `below` says so.
    pub(super) async fn has_kept_still(&self, what: &str, below: bool) {
        let shifts = "const shifts = window.shifts; window.shifts = [];\
            return [shifts.reduce((sum, shift) => sum + shift[arguments[0] ? 0 : 1], 0), JSON.stringify(shifts)];";
        let shifts = self.run(shifts, vec![json!(below)]).await;
        assert!(shifts[0].as_f64().unwrap() <= STEADY, "{what}: {shifts}");
    }
}

#[tokio::test]
async fn nothing_beside_send_moves_when_a_slow_response_comes() {
    let slow = StandIn {
        pace: Some(Pace {
            bytes: 8,
            pause: Duration::from_millis(900),
        }),
        ..json_answer("{\"rows\":[]}")
    };
    let (stage, _) = ready(slow).await;
    let place = "const box = document.querySelector('.step.open .send > .hint').getBoundingClientRect(); return [box.x, box.width];";
    let before = stage.run(place, vec![]).await;
    stage.watches_shifts().await;
    stage.send().await;
    stage.find(".step.open .cancel").await;
    assert_eq!(stage.run(place, vec![]).await, before, "while it waits");
    stage.shows(".step.open .went", "200").await;
    assert_eq!(stage.run(place, vec![]).await, before, "with the response");
    stage.has_kept_still("the step", false).await;
    stage.leave().await;
}

#[tokio::test]
async fn nothing_moves_while_a_page_is_loaded() {
    let stage = Stage::set().await;
    let script = json!({ "source": SHIFTS });
    devtools::tell(
        &stage.client,
        "Page.addScriptToEvaluateOnNewDocument",
        script,
    )
    .await;
    let pages = [
        "walkthrough/write-and-read/1",
        "walkthrough/write-and-read/5",
        "reference/base/listRows",
        "reference/team-admin/addUser",
    ];
    for (width, height) in [(1280, 900), (360, 740)] {
        stage.resize(width, height).await;
        for page in pages {
            stage.client.goto("about:blank").await.unwrap();
            stage.open(&format!("#/{page}")).await;
            stage.find(".step.open form").await;
            // Until the page is quiet, and has fetched what it can do without.
            tokio::time::sleep(Duration::from_secs(2)).await;
            stage
                .has_kept_still(&format!("{page} at {width} px"), true)
                .await;
        }
    }
    stage.leave().await;
}

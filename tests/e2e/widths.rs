//! No page scrolls sideways, and nothing is cut off, however wide the window is.

use super::answers::{answered, json_answer};
use super::browser::{self, devtools};
use super::stage::Stage;
use practice::http::StandIn;
use serde_json::{Value, json};

/// Phones, tablets and screens, and what is on either side of each width at which the layout changes.
const WIDTHS: [u64; 12] = [
    320, 360, 768, 820, 821, 999, 1000, 1100, 1101, 1280, 1600, 1920,
];

/// Names what is wider than the window; what scrolls by itself may have wider things in it.
const WIDE: &str = "const root = document.documentElement, room = root.clientWidth;\
    const scrolls = e => /auto|scroll|hidden/.test(getComputedStyle(e).overflowX);\
    const free = e => { for (let p = e.parentElement; p; p = p.parentElement) if (scrolls(p)) return false; return true; };\
    const name = e => e.tagName.toLowerCase() + (e.className && e.getAttribute('class') ? '.' + e.getAttribute('class') : '');\
    const out = [...document.body.querySelectorAll('*')].filter(e => e.checkVisibility() && e.offsetParent !== null \
        && e.getBoundingClientRect().right > room + 1 && free(e)).map(name);\
    const cut = [...document.querySelectorAll('.step, .wire, .text, .bar, dialog[open]')]\
        .filter(e => e.scrollWidth > e.clientWidth + 1 && !/auto|scroll/.test(getComputedStyle(e).overflowX)).flatMap(e => [e, ...e.querySelectorAll('*')].filter((c, i) => i == 0 || c.getBoundingClientRect().right > e.getBoundingClientRect().right).map(c => 'cut: ' + name(c)));\
    if (root.scrollWidth > innerWidth) out.unshift(`${root.scrollWidth} px`);\
    return [...out, ...cut].slice(0, 9).join(', ');";

impl Stage {
    /// Looks at what is open in windows of all widths, where the browser lets tests set them.
    pub(crate) async fn fits(&self) {
        if !browser::is_chromium(&self.client) {
            return;
        }
        for width in WIDTHS {
            let size =
                json!({ "width": width, "height": 900, "deviceScaleFactor": 0, "mobile": false });
            devtools::tell(&self.client, "Emulation.setDeviceMetricsOverride", size).await;
            let wide = self.run(WIDE, Vec::new()).await;
            assert_eq!(wide, Value::from(""), "too wide for {width} px");
        }
        let none = json!({});
        devtools::tell(&self.client, "Emulation.clearDeviceMetricsOverride", none).await;
    }
}

/// What an answer can have that takes room: a long word, a long key, and many levels.
fn broad(age: u32) -> StandIn {
    let (word, key) = ("W".repeat(5_000), "k".repeat(300));
    let deep = format!("{}1{}", "[".repeat(70), "]".repeat(70));
    let row = format!(r#"{{"Age":{age},"_id":"{key}","{key}":"{word}"}}"#);
    json_answer(&format!(r#"{{"rows":[{row}],"deep":{deep}}}"#))
}

#[tokio::test]
async fn no_view_of_an_answer_is_wider_than_the_window() {
    let (stage, stand_ins) = answered(broad(1)).await;
    *stand_ins.lock().unwrap() = vec![broad(2)];
    stage.send().await;
    stage.find(".step.open .tree .row.changed").await;
    for view in ["JSON", "Table", "Path", "Changes", "Raw", "Headers"] {
        stage.view(view).await;
        stage.fits().await;
    }
    stage.leave().await;
}

#[tokio::test]
async fn no_page_and_no_theme_is_wider_than_the_window() {
    let stage = Stage::set().await;
    for hash in ["#/", "#/requests", "#/made", "#/nowhere"] {
        stage.open(hash).await;
        stage.fits().await;
    }
    for theme in ["light", "dark"] {
        let set = format!("document.documentElement.dataset.theme = '{theme}';");
        stage.run(&set, Vec::new()).await;
        stage.fits().await;
    }
    let open = "document.querySelectorAll('dialog').forEach(dialog => dialog.showModal());";
    stage.run(open, Vec::new()).await;
    stage.fits().await;
    stage.leave().await;
}

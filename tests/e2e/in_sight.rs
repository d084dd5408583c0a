//! What a person looks for after a press of Send is in the window: how it went, the response, and the way on.

use super::answers::{answered, json_answer, ready};
use super::browser::{self, devtools};
use super::stage::Stage;
use fantoccini::key::Key;
use practice::http::{Pace, StandIn};
use serde_json::{Value, json};
use std::time::Duration;

/// Widths at which form and response are beside each other.
const WIDE: [u64; 5] = [1000, 1101, 1280, 1600, 1920];

/// Names what is not wholly in the window, below what stands at its top, of the line under Send and that of the response.
const OUT_OF_SIGHT: &str = "const covers = ['.bar', '.practice-banner'].map(css => document.querySelector(css)?.getBoundingClientRect().bottom ?? 0);\
    const top = Math.max(...covers);\
    return ['.step.open .went > b', '.step.open .wire .status > b'].flatMap(css => {\
        const box = document.querySelector(css)?.getBoundingClientRect();\
        if (box && box.top >= top && box.bottom <= innerHeight) return [];\
        const send = document.querySelector('.step.open .send').getBoundingClientRect();\
        return [`${css} at ${box?.top} to ${box?.bottom}, Send from ${send.top}, the window ${innerWidth} x ${innerHeight} at ${scrollY}`];\
    }).join(', ');";

/// Brings Send into the window, as who presses it has to and comes from the top of the step.
const SEEK: &str = "for (const [css, block] of [['h2', 'start'], ['.send', 'nearest'], ['.went', 'nearest']])\
    document.querySelector(`.step.open ${css}`).scrollIntoView({ block });";

impl Stage {
    /// Holds that the line under Send and that of the response are in the window together, in every window that has form and response
    /// beside each other.
    pub(crate) async fn sees_how_it_went(&self) {
        self.sees_how_it_went_here().await;
        self.sees_how_it_went_in_all_windows().await;
    }

    /// The same, in the window of the test.
    pub(crate) async fn sees_how_it_went_here(&self) {
        if !browser::is_chromium(&self.client) {
            return;
        }
        // Right after the press, wherever Send stood in the window.
        self.soon_in_sight("after the press").await;
        self.has_focus_on(".step.open form *").await;
        self.has_kept_still("the step", false).await;
    }

    /// The same, in every window that has form and response beside each other.
    pub(crate) async fn sees_how_it_went_in_all_windows(&self) {
        if !browser::is_chromium(&self.client) {
            return;
        }
        for width in WIDE {
            self.resize(width, 900).await;
            self.run(SEEK, Vec::new()).await;
            let out = self.run(OUT_OF_SIGHT, Vec::new()).await;
            assert_eq!(out, Value::from(""), "out of sight at {width} px");
        }
        let none = json!({});
        devtools::tell(&self.client, "Emulation.clearDeviceMetricsOverride", none).await;
    }

    async fn soon_in_sight(&self, when: &str) {
        let mut out = Value::Null;
        for _ in 0..40 {
            out = self.run(OUT_OF_SIGHT, Vec::new()).await;
            if out == "" {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("out of sight {when}: {out}");
    }

    /// Waits until so many requests have been sent, and the last one is over.
    async fn has_sent_and_got(&self, count: usize) {
        for _ in 0..100 {
            if self.sent().len() == count {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        self.gone(".step.open .cancel").await;
        assert_eq!(self.sent().len(), count);
    }

    pub(super) async fn resize(&self, width: u64, height: u64) {
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 0, "mobile": false });
        devtools::tell(&self.client, "Emulation.setDeviceMetricsOverride", size).await;
    }
}

/// Many rows in many lines, and some that are long.
fn long() -> StandIn {
    let rows = r#"{"_id":"AAAA","Name":"somebody","Age":30},"#.repeat(400);
    json_answer(&format!("{{\"rows\":[{rows}{{}}]}}"))
}

#[tokio::test]
async fn a_long_response_scrolls_by_itself_beside_the_form() {
    let (stage, _) = ready(long()).await;
    stage.watches_shifts().await;
    stage.send().await;
    stage.shows(".step.open .wire .status", "200").await;
    stage.sees_how_it_went().await;
    let height = "const wire = document.querySelector('.step.open .wire'); return wire.scrollHeight <= wire.clientHeight + 1 && wire.getBoundingClientRect().height <= innerHeight;";
    for (width, height_of_window) in [(1280, 900), (1000, 800)] {
        stage.resize(width, height_of_window).await;
        assert_eq!(stage.run(height, vec![]).await, true, "at {width} px");
    }
    // However far the page is scrolled, the response stays.
    stage.resize(1280, 600).await;
    for place in ["center", "end"] {
        let scroll = format!(
            "document.querySelector('.step.open .send').scrollIntoView({{ block: '{place}' }});"
        );
        stage.run(&scroll, vec![]).await;
        let is_seen = "const box = document.querySelector('.step.open .wire .status').getBoundingClientRect(); return box.top > 50 && box.bottom < innerHeight;";
        assert_eq!(
            stage.run(is_seen, vec![]).await,
            true,
            "with Send at the {place}"
        );
    }
    stage.leave().await;
}

#[tokio::test]
async fn a_long_request_leaves_room_for_the_response_and_is_shown_whole_when_asked_for() {
    let (stage, _) = ready(long()).await;
    stage.resize(1280, 500).await;
    let long = "document.querySelector('.step.open .optional').open = true;";
    stage.run(long, vec![]).await;
    stage.enter("exp", &"1".repeat(900)).await;
    stage.send().await;
    stage.shows(".step.open .wire .status", "200").await;
    let share = "return document.querySelector('.step.open .code').clientHeight / document.querySelector('.step.open .wire').clientHeight;";
    let limited = stage.run(share, vec![]).await.as_f64().unwrap();
    assert!(limited <= 0.41, "{limited}");
    stage.press("Show all of the request").await;
    let cut = "const code = document.querySelector('.step.open .code'); return code.scrollHeight > code.clientHeight;";
    assert_eq!(stage.run(cut, vec![]).await, false);
    stage.press("Show all of the request").await;
    assert_eq!(stage.run(cut, vec![]).await, true);
    stage.leave().await;
}

/// 200 kB in a response, in a value that the next step takes, and in a field.
#[tokio::test]
async fn a_huge_value_scrolls_in_its_place_and_makes_no_page_of_its_own() {
    let huge = "x".repeat(200_000);
    let body =
        format!("{{\"dtable_uuid\":\"{huge}\",\"access_token\":\"fake\",\"app_name\":\"{huge}\"}}");
    let (stage, _) = ready(json_answer(&body)).await;
    stage.send().await;
    stage.shows(".step.open .wire .status", "200").await;
    let height = "return document.documentElement.scrollHeight;";
    for (width, most) in [(1280, 3_000), (360, 5_000)] {
        stage.resize(width, 800).await;
        for view in ["JSON", "Raw", "Headers"] {
            stage.view(view).await;
            let height = stage.run(height, vec![]).await.as_u64().unwrap();
            assert!(height < most, "{view} at {width} px: {height} px");
        }
    }
    let put = "document.querySelector('.step.open .optional').open = true;\
        const field = [...document.querySelectorAll('.step.open .optional input')].find(field => field.type === 'text');\
        field.value = 'x'.repeat(200000); field.dispatchEvent(new Event('input', { bubbles: true }));";
    stage.run(put, vec![]).await;
    stage
        .shows(".step.open .went", "You have changed the form since.")
        .await;
    for (width, most) in [(1280, 3_000), (360, 5_000)] {
        stage.resize(width, 800).await;
        let height = stage.run(height, vec![]).await.as_u64().unwrap();
        assert!(height < most, "with a field at {width} px: {height} px");
    }
    stage.leave().await;
}

#[tokio::test]
async fn on_a_phone_the_line_under_send_leads_to_the_response() {
    let (stage, _) = answered(json_answer(r#"{"rows":[]}"#)).await;
    let shown = "return document.querySelector('.to-response').checkVisibility();";
    assert_eq!(
        stage.run(shown, vec![]).await,
        false,
        "it is beside the form"
    );
    stage.resize(360, 740).await;
    stage.press("Show the response").await;
    stage.has_focus_on("#response").await;
    let at = "const top = document.querySelector('#response').getBoundingClientRect().top; return top > 50 && top < 370;";
    assert_eq!(stage.run(at, vec![]).await, true);
    stage.leave().await;
}

/// The form is longer than the window of a phone, and so is what a response brings.
#[tokio::test]
async fn on_a_phone_the_line_under_send_stays_in_the_window() {
    let (stage, _) = ready(long()).await;
    stage.resize(360, 640).await;
    stage.send().await;
    stage.shows(".step.open .went", "200").await;
    let is_seen = "const box = document.querySelector('.step.open .went').getBoundingClientRect(); return box.top > 111 && box.bottom <= innerHeight;";
    for place in ["h2", ".send"] {
        let scroll = format!(
            "document.querySelector('.step.open {place}').scrollIntoView({{ block: 'start' }});"
        );
        stage.run(&scroll, vec![]).await;
        assert_eq!(
            stage.run(is_seen, vec![]).await,
            true,
            "with {place} at the top"
        );
    }
    stage.leave().await;
}

#[tokio::test]
async fn the_send_keys_work_anywhere_in_a_step_and_leave_the_focus() {
    let (stage, _) = answered(json_answer(r#"{"rows":[]}"#)).await;
    let keys = format!("{}{}", Key::Control, Key::Enter);
    for (sent, css) in [(2, ".step.open h2"), (3, ".step.open .tree")] {
        let focus = format!("document.querySelector('{css}').focus();");
        stage.run(&focus, vec![]).await;
        stage.keys(&keys).await;
        stage.has_sent_and_got(sent).await;
        stage.has_focus_on(css).await;
    }
    stage.run("document.activeElement.blur();", vec![]).await;
    stage.keys(&keys).await;
    stage.has_sent_and_got(4).await;
    // What is typed into the search goes nowhere, and nowhere else.
    stage
        .run("document.querySelector('.search input').focus();", vec![])
        .await;
    stage.keys(&keys).await;
    stage.gone(".step.open .cancel").await;
    assert_eq!(stage.sent().len(), 4);
    stage.leave().await;
}

#[tokio::test]
async fn who_waits_sees_the_time_pass_in_the_panel() {
    let slow = StandIn {
        pace: Some(Pace {
            bytes: 1,
            pause: Duration::from_millis(700),
        }),
        ..json_answer("[1,2]")
    };
    let (stage, _) = ready(slow).await;
    let line = "const style = getComputedStyle(document.querySelector('.step.open .wire'), '::after'); return style.content + style.visibility;";
    stage.find(".step.open .wire").await;
    assert_eq!(stage.run(line, vec![]).await, "nonevisible");
    stage.send().await;
    stage.find(".step.open .cancel").await;
    tokio::time::sleep(Duration::from_millis(600)).await;
    let told = stage.run(line, vec![]).await;
    assert!(told.as_str().unwrap().contains("Waiting"), "{told}");
    stage.gone(".step.open .cancel").await;
    assert_eq!(stage.run(line, vec![]).await, "nonevisible");
    stage.leave().await;
}

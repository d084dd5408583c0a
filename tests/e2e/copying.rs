//! What is copied comes from the answer, whatever is drawn of it.

use super::answers::{answered, json_answer};
use super::browser::devtools::tell;
use super::copying_by_hand::{NO_CLIPBOARD, NO_COMMAND};
use super::stage::Stage;
use fantoccini::key::Key;
use serde_json::{Value, json};

/// Copies as a person does, and returns the text that goes to the clipboard.
const COPY: &str = "let copied = null;\
    const listen = event => { copied = event.clipboardData.getData('text/plain') || (event.defaultPrevented ? '' : String(getSelection())); };\
    addEventListener('copy', listen); document.execCommand('copy'); removeEventListener('copy', listen);\
    return copied;";

/// Selects from a place in a row to one in another: each an id, and how many characters of its last text stand before.
const SELECT: &str = "const point = ([id, at]) => {\
        const texts = document.createTreeWalker(document.getElementById(id), NodeFilter.SHOW_TEXT,\
            n => n.parentElement.closest('.aside, .line-number') ? 2 : 1);\
        let node = texts.nextNode();\
        for (let next = node; next && at > node.length; next = texts.nextNode()) { if (next !== node) { at -= node.length; node = next; } }\
        return [node, Math.min(at, node.length)];\
    };\
    const selection = getSelection();\
    const begin = arguments[0] ? point(arguments[0]) : [selection.anchorNode, selection.anchorOffset];\
    selection.setBaseAndExtent(...begin, ...point(arguments[1]));";

impl Stage {
    async fn copy_selected(&self) -> String {
        // Two frames: what was drawn again is selected again.
        let drawn = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 20)));";
        self.client.execute_async(drawn, Vec::new()).await.unwrap();
        let copied = self.run(COPY, Vec::new()).await;
        copied.as_str().unwrap_or_default().to_owned()
    }

    /// Draws a selection, from a place or from where it was begun.
    async fn draw(&self, from: Option<(&str, usize)>, to: (&str, usize)) {
        self.run(SELECT, vec![json!(from), json!(to)]).await;
    }

    pub(crate) async fn select_all(&self, css: &str) {
        let element = self.find(css).await;
        let keys = format!("{}a", Key::Control);
        element.send_keys(&keys).await.unwrap();
    }

    async fn scroll_to(&self, line: usize, text: &str) {
        let scroll = "document.querySelector('.step.open .tree').scrollTop = arguments[0] * 21;";
        self.run(scroll, vec![json!(line)]).await;
        self.shows(".step.open .tree", text).await;
    }
}

fn ids(range: std::ops::RangeInclusive<usize>) -> String {
    range
        .map(|i| format!("  \"id{i}\""))
        .collect::<Vec<_>>()
        .join(",\n")
}

/// An answer of three thousand lines.
async fn with_ids() -> Stage {
    let items: Vec<Value> = (0..3_000).map(|i| json!(format!("id{i}"))).collect();
    let (stage, _) = answered(json_answer(&Value::from(items).to_string())).await;
    stage.shows(".step.open .tree", "id3").await;
    stage
}

#[tokio::test]
async fn lines_are_copied_as_they_were_selected_though_others_are_drawn_since() {
    let stage = with_ids().await;
    // Within a line: four spaces, then `"id0",`.
    stage.draw(Some(("tree-0-4-1", 5)), ("tree-0-4-1", 8)).await;
    assert_eq!(stage.copy_selected().await, "id0");
    stage
        .draw(Some(("tree-0-4-1", 0)), ("tree-0-4-20", 99))
        .await;
    assert_eq!(stage.copy_selected().await, format!("{},", ids(0..=19)));
    stage.scroll_to(400, "\"id400\"").await;
    assert_eq!(stage.copy_selected().await, format!("{},", ids(0..=19)));
    // It is drawn on from there.
    stage.scroll_to(30, "\"id30\"").await;
    stage.scroll_to(12, "\"id12\"").await;
    stage.draw(None, ("tree-0-4-26", 9)).await;
    assert_eq!(
        stage.copy_selected().await,
        ids(0..=25).trim_end_matches('"')
    );
    stage.scroll_to(1_000, "\"id1000\"").await;
    stage.draw(None, ("tree-0-4-1001", 99)).await;
    assert_eq!(stage.copy_selected().await, format!("{},", ids(0..=1_000)));
    stage.select_all(".step.open .tree").await;
    let expected = format!("[\n{}\n]", ids(0..=2_999));
    assert!(stage.copy_selected().await == expected);
    stage.scroll_to(2_000, "\"id2000\"").await;
    assert!(stage.copy_selected().await == expected);
    stage.strike_http().await;
}

#[tokio::test]
async fn a_selection_drawn_by_mouse_while_the_tree_scrolls_is_copied() {
    let stage = with_ids().await;
    let place = "const r = document.getElementById(arguments[0]).getBoundingClientRect(); return [r.left, r.top];";
    let middle = "document.querySelector('.step.open .tree').scrollIntoView({ block: 'center' });";
    stage.run(middle, Vec::new()).await;
    let at = stage.run(place, vec![json!("tree-0-4-2")]).await;
    let (x, y) = (at[0].as_f64().unwrap(), at[1].as_f64().unwrap());
    // The driver's own mouse lets go of the button between two calls.
    let mouse = async |kind: &str, right: f64, down: f64| {
        let parameters = json!({
            "type": kind, "x": x + right, "y": y + down, "button": "left", "buttons": 1, "clickCount": 1,
        });
        tell(&stage.client, "Input.dispatchMouseEvent", parameters).await;
    };
    mouse("mouseMoved", 49.0, 10.0).await;
    mouse("mousePressed", 49.0, 10.0).await;
    mouse("mouseMoved", 120.0, 30.0).await;
    // It scrolls while the button is held, as by the wheel, and the mouse moves between.
    let scroll = "document.querySelector('.step.open .tree').scrollTop = 21 * arguments[0];";
    for step in 1..=40 {
        stage.run(scroll, vec![json!(5 * step)]).await;
        mouse(
            "mouseMoved",
            120.0 + f64::from(step),
            30.0 + f64::from(step),
        )
        .await;
    }
    mouse("mouseReleased", 160.0, 70.0).await;
    let copied = stage.copy_selected().await;
    let lines = copied.lines().count();
    assert!(lines > 100, "{lines} lines: {copied}");
    assert!(
        ids(1..=2_999).starts_with(copied.trim_end_matches(',')),
        "{copied}"
    );
    stage.leave().await;
}

#[tokio::test]
async fn marks_and_notes_are_not_copied() {
    let long = "x".repeat(6_000);
    let body = json!({ "a": { "name": "Inner", "list": [1, 2] }, "b": long, "c\n": "d\te" });
    let (stage, _) = answered(json_answer(&body.to_string())).await;
    stage.tab_to(".step.open .tree").await;
    stage.key(Key::Down).await;
    stage.key(Key::Left).await;
    stage.shows(".step.open .tree .named", "Inner").await;
    stage.select_all(".step.open .tree").await;
    let copied = stage.copy_selected().await;
    let expected = format!(
        "{{\n  \"a\": {},\n  \"b\": \"{long}\",\n  \"c\\n\": \"d\\te\"\n}}",
        body["a"]
    );
    assert_eq!(copied, expected);
    // What a later step takes has its words beside it.
    stage.leave().await;
    let stage = Stage::set().await;
    stage
        .open_with_practice("#/walkthrough/write-and-read")
        .await;
    stage.press("Fill in the practice token").await;
    stage.go(2, "").await;
    stage.shows(".step.open .tree em", "step 3").await;
    stage.select_all(".step.open .tree").await;
    let copied = stage.copy_selected().await;
    let copied: Value = serde_json::from_str(&copied).expect("JSON is copied");
    assert_eq!(copied["dtable_name"], "Practice base");
    stage.leave().await;
}

#[tokio::test]
async fn every_view_copies_what_the_answer_has() {
    let body = "{\"rows\":[{\"_id\":\"A\",\"Name\":\"Zoe\\t1\",\r\n\"Age\":9},{\"_id\":\"B\",\"Name\":\"adam\",\"Age\":1.50}]}";
    let (stage, stand_ins) = answered(json_answer(body)).await;
    stage.view("Table").await;
    stage
        .shows(".step.open .place:last-child", "2 rows, 2 columns")
        .await;
    stage.select_all(".step.open .grid").await;
    assert_eq!(
        stage.copy_selected().await,
        "Name\tAge\n\"Zoe\t1\"\t9\nadam\t1.50"
    );
    stage.draw(Some(("grid-2-0", 1)), ("grid-2-1", 9)).await;
    assert_eq!(stage.copy_selected().await, "dam\t1.50");
    stage.view("Raw").await;
    stage.select_all(".step.open .raw").await;
    assert_eq!(stage.copy_selected().await, body);
    stage.draw(Some(("raw-0", 2)), ("raw-0", 6)).await;
    assert_eq!(stage.copy_selected().await, "rows");
    stage.view("Headers").await;
    stage.select_all(".step.open .headers").await;
    let headers = stage.copy_selected().await;
    assert!(
        headers
            .lines()
            .any(|line| line == "content-type: application/json"),
        "{headers}"
    );
    stage.select_all(".step.open .code").await;
    let code = stage.copy_selected().await;
    assert!(
        code.starts_with("curl") && !code.contains("200 OK"),
        "{code}"
    );
    stage.view("JSON").await;
    // From the request into the answer: each in its own way.
    let begin = "const code = document.querySelector('.step.open .code code'); getSelection().setBaseAndExtent(code, 0, code, 0);";
    stage.run(begin, Vec::new()).await;
    stage.draw(None, ("tree-0-4-3", 99)).await;
    let copied = stage.copy_selected().await;
    assert!(copied.starts_with("curl"), "{copied}");
    assert!(
        copied.ends_with("{\n  \"rows\": [\n    {\n      \"_id\": \"A\","),
        "{copied}"
    );
    *stand_ins.lock().unwrap() = vec![json_answer(&body.replace("adam", "Adam"))];
    stage.send().await;
    stage.find(".step.open .tree .row.changed").await;
    stage.view("Changes").await;
    stage.shows(".step.open .entry", "rows[1].Name").await;
    stage.select_all(".step.open .list").await;
    assert_eq!(
        stage.copy_selected().await,
        "rows[1].Name was \"adam\" is \"Adam\""
    );
    stage.leave().await;
}

#[tokio::test]
async fn a_giant_is_copied_whole() {
    let text = "0123456789 äöü ".repeat(40);
    let rows: Vec<Value> = (0..16_000)
        .map(|i| json!({ "id": i, "text": text }))
        .collect();
    let body = json!({ "rows": rows }).to_string();
    let (stage, _) = answered(json_answer(&body)).await;
    stage.shows(".step.open .tree", "0123456789").await;
    let caught = "navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); };\
        window.longest = 0; new PerformanceObserver(list => list.getEntries().forEach(e => longest = Math.max(longest, e.duration)))\
            .observe({ entryTypes: ['longtask'] });";
    stage.run(caught, Vec::new()).await;
    stage.select_all(".step.open .tree").await;
    stage.copy_selected().await;
    stage.shows(".live", "Copied").await;
    let same = "const rows = JSON.parse(window.copied).rows; return [rows.length, rows[15999].id, rows[7].text.length];";
    assert_eq!(
        stage.run(same, Vec::new()).await,
        json!([16_000, 15_999, text.chars().count()])
    );
    // Where nothing can be copied by then, the person is given all of it.
    stage.run(NO_CLIPBOARD, Vec::new()).await;
    stage.run(NO_COMMAND, Vec::new()).await;
    stage.keys(&format!("{}c", Key::Control)).await;
    stage
        .shows(".step.open .by-hand", "Only its beginning")
        .await;
    stage.keys(&format!("{}c", Key::Control)).await;
    stage.shows(".live", "Copied").await;
    assert_eq!(
        stage.run(same, Vec::new()).await,
        json!([16_000, 15_999, text.chars().count()])
    );
    stage.leave().await;
}

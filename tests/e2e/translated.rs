//! A page that is translated although it says that it is not to be: it goes on working, and shows what is so.

use super::answers::{answered, json_answer};
use super::stage::Stage;
use serde_json::{Value, json};

/// Does what Chrome's translation does: puts elements with other words in the place of every text.
const TRANSLATE: &str = "const texts = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);\
    while (walk.nextNode()) texts.push(walk.currentNode);\
    for (const text of texts) {\
        if (!text.data.trim() || text.parentElement.closest('script, style, font, textarea')) continue;\
        const outer = document.createElement('font'), inner = document.createElement('font');\
        inner.textContent = arguments[0] ? `«${text.data}»` : text.data;\
        outer.append(inner);\
        text.replaceWith(outer);\
    }\
    return texts.length;";

impl Stage {
    /// Has the page translated, into other words or into the same ones.
    async fn translate(&self, into_others: bool) {
        let texts = self.run(TRANSLATE, vec![json!(into_others)]).await;
        assert_ne!(texts, 0);
    }

    /// Sends the open step's request in a translated page.
    async fn works_translated(&self, words: &str) {
        self.translate(true).await;
        self.works(words).await;
        self.translate(true).await;
        self.shows(".step.open .outcome", words).await;
    }
}

/// Returns what the page shows of the lines that are drawn: each number with its text.
const LINES: &str = "return [...document.querySelectorAll('.step.open .tree .row')].map(row => row.innerText.replace(/\\s+/g, ' ').trim());";

#[tokio::test]
async fn a_translated_tree_shows_the_lines_of_the_answer() {
    let items: Vec<Value> = (0..3_000).map(|i| json!(format!("id{i}"))).collect();
    let (stage, _) = answered(json_answer(&Value::from(items).to_string())).await;
    stage.shows(".step.open .tree", "id3").await;
    for (into_others, line) in [(true, 400), (false, 800), (true, 2_400)] {
        stage.translate(into_others).await;
        let scroll = format!("document.querySelector('.step.open .tree').scrollTop = {line} * 21;");
        stage.run(&scroll, Vec::new()).await;
        stage
            .shows(".step.open .tree", &format!("\"id{line}\""))
            .await;
        let lines = stage.run(LINES, Vec::new()).await;
        let lines = lines.as_array().unwrap();
        assert!(lines.len() > 20);
        for line in lines {
            let line = line.as_str().unwrap();
            let number: usize = line.split(' ').next().unwrap().parse().expect(line);
            let comma = if number == 3_001 { "" } else { "," };
            assert_eq!(line, format!("{number} \"id{}\"{comma}", number - 2));
        }
    }
    stage.strike_http().await;
}

#[tokio::test]
async fn a_translated_walkthrough_is_done_to_its_end() {
    let stage = Stage::set().await;
    stage
        .open_with_practice("#/walkthrough/write-and-read")
        .await;
    stage.translate(true).await;
    stage.press("Fill in the practice token").await;
    for (step, words) in [
        (2, "You hold a Base-Token for “Practice base”."),
        (3, ""),
        (4, "Your row is in “Table1”. Its ID is"),
        (5, "Your row is row 4 of 4."),
    ] {
        stage.translate(false).await;
        stage.next(step).await;
        stage.works_translated(words).await;
        for view in ["Headers", "Raw", "JSON"] {
            stage.translate(true).await;
            stage.view(view).await;
        }
    }
    stage.shows(".finished", "Walkthrough complete").await;
    stage.view("Table").await;
    stage.shows(".step.open .grid", "John Doe").await;
    stage.translate(true).await;
    stage.shows(".count", "5").await;
    stage.press("requests").await;
    stage.shows(".ledger", "/rows/").await;
    let rest = "return document.querySelectorAll('font:empty').length + document.body.innerText.split('«').length;";
    assert_eq!(stage.run(rest, Vec::new()).await, 1);
    stage.strike_http().await;
}

/// Translates whatever comes, at once, as extensions do.
const KEEP_TRANSLATING: &str = "const wrap = root => {\
        const texts = [], walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);\
        if (root.nodeType === Node.TEXT_NODE) texts.push(root);\
        while (walk.nextNode()) texts.push(walk.currentNode);\
        for (const text of texts) {\
            if (!text.isConnected || !text.data.trim() || text.parentElement.closest('script, style, font, textarea')) continue;\
            const font = document.createElement('font');\
            font.textContent = `«${text.data}»`;\
            text.replaceWith(font);\
            window.wrapped = (window.wrapped ?? 0) + 1;\
        }\
    };\
    new MutationObserver(records => records.forEach(record => record.addedNodes.forEach(wrap)))\
        .observe(document.body, { childList: true, subtree: true });\
    wrap(document.body);";

#[tokio::test]
async fn a_translation_that_never_ends_does_not_keep_the_page_busy() {
    let stage = Stage::set().await;
    stage
        .open_with_practice("#/walkthrough/write-and-read")
        .await;
    stage.run(KEEP_TRANSLATING, Vec::new()).await;
    stage.press("Fill in the practice token").await;
    stage
        .go(2, "You hold a Base-Token for “Practice base”.")
        .await;
    stage.go(3, "").await;
    let wrapped = "return window.wrapped;";
    // What follows from the response may still be drawn; then nothing is any more.
    let mut before = Value::Null;
    for _ in 0..10 {
        let now = stage.run(wrapped, Vec::new()).await;
        if now == before {
            break;
        }
        before = now;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    }
    assert_eq!(stage.run(wrapped, Vec::new()).await, before);
    stage.shows(".step.open .tree", "\"metadata\"").await;
    stage.strike_http().await;
}

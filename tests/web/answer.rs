//! The dark column: the request as code, and the answer.

use super::stage::{Page, TOKEN, answer, clipboard, until};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

const ANSWER: &str = r#"{"dtable_name": "Practice", "access_token": "fake", "list": [1.0, 2]}"#;

/// Opens the page with the second step answered.
async fn answered(status: u16, body: &str) -> Page {
    answer(status, body);
    let page = Page::open("#/walkthrough/write-and-read/1").await;
    page.enter("#input-0-0", TOKEN).await;
    page.click(".rail .steps li:nth-child(5) a").await;
    page.click(".step.open .send .primary").await;
    until("the answer", || !page.text(".wire .status").is_empty()).await;
    page
}

/// Returns the lines of the tree without their numbers.
fn lines(page: &Page) -> Vec<String> {
    let text = |(i, row): (usize, &web_sys::Element)| {
        let text = row.text_content().unwrap_or_default();
        let line = text.strip_prefix(&(i + 1).to_string()).unwrap_or(&text);
        line.trim_start_matches(['▾', '▸', ' ']).to_owned()
    };
    page.all(".tree .row")
        .iter()
        .enumerate()
        .map(text)
        .collect()
}

#[wasm_bindgen_test]
async fn the_arrow_keys_go_through_the_tabs_and_take_the_focus_along() {
    let page = Page::open("#/walkthrough/write-and-read/2").await;
    let tab = |n: usize| format!(".wire .tablist button:nth-child({n})");
    assert!(page.text(".wire .code").starts_with("curl"));
    page.find(&tab(1))
        .unchecked_into::<web_sys::HtmlElement>()
        .focus()
        .expect("it takes the focus");
    page.press(&tab(1), "ArrowRight").await;
    until("the focus on the second tab", || page.has_focus(&tab(2))).await;
    assert_eq!(
        page.find(&tab(2)).get_attribute("aria-selected").as_deref(),
        Some("true")
    );
    assert_eq!(
        page.find(&tab(1)).get_attribute("tabindex").as_deref(),
        Some("-1")
    );
    assert!(page.text(".wire .code").contains("import "));
}

#[wasm_bindgen_test]
async fn an_answer_is_a_tree_of_its_own_lines() {
    let page = answered(200, ANSWER).await;
    assert_eq!(page.text(".wire .status b"), "200 OK");
    let lines = lines(&page);
    assert_eq!(lines.len(), 8, "{lines:?}");
    assert_eq!(lines[0], "{");
    assert!(
        lines[1].starts_with("\"dtable_name\": \"Practice\","),
        "{lines:?}"
    );
    assert_eq!(lines[4], "1.0,");
}

#[wasm_bindgen_test]
async fn the_tree_folds_by_mouse_and_unfolds_by_keyboard() {
    let page = answered(200, ANSWER).await;
    page.click(".tree .row:nth-child(4) .fold-mark").await;
    assert_eq!(lines(&page)[3], "\"list\": [2 items]");
    assert_eq!(lines(&page).len(), 5);
    for key in ["Home", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowRight"] {
        page.press(".tree", key).await;
    }
    assert_eq!(lines(&page).len(), 8);
    page.press(".tree", "Home").await;
    page.press(".tree", "ArrowLeft").await;
    assert_eq!(lines(&page), ["{3 members}"]);
}

#[wasm_bindgen_test]
async fn markup_in_an_answer_is_shown_as_text() {
    let body = "<h1 id=\"theirs\">502 Bad Gateway</h1><img src=\"x\">";
    let page = answered(502, body).await;
    assert_eq!(page.text(".wire .raw"), body);
    assert_eq!(page.all("#theirs, .wire img").len(), 0);
    assert!(page.text(".outcome.bad").starts_with("502"));
}

#[wasm_bindgen_test]
async fn copy_takes_the_code_without_the_token_and_says_so() {
    let copied = clipboard();
    let page = answered(200, ANSWER).await;
    page.click(".wire > .tabs > button").await;
    until("the word on the button", || {
        page.text(".wire > .tabs > button") == "Copied"
    })
    .await;
    assert_eq!(page.text(".live"), "Copied");
    let text = copied.get(0).as_string().unwrap();
    assert_eq!(text.trim(), page.text(".wire .code").trim());
    assert!(!text.contains(TOKEN));
}

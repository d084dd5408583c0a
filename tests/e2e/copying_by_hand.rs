//! Copying where the browser keeps the clipboard from the page.

use super::answers::{answered, json_answer};
use super::stage::Stage;
use fantoccini::key::Key;
use serde_json::json;

/// The body of a response, with ends of lines that no text area keeps.
const BODY: &str = "{\"rows\":[{\"_id\":\"A\",\r\n\"Name\":\"Zoe\"}]}";

/// As over plain http. What is copied all the same is noted, after all others have said what they copy.
pub(crate) const NO_CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });\
    const data = DataTransfer.prototype.setData;\
    DataTransfer.prototype.setData = function (type, text) { window.copied = text; return data.call(this, type, text); };";

/// As in a frame that may not.
const REFUSED: &str = "Object.defineProperty(navigator, 'clipboard', { configurable: true, value:\
    { writeText: () => Promise.reject(new DOMException('not allowed', 'NotAllowedError')) } });";

/// As with a browser that allows nothing.
pub(crate) const NO_COMMAND: &str = "document.execCommand = () => false; window.copied = null;";

impl Stage {
    async fn noted(&self) -> String {
        let copied = self.run("return window.copied;", Vec::new()).await;
        copied.as_str().unwrap_or_default().to_owned()
    }

    /// Presses the button of the status line, and waits for what it says.
    async fn copy_all(&self, words: &str) {
        let button = self.find(".step.open .status button").await;
        self.click(&button).await;
        self.shows(".step.open .status button", words).await;
    }
}

#[tokio::test]
async fn a_page_without_clipboard_copies_all_the_same_and_leaves_the_selection() {
    let (stage, _) = answered(json_answer(BODY)).await;
    stage.run(NO_CLIPBOARD, Vec::new()).await;
    // What is selected in the response is not what the button copies.
    stage.select_all(".step.open .tree").await;
    let selected = "return String(getSelection());";
    let before = stage.run(selected, Vec::new()).await;
    stage.copy_all("Copied").await;
    assert_eq!(stage.noted().await, BODY);
    stage.run(REFUSED, Vec::new()).await;
    for (button, text) in [
        (".step.open .tabs > button", "curl"),
        (".step.open .place button:last-of-type", ""),
    ] {
        stage.run("window.copied = null;", Vec::new()).await;
        let pressed = stage.find(button).await;
        stage.click(&pressed).await;
        stage.shows(button, "Copied").await;
        let copied = stage.run("return window.copied;", Vec::new()).await;
        assert!(
            copied
                .as_str()
                .is_some_and(|copied| copied.starts_with(text)),
            "{copied}"
        );
    }
    assert_eq!(stage.run(selected, Vec::new()).await, before);
    assert_eq!(stage.text("#by-hand").await, "");
    // It is in the clipboard, and not only in the event: a field takes it.
    let field = "const field = document.body.appendChild(document.createElement('textarea')); field.id = 'taker'; field.focus();";
    stage.copy_all("Copied").await;
    stage.run(field, Vec::new()).await;
    stage.keys(&format!("{}v", Key::Control)).await;
    let pasted = "return document.getElementById('taker').value;";
    assert_eq!(
        stage.run(pasted, Vec::new()).await,
        json!(BODY.replace("\r\n", "\n"))
    );
    stage.leave().await;
}

#[tokio::test]
async fn what_no_way_copies_is_shown_selected_until_it_is_closed() {
    let (stage, _) = answered(json_answer(BODY)).await;
    stage.run(NO_CLIPBOARD, Vec::new()).await;
    stage.run(NO_COMMAND, Vec::new()).await;
    stage.copy_all("Not copied").await;
    stage.shows(".step.open .status .by-hand", "Ctrl+C").await;
    let why = stage.text("#by-hand-why").await;
    assert!(
        why.starts_with("The browser doesn't let this page use the clipboard"),
        "{why}"
    );
    let shown = "const area = document.activeElement;\
        return [area.id, area.readOnly, area.value.slice(area.selectionStart, area.selectionEnd)];";
    let expected = json!(["by-hand", true, BODY.replace("\r\n", "\n")]);
    assert_eq!(stage.run(shown, Vec::new()).await, expected);
    // It outlasts the word on the button, and what is copied is the text as it came.
    stage.shows(".step.open .status button", "Copy all").await;
    stage.keys(&format!("{}c", Key::Control)).await;
    stage.shows(".live", "Copied").await;
    assert_eq!(stage.noted().await, BODY);
    // Another one takes its place.
    let code = stage.find(".step.open .tabs > button").await;
    stage.click(&code).await;
    stage.shows(".step.open .tabs .by-hand", "Ctrl+C").await;
    assert_eq!(
        stage
            .run(
                "return document.querySelectorAll('.by-hand').length;",
                Vec::new()
            )
            .await,
        1
    );
    stage.key(Key::Escape).await;
    let closed = "return [document.querySelectorAll('.by-hand').length, document.activeElement.parentElement.className];";
    assert_eq!(stage.run(closed, Vec::new()).await, json!([0, "tabs"]));
    stage.copy_all("Not copied").await;
    stage.press("Close").await;
    assert_eq!(stage.run(closed, Vec::new()).await, json!([0, "status"]));
    // It goes with its step.
    stage.copy_all("Not copied").await;
    stage.run("location.hash = '#/';", Vec::new()).await;
    stage.shows("main", "Update one row").await;
    let none = "return document.querySelectorAll('.by-hand').length;";
    assert_eq!(stage.run(none, Vec::new()).await, 0);
    stage.strike_http().await;
}

//! Home and the page of a walkthrough, up to the press of Send.

use super::stage::{Page, TOKEN, answer, hang, sent, until};
use seatable_playground::walkthroughs::CONTENTS;
use wasm_bindgen_test::wasm_bindgen_test;

const WALKTHROUGH: &str = "#/walkthrough/write-and-read";

#[wasm_bindgen_test]
async fn home_leads_to_every_walkthrough() {
    let page = Page::open("#/").await;
    let links = page.all("main .cards a");
    let links: Vec<_> = links
        .iter()
        .filter_map(|link| link.get_attribute("href"))
        .collect();
    let expected: Vec<_> = CONTENTS
        .iter()
        .map(|walkthrough| format!("#/walkthrough/{}", walkthrough.id))
        .collect();
    assert_eq!(links, expected);
    page.click("main .cards a").await;
    assert_eq!(page.text("#heading"), CONTENTS[0].title);
}

#[wasm_bindgen_test]
async fn a_walkthrough_opens_at_the_step_in_the_address_and_sends_nothing() {
    answer(200, "{}");
    let page = Page::open(&format!("{WALKTHROUGH}/3")).await;
    assert_eq!(page.all(".step.open").len(), 1);
    let outline = &CONTENTS[0];
    let third = outline.numbers.iter().position(|number| *number == "3");
    let third = third.expect("a third step");
    assert_eq!(page.text(".step.open h2"), outline.steps[third]);
    assert_eq!(sent().await.len(), 0);
}

#[wasm_bindgen_test]
async fn a_step_that_waits_names_the_step_it_needs_and_send_leads_there() {
    answer(200, "{}");
    let page = Page::open(&format!("{WALKTHROUGH}/2")).await;
    assert_eq!(page.text(".step.open .verdict"), "needs step 1");
    let link = page.find(".step.open .needs a").get_attribute("href");
    assert_eq!(link, Some(format!("{WALKTHROUGH}/1")));
    page.click(".step.open .send .primary").await;
    until("the focus on the link", || {
        page.has_focus(".step.open .needs a")
    })
    .await;
    assert_eq!(sent().await.len(), 0);
}

#[wasm_bindgen_test]
async fn a_fault_is_told_at_its_field_and_the_first_one_has_the_focus() {
    let page = Page::open(&format!("{WALKTHROUGH}/4")).await;
    assert_eq!(page.all(".step.open [aria-invalid=true]").len(), 0);
    page.enter(".step.open textarea", "{\"rows\": ").await;
    assert!(
        page.text(".step.open .fault.broken")
            .starts_with("This isn't valid JSON yet: line 1")
    );
    assert_eq!(
        page.find(".step.open textarea")
            .get_attribute("aria-invalid")
            .as_deref(),
        Some("true")
    );
    page.click(".step.open .send .primary").await;
    let faulty = ".step.open [aria-invalid=true]";
    until("the focus on the first fault", || page.has_focus(faulty)).await;
}

#[wasm_bindgen_test]
async fn json_that_is_nearly_json_is_repaired_at_a_press() {
    let page = Page::open(&format!("{WALKTHROUGH}/4")).await;
    let typed = "[{\"Name\": \"John\",}]";
    page.enter(".step.open textarea", typed).await;
    page.click(".step.open .fault.broken button").await;
    let value = js_sys::Reflect::get(&page.find(".step.open textarea"), &"value".into());
    assert_eq!(value.unwrap(), "[{\"Name\": \"John\"}]");
    assert_eq!(page.all(".step.open .fault.broken").len(), 0);
}

#[wasm_bindgen_test]
async fn what_was_typed_is_there_when_the_person_comes_back() {
    let page = Page::open(&format!("{WALKTHROUGH}/1")).await;
    page.enter("#input-0-0", TOKEN).await;
    page.click(".rail .steps li:nth-child(5) a").await;
    page.enter("#field-4-0", "5h").await;
    page.click(".rail .steps li:nth-child(1) a").await;
    let value = |css: &str| js_sys::Reflect::get(&page.find(css), &"value".into());
    assert_eq!(value("#input-0-0").unwrap(), TOKEN);
    page.click(".rail .steps li:nth-child(5) a").await;
    assert_eq!(value("#field-4-0").unwrap(), "5h");
}

#[wasm_bindgen_test]
async fn a_wrong_token_is_told_while_it_is_typed() {
    let page = Page::open(&format!("{WALKTHROUGH}/1")).await;
    page.enter("#input-0-0", "fake token").await;
    assert!(
        page.text(".step.open .fault")
            .contains("a space or a line break")
    );
    page.enter("#input-0-0", TOKEN).await;
    assert_eq!(page.text(".step.open .fault"), "");
}

#[wasm_bindgen_test]
async fn cancel_stops_the_request_and_send_comes_back() {
    hang();
    let page = Page::open(&format!("{WALKTHROUGH}/1")).await;
    page.enter("#input-0-0", TOKEN).await;
    page.click(".rail .steps li:nth-child(5) a").await;
    page.click(".step.open .send .primary").await;
    assert_eq!(page.text(".step.open .verdict"), "sending …");
    page.click(".step.open .send .cancel").await;
    until("the outcome", || {
        page.text(".step.open .verdict") == "stopped"
    })
    .await;
    assert!(page.text(".step.open .send .primary").starts_with("Send"));
    assert_eq!(sent().await.len(), 1);
}

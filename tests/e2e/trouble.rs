//! What goes wrong: wrong tokens, steps out of order, a server that is not there.

use super::stage::{PATIENCE, Stage};
use practice::http::{Fault, Options, StandIn};
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

const WALKTHROUGH: &str = "#/walkthrough/write-and-read";
const WRONG_TOKEN: &str = "fake0000fake0000fake0000fake0000fake0000";

#[tokio::test]
async fn a_wrong_token_is_explained_and_stays_in_its_field() {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.enter("API-Token", WRONG_TOKEN).await;
    stage.press("Next:").await;
    stage.press("Send").await;
    stage.shows(".step.open .verdict", "403").await;
    stage
        .shows(".step.open .outcome", "doesn't accept this API-Token")
        .await;
    stage
        .shows(".step.open .outcome", "Permission denied.")
        .await;
    let to_token = stage.find(".step.open .needs a").await;
    stage.click(&to_token).await;
    stage.shows(".step.open .number", "1").await;
    let field = stage.find(".step.open input[type=text]").await;
    assert_eq!(
        field.prop("value").await.unwrap().as_deref(),
        Some(WRONG_TOKEN)
    );
    // What was said of that token goes with it.
    stage.press("Fill in the practice token").await;
    stage.press("Next:").await;
    stage.shows(".step.open .number", "2").await;
    stage.gone(".step.open .outcome").await;
    stage.gone(".step.open .status").await;
    stage.leave().await;
}

#[tokio::test]
async fn a_form_that_was_changed_since_says_so_beside_what_became_of_the_request() {
    let stage = Stage::set().await;
    stage.open_with_practice(&format!("{WALKTHROUGH}/1")).await;
    stage.press("Fill in the practice token").await;
    stage.press("Next:").await;
    stage.press("Send").await;
    stage.shows(".step.open .went", "200").await;
    let changed = "return document.querySelector('.step.open .went').innerText.includes('You have changed the form since.');";
    assert_eq!(stage.run(changed, vec![]).await, false);
    stage
        .run(
            "document.querySelector('.step.open .optional').open = true;",
            vec![],
        )
        .await;
    stage.enter("exp", "1h").await;
    stage
        .shows(".step.open .went", "You have changed the form since.")
        .await;
    stage.press("Send again").await;
    stage
        .gone_from(".step.open .went", "You have changed the form since.")
        .await;
    stage.leave().await;
}

#[tokio::test]
async fn a_step_out_of_order_sends_nothing_and_leads_to_the_one_it_needs() {
    let stage = Stage::set().await;
    stage.open_with_practice(&format!("{WALKTHROUGH}/4")).await;
    stage.shows(".step.open .number", "4").await;
    stage.shows(".step.open .needs", "step 2").await;
    stage.press("Send").await;
    stage.find(".step.open .needs a:focus").await;
    stage.shows(".step.open .needs", "step 2").await;
    assert_eq!(stage.sent().len(), 0);
    stage
        .find(".step.open .needs a")
        .await
        .click()
        .await
        .unwrap();
    stage.shows(".step.open .number", "2").await;
    stage.strike_http().await;
}

#[tokio::test]
async fn a_server_that_is_not_there_is_named_and_nothing_typed_is_lost() {
    let stage = Stage::set().await;
    // A port of this machine that nobody listens on.
    let free = std::net::TcpListener::bind(("127.0.0.1", 0))
        .unwrap()
        .local_addr()
        .unwrap();
    stage
        .open(&format!("{WALKTHROUGH}?server=http://{free}"))
        .await;
    stage.press("Use this server").await;
    stage.enter("API-Token", WRONG_TOKEN).await;
    stage.press("Next:").await;
    stage.press("Send").await;
    stage
        .shows(".step.open .outcome", "The browser gives no reason")
        .await;
    stage.shows(".step.open .outcome", &free.to_string()).await;
    stage.leave().await;
}

#[tokio::test]
async fn a_text_that_is_no_token_is_refused_at_its_field() {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.enter("API-Token", "not a token").await;
    stage
        .shows(".step.open .fault:not(:empty)", "space or a line break")
        .await;
    assert_eq!(stage.sent().len(), 0);
    stage.strike_http().await;
}

/// A practice server that answers late, and a page with the first request's step open and ready.
async fn slow() -> Stage {
    let latency = Duration::from_secs(2);
    let stage = Stage::set_with(Options {
        latency,
        ..Options::default()
    })
    .await;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.press("Fill in the practice token").await;
    stage.press("Next:").await;
    stage
}

#[tokio::test]
async fn a_request_can_be_cancelled_and_its_late_answer_changes_nothing() {
    let stage = slow().await;
    stage.press("Send").await;
    stage.press("Cancel").await;
    stage.shows(".step.open .verdict", "stopped").await;
    stage
        .shows(".step.open .outcome", "You stopped the request.")
        .await;
    tokio::time::sleep(Duration::from_secs(3)).await;
    stage.shows(".step.open .verdict", "stopped").await;
    stage.shows(".step.open .send", "Send").await;
    stage.stopped.store(1, Ordering::Relaxed);
    stage.strike_http().await;
}

#[tokio::test]
async fn send_pressed_again_while_its_request_goes_sends_and_cancels_nothing() {
    let stage = slow().await;
    stage.press("Send").await;
    stage.find(".send .cancel").await;
    stage.press("Send").await;
    stage.shows(".step.open .verdict", "200").await;
    assert_eq!(stage.sent().len(), 1);
    stage.strike_http().await;
}

#[tokio::test]
async fn leaving_a_step_stops_its_request() {
    let stage = slow().await;
    stage.press("Send").await;
    stage.find(".send .cancel").await;
    stage.press("Look at the structure").await;
    stage.shows(".step.open .number", "3").await;
    stage.press("Get a Base-Token").await;
    stage.shows(".step.open .verdict", "stopped").await;
    stage
        .shows(
            ".step.open .outcome",
            "You left while the request was under way",
        )
        .await;
    let told = stage.text(".step.open .outcome").await;
    assert!(!told.contains("You stopped"), "{told}");
    stage.stopped.store(1, Ordering::Relaxed);
    stage.strike_http().await;
}

/// Sends the first request into a fault of the server.
async fn into(fault: &str) -> Stage {
    let fault = Fault::parse(&format!("{fault}:/api/v2.1/dtable/app-access-token/")).unwrap();
    let stage = Stage::set_with(Options {
        faults: vec![fault],
        ..Options::default()
    })
    .await;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.press("Fill in the practice token").await;
    stage.press("Next:").await;
    stage.press("Send").await;
    stage
}

#[tokio::test]
async fn an_html_error_page_is_shown_as_its_source() {
    let stage = into("502").await;
    stage.shows(".step.open .outcome", "502 Bad Gateway").await;
    stage.shows(".step.open .raw", "<html>").await;
    stage.leave().await;
}

#[tokio::test]
async fn every_way_to_lose_an_answer_has_its_own_words() {
    for (fault, words) in [
        ("drop", "The browser gives no reason"),
        ("cut", "broke off"),
        ("redirect", "doesn't follow"),
    ] {
        let stage = into(fault).await;
        stage.shows(".step.open .outcome", words).await;
        stage.leave().await;
    }
}

#[tokio::test]
async fn broken_json_is_shown_up_to_the_fault_and_its_place_is_named() {
    let stage = into("json").await;
    stage
        .shows(".step.open .wire", "This isn't complete JSON: line")
        .await;
    stage.shows(".step.open .tree", "{").await;
    stage.leave().await;
}

#[tokio::test]
async fn a_success_without_its_token_is_not_done_and_says_what_is_missing() {
    let stage = into("json").await;
    stage.shows(".step.open .outcome", "access_token").await;
    let told = stage.text(".step.open").await;
    assert!(!told.contains("That worked."), "{told}");
    assert!(!told.contains("Next:"), "{told}");
    let ticks = "return document.querySelectorAll('.rail .steps li.done').length";
    assert_eq!(stage.run(ticks, vec![]).await, 1, "the token alone");
    stage.leave().await;
}

impl Stage {
    /// Waits until an element no longer shows some words.
    async fn gone_from(&self, css: &str, words: &str) {
        let began = Instant::now();
        while self.text(css).await.contains(words) {
            assert!(began.elapsed() < PATIENCE, "{css} still shows “{words}”");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

#[tokio::test]
async fn a_write_that_was_cut_may_have_happened_twice_and_a_look_is_offered() {
    for (fault, words) in [
        ("drop", "more than once"),
        (
            "redirect",
            "a redirect came back. The server may have carried it out",
        ),
    ] {
        let fault = Fault::parse(&format!("{fault}:/api-gateway/api/v2/dtables/*/rows/")).unwrap();
        let faults = vec![fault];
        let stage = Stage::set_with(Options {
            faults,
            ..Options::default()
        })
        .await;
        stage.open_with_practice(WALKTHROUGH).await;
        stage.press("Fill in the practice token").await;
        stage.go(2, "").await;
        stage.go(3, "").await;
        stage.next(4).await;
        stage.press("Send").await;
        stage.shows(".step.open .outcome", words).await;
        // The connection was used before: after the cut, Chromium has sent the same once more.
        let count = stage.bodies("POST").len();
        assert_eq!(count, if words == "more than once" { 2 } else { 1 });
        let again = "Send again, may write twice";
        stage.shows(".step.open .send", again).await;
        // Another request can't be the second one; the same one can, also after a look.
        let draft = stage.text(".step.open .code").await;
        stage.enter("table_name", "Other").await;
        stage.gone_from(".step.open .send", again).await;
        stage.press("Restore the default").await;
        assert_eq!(stage.text(".step.open .code").await, draft);
        stage.shows(".step.open .send", again).await;
        stage.press("Look there: step 5").await;
        stage.shows(".step.open .number", "5").await;
        stage.press("Write a row").await;
        stage.shows(".step.open .send", again).await;
        stage.leave().await;
    }
}

#[tokio::test]
async fn an_error_page_in_another_encoding_is_read_and_its_bytes_stay() {
    let wide: Vec<u8> = "Dienst gestört"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    for (content_type, body, words) in [
        (
            "text/html; charset=gbk",
            b"<h1>\xcd\xf8\xb9\xd8</h1>".to_vec(),
            "<h1>网关</h1>",
        ),
        (
            "text/plain; charset=iso-8859-1",
            b"Dienst gest\xf6rt".to_vec(),
            "Dienst gestört",
        ),
        (
            "text/plain",
            [b"\xff\xfe".to_vec(), wide].concat(),
            "Dienst gestört",
        ),
    ] {
        let size = body.len();
        let mut page = StandIn::new("/api/v2.1/dtable/app-access-token/", content_type, body);
        page.status = 502;
        let options = Options::default();
        options.stand_ins.lock().unwrap().push(page);
        let stage = Stage::set_with(options).await;
        stage.open_with_practice(WALKTHROUGH).await;
        stage.press("Fill in the practice token").await;
        stage.press("Next:").await;
        stage.press("Send").await;
        stage.shows(".step.open .raw", words).await;
        stage
            .shows(".step.open .status", &format!("{size} B"))
            .await;
        if content_type.starts_with("text/plain") {
            stage.shows(".step.open .outcome q", words).await;
        }
        stage.leave().await;
    }
}

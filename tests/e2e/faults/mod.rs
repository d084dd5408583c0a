//! What can stand between a page and its server: for each fault what the page says, what it offers, and that nothing is lost.

mod cases;
mod server;

use super::stage::{PATIENCE, Stage};
use cases::{Arrives, CASES, Case};
use serde_json::json;
use server::Server;
use std::time::{Duration, Instant};

const WALKTHROUGH: &str = "#/walkthrough/write-and-read";

/// The request of step 2, which all cases send.
const PATH: &str = "/api/v2.1/dtable/app-access-token/";

/// A token that no server takes.
const WRONG_TOKEN: &str = "fake0000fake0000fake0000fake0000fake0000";

/// The verdicts that are shown, in their order: in the dialog where that is open.
const VERDICTS: &str = "const place = document.querySelector('dialog[open]') ?? document.querySelector('.step.open');\
    return [...place.querySelectorAll('[data-verdict]')].map(e => e.dataset.verdict).join(' ');";

/// Has the page forget which server it used.
const FORGET: &str = "if (location.protocol.startsWith('http')) sessionStorage.clear();";

/// Does some of the cases, one after the other in one browser.
pub(crate) async fn go_through(stage: &Stage, is_one: impl Fn(&Case) -> bool) {
    let mut count = 0;
    for case in CASES.iter().filter(|case| is_one(case)) {
        let began = Instant::now();
        go(stage, case).await;
        count += 1;
        println!("{:>6} ms  {}", began.elapsed().as_millis(), case.name);
    }
    assert!(count > 0);
}

async fn go(stage: &Stage, case: &Case) {
    let server = Server::start(case.wrong).await;
    let token = match &server.practice {
        Some(practice) if !case.has_wrong_token => practice.credentials().api_token,
        _ => WRONG_TOKEN.to_owned(),
    };
    send(stage, &server.origin, &token).await;
    case.shows(stage, ".step.open", case.step).await;
    if case.is_checked_by_hand {
        stage.find(".lock").await.click().await.unwrap();
        stage.press("Check the connection").await;
    }
    case.comes(stage, VERDICTS, case.verdicts).await;
    if let Some((remedy, words)) = case.remedy {
        let words = words
            .replace("PAGE", &stage.site)
            .replace("SERVER", &server.origin);
        let text =
            format!("return document.querySelector('[data-remedy={remedy}]')?.textContent ?? '';");
        let text = stage.run(&text, vec![]).await;
        let text = text.as_str().unwrap();
        assert!(
            text.contains(&words),
            "{case:?}: “{words}” is not in: {text}"
        );
    }
    let close = "document.querySelector('dialog[open]')?.close(); location.hash = arguments[0];";
    stage
        .run(close, vec![json!(format!("{WALKTHROUGH}/1"))])
        .await;
    let kept = "return document.querySelector('.step.open input[type=text]')?.value ?? '';";
    case.comes(stage, kept, &token).await;

    if let Some(practice) = &server.practice {
        let sent = practice.received().into_iter();
        let sent = sent.filter(|it| it.request.method != "OPTIONS" && it.request.path == PATH);
        let count = sent.count();
        let is_right = match case.arrives {
            Arrives::Never => count == 0,
            Arrives::Once => count == 1,
            // When a connection that it used before is cut, Chromium sends a request again by itself, and Firefox up to ten times.
            Arrives::AndIsCut => (1..=10).contains(&count),
        };
        assert!(is_right, "{case:?}: {count} requests arrived");
        practice.mend();
    }
    let good = match &server.practice {
        Some(practice) if practice.url() == server.origin => practice,
        _ => &stage.practice,
    };
    if good.url() == server.origin && !case.has_wrong_token {
        stage
            .run(
                "location.hash = arguments[0];",
                vec![json!(format!("{WALKTHROUGH}/2"))],
            )
            .await;
        stage.press("Send").await;
    } else {
        send(stage, &good.url(), &good.credentials().api_token).await;
    }
    case.shows(stage, ".step.open .went", "That worked.").await;
}

/// Opens the page afresh with a server, enters a token, and sends the first request.
async fn send(stage: &Stage, server: &str, token: &str) {
    stage.run(FORGET, vec![]).await;
    stage.client.goto("about:blank").await.unwrap();
    stage
        .open(&format!("{WALKTHROUGH}/1?server={server}"))
        .await;
    stage.press("Use this server").await;
    stage.enter("API-Token", token).await;
    stage.press("Next:").await;
    stage.press("Send").await;
}

impl Case {
    /// Waits until a script returns this text.
    async fn comes(&self, stage: &Stage, script: &str, expected: &str) {
        self.until(stage, script, |seen| seen == expected).await;
    }

    /// Waits until an element shows these words.
    async fn shows(&self, stage: &Stage, css: &str, words: &str) {
        let script = format!("return document.querySelector('{css}')?.innerText ?? '';");
        self.until(stage, &script, |seen| seen.contains(words))
            .await;
    }

    async fn until(&self, stage: &Stage, script: &str, is_there: impl Fn(&str) -> bool) {
        let began = Instant::now();
        loop {
            let seen = stage.run(script, vec![]).await;
            let seen = seen.as_str().unwrap_or_default();
            if is_there(seen) {
                return;
            }
            assert!(began.elapsed() < PATIENCE, "{self:?}: but “{seen}”");
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }
}

#[tokio::test]
async fn each_reason_not_to_let_the_page_read_is_named() {
    let stage = Stage::set().await;
    go_through(&stage, |case| case.is_about_cors).await;
    stage.leave().await;
}

#[tokio::test]
async fn each_reason_why_no_response_comes_is_named() {
    let stage = Stage::set().await;
    go_through(&stage, |case| {
        !case.is_about_cors && !case.is_checked_by_hand
    })
    .await;
    stage.leave().await;
}

#[tokio::test]
async fn each_response_that_is_none_of_the_server_is_named() {
    let stage = Stage::set().await;
    go_through(&stage, |case| {
        !case.is_about_cors && case.is_checked_by_hand
    })
    .await;
    stage.leave().await;
}

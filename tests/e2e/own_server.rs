//! An own server whose nginx lets another page in than this one, and what the page tells its admin.

use super::all_walkthroughs;
use super::nginx::{Nginx, SHIPPED};
use super::stage::Stage;
use playground_core::words::connection::nginx;

const STEP: &str = "#/walkthrough/write-and-read/1";

/// Puts an nginx with these lines in its `server` block in front of the practice server. `None` if there is no nginx.
async fn put_in_front(stage: &mut Stage, lines: &str) -> Option<Nginx> {
    let nginx = Nginx::start(lines, stage.practice.address()).await?;
    stage.server = nginx.origin.clone();
    Some(nginx)
}

/// Sends the first request, which fails, and returns the verdict, with the lines that the page tells the admin.
async fn told(stage: &Stage) -> (String, String) {
    let token = stage.practice.credentials().api_token;
    stage.open(&format!("{STEP}?server={}", stage.server)).await;
    stage.press("Use this server").await;
    stage.enter("API-Token", &token).await;
    stage.press("Next:").await;
    stage.press("Send").await;
    stage.find("[data-verdict]").await;
    let verdict = "return [...document.querySelectorAll('[data-verdict]')].map(e => e.dataset.verdict).join(' ');";
    let verdict = stage.run(verdict, vec![]).await;
    let lines = stage.text("[data-remedy=nginx] pre").await;
    (verdict.as_str().unwrap().to_owned(), lines)
}

#[tokio::test]
async fn the_lines_that_the_page_tells_open_the_server_for_all_walkthroughs() {
    let mut stage = Stage::set().await;
    let Some(shipped) = put_in_front(&mut stage, SHIPPED).await else {
        return stage.close().await;
    };
    let (verdict, lines) = told(&stage).await;
    assert_eq!(verdict, "cors-missing");
    assert_eq!(lines.trim(), nginx::lines(&stage.site).trim());
    // The preflight was refused, so nothing but the pings of the check has reached the server.
    let sent = stage.sent();
    assert!(sent.iter().all(|it| it.request.path == "/api2/ping/"));
    drop(shipped);

    // The admin puts them in the place of SeaTable's.
    let _mended = put_in_front(&mut stage, &lines).await.unwrap();
    let fresh = "sessionStorage.clear(); location.reload();";
    stage.run(fresh, vec![]).await;
    stage.open_with_practice("#/").await;
    all_walkthroughs::to_the_end(&stage).await;
    stage.leave().await;
}

#[tokio::test]
async fn lines_beside_those_of_seatable_double_the_header_and_are_told() {
    let mut stage = Stage::set().await;
    let both = format!("{SHIPPED}{}", nginx::lines(&stage.site));
    let Some(_nginx) = put_in_front(&mut stage, &both).await else {
        return stage.close().await;
    };
    assert_eq!(told(&stage).await.0, "cors-missing");
    stage.leave().await;
}

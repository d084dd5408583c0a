//! The reference: its lists, its addresses, and the page of an operation.

use super::stage::{PATIENCE, Stage};
use serde_json::Value;
use std::time::{Duration, Instant};

const HASH: &str = "return location.hash";
const TITLE: &str = "return document.title";

#[tokio::test]
async fn an_address_leads_to_its_page_and_sends_nothing() {
    let stage = Stage::set().await;
    for (hash, heading, leads_to) in [
        ("#/reference", "Reference", "#/reference"),
        ("#/reference/base", "Base", "#/reference/base"),
        (
            "#/reference/base/listRows",
            "List rows",
            "#/reference/base/listRows",
        ),
        (
            "#/reference/enforcetwofactor-1",
            "Require two-factor authentication for a user",
            "#/reference/team-admin/enforceTwofactor",
        ),
        (
            "#/reference/add-row?body.table_name=Table1",
            "Add rows",
            "#/reference/base/appendRows?from=add-row&body.table_name=Table1",
        ),
        (
            "#/reference/nothing-of-it",
            "Not in the reference",
            "#/reference/nothing-of-it",
        ),
        (
            "#/reference/base/nothing",
            "Not in the reference",
            "#/reference/base/nothing",
        ),
    ] {
        stage.open(hash).await;
        stage.shows("#heading", heading).await;
        assert_eq!(stage.run(HASH, vec![]).await, leads_to);
        let title = stage.run(TITLE, vec![]).await;
        let title = title.as_str().unwrap_or_default();
        assert_eq!(title, format!("{heading} · SeaTable API Playground"));
        stage.fits().await;
    }
    assert!(stage.sent().is_empty());
    stage.strike(&[]).await;
}

#[tokio::test]
async fn the_lists_lead_to_an_operation_and_a_reader_is_told() {
    let stage = Stage::set().await;
    stage.open("#/reference").await;
    stage
        .shows(".area:nth-of-type(2) h2", "54 operations")
        .await;
    let links = "return document.querySelectorAll('.operations a').length";
    assert_eq!(stage.run(links, vec![]).await, 381);
    let open = "document.querySelector('.area h2 a[href=\"#/reference/base\"]').click()";
    stage.run(open, vec![]).await;
    stage.shows("#heading", "Base").await;
    let open = "document.querySelector('.operations a[href$=\"/querySQL\"]').click()";
    stage.run(open, vec![]).await;
    stage.shows(".says", "SELECT").await;
    let focused = stage.run("return document.activeElement.id", vec![]).await;
    assert_eq!(focused, "heading");
    stage.shows(".about", "step").await;
    stage.strike(&[]).await;
}

#[tokio::test]
async fn an_operation_says_what_it_needs_and_is_sent() {
    let stage = Stage::set().await;
    stage
        .open_with_practice("#/reference/authentication/getBaseTokenWithApiToken")
        .await;
    stage.shows(".says", "Base-Token").await;
    stage.send().await;
    stage.shows(".wire .status", "200").await;
    let sent = stage.sent();
    assert_eq!(sent.len(), 1);
    assert_eq!(sent[0].request.path, "/api/v2.1/dtable/app-access-token/");
    // The next operation has the token already: it is of the same kind.
    stage
        .run("location.hash = '#/reference/file/getUploadLink'", vec![])
        .await;
    stage.shows(".operation .masked", "••••").await;
    stage.strike_http().await;
}

#[tokio::test]
async fn what_the_chosen_server_refuses_is_told_before() {
    let stage = Stage::set().await;
    stage.open("#/reference/system-admin/deleteUser").await;
    stage.shows(".operation .warning", "SeaTable Cloud").await;
    stage.open("#/reference/base/autoLinkTask").await;
    stage.shows(".fields .needs", "no browser sends").await;
    assert_eq!(stage.text(".operation .send").await, "");
    stage.open("#/reference/team-admin/listBases").await;
    stage.shows(".facts", "admins of the team").await;
    let warnings = "return document.querySelectorAll('.operation .warning').length";
    assert_eq!(stage.run(warnings, vec![]).await, 0);
    stage.strike(&[]).await;
}

#[tokio::test]
async fn a_step_leads_to_its_operation_and_back() {
    let stage = Stage::set().await;
    stage.open("#/walkthrough/write-and-read/5").await;
    stage.press("A sample response, and more").await;
    stage.shows("#heading", "List rows").await;
    let back = "const link = document.querySelector('.about a[href=\"#/walkthrough/write-and-read/5\"]');\
        link?.click(); return Boolean(link)";
    stage.find(".about a[href*=walkthrough]").await;
    assert_eq!(stage.run(back, vec![]).await, Value::Bool(true));
    stage.shows("#heading", "Write data").await;
    stage.strike(&[]).await;
}

#[tokio::test]
async fn the_home_page_leads_to_it() {
    let stage = Stage::set().await;
    stage.open("#/").await;
    stage.press_in_main("See all operations").await;
    stage.shows("#heading", "Reference").await;
    assert_eq!(stage.run(HASH, vec![]).await, "#/reference");
    stage.strike(&[]).await;
}

/// Waits until the page is scrolled down this far.
async fn is_down(stage: &Stage, goal: f64) {
    let began = Instant::now();
    loop {
        let down = stage.run("return scrollY", vec![]).await;
        if (down.as_f64().unwrap() - goal).abs() < 2.0 {
            return;
        }
        assert!(began.elapsed() < PATIENCE, "{down}, not {goal}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test]
async fn back_leads_to_where_a_list_was_left_and_a_link_to_the_top() {
    let open = "document.querySelector('.operations a[href$=\"/deleteRow\"]').click()";
    let stage = Stage::set().await;
    stage.open("#/reference/base").await;
    stage.find(".operations").await;
    stage.run("scrollTo(0, 1500)", vec![]).await;
    stage.run(open, vec![]).await;
    stage.shows("#heading", "Delete rows").await;
    is_down(&stage, 0.0).await;
    stage.client.back().await.unwrap();
    stage.shows("#heading", "Base").await;
    is_down(&stage, 1500.0).await;
    stage.client.forward().await.unwrap();
    stage.shows("#heading", "Delete rows").await;
    is_down(&stage, 0.0).await;
    // What was unfolded still is.
    let all = "location.hash = '#/reference'";
    stage.run(all, vec![]).await;
    stage.shows("#heading", "Reference").await;
    let unfold = "[...document.querySelectorAll('.groups summary')].find(e => e.innerText.startsWith('Rows')).click()";
    stage.run(unfold, vec![]).await;
    stage.run(open, vec![]).await;
    stage.shows("#heading", "Delete rows").await;
    stage.client.back().await.unwrap();
    stage.shows(".groups details[open]", "Rows").await;
    let list = "location.hash = '#/reference/base'";
    stage.run(list, vec![]).await;
    stage.shows("#heading", "Base").await;
    is_down(&stage, 0.0).await;
    stage.strike(&[]).await;
}

//! What is said of a request that did not leave, and of one that did: each reason has words of its own.

use super::browser::devtools;
use super::stage::Stage;
use practice::http::{Fault, Options};
use serde_json::json;
use std::time::Duration;

const LOGIN: &str = "#/walkthrough/write-and-read/1a";
const UPLOAD: &str = "#/walkthrough/upload-a-file/6";

/// A practice server whose login drops the connection after it has read the request.
async fn dropping(latency: Duration) -> Stage {
    let fault = Fault::parse("drop:/api2/auth-token/").unwrap();
    let stage = Stage::set_with(Options {
        faults: vec![fault],
        latency,
        ..Options::default()
    })
    .await;
    stage
        .open_with_practice("#/walkthrough/write-and-read/1")
        .await;
    stage.tick("Log in for an API-Token").await;
    stage.press("Fill in the practice login").await;
    stage
        .run("location.hash = arguments[0]", vec![json!(LOGIN)])
        .await;
    stage.shows(".step.open .number", "1a").await;
    stage
}

#[tokio::test]
async fn what_else_violates_the_policy_is_not_taken_for_a_refused_request() {
    let stage = dropping(Duration::from_millis(1500)).await;
    stage.press("Send").await;
    stage.find(".send .cancel").await;
    // As an extension does; and an image from elsewhere.
    let violate = "document.body.setAttribute('style', 'color: red'); \
        document.body.append(Object.assign(new Image(), { src: 'https://elsewhere.invalid/a.png' })); \
        fetch('https://elsewhere.invalid/').catch(() => {});";
    stage.run(violate, vec![]).await;
    stage
        .shows(".step.open .outcome", "The browser gives no reason")
        .await;
    let told = stage.text(".step.open .outcome").await;
    assert!(!told.contains("Nothing was sent"), "{told}");
    // Chromium may have sent it more than once, which does no harm: a login gives the token that there is.
    assert!(told.contains("isn't known whether"), "{told}");
    assert!(!stage.sent().is_empty());
    stage.leave().await;
}

#[tokio::test]
async fn an_upload_that_went_to_its_last_byte_was_sent_and_is_not_sent_twice_unasked() {
    let fault = Fault::parse("hang:/seafhttp/").unwrap();
    let stage = Stage::set_with(Options {
        faults: vec![fault],
        ..Options::default()
    })
    .await;
    stage.open_with_practice(UPLOAD).await;
    for (label, text) in [
        ("upload_link", "abc"),
        ("parent_dir", "/asset"),
        ("relative_path", "files"),
    ] {
        stage.enter(label, text).await;
    }
    let path = stage.file("large.bin", vec![0; 1_200_000]);
    let field = stage.find(".step.open input[type=file]").await;
    field.send_keys(path.to_str().unwrap()).await.unwrap();
    stage.shows(".step.open .drop", "large.bin").await;
    // The first time the part of the page that counts what has gone may not be there yet.
    stage.send().await;
    stage.find(".send .cancel").await;
    stage.press("Cancel").await;
    stage.shows(".step.open .send", "may write twice").await;
    stage.send().await;
    stage.shows(".step.open .send", "Everything is sent").await;
    stage.press("Cancel").await;
    stage
        .shows(
            ".step.open .fate",
            "The request was sent to its last byte. The server may have carried it out",
        )
        .await;
    stage
        .shows(".step.open .send", "Send again, may write twice")
        .await;
    assert_eq!(uploads(&stage), 2);
    stage.leave().await;
}

#[tokio::test]
async fn a_permission_that_the_page_does_not_need_is_no_reason() {
    // The page comes from this machine itself, so that the browser lets it reach the server whatever the setting.
    let stage = dropping(Duration::ZERO).await;
    for name in ["local-network-access", "loopback-network"] {
        let denied =
            json!({ "permission": { "name": name }, "setting": "denied", "origin": stage.site });
        devtools::tell(&stage.client, "Browser.setPermission", denied).await;
    }
    stage.press("Send").await;
    stage
        .shows(".step.open .outcome", "The browser gives no reason")
        .await;
    stage.find("[data-verdict=well]").await;
    let told = stage.text(".step.open .outcome").await;
    assert!(!told.contains("Nothing was sent"), "{told}");
    assert!(!stage.sent().is_empty());
    stage.leave().await;
}

/// How many uploads have reached the server.
fn uploads(stage: &Stage) -> usize {
    let sent = stage.sent();
    let is_upload = |path: &str| path.contains("upload-api");
    sent.iter().filter(|it| is_upload(&it.request.path)).count()
}

#[tokio::test]
async fn a_file_that_changed_on_the_disk_is_not_sent_and_can_be_chosen_again() {
    let stage = Stage::set().await;
    stage.open_with_practice(UPLOAD).await;
    for (label, text) in [
        ("upload_link", "abc"),
        ("parent_dir", "/asset"),
        ("relative_path", "files"),
    ] {
        stage.enter(label, text).await;
    }
    let path = stage.file("notes.txt", "one");
    let choose = async || {
        let field = stage.find(".step.open input[type=file]").await;
        field.send_keys(path.to_str().unwrap()).await.unwrap();
        stage.shows(".step.open .drop", "notes.txt").await;
    };
    choose().await;

    std::fs::write(&path, "another text").unwrap();
    stage.send().await;
    stage
        .shows(".step.open .outcome", "can't read “notes.txt” any more")
        .await;
    stage
        .shows(".step.open .outcome", "Nothing was sent.")
        .await;
    let told = stage.text(".step.open .outcome").await;
    assert!(!told.contains("may have"), "{told}");
    assert_eq!(uploads(&stage), 0);

    // The same file again: now the browser has the new one.
    choose().await;
    stage.send().await;
    stage.shows(".step.open .verdict", "403").await;
    assert_eq!(uploads(&stage), 1);
    let sent = stage.sent();
    let body = String::from_utf8_lossy(&sent[sent.len() - 1].request.body).into_owned();
    assert!(body.contains("another text"), "{body}");

    std::fs::rename(&path, path.with_file_name("other.txt")).unwrap();
    stage.send().await;
    stage
        .shows(".step.open .outcome", "Nothing was sent.")
        .await;
    assert_eq!(uploads(&stage), 1);
    stage.leave().await;
}

#[tokio::test]
async fn a_dropped_folder_is_refused_at_its_field() {
    let stage = Stage::set().await;
    stage.open_with_practice(UPLOAD).await;
    stage.find(".step.open .drop").await;
    let place = "const e = document.querySelector('.step.open .drop'); e.scrollIntoView({ block: 'center' }); \
        const r = e.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2];";
    let place = stage.run(place, vec![]).await;
    let path = stage.folder();
    let data = json!({ "items": [], "files": [path.to_str().unwrap()], "dragOperationsMask": 1 });
    for kind in ["dragEnter", "dragOver", "drop"] {
        let event = json!({ "type": kind, "x": place[0], "y": place[1], "data": data });
        devtools::tell(&stage.client, "Input.dispatchDragEvent", event).await;
    }
    stage.shows(".step.open .drop .fault", "is a folder").await;
    stage.leave().await;
}

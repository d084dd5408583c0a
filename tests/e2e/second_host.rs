//! Upload links to another host than the server's: refused with the reason, and followed once a person has allowed that host.

use super::promises::FETCH;
use super::stage::{Stage, practice_server};
use fantoccini::Locator;
use practice::http::{Handle, Options, StandIn};
use serde_json::json;

const WALKTHROUGH: &str = "#/walkthrough/upload-a-file";
const LINK: &str = "/api/v2.1/dtable/app-upload-link/";
const EXCHANGE: &str = "/api/v2.1/dtable/app-access-token/";

/// A server that gives links to files on another one.
async fn with_files_at(origin: &str) -> Stage {
    let link = json!({
        "upload_link": format!("{origin}/seafhttp/upload-api/fake-0000"), "parent_path": "/asset/x",
        "file_relative_path": "files/2026-11", "img_relative_path": "images/2026-11",
    });
    let options = Options::default();
    let answer = StandIn::new(LINK, "application/json", link.to_string());
    options.stand_ins.lock().unwrap().push(answer);
    Stage::set_with(options).await
}

/// A file server on another port.
async fn files() -> Handle {
    let options = Options::default();
    let stored = r#"[{"name": "notes.txt", "id": "0000", "size": 5}]"#;
    let answer = StandIn::new("/seafhttp/", "application/json", stored);
    options.stand_ins.lock().unwrap().push(answer);
    practice_server(options).await
}

impl Stage {
    /// Asks the server for its practice token, and for a link to upload by.
    async fn ask_for_a_link(&self) {
        self.press("Fill in the practice token").await;
        self.open(&format!("{WALKTHROUGH}/5")).await;
        self.shows(".step.open .number", "5").await;
        self.send().await;
    }

    /// Returns what the second host got, without preflights.
    fn got(other: &Handle) -> Vec<practice::Request> {
        let all = other.received().into_iter().map(|it| it.request);
        all.filter(|request| request.method != "OPTIONS").collect()
    }
}

#[tokio::test]
async fn an_upload_link_to_another_host_is_told_where_it_comes() {
    let stage = with_files_at("https://files.example.com").await;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.ask_for_a_link().await;
    for words in [
        "leads to files.example.com",
        "curl",
        "Allow uploads to files.example.com (reloads the page)",
    ] {
        stage.shows(".step.open .outcome", words).await;
    }
    let told = stage.text(".step.open .outcome").await;
    assert!(!told.contains("That worked."), "{told}");
    // The same is said of a link that is pasted.
    stage.open(&format!("{WALKTHROUGH}/6")).await;
    stage.shows(".step.open .number", "6").await;
    stage
        .enter(
            "upload_link",
            "https://third.example.com/seafhttp/upload-api/abc",
        )
        .await;
    stage.send().await;
    stage
        .shows(
            ".step.open .fault:not(:empty)",
            "leads to third.example.com",
        )
        .await;
    stage
        .shows(".step.open .offer", "Allow uploads to third.example.com")
        .await;
    assert_eq!(stage.sent().len(), 1);
    stage.leave().await;
}

#[tokio::test]
async fn a_second_host_that_was_allowed_gets_uploads_and_nothing_else() {
    let other = files().await;
    let third = practice_server(Options::default()).await;
    let stage = with_files_at(&other.url()).await;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.ask_for_a_link().await;
    stage
        .press(&format!("Allow uploads to {}", other.url()))
        .await;
    let both = format!("{} and {}", stage.practice.url(), other.url());
    stage.shows(".lock", &both).await;
    assert!(!stage.text(".lock").await.contains("Locked"));
    stage.open(&format!("{WALKTHROUGH}/1")).await;
    stage.press("Ask this server").await;
    stage.ask_for_a_link().await;
    stage.shows(".step.open .went", "That worked.").await;
    stage.shows(".lock", "Locked to").await;
    stage.shows(".lock", &both).await;

    stage.next(6).await;
    stage
        .shows(
            ".step.open .send",
            &format!("Goes straight to {}", other.url()),
        )
        .await;
    let path = stage.file("notes.txt", "hello");
    let field = stage.find(".step.open input[type=file]").await;
    field.send_keys(path.to_str().unwrap()).await.unwrap();
    stage.works("notes.txt").await;
    let got = Stage::got(&other);
    assert_eq!(got.len(), 1);
    assert_eq!(got[0].path, "/seafhttp/upload-api/fake-0000");
    assert_eq!(got[0].query, "ret-json=1");
    let is_secret = |name: &str| {
        name.eq_ignore_ascii_case("authorization") || name.eq_ignore_ascii_case("cookie")
    };
    assert!(!got[0].headers.iter().any(|(name, _)| is_secret(name)));
    assert!(
        stage
            .sent()
            .iter()
            .all(|it| !it.request.path.contains("upload-api"))
    );
    let elsewhere = vec![json!(format!("{}/practice-seatable.json", third.url()))];
    let refused = stage.client.execute_async(FETCH, elsewhere).await.unwrap();
    assert!(
        refused.as_str().unwrap().starts_with("refused"),
        "{refused}"
    );
    assert_eq!(third.received().len(), 0);

    // Forgetting takes the permission back.
    stage.press("requests").await;
    stage
        .shows("main", other.address().to_string().as_str())
        .await;
    stage.press("Forget everything").await;
    // The reload ends the lock, and leads to where the person is.
    stage.gone(".lock.engaged").await;
    stage.shows("#heading", "Requests sent").await;
    stage.find(".lock").await;
    let lock = stage.text(".lock").await;
    assert!(
        !lock.contains(&other.url()) && lock.contains(&stage.practice.url()),
        "{lock}"
    );
    let kept = stage.run("return sessionStorage.server", vec![]).await;
    assert_eq!(kept, json!(stage.practice.url()));
    stage.leave().await;
}

#[tokio::test]
async fn the_dialog_names_both_hosts_and_takes_the_second_back() {
    let stage = with_files_at("https://files.example.com").await;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.ask_for_a_link().await;
    stage.press("Allow uploads to files.example.com").await;
    stage.shows(".lock", "and https://files.example.com").await;
    let lock = stage.find(".lock").await;
    stage.click(&lock).await;
    stage
        .shows(
            "#server-dialog",
            "Upload links may lead to https://files.example.com too. No token goes there.",
        )
        .await;
    stage
        .press("Stop allowing uploads to files.example.com")
        .await;
    stage.shows(".lock", &stage.practice.url()).await;
    let lock = stage.text(".lock").await;
    assert!(!lock.contains("files.example.com"), "{lock}");
    stage.leave().await;
}

#[tokio::test]
async fn a_gateway_on_another_host_gets_no_token_and_can_be_chosen() {
    let token = json!({
        "access_token": "fake", "dtable_uuid": "650d8a0d-7e27-46a8-8b18-6cc6f3db2057", "dtable_name": "Shop", "workspace_id": 7,
        "dtable_server": "https://table.example.com/api-gateway/",
    });
    let options = Options::default();
    let answer = StandIn::new(EXCHANGE, "application/json", token.to_string());
    options.stand_ins.lock().unwrap().push(answer);
    let stage = Stage::set_with(options).await;
    stage
        .open_with_practice("#/walkthrough/write-and-read")
        .await;
    stage.press("Fill in the practice token").await;
    stage.press("Next:").await;
    stage.send().await;
    stage
        .shows(
            ".step.open .outcome",
            "SeaTable names https://table.example.com/api-gateway/",
        )
        .await;
    stage
        .press("Use https://table.example.com (reloads the page)")
        .await;
    stage.shows(".lock", "table.example.com").await;
    let gone = stage.client.find(Locator::Css(".lock.engaged")).await;
    assert!(gone.is_err(), "the reload has ended the lock");
    let hash = stage.run("return location.hash", Vec::new()).await;
    assert_eq!(hash, "#/walkthrough/write-and-read/2", "the same page");
    stage.leave().await;
}

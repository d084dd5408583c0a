//! The page that does not start says what failed, and why.

use super::browser::devtools::tell;
use super::browser::{self, log::CONSOLE};
use super::faulty_site::{Fault, FaultySite};
use super::stage::{PATIENCE, Stage};
use fantoccini::Client;
use serde_json::json;
use std::path::Path;
use std::time::{Duration, Instant};

/// What of the splash can be seen.
const SEEN: &str = "const seen = element => element && getComputedStyle(element).visibility !== 'hidden' && element.offsetHeight > 0; \
    return ['.loading', '#stuck'].map(css => document.querySelector(css)).filter(seen).map(element => element.innerText).join('\\n');";

/// Waits until the page says this and no longer that it loads.
async fn says(client: &Client, words: &[&str], case: &str) {
    let began = Instant::now();
    let mut seen = String::new();
    while began.elapsed() < PATIENCE {
        let told = client.execute(SEEN, Vec::new()).await.unwrap();
        told.as_str().unwrap_or_default().clone_into(&mut seen);
        if words.iter().all(|words| seen.contains(words)) && !seen.contains("Loading.") {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("{case}: the page does not say {words:?} but “{seen}”");
}

#[tokio::test]
async fn what_keeps_the_page_from_starting_is_named() {
    use Fault::{Missing, Silent, Typed, WebPage};
    let client = browser::open_impatient(&[CONSOLE]).await;
    let boot = script("boot-");
    let cases: [(&str, Fault, &[&str]); 12] = [
        (boot, Missing, &["boot.js, hasn't run"]),
        (boot, WebPage, &["boot.js, hasn't run"]),
        (boot, Typed("text/plain"), &["boot.js, hasn't run"]),
        (boot, Silent, &["boot.js, hasn't run"]),
        (".css", Missing, &["404", ".css"]),
        (".css", WebPage, &["a web page in place of page-"]),
        // A sheet that is not the one that was built.
        (
            ".css",
            Typed("text/css"),
            &["page-", "was changed on its way"],
        ),
        (".css", Silent, &["page-", "hasn't arrived"]),
        ("_bg.wasm", Missing, &["404", "_bg.wasm"]),
        ("_bg.wasm", WebPage, &["a web page in place of seatable"]),
        (
            "_bg.wasm",
            Typed("application/wasm"),
            &["_bg.wasm is incomplete"],
        ),
        ("_bg.wasm", Silent, &["_bg.wasm hasn't arrived"]),
    ];
    for (end, fault, words) in cases {
        let site = FaultySite::serve(end, fault).await;
        client.goto(&site.origin).await.unwrap();
        says(&client, words, &format!("{end}, {fault:?}")).await;
    }
    client.close().await.unwrap();
}

#[tokio::test]
async fn a_fault_of_the_script_with_a_hash_is_named() {
    use Fault::{Missing, Silent, Typed, WebPage};
    let client = browser::open_impatient(&[CONSOLE]).await;
    let name = script("seatable-playground-");
    let cases: [(Fault, &str); 4] = [
        (Missing, "The server responds with 404"),
        (WebPage, "a web page in place of"),
        (Typed("text/plain"), "as text/plain"),
        (Silent, "hasn't arrived"),
    ];
    for (fault, words) in cases {
        let site = FaultySite::serve(name, fault).await;
        client.goto(&site.origin).await.unwrap();
        says(&client, &[name, words], &format!("{fault:?}")).await;
    }
    client.close().await.unwrap();
}

/// Returns the name of the page's script that begins like this.
fn script(begin: &str) -> &'static str {
    let page = std::env::var("PLAYGROUND_DIST").expect("PLAYGROUND_DIST is set");
    let names = std::fs::read_dir(Path::new(&page)).expect("the page is built");
    let mut names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let found = names.find(|name| name.starts_with(begin) && name.ends_with(".js"));
    found.expect("the page has the script").leak()
}

#[tokio::test]
async fn a_page_from_disk_and_one_that_is_blocked_say_so() {
    let client = browser::open_impatient(&[CONSOLE]).await;
    let page = std::env::var("PLAYGROUND_DIST").expect("PLAYGROUND_DIST is set");
    client
        .goto(&format!("file://{page}/index.html"))
        .await
        .unwrap();
    says(&client, &["opened from disk", "cargo xtask serve"], "file").await;

    let site = FaultySite::serve("nothing", Fault::Missing).await;
    tell(&client, "Network.enable", json!({})).await;
    for (pattern, words) in [
        ("*_bg.wasm", "can't be fetched"),
        ("*boot-*.js", "hasn't run"),
    ] {
        tell(
            &client,
            "Network.setBlockedURLs",
            json!({ "urls": [pattern] }),
        )
        .await;
        client.goto(&site.origin).await.unwrap();
        says(&client, &[words], pattern).await;
    }
    tell(&client, "Network.setBlockedURLs", json!({ "urls": [] })).await;
    let cases = [
        ("delete window.WebAssembly;", "WebAssembly is switched off"),
        (
            "WebAssembly.validate = () => false;",
            "This browser is too old",
        ),
    ];
    for (source, words) in cases {
        let method = "Page.addScriptToEvaluateOnNewDocument";
        let told = tell(&client, method, json!({ "source": source })).await;
        client.goto(&site.origin).await.unwrap();
        says(&client, &[words], source).await;
        let method = "Page.removeScriptToEvaluateOnNewDocument";
        tell(&client, method, json!({ "identifier": told["identifier"] })).await;
    }
    client.close().await.unwrap();
}

#[tokio::test]
async fn a_page_that_breaks_says_so_and_keeps_what_was_typed() {
    let stage = Stage::set().await;
    stage
        .open_with_practice("#/walkthrough/write-and-read")
        .await;
    stage.enter("API-Token", "fake").await;
    for event in ["error", "unhandledrejection"] {
        stage
            .run("document.getElementById('crashed').hidden = true;", vec![])
            .await;
        let script = "const error = new WebAssembly.RuntimeError('unreachable'); \
            const event = new Event(arguments[0]); event.error = error; event.reason = error; dispatchEvent(event);";
        stage.run(script, vec![json!(event)]).await;
        stage
            .shows("#crashed", "Something in this page broke.")
            .await;
    }
    let field = stage.find(".step.open input[type=text]").await;
    assert_eq!(field.prop("value").await.unwrap().as_deref(), Some("fake"));
    stage.leave().await;
}

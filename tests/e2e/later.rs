//! The parts of the page that are fetched later.

use super::stage::Stage;
use practice::cors::Cors;
use practice::http::Options;
use serde_json::json;

const WALKTHROUGH: &str = "#/walkthrough/write-and-read";

/// Cuts the network off from the parts alone.
const CUT_OFF: &str = "const fetch = window.fetch; window.cutOff = true; \
    window.fetch = (what, ...rest) => window.cutOff && String(what).includes('/parts/') \
        ? Promise.reject(new TypeError('no network')) : fetch(what, ...rest);";

const RESTORE: &str = "window.cutOff = false;";

/// How many parts have been fetched, besides those that are what the address names.
const FETCHED: &str = "return performance.getEntriesByType('resource').filter(e => /\\/parts\\/(?!ground|home|walkthrough)/.test(e.name)).length;";

/// Cuts the network off from the part that checks the connection.
const NO_CHECK: &str = "const fetch = window.fetch; window.fetch = (what, ...rest) => \
    String(what).includes('/parts/connection') ? Promise.reject(new TypeError('no network')) : fetch(what, ...rest);";

/// Opens the walkthrough at the practice server, as after a reload, and runs this before a part is fetched.
async fn before_parts(script: &str) -> Stage {
    before_parts_with(script, Options::default()).await
}

/// The same, with a practice server that behaves in its own way.
async fn before_parts_with(script: &str, options: Options) -> Stage {
    let stage = Stage::set_with(options).await;
    stage.open(WALKTHROUGH).await;
    let keep = "sessionStorage.setItem(arguments[0], arguments[1]);";
    let server = vec![json!("server"), json!(stage.practice.url())];
    stage.run(keep, server).await;
    stage.client.refresh().await.unwrap();
    stage.open(WALKTHROUGH).await;
    stage.run(script, Vec::new()).await;
    assert_eq!(stage.run(FETCHED, Vec::new()).await, 0);
    let token = stage.practice.credentials().api_token;
    stage.enter("API-Token", &token).await;
    stage
}

/// Opens the first request of the walkthrough, with no part fetched and none to be had.
async fn cut_off() -> Stage {
    let stage = before_parts(CUT_OFF).await;
    stage.press("Next:").await;
    stage.shows(".step.open .code", "curl").await;
    stage
}

#[tokio::test]
async fn a_failure_is_told_in_words_where_the_connection_cannot_be_checked() {
    let options = Options {
        cors: Cors::None,
        ..Options::default()
    };
    let stage = before_parts_with(NO_CHECK, options).await;
    stage.press("Next:").await;
    stage.press("Send").await;
    stage.shows(".step.open .outcome", "(CORS)").await;
    let outcome = stage.text(".step.open .outcome").await;
    assert!(outcome.contains("cannot be reached"), "{outcome}");
    assert_eq!(stage.sent().len(), 0, "only the preflight came");
    stage.leave().await;
}

#[tokio::test]
async fn a_response_waits_for_the_part_that_shows_it() {
    let stage = cut_off().await;
    stage.press("Send").await;
    stage
        .shows(".step.open .wire .later", "The response is here, but")
        .await;
    assert_eq!(stage.sent().len(), 1);

    stage.run(RESTORE, Vec::new()).await;
    stage.shows(".step.open .went", "That worked.").await;
    stage.shows(".step.open .tree", "dtable_uuid").await;
    // It was not sent again for that.
    assert_eq!(stage.sent().len(), 1);
    stage.leave().await;
}

#[tokio::test]
async fn a_response_that_cannot_be_shown_can_be_given_up() {
    let stage = cut_off().await;
    stage.press("Send").await;
    stage
        .shows(".step.open .wire .later", "The response is here, but")
        .await;
    stage.press("Cancel").await;
    stage.shows(".step.open .send", "Send").await;
    stage
        .shows(".step.open .wire", "The response appears here.")
        .await;
    stage.run(RESTORE, Vec::new()).await;
    stage.press("Send").await;
    stage.shows(".step.open .tree", "dtable_uuid").await;
    assert_eq!(stage.sent().len(), 2);
    stage.leave().await;
}

#[tokio::test]
async fn a_view_that_does_not_come_can_be_asked_for_again() {
    let stage = cut_off().await;
    stage.press("Send").await;
    stage.find(".step.open .wire .later").await;
    stage.run("location.hash = '#/requests';", Vec::new()).await;
    stage.shows("main .later", "could not be loaded").await;
    stage.press("Try again").await;
    stage.shows("main .later", "could not be loaded").await;
    stage.run(RESTORE, Vec::new()).await;
    stage.press("Try again").await;
    stage.shows("main .ledger", "app-access-token").await;
    stage.leave().await;
}

/// Has every part come never at all.
const HANG: &str = "const fetch = window.fetch; window.fetch = (what, ...rest) => \
    String(what).includes('/parts/') ? new Promise(() => {}) : fetch(what, ...rest);";

/// Has the host answer as after an update: no old part is there, and the page names another module.
const UPDATED: &str = "const fetch = window.fetch; window.fetch = async (what, ...rest) => { \
    if (String(what).includes('/parts/')) return new Response('gone', { status: 404 }); \
    if (String(what.url ?? what) !== location.pathname) return fetch(what, ...rest); \
    return new Response('<script src=\"./boot.js\" data-wasm=\"./newer_bg.wasm\">'); };";

#[tokio::test]
async fn a_part_that_never_ends_can_be_cancelled() {
    let stage = before_parts(HANG).await;
    stage.press("Next:").await;
    stage.press("Send").await;
    stage
        .shows(".step.open form .warning", "the response can't be shown")
        .await;
    stage.press("Cancel").await;
    stage.shows(".step.open .send", "Send").await;
    stage.leave().await;
}

#[tokio::test]
async fn a_newer_version_is_told_and_a_reload_keeps_what_was_typed() {
    let stage = before_parts(UPDATED).await;
    stage.tick("Log in for an API-Token").await;
    stage.enter("Login name", "me@example.com").await;
    stage.tick("Enter your API-Token").await;
    stage.press("Next:").await;
    stage.press("Send").await;
    stage
        .shows(
            ".step.open form .newer",
            "There is a newer version of this page",
        )
        .await;
    stage.press("Reload and keep what I typed").await;
    stage.shows(".step.open .send", "Send").await;
    stage.open(&format!("{WALKTHROUGH}/1")).await;
    let user = stage.control("Login name").await;
    let kept = user.prop("value").await.unwrap();
    assert_eq!(kept.as_deref(), Some("me@example.com"));
    let token = stage.control("API-Token").await.prop("value").await;
    assert_eq!(token.unwrap().as_deref(), Some(""));
    let stored = stage
        .run("return JSON.stringify(sessionStorage)", Vec::new())
        .await;
    assert!(!stored.as_str().unwrap().contains("me@example.com"));
    stage.leave().await;
}

#[tokio::test]
async fn another_language_is_fetched_when_it_is_chosen() {
    let stage = cut_off().await;
    stage.press_in_main("Python").await;
    stage
        .shows(".step.open .wire .later", "could not be loaded")
        .await;
    // Nothing is there to be copied.
    assert!(!stage.text(".step.open .tabs").await.contains("Copy"));
    stage.press("curl").await;
    stage.shows(".step.open .code", "curl").await;
    stage.press_in_main("Python").await;
    stage.run(RESTORE, Vec::new()).await;
    // The line above the steps waits for a part too.
    let again = stage.find(".step.open .wire .later button").await;
    stage.click(&again).await;
    stage.shows(".step.open .code", "import requests").await;
    stage.shows(".step.open .tabs", "Copy").await;
    stage.press("JavaScript").await;
    stage.shows(".step.open .code", "await fetch(").await;
    stage.leave().await;
}

/// Has the part with the form of a row never come.
const NO_EDITORS: &str = "const fetch = window.fetch; window.fetch = (what, ...rest) => \
    String(what).includes('/parts/editors') ? new Promise(() => {}) : fetch(what, ...rest);";

#[tokio::test]
async fn a_row_is_sent_though_the_part_with_its_form_never_comes() {
    let stage = before_parts(NO_EDITORS).await;
    stage.go(2, "").await;
    stage.go(3, "").await;
    stage.next(4).await;
    // That the part has not come is said when it is, and takes room: nothing is held to stand still meanwhile.
    stage.send().await;
    stage.shows(".step.open .went", "That worked.").await;
    stage
        .shows(".step.open .outcome", "Your row is in “Table1”")
        .await;
    assert_eq!(stage.sent().len(), 3);
    stage.leave().await;
}

/// Each kind of page, with something that it shows. What a link opens comes in one module, and there is one for each kind.
const KINDS: [(&str, &str, &str); 3] = [
    ("home", "#/", ".cards"),
    ("step", WALKTHROUGH, ".step.open"),
    (
        "operation",
        "#/reference/base/listRows",
        "form.fields .send",
    ),
];

#[tokio::test]
async fn whichever_page_a_link_opens_the_others_follow() {
    let modules = "return performance.getEntriesByType('resource').map(e => e.name)\
        .filter(name => name.endsWith('_bg.wasm') && !name.includes('/practice/')).map(name => name.split('-').at(-2));";
    for (kind, hash, shown) in KINDS {
        let stage = Stage::set().await;
        stage.open(hash).await;
        stage.find(shown).await;
        for (_, hash, shown) in KINDS {
            stage
                .run("location.hash = arguments[0];", vec![json!(hash)])
                .await;
            stage.find(shown).await;
        }
        assert_eq!(stage.run(modules, Vec::new()).await, json!([kind]));
        // Neither what came in the module nor what `boot.js` asked for is fetched again.
        let twice = "const names = performance.getEntriesByType('resource').map(e => e.name).filter(name => name.includes('/parts/'));\
            return names.filter((name, i) => names.indexOf(name) < i);";
        assert_eq!(stage.run(twice, Vec::new()).await, json!([]));
        stage.leave().await;
    }
}

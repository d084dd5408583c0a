//! The promises of the first page, each tried.

use super::stage::{Stage, practice_server};
use super::write_and_read::to_the_end;
use practice::http::Options;
use serde_json::json;

const WALKTHROUGH: &str = "#/walkthrough/write-and-read";

/// Fetches an address from inside the page and says how that went.
pub(crate) const FETCH: &str = "const done = arguments[1]; \
    fetch(arguments[0]).then(r => done('answer ' + r.status), e => done('refused: ' + e));";

#[tokio::test]
async fn a_link_with_a_server_does_nothing_by_itself() {
    let stage = Stage::set().await;
    stage
        .open(&format!("{WALKTHROUGH}?server={}", stage.practice.url()))
        .await;
    let host = stage.practice.address().to_string();
    stage.shows(".proposal", &host).await;
    stage.shows(".lock", "cloud.seatable.io").await;
    assert_eq!(stage.practice.received().len(), 0);
    stage.press("Not this one").await;
    stage.shows(".lock", "cloud.seatable.io").await;
    assert_eq!(stage.practice.received().len(), 0);
    stage.strike(&[]).await;
}

#[tokio::test]
async fn the_browser_itself_refuses_every_other_server_once_the_page_is_locked() {
    let stage = Stage::set().await;
    let other = practice_server(Options::default()).await;
    let elsewhere = json!(format!("{}/practice-seatable.json", other.url()));
    stage.open(WALKTHROUGH).await;
    let before = stage
        .client
        .execute_async(FETCH, vec![elsewhere.clone()])
        .await
        .unwrap();
    assert_eq!(
        before, "answer 200",
        "before the lock the other server can be reached"
    );

    stage.open_with_practice(WALKTHROUGH).await;
    stage.shows(".lock", "Locked to").await;
    let received = other.received().len();
    let after = stage
        .client
        .execute_async(FETCH, vec![elsewhere])
        .await
        .unwrap();
    assert!(after.as_str().unwrap().starts_with("refused"), "{after}");
    assert_eq!(other.received().len(), received, "nothing left the browser");
    let own = json!(format!("{}/practice-seatable.json", stage.practice.url()));
    assert_eq!(
        stage.client.execute_async(FETCH, vec![own]).await.unwrap(),
        "answer 200"
    );
    stage.leave().await;
}

#[tokio::test]
async fn no_token_is_stored_or_shown_anywhere() {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    let api_token = stage.practice.credentials().api_token;
    to_the_end(&stage).await;
    let base_token = stage
        .sent()
        .last()
        .unwrap()
        .request
        .headers
        .iter()
        .find_map(|(name, value)| {
            (name.eq_ignore_ascii_case("authorization"))
                .then(|| value.trim_start_matches("Bearer ").to_owned())
        })
        .expect("the last step sends the Base-Token");
    let script = "return [JSON.stringify(localStorage), JSON.stringify(sessionStorage), location.href, document.title, \
        JSON.stringify(history.state), document.cookie].join('\\n')";
    for step in 1..=8 {
        stage.open(&format!("{WALKTHROUGH}/{step}")).await;
        let kept = stage.run(script, vec![]).await;
        let code = stage.text(".step.open .code").await;
        for token in [&api_token, &base_token] {
            assert!(!kept.as_str().unwrap().contains(token.as_str()));
            assert!(
                !code.contains(token.as_str()),
                "the code of step {step} has a token in it"
            );
        }
        if step > 4 {
            assert!(
                code.contains("$SEATABLE_"),
                "the code of step {step} names the token: {code}"
            );
        }
    }
    stage.press("requests").await;
    // The list is in a later part.
    stage
        .shows("main", "/api/v2.1/dtable/app-access-token/")
        .await;
    let ledger = stage.text("main").await;
    assert!(!ledger.contains(&api_token) && !ledger.contains(&base_token));
    stage.leave().await;
}

#[tokio::test]
async fn opening_pages_asks_nobody_but_the_page_s_own_origin() {
    let stage = Stage::set().await;
    for hash in ["#/", WALKTHROUGH, "#/requests", "#/nowhere"] {
        stage.open(hash).await;
    }
    stage.strike(&[]).await;
}

#[tokio::test]
async fn nothing_is_prefetched_from_elsewhere_once_the_page_is_locked() {
    let stage = Stage::set().await;
    let other = practice_server(Options::default()).await;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.shows(".lock", "Locked to").await;
    let prefetch = "const done = arguments[1]; for (const rel of ['prefetch', 'preload', 'modulepreload', 'stylesheet']) \
        document.head.append(Object.assign(document.createElement('link'), { rel, as: 'fetch', href: `${arguments[0]}/${rel}` })); \
        setTimeout(() => done(true), 1500);";
    let to = vec![json!(other.url())];
    stage.client.execute_async(prefetch, to).await.unwrap();
    let paths = other.received().into_iter().map(|it| it.request.path);
    assert_eq!(paths.collect::<Vec<_>>(), Vec::<String>::new());
    // What the page needs itself still works.
    stage.press("Fill in the practice token").await;
    stage.go(2, "").await;
    stage.leave().await;
}

#[tokio::test]
async fn a_narrower_policy_of_the_host_is_not_blamed_on_the_lock() {
    let stage = Stage::set().await;
    stage.open_with_practice(WALKTHROUGH).await;
    stage.press("Fill in the practice token").await;
    stage.press("Next:").await;
    // As a header of the host would: a policy of the page that is not the lock's.
    let narrow = "document.head.append(Object.assign(document.createElement('meta'), \
        { httpEquiv: 'Content-Security-Policy', content: \"connect-src 'self'\" }));";
    stage.run(narrow, vec![]).await;
    let sent = stage.sent().len();
    stage.press("Send").await;
    stage
        .shows(
            ".step.open .outcome",
            "The host of this page does not let it reach",
        )
        .await;
    let told = stage.text(".step.open .outcome").await;
    assert!(!told.contains("lock of this page"), "{told}");
    assert!(told.contains("Nothing was sent."), "{told}");
    assert_eq!(stage.sent().len(), sent);
    stage.leave().await;
}

#[tokio::test]
async fn a_server_is_shown_with_its_scheme_and_choosing_it_sends_nothing_and_locks_nothing() {
    let stage = Stage::set().await;
    let host = stage.practice.address().to_string();
    stage.open(&format!("{WALKTHROUGH}?server={host}")).await;
    stage.shows(".proposal", &format!("http://{host}")).await;
    stage.press("Use this server").await;
    stage.shows(".lock", &format!("http://{host}")).await;
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    assert_eq!(stage.practice.received().len(), 0);
    assert!(!stage.text(".lock").await.contains("Locked"));
    stage.open("#/?server=http://192.168.77.5:8080").await;
    stage.shows(".proposal", "Plain http").await;
    stage.press("Use http://192.168.77.5:8080").await;
    stage.shows(".lock", "http://192.168.77.5:8080").await;
    stage.strike(&[]).await;
}

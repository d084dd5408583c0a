//! The lock, with the browser's own network.

use super::stage::{give_back, own_server};
use playground_core::http::{Failure, Outcome, PreparedRequest};
use seatable_playground::browser::{Sending, lock, send};
use wasm_bindgen_test::wasm_bindgen_test;

async fn get(url: String) -> Outcome {
    let request = PreparedRequest::reading(url);
    send(own_server(), request, Sending::new()).await.outcome
}

#[wasm_bindgen_test]
async fn a_locked_page_reaches_its_own_server_and_is_refused_any_other() {
    give_back();
    lock::watch();
    assert!(lock::engage(&own_server()));
    let outcome = get("https://elsewhere.invalid/".to_owned()).await;
    assert!(
        matches!(outcome, Outcome::Failure(Failure::Locked)),
        "{outcome:?}"
    );
    let Outcome::Answer(answer) = get(format!("{}/boot.js", own_server().origin())).await else {
        panic!("the own server answers");
    };
    assert_eq!(answer.body.bytes(), include_bytes!("../../boot.js"));
}

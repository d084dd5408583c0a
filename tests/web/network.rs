//! What leaves the page, and how what comes back, or does not, is told.

use super::stage::{
    answer, break_after, choose, give_back, hang, own_server, pause, refuse, sent, take_upload,
    until,
};
use playground_core::auth::{Secret, TokenKind};
use playground_core::catalogue::Method;
use playground_core::form::Entry;
use playground_core::http::{
    Body, Exchange, Failure, Header, Outcome, Part, PartContent, PreparedRequest, Server,
};
use seatable_playground::browser::{Progress, Sending, clock, files, send, task, upload};
use serde_json::json;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

fn request(body: Body) -> PreparedRequest {
    PreparedRequest {
        method: Method::Post,
        headers: vec![Header::bearer(TokenKind::Base, Secret::new("fake-token"))],
        body,
        ..PreparedRequest::reading(format!("{}/rows/?convert_keys=true", own_server().origin()))
    }
}

async fn outcome(request: PreparedRequest) -> Outcome {
    send(own_server(), request, Sending::new()).await.outcome
}

async fn failure(request: PreparedRequest) -> Failure {
    match outcome(request).await {
        Outcome::Failure(failure) => failure,
        Outcome::Answer(answer) => panic!("answered with {}", answer.status),
    }
}

#[wasm_bindgen_test]
async fn a_request_leaves_as_it_was_prepared_with_nothing_of_the_browser_s_own() {
    answer(200, "{}");
    let body = "{\"number\": 1.0}";
    let mut prepared = request(Body::Json(body.into()));
    prepared.headers.push(Header {
        name: "Content-Type".into(),
        value: "application/json".into(),
    });
    let url = prepared.url.in_the_clear();
    outcome(prepared).await;
    let expected = json!({
        "method": "POST",
        "url": url,
        "headers": [["authorization", "Bearer fake-token"], ["content-type", "application/json"]],
        "body": body,
        "modes": ["omit", "manual", "no-store", "no-referrer"],
    });
    assert_eq!(sent().await, [expected]);
}

#[wasm_bindgen_test]
async fn an_answer_is_kept_byte_for_byte_whatever_its_status() {
    let body = r#"{"a": 1.0, "a": 1e400, "id": 12345678901234567890"#;
    answer(404, body);
    let Outcome::Answer(answer) = outcome(request(Body::None)).await else {
        panic!("there is an answer");
    };
    assert_eq!(answer.status, 404);
    assert_eq!(answer.header("x-practice"), Some("yes"));
    assert_eq!(answer.body.bytes(), body.as_bytes());
    assert!(answer.body.fault().is_some(), "a brace is missing");
}

#[wasm_bindgen_test]
async fn a_server_that_cannot_be_reached_is_a_failure_without_a_reason() {
    refuse();
    assert_eq!(failure(request(Body::None)).await, Failure::Unreadable);
}

#[wasm_bindgen_test]
async fn an_answer_that_breaks_off_says_after_how_many_bytes() {
    break_after("{\"rows\": [");
    assert_eq!(failure(request(Body::None)).await, Failure::CutOff(10));
}

#[wasm_bindgen_test]
async fn cancelling_ends_a_request_that_nobody_answers() {
    hang();
    let sending = Sending::new();
    let told: Rc<RefCell<Option<Exchange>>> = Rc::default();
    task::spawn({
        let (sending, told) = (sending.clone(), told.clone());
        async move {
            let exchange = send(own_server(), request(Body::None), sending).await;
            told.replace(Some(exchange));
        }
    });
    pause(30).await;
    assert!(told.borrow().is_none(), "it is under way");
    sending.cancel();
    until("the end of the request", || told.borrow().is_some()).await;
    let exchange = told.take().expect("it has ended");
    assert!(matches!(
        exchange.outcome,
        Outcome::Failure(Failure::Cancelled)
    ));
}

#[wasm_bindgen_test]
async fn a_chosen_file_is_sent_with_its_name_and_content() {
    answer(200, "{}");
    let entry = files::chosen(&choose("john.txt", "John Doe")).expect("a file was chosen");
    let Entry::File { handle, name, size } = entry else {
        panic!("what was chosen is a file");
    };
    assert_eq!((name.as_str(), size), ("john.txt", 8));
    let part = Part {
        name: "file".to_owned(),
        content: PartContent::File { handle, name, size },
    };
    outcome(request(Body::Multipart(vec![part]))).await;
    let sent = sent().await;
    let body = sent[0]["body"].as_str().unwrap();
    assert!(
        body.contains("name=\"file\"; filename=\"john.txt\""),
        "{body}"
    );
    assert!(body.contains("\r\n\r\nJohn Doe\r\n"), "{body}");
}

/// How many bytes had gone, and of how many, each time that it was told.
type Counts = Rc<RefCell<Vec<(u64, u64)>>>;

/// Returns a request with a file that takes its time, and a list that its progress goes to.
fn large_upload() -> (PreparedRequest, Sending, Counts) {
    // In the page this comes with what takes responses in.
    upload::install();
    let file = files::chosen(&choose("large.txt", &"x".repeat(2_000_000)));
    let Some(Entry::File { handle, name, size }) = file else {
        panic!("what was chosen is a file");
    };
    let part = Part {
        name: "file".to_owned(),
        content: PartContent::File { handle, name, size },
    };
    let told: Rc<RefCell<Vec<(u64, u64)>>> = Rc::default();
    let sending = Sending::reporting({
        let told = told.clone();
        move |progress| {
            if let Progress::Sent { bytes, of } = progress {
                told.borrow_mut().push((bytes, of));
            }
        }
    });
    (request(Body::Multipart(vec![part])), sending, told)
}

#[wasm_bindgen_test]
async fn a_large_upload_tells_how_far_it_is_and_has_its_answer_read() {
    take_upload(Some("[{\"size\": 1.0}]"));
    let (request, sending, told) = large_upload();
    let exchange = send(own_server(), request, sending).await;
    give_back();
    let answer = exchange.answer().expect("there is an answer");
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("x-practice"), Some("yes"));
    assert_eq!(answer.body.bytes(), b"[{\"size\": 1.0}]");
    assert_eq!(
        told.take(),
        [(1_000_000, 2_000_000), (2_000_000, 2_000_000)]
    );
}

#[wasm_bindgen_test]
async fn cancelling_ends_a_large_upload() {
    take_upload(None);
    let (request, sending, _) = large_upload();
    clock::later(30, {
        let sending = sending.clone();
        move || sending.cancel()
    });
    let exchange = send(own_server(), request, sending).await;
    give_back();
    assert!(matches!(
        exchange.outcome,
        Outcome::Failure(Failure::Cancelled)
    ));
}

#[wasm_bindgen_test]
async fn a_request_whose_file_is_gone_is_not_sent_without_it() {
    answer(200, "{}");
    let part = Part {
        name: "file".to_owned(),
        content: PartContent::File {
            handle: 999,
            name: "gone.txt".to_owned(),
            size: 1,
        },
    };
    failure(request(Body::Multipart(vec![part]))).await;
    assert_eq!(sent().await.len(), 0);
}

#[wasm_bindgen_test]
async fn nothing_meant_for_practice_goes_to_the_network_while_practice_is_not_loaded() {
    answer(200, "{}");
    let exchange = send(Server::practice(), request(Body::None), Sending::new()).await;
    assert!(matches!(
        exchange.outcome,
        Outcome::Failure(Failure::PracticeUnavailable)
    ));
    assert_eq!(sent().await.len(), 0);
}

//! The network: `fetch`, without cookies, referrer, cache or redirects.

use super::body;
use super::indexing::Indexing;
use super::relay;
use super::watch::Watch;
use super::why::Before;
use gloo_net::http::{Request, Response};
use js_sys::{Reflect, Uint8Array};
use playground_core::http::{Answer, Body, Failure, PreparedRequest};
use playground_core::json::Document;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortSignal, ReadableStreamDefaultReader, ReferrerPolicy, RequestCache, RequestCredentials,
    RequestInit, RequestRedirect, ResponseType,
};

/// The longest body that is read, in bytes. The index of one-digit numbers is eight times as long as their text
/// (tests/json_budget.rs), and all of it has to fit into the 4 GB that a page can have.
const LONGEST: u64 = 200_000_000;

/// Sends the request and reads the whole answer.
pub(super) async fn send(
    request: &PreparedRequest,
    signal: Option<&AbortSignal>,
    watch: &Watch,
    before: &Before,
) -> Result<Answer, Failure> {
    // gloo-net's own builder appends an ampersand to an address that has a query, and what is sent
    // must be what was shown: the request is made here and only handed over.
    let request = Request::from(build(request, signal).map_err(|_| Failure::Unsendable)?);
    let Ok(response) = request.send().await else {
        return Err(before.reason().await);
    };
    if response.type_() == ResponseType::Opaqueredirect {
        return Err(Failure::Redirected);
    }
    watch.answered();
    let mut answer = Answer {
        decoded: None,
        status: response.status(),
        headers: response.headers().entries().collect(),
        body: Document::default(),
    };
    let length = answer.header("content-length");
    let mut indexing = Indexing::new(length.and_then(|text| text.parse().ok()));
    let end = read(&response, &answer, &mut indexing, watch).await;
    answer.body = indexing.finish();
    match end {
        Ok(()) => Ok(answer),
        Err(failure) => {
            watch.keep(answer);
            Err(failure)
        }
    }
}

fn build(
    request: &PreparedRequest,
    signal: Option<&AbortSignal>,
) -> Result<web_sys::Request, JsValue> {
    let headers = web_sys::Headers::new()?;
    for (name, value) in wire_headers(request) {
        headers.set(&name, &value)?;
    }
    let init = RequestInit::new();
    init.set_method(request.method.as_str());
    init.set_headers(&headers);
    init.set_credentials(RequestCredentials::Omit);
    init.set_redirect(RequestRedirect::Manual);
    init.set_referrer_policy(ReferrerPolicy::NoReferrer);
    init.set_cache(RequestCache::NoStore);
    init.set_signal(signal);
    match &request.body {
        Body::None => {}
        Body::Json(text) => init.set_body(&JsValue::from_str(&text.in_the_clear())),
        Body::Form(_) => init.set_body(&JsValue::from_str(&request.body.form_in_the_clear())),
        Body::Multipart(parts) => init.set_body(body::form_data(parts)?.as_ref()),
    }
    web_sys::Request::new_with_str_and_init(&relay::way(&request.url.in_the_clear()), &init)
}

/// Returns the headers as they go over the wire, secrets in the clear.
pub(super) fn wire_headers(request: &PreparedRequest) -> Vec<(String, String)> {
    let headers = request.headers.iter();
    headers
        .map(|header| {
            (
                header.name.clone().into_owned(),
                header.value.in_the_clear(),
            )
        })
        .collect()
}

/// Reads the body chunk by chunk, so that the index is ready with the last byte.
async fn read(
    response: &Response,
    answer: &Answer,
    indexing: &mut Indexing,
    watch: &Watch,
) -> Result<(), Failure> {
    let Some(stream) = response.body() else {
        return Ok(());
    };
    let Ok(reader) = stream
        .get_reader()
        .dyn_into::<ReadableStreamDefaultReader>()
    else {
        return Err(Failure::CutOff(0));
    };
    loop {
        let received = indexing.received();
        let chunk = JsFuture::from(reader.read())
            .await
            .map_err(|_| Failure::CutOff(received))?;
        let get = |key: &str| Reflect::get(&chunk, &JsValue::from_str(key));
        if get("done").is_ok_and(|done| done.is_truthy()) {
            return Ok(());
        }
        let Ok(Ok(bytes)) = get("value").map(JsCast::dyn_into::<Uint8Array>) else {
            return Err(Failure::CutOff(received));
        };
        if received + u64::from(bytes.length()) > LONGEST {
            let _ = reader.cancel();
            return Err(Failure::TooLong(received));
        }
        indexing.take(&bytes).await;
        watch.received(answer, indexing);
    }
}

//! Uploads: `XMLHttpRequest`, since `fetch` tells nobody how far a body has gone (whatwg/fetch issue 21).
//!
//! Like `fetch` here it goes without cookies and referrer (the page's policy). It cannot refuse redirects; the lock keeps
//! them on the one server, and an answer that comes from elsewhere is not taken for one.

use super::indexing::Indexing;
use super::watch::{Progress, Watch};
use super::why::Before;
use super::{body, fetch, relay};
use js_sys::{Promise, Uint8Array};
use playground_core::http::{Answer, Body, Failure, Part, PartContent, PreparedRequest};
use playground_core::json::Document;
use std::cell::Cell;
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortSignal, ProgressEvent, Request, XmlHttpRequest, XmlHttpRequestResponseType as ResponseType,
};

/// From which size on, in bytes, it is worth showing how far an upload is. Who listens to that makes the browser ask the
/// server first (a CORS preflight), which a small upload does without.
const LARGE: u64 = 1_000_000;

/// An upload under way.
type Upload<'a> = Pin<Box<dyn Future<Output = Result<Answer, Failure>> + 'a>>;

/// Sends a large request; see [`send`].
pub(super) type Send = for<'a> fn(
    &'a PreparedRequest,
    &'a [Part],
    Option<&'a AbortSignal>,
    &'a Rc<Watch>,
    &'a Before,
) -> Upload<'a>;

thread_local! {
    static SEND: Cell<Option<Send>> = const { Cell::new(None) };
}

/// Has large requests sent so that one sees how far they are. Until then they go as all others do: this comes with what takes
/// responses in, and nobody waits for it.
pub fn install() {
    SEND.set(Some(|request, parts, signal, watch, before| {
        Box::pin(send(request, parts, signal, watch, before))
    }));
}

/// Returns the parts of a request that takes its time, and what sends it.
pub(super) fn large(request: &PreparedRequest) -> Option<(&[Part], Send)> {
    let send = SEND.get()?;
    let Body::Multipart(parts) = &request.body else {
        return None;
    };
    let size = |part: &Part| match &part.content {
        PartContent::File { size, .. } => *size,
        PartContent::Text(_) => 0,
    };
    (parts.iter().map(size).sum::<u64>() >= LARGE).then_some((parts.as_slice(), send))
}

/// Sends the request with these parts and reads the whole answer. Tells how far it has gone.
async fn send(
    request: &PreparedRequest,
    parts: &[Part],
    signal: Option<&AbortSignal>,
    watch: &Rc<Watch>,
    before: &Before,
) -> Result<Answer, Failure> {
    let unsendable = |_: JsValue| Failure::Unsendable;
    let (xhr, address) = open(request).map_err(unsendable)?;
    let form = body::form_data(parts).map_err(unsendable)?;

    let went = Closure::<dyn Fn(ProgressEvent)>::new({
        let watch = watch.clone();
        move |event: ProgressEvent| {
            let is_whole = event.length_computable() && event.loaded() >= event.total();
            watch.uploaded.set(is_whole);
            watch.tell(Progress::Sent {
                bytes: count(event.loaded()),
                of: count(event.total()),
            });
        }
    });
    let upload = xhr.upload().map_err(unsendable)?;
    upload.set_onprogress(Some(went.as_ref().unchecked_ref()));
    let received = Rc::new(Cell::new(0));
    let came = Closure::<dyn Fn(ProgressEvent)>::new({
        let received = received.clone();
        let watch = watch.clone();
        move |event: ProgressEvent| {
            watch.answered();
            received.set(received.get().max(count(event.loaded())));
        }
    });
    xhr.set_onprogress(Some(came.as_ref().unchecked_ref()));
    let stop = Closure::<dyn Fn()>::new({
        let xhr = xhr.clone();
        move || {
            let _ = xhr.abort();
        }
    });
    if let Some(signal) = signal {
        signal.set_onabort(Some(stop.as_ref().unchecked_ref()));
    }
    // However it ends, this event is the last.
    let end = Promise::new(&mut |resolve, _| xhr.set_onloadend(Some(&resolve)));
    xhr.send_with_opt_form_data(Some(&form))
        .map_err(unsendable)?;
    // This promise is never rejected.
    let _ = JsFuture::from(end).await;
    if let Some(signal) = signal {
        signal.set_onabort(None);
    }
    upload.set_onprogress(None);
    xhr.set_onprogress(None);

    match xhr.status() {
        Ok(status @ 1..) if xhr.response_url() == address => Ok(Answer {
            decoded: None,
            status,
            headers: headers(&xhr.get_all_response_headers().unwrap_or_default()),
            body: content(&xhr).await,
        }),
        Ok(1..) => Err(Failure::Redirected),
        _ if received.get() > 0 => Err(Failure::CutOff(received.get())),
        _ => Err(before.reason().await),
    }
}

/// Makes the request, and returns the address as the browser writes it.
fn open(request: &PreparedRequest) -> Result<(XmlHttpRequest, String), JsValue> {
    let xhr = XmlHttpRequest::new()?;
    let address = request.url.in_the_clear();
    let address = relay::way(&address);
    xhr.open_with_async(request.method.as_str(), &address, true)?;
    xhr.set_with_credentials(false);
    xhr.set_response_type(ResponseType::Arraybuffer);
    for (name, value) in fetch::wire_headers(request) {
        xhr.set_request_header(&name, &value)?;
    }
    Ok((xhr, Request::new_with_str(&address)?.url()))
}

/// Reads the headers, one a line.
fn headers(text: &str) -> Vec<(String, String)> {
    let header = |line: &str| {
        let (name, value) = line.split_once(':')?;
        Some((name.to_ascii_lowercase(), value.trim().to_owned()))
    };
    text.lines().filter_map(header).collect()
}

async fn content(xhr: &XmlHttpRequest) -> Document {
    let mut indexing = Indexing::new(None);
    if let Ok(buffer) = xhr.response()
        && buffer.is_object()
    {
        indexing.take(&Uint8Array::new(&buffer)).await;
    }
    indexing.finish()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a count of bytes is a whole number"
)]
fn count(bytes: f64) -> u64 {
    bytes as u64
}

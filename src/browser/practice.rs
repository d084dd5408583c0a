//! The practice SeaTable in the page: a worker of its own, loaded when somebody asks for it.

use super::fetch::wire_headers;
use super::indexing::Indexing;
use super::watch::Watch;
use super::{body, clock};
use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use playground_core::http::{Answer, Body, Failure, PreparedRequest};
use std::cell::{Cell, RefCell};
use std::pin::Pin;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Response, Worker, WorkerOptions, WorkerType};

/// Where the worker's program is, from the page.
const PROGRAM: &str = "./practice/worker.js";

/// How long the program may take to load, in milliseconds.
const PATIENCE: u32 = 30_000;

/// The work of sending a request to the practice SeaTable.
type Sent<'a> = Pin<Box<dyn Future<Output = Result<Answer, Failure>> + 'a>>;

/// Sends a request to the practice SeaTable.
type Send = for<'a> fn(&'a PreparedRequest, &'a Watch) -> Sent<'a>;

thread_local! {
    /// What sends, once the practice SeaTable was started. Whoever sends anything names only this, so that all else here can come later.
    static SEND: Cell<Option<Send>> = const { Cell::new(None) };
    static PRACTICE: RefCell<Option<Practice>> = const { RefCell::new(None) };
}

struct Practice {
    worker: Worker,
    /// Who waits for which answer. Number 0 waits for the program to be ready.
    waiting: Vec<(u32, js_sys::Function)>,
    next: u32,
    /// What it said when it was ready, with its credentials. The page takes them out when they are needed.
    ready: JsValue,
    _listener: Closure<dyn FnMut(MessageEvent)>,
    _fault: Closure<dyn FnMut()>,
}

/// Loads the practice SeaTable.
pub async fn start() -> Result<(), Failure> {
    SEND.set(Some(|request, watch| {
        Box::pin(post_and_wait(request, watch))
    }));
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker =
        Worker::new_with_options(PROGRAM, &options).map_err(|_| Failure::PracticeUnavailable)?;
    let listener = Closure::<dyn FnMut(MessageEvent)>::new(|event: MessageEvent| {
        let message = event.data();
        let id = number(&message, "id").unwrap_or(0);
        deliver(id, &message);
    });
    worker.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    // A program that does not load or breaks answers nobody any more.
    let fault = Closure::<dyn FnMut()>::new(|| {
        let waiting: Vec<u32> = PRACTICE.with_borrow(|practice| {
            practice
                .iter()
                .flat_map(|practice| practice.waiting.iter().map(|(id, _)| *id))
                .collect()
        });
        waiting
            .into_iter()
            .for_each(|id| deliver(id, &JsValue::UNDEFINED));
    });
    worker.set_onerror(Some(fault.as_ref().unchecked_ref()));
    PRACTICE.set(Some(Practice {
        worker,
        waiting: Vec::new(),
        next: 1,
        ready: JsValue::UNDEFINED,
        _listener: listener,
        _fault: fault,
    }));
    let limit = clock::after(PATIENCE, || deliver(0, &JsValue::UNDEFINED));
    let message = wait(0).await;
    drop(limit);
    let is_ready = text(&message, "credentials").is_some();
    PRACTICE.with_borrow_mut(|practice| {
        if let Some(practice) = practice {
            practice.ready = message;
        }
    });
    is_ready.then_some(()).ok_or(Failure::PracticeUnavailable)
}

/// Returns what opens the practice SeaTable, a JSON object.
pub fn credentials() -> Option<String> {
    PRACTICE.with_borrow(|practice| text(&practice.as_ref()?.ready, "credentials"))
}

/// Sends a request to the practice SeaTable, if that was started.
pub(super) async fn send(request: &PreparedRequest, watch: &Watch) -> Result<Answer, Failure> {
    let send = SEND.get().ok_or(Failure::PracticeUnavailable)?;
    send(request, watch).await
}

async fn post_and_wait(request: &PreparedRequest, watch: &Watch) -> Result<Answer, Failure> {
    let gone = |_| Failure::PracticeUnavailable;
    let (content_type, bytes) = encoded(&request.body).await.map_err(gone)?;
    let id = PRACTICE.with_borrow_mut(|practice| {
        practice.as_mut().map(|practice| {
            practice.next += 1;
            practice.next - 1
        })
    });
    let id = id.ok_or(Failure::PracticeUnavailable)?;
    let mut headers = wire_headers(request);
    headers.extend(content_type.map(|value| ("Content-Type".to_owned(), value)));
    let answer = wait(id);
    post(id, request, &headers, &bytes).map_err(gone)?;
    let message = answer.await;
    let Some(status) = number(&message, "status").and_then(|status| u16::try_from(status).ok())
    else {
        return Err(Failure::PracticeUnavailable);
    };
    watch.answered();
    let mut indexing = Indexing::new(None);
    if let Ok(body) = get(&message, "body").dyn_into::<Uint8Array>() {
        indexing.take(&body).await;
    }
    Ok(Answer {
        decoded: None,
        status,
        headers: pairs(&get(&message, "headers")),
        body: indexing.finish(),
    })
}

/// Returns a promise of the message with that number. What waits is noted at once, before anything is sent.
fn wait(id: u32) -> impl Future<Output = JsValue> {
    let promise = Promise::new(&mut |resolve, _| {
        PRACTICE.with_borrow_mut(|practice| {
            if let Some(practice) = practice {
                practice.waiting.push((id, resolve));
            }
        });
    });
    async move { JsFuture::from(promise).await.unwrap_or(JsValue::UNDEFINED) }
}

fn deliver(id: u32, message: &JsValue) {
    let resolve = PRACTICE.with_borrow_mut(|practice| {
        let waiting = &mut practice.as_mut()?.waiting;
        let place = waiting.iter().position(|(other, _)| *other == id)?;
        Some(waiting.swap_remove(place).1)
    });
    if let Some(resolve) = resolve {
        let _ = resolve.call1(&JsValue::UNDEFINED, message);
    }
}

fn post(
    id: u32,
    request: &PreparedRequest,
    headers: &[(String, String)],
    body: &Uint8Array,
) -> Result<(), JsValue> {
    let list = Array::new();
    for (name, value) in headers {
        list.push(&Array::of2(
            &JsValue::from_str(name),
            &JsValue::from_str(value),
        ));
    }
    let message = Object::new();
    Reflect::set(&message, &"id".into(), &JsValue::from(id))?;
    Reflect::set(&message, &"method".into(), &request.method.as_str().into())?;
    Reflect::set(&message, &"url".into(), &request.url.in_the_clear().into())?;
    Reflect::set(&message, &"headers".into(), &list)?;
    Reflect::set(&message, &"body".into(), body)?;
    PRACTICE.with_borrow(|practice| match practice {
        Some(practice) => practice.worker.post_message(&message),
        None => Err(JsValue::UNDEFINED),
    })
}

/// Returns the bytes of a body, and the content type that only the browser can know.
async fn encoded(body: &Body) -> Result<(Option<String>, Uint8Array), JsValue> {
    match body {
        Body::None => Ok((None, Uint8Array::new_with_length(0))),
        Body::Json(text) => Ok((None, Uint8Array::from(text.in_the_clear().as_bytes()))),
        Body::Form(_) => Ok((None, Uint8Array::from(body.form_in_the_clear().as_bytes()))),
        Body::Multipart(parts) => {
            let response = Response::new_with_opt_form_data(Some(&body::form_data(parts)?))?;
            let content_type = response.headers().get("content-type")?;
            let buffer = JsFuture::from(response.array_buffer()?).await?;
            Ok((content_type, Uint8Array::new(&buffer)))
        }
    }
}

fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(key)).unwrap_or(JsValue::UNDEFINED)
}

fn text(object: &JsValue, key: &str) -> Option<String> {
    get(object, key).as_string()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "checked just before"
)]
fn number(object: &JsValue, key: &str) -> Option<u32> {
    let value = get(object, key).as_f64()?;
    (value >= 0.0 && value <= f64::from(u32::MAX)).then_some(value as u32)
}

fn pairs(list: &JsValue) -> Vec<(String, String)> {
    let pair = |pair: JsValue| {
        let pair = pair.dyn_into::<Array>().ok()?;
        Some((
            pair.get(0).as_string()?.to_ascii_lowercase(),
            pair.get(1).as_string()?,
        ))
    };
    list.dyn_ref::<Array>()
        .into_iter()
        .flat_map(Array::iter)
        .filter_map(pair)
        .collect()
}

//! Makes the requests of the connection check.
//!
//! It shares little with what sends the requests of steps (`fetch`), so that nothing of it is fetched before it is needed.

use super::permission;
use super::send::Sending;
use super::why::Before;
use super::{clock, location, page, relay};
use gloo_net::http::{Request, Response};
use js_sys::{Reflect, Uint8Array};
use playground_core::connection::{Circumstances, Finding, KEPT, Permission, Probe, Read};
use playground_core::http::relay::MARK as MARK_OF_RELAY;
use playground_core::http::{Failure, Server};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortSignal, ReadableStreamDefaultReader, ReferrerPolicy, RequestCache, RequestCredentials,
    RequestInit, RequestRedirect, ResponseType,
};

/// The permission to reach this device, by its names: the present one first.
const LOOPBACK: [&str; 2] = ["loopback-network", "local-network-access"];

/// The permission to reach the local network.
const LOCAL: [&str; 2] = ["local-network", "local-network-access"];

/// What came of a request of the check.
pub struct Came {
    /// What it was.
    pub finding: Finding,
    /// How many bytes of a body came.
    pub bytes: u64,
    /// How long it took, in milliseconds.
    pub elapsed_ms: u32,
}

/// Says what is known at once: all but the permission.
pub fn known(server: &Server) -> Circumstances {
    Circumstances {
        page: location::origin(),
        is_secure: page::window().is_some_and(|window| window.is_secure_context()),
        server: server.clone(),
        permission: Permission::Unknown,
        is_relayed: relay::leads_to(server),
    }
}

/// Finds out what a check takes place under.
pub async fn circumstances(server: &Server) -> Circumstances {
    let mut circumstances = known(server);
    let names = if circumstances.is_loopback() {
        LOOPBACK
    } else {
        LOCAL
    };
    for name in names {
        if let Some(state) = permission::state(name).await {
            circumstances.permission = Permission::of(&state);
            break;
        }
    }
    circumstances
}

/// Makes a request of the check and waits for what comes of it, so many seconds at most.
pub async fn ask(probe: Probe, server: &Server, sending: &Sending, seconds: u32) -> Came {
    let before = Before::note(&probe.request(server), server);
    let began = clock::monotonic_ms();
    let is_over = Rc::new(Cell::new(false));
    let limit = clock::after(seconds * 1000, {
        let (is_over, sending) = (is_over.clone(), sending.clone());
        move || {
            is_over.set(true);
            sending.cancel();
        }
    });
    let came = make(probe, server, sending.signal().as_ref(), &before).await;
    drop(limit);
    let finding = match came {
        _ if is_over.get() => Finding::Failed(Failure::TimedOut(seconds)),
        _ if sending.is_cancelled() => Finding::Failed(Failure::Cancelled),
        Ok(finding) => finding,
        Err(failure) => Finding::Failed(failure),
    };
    Came {
        bytes: finding.read().map_or(0, |read| read.body.len() as u64),
        finding,
        elapsed_ms: elapsed(began),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a minute at most"
)]
fn elapsed(began: f64) -> u32 {
    (clock::monotonic_ms() - began).max(0.0) as u32
}

async fn make(
    probe: Probe,
    server: &Server,
    signal: Option<&AbortSignal>,
    before: &Before,
) -> Result<Finding, Failure> {
    let request = build(probe, server, signal).map_err(|_| Failure::Unsendable)?;
    let Ok(response) = Request::from(request).send().await else {
        return Err(before.reason().await);
    };
    if !probe.is_read() {
        return Ok(Finding::Came);
    }
    if response.type_() == ResponseType::Opaqueredirect {
        return Err(Failure::Redirected);
    }
    let mark = response
        .headers()
        .entries()
        .find(|(name, _)| name == MARK_OF_RELAY);
    if let Some((_, mark)) = mark {
        return Err(Failure::Relay(mark));
    }
    let head = head(&response).await;
    Ok(Finding::Read(Read {
        status: response.status(),
        body: String::from_utf8_lossy(&head).into_owned(),
    }))
}

/// Makes the browser's request. One that need not be read goes out whatever the server allows; browsers refuse such a one that does
/// not follow redirects, and without a token, it may.
fn build(
    probe: Probe,
    server: &Server,
    signal: Option<&AbortSignal>,
) -> Result<web_sys::Request, JsValue> {
    let init = RequestInit::new();
    init.set_credentials(RequestCredentials::Omit);
    init.set_referrer_policy(ReferrerPolicy::NoReferrer);
    init.set_cache(RequestCache::NoStore);
    init.set_signal(signal);
    if probe.is_read() {
        init.set_redirect(RequestRedirect::Manual);
    } else {
        Reflect::set(&init, &"mode".into(), &"no-cors".into())?;
    }
    if let Some((name, value)) = probe.header() {
        let headers = web_sys::Headers::new()?;
        headers.set(name, value)?;
        init.set_headers(&headers);
    }
    let address = probe.request(server).url;
    web_sys::Request::new_with_str_and_init(&relay::way(&address.shown()), &init)
}

/// Reads the beginning of a body. What breaks off has come so far.
async fn head(response: &Response) -> Vec<u8> {
    let mut head = Vec::new();
    let reader = response.body().map(|body| body.get_reader());
    let Some(Ok(reader)) = reader.map(JsCast::dyn_into::<ReadableStreamDefaultReader>) else {
        return head;
    };
    while head.len() < KEPT {
        let Ok(chunk) = JsFuture::from(reader.read()).await else {
            break;
        };
        let value = Reflect::get(&chunk, &"value".into()).map(JsCast::dyn_into::<Uint8Array>);
        let Ok(Ok(bytes)) = value else { break };
        head.extend(bytes.to_vec());
    }
    // What is left of it is of no use.
    let _ = reader.cancel();
    head.truncate(KEPT);
    head
}

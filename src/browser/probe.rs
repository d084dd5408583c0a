//! Makes the requests of the connection check.

use super::send::{self, End, Sending};
use super::watch::Watch;
use super::why::{self, Before};
use super::{clock, fetch, location, page, relay};
use crate::connection::{Circumstances, Finding, KEPT, Permission, Probe, Read};
use crate::http::{Answer, Failure, PreparedRequest, Server, relay as own};
use gloo_net::http::Request;
use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::AbortSignal;

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
        if let Some(state) = why::state(name).await {
            circumstances.permission = Permission::of(&state);
            break;
        }
    }
    circumstances
}

/// Makes a request of the check and waits for what comes of it, so many seconds at most.
pub async fn ask(probe: Probe, server: &Server, sending: &Sending, seconds: u32) -> Came {
    let request = probe.request(server);
    let before = Before::note(&request, server);
    let limit = sending.limit(seconds);
    let watch = Watch::new(None);
    let signal = sending.signal();
    let result = if probe.is_read() {
        read(&request, signal.as_ref(), &watch, &before).await
    } else {
        reach(&request, signal.as_ref(), &before).await
    };
    drop(limit);
    let finding = match (sending.done(), result) {
        (Some(End::Cancelled | End::Left), _) => Finding::Failed(Failure::Cancelled),
        (Some(End::TimedOut), _) => Finding::Failed(Failure::TimedOut(seconds)),
        (_, Ok(finding)) => finding,
        (_, Err(failure)) => Finding::Failed(failure),
    };
    Came {
        bytes: finding.read().map_or(0, |read| read.body.len() as u64),
        finding,
        elapsed_ms: send::whole(clock::monotonic_ms() - watch.began),
    }
}

/// Sends a request whose response is not to be read, so that nothing has to allow that.
async fn reach(
    request: &PreparedRequest,
    signal: Option<&AbortSignal>,
    before: &Before,
) -> Result<Finding, Failure> {
    let request = unread(request, signal).map_err(|_| Failure::Unsendable)?;
    match Request::from(request).send().await {
        Ok(_) => Ok(Finding::Came),
        Err(_) => Err(before.reason().await),
    }
}

/// Makes a request that need not be read. Browsers refuse such a one that does not follow redirects; with no token in it, it may.
fn unread(
    request: &PreparedRequest,
    signal: Option<&AbortSignal>,
) -> Result<web_sys::Request, JsValue> {
    let init = fetch::without_traces(signal);
    Reflect::set(&init, &"mode".into(), &"no-cors".into())?;
    web_sys::Request::new_with_str_and_init(&relay::way(&request.url), &init)
}

async fn read(
    request: &PreparedRequest,
    signal: Option<&AbortSignal>,
    watch: &Watch,
    before: &Before,
) -> Result<Finding, Failure> {
    let answer = match fetch::send(request, signal, watch, before).await {
        Ok(answer) => answer,
        // What broke off could be read so far.
        Err(failure) => watch.kept().ok_or(failure)?,
    };
    match own::mark(&answer) {
        Some(mark) => Err(Failure::Relay(mark.to_owned())),
        None => Ok(Finding::Read(head(&answer))),
    }
}

fn head(answer: &Answer) -> Read {
    let bytes = answer.body.bytes();
    let head = bytes.get(..KEPT).unwrap_or(bytes);
    Read {
        status: answer.status,
        body: String::from_utf8_lossy(head).into_owned(),
    }
}

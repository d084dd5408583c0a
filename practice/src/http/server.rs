//! The connection between hyper and [`handle`](crate::handle).

use super::body::{AnswerBody, End, Pace};
use super::fault::{Fault, FaultKind};
use super::handle::Received;
use super::options::Options;
use super::rate::Rate;
use super::stand_in::StandIn;
use crate::cors::Cors;
use crate::route::merged;
use crate::{Request, Response, World};
use http_body_util::BodyExt;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::io;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

/// Where the server offers its credentials, so that a page can fill them in.
const CREDENTIALS_PATH: &str = "/practice-seatable.json";

/// Serves a world until the future is dropped; then all connections are closed.
///
/// # Errors
///
/// Fails when the listener cannot say its own address.
pub async fn serve(listener: TcpListener, options: Options) -> io::Result<()> {
    let address = listener.local_addr()?;
    let world = options
        .world
        .unwrap_or_else(|| Arc::new(Mutex::new(World::practice(now_ms()))));
    let server = Arc::new(Server {
        world,
        ahead_ms: options.ahead_ms,
        is_mended: options.is_mended,
        received: options.received,
        cors: options.cors,
        per_minute: options.per_minute,
        rate: Mutex::default(),
        latency: options.latency,
        faults: options.faults,
        stand_ins: options.stand_ins,
        url: format!("http://{address}"),
    });
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    connections.spawn(connection(stream, Arc::clone(&server)));
                }
                // Out of file descriptors, most likely: wait until some connection ends.
                Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            },
            Some(_) = connections.join_next() => {}
        }
    }
}

/// Returns the time, in milliseconds since 1970.
pub(super) fn now_ms() -> u64 {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}

/// Locks what a panicking thread may have left behind: the data is whole between requests.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

struct Server {
    world: Arc<Mutex<World>>,
    ahead_ms: Arc<AtomicU64>,
    is_mended: Arc<AtomicBool>,
    received: Option<Arc<Mutex<Vec<Received>>>>,
    cors: Cors,
    per_minute: Option<u32>,
    rate: Mutex<Rate>,
    latency: Duration,
    faults: Vec<Fault>,
    stand_ins: Arc<Mutex<Vec<StandIn>>>,
    url: String,
}

async fn connection(stream: TcpStream, server: Arc<Server>) {
    if server.resets() {
        // What is closed while something is still to be sent is reset.
        let _ = stream.set_zero_linger();
    }
    let service = service_fn(move |request| answer(Arc::clone(&server), request));
    // A connection that breaks concerns nobody but the client.
    let _ = hyper::server::conn::http1::Builder::new()
        .timer(TokioTimer::new())
        .serve_connection(TokioIo::new(stream), service)
        .await;
}

/// A connection that hangs is closed after this time all the same.
const HANG: Duration = Duration::from_secs(600);

async fn answer(
    server: Arc<Server>,
    request: hyper::Request<Incoming>,
) -> io::Result<hyper::Response<AnswerBody>> {
    let mut request = read(request).await.map_err(io::Error::other)?;
    request.now_ms += server.ahead_ms.load(Ordering::Relaxed);
    tokio::time::sleep(server.latency).await;
    let fault = server.fault(&request);
    let stand_in = server.stand_in(&request);
    let pace = stand_in.as_ref().and_then(|stand_in| stand_in.pace);
    let mut response = match stand_in {
        Some(stand_in) => stand_in.response(),
        None => server.respond(&request),
    };
    if let Some(fault) = fault {
        response = fault.spoil(response);
    }
    match server.is_mended() {
        true => Cors::Star.mark(&mut response),
        false => server.cors.mark(&mut response),
    }
    if let Some(received) = &server.received {
        lock(received).push(Received {
            request,
            status: response.status,
        });
    }
    match fault {
        Some(FaultKind::Drop | FaultKind::Reset) => {
            return Err(io::Error::other("dropped on order"));
        }
        Some(FaultKind::Hang) => tokio::time::sleep(HANG).await,
        _ => {}
    }
    let end = match fault {
        Some(FaultKind::Cut) => End::Cut,
        _ => End::Whole,
    };
    Ok(write(response, end, pace))
}

async fn read(request: hyper::Request<Incoming>) -> Result<Request, hyper::Error> {
    let (parts, body) = request.into_parts();
    let text =
        |value: &hyper::header::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    Ok(Request {
        method: parts.method.as_str().to_owned(),
        path: parts.uri.path().to_owned(),
        query: parts.uri.query().unwrap_or_default().to_owned(),
        headers: parts
            .headers
            .iter()
            .map(|(key, value)| (key.to_string(), text(value)))
            .collect(),
        body: body.collect().await?.to_bytes().to_vec(),
        now_ms: now_ms(),
    })
}

fn write(response: Response, end: End, pace: Option<Pace>) -> hyper::Response<AnswerBody> {
    let mut builder = hyper::Response::builder().status(response.status);
    for (name, value) in &response.headers {
        builder = builder.header(name, value);
    }
    // Only a header that cannot be sent fails here; the endpoints make none from what clients wrote.
    let broken = |_| hyper::Response::new(AnswerBody::new(Vec::new(), End::Whole, None));
    builder
        .body(AnswerBody::new(response.body, end, pace))
        .unwrap_or_else(broken)
}

impl Server {
    fn is_mended(&self) -> bool {
        self.is_mended.load(Ordering::Relaxed)
    }

    fn fault(&self, request: &Request) -> Option<FaultKind> {
        let path = merged(&request.path);
        let befalls = |fault: &&Fault| fault.befalls(&request.method, &path);
        let fault = self.faults.iter().find(befalls).map(|fault| fault.kind);
        fault.filter(|_| !self.is_mended())
    }

    fn resets(&self) -> bool {
        (self.faults.iter()).any(|fault| fault.kind == FaultKind::Reset)
    }

    fn stand_in(&self, request: &Request) -> Option<StandIn> {
        let stand_ins = lock(&self.stand_ins);
        let fits = |stand_in: &&StandIn| {
            request.method != "OPTIONS" && merged(&request.path).starts_with(&stand_in.path)
        };
        stand_ins.iter().find(fits).cloned()
    }

    fn respond(&self, request: &Request) -> Response {
        if request.method == "OPTIONS" {
            return Response {
                status: 204,
                ..Response::default()
            };
        }
        if merged(&request.path) == CREDENTIALS_PATH {
            return self.credentials();
        }
        let refusal = self
            .per_minute
            .filter(|_| !self.is_mended())
            .and_then(|most| lock(&self.rate).refusal(request, most));
        refusal.unwrap_or_else(|| crate::handle(&mut lock(&self.world), request))
    }

    fn credentials(&self) -> Response {
        let mut credentials = lock(&self.world).credentials();
        credentials.url.clone_from(&self.url);
        Response::json(200, credentials.to_json())
    }
}

//! The page and its relay at one address of this machine.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use hyper::Request;
use hyper::body::Incoming;
use hyper::header::HeaderValue;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use site::{Answer, Site};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::{sleep, timeout};

use crate::forward::{self, PREFIX, Relay};
use crate::gate::Gate;
use crate::log::Log;

/// How long requests under way may take when everything is to end.
const GRACE: Duration = Duration::from_secs(3);

/// What the browser is told before it has read anything: this page speaks to its own address only. Without the default, it could
/// prefetch from others.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data: blob:; connect-src 'self'; \
     frame-ancestors 'none'",
);

/// A site, with or without a relay.
#[derive(Clone, Debug)]
pub struct Local {
    site: Site,
    relay: Option<Relay>,
}

impl Local {
    /// The page alone, whose requests go from the browser to a server.
    pub fn page(site: Site) -> Self {
        Self { site, relay: None }
    }

    /// The page, told to send its requests by the relay.
    pub fn relayed(site: Site, relay: Relay) -> Self {
        let markup = format!(
            "<meta name=\"playground-relay\" content=\"{}\" />",
            relay.server()
        );
        Self {
            site: site.with_head(&markup).with_policy(POLICY),
            relay: Some(relay),
        }
    }

    /// Serves whoever connects to `listener`, until `stop` is there. Requests under way then have a moment left.
    ///
    /// # Errors
    ///
    /// Fails when the listener cannot say its own address.
    pub async fn serve(
        self,
        listener: TcpListener,
        stop: impl Future<Output = ()>,
    ) -> io::Result<()> {
        let gate = Gate::new(listener.local_addr()?.port());
        let ending = GracefulShutdown::new();
        // They end with this set at the latest.
        let mut connections = JoinSet::new();
        let mut stop = std::pin::pin!(stop);
        loop {
            tokio::select! {
                () = &mut stop => break,
                accepted = listener.accept() => match accepted {
                    Ok((stream, _)) => {
                        connections.spawn(connection(stream, self.clone(), gate, ending.watcher()));
                    }
                    // Out of file descriptors, most likely: wait until some connection ends.
                    Err(_) => sleep(Duration::from_millis(50)).await,
                },
                Some(_) = connections.join_next() => {}
            }
        }
        drop(listener);
        let _ = timeout(GRACE, ending.shutdown()).await;
        connections.shutdown().await;
        Ok(())
    }

    /// Serves at a free port until what is returned is dropped.
    ///
    /// # Errors
    ///
    /// Fails when no port can be listened on.
    pub async fn start(self) -> io::Result<Running> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let (stop, stopped) = oneshot::channel();
        let server = tokio::spawn(async move {
            let asked = async { drop(stopped.await) };
            self.serve(listener, asked).await
        });
        Ok(Running {
            address,
            stop,
            server,
        })
    }

    async fn answer(&self, gate: Gate, request: Request<Incoming>) -> io::Result<Answer> {
        if let Err(refusal) = gate.check_host(&request) {
            let log = self.relay.as_ref().map(Relay::log);
            let log = log.unwrap_or_else(Log::silent);
            return Ok(forward::refused_at_the_door(&request, refusal, &log));
        }
        match &self.relay {
            Some(relay) if is_relayed(request.uri().path()) => {
                Ok(relay.answer(gate, request).await)
            }
            _ => self.site.answer(request).await,
        }
    }
}

/// A site that is served. Dropping it stops it, as [`Running::stop`] does.
#[derive(Debug)]
pub struct Running {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    server: JoinHandle<io::Result<()>>,
}

impl Running {
    /// Where it is served.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Stops it, and waits until it has stopped.
    pub async fn stop(self) {
        drop(self.stop);
        let _ = self.server.await;
    }
}

fn is_relayed(path: &str) -> bool {
    let rest = path.strip_prefix(PREFIX);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

async fn connection(stream: TcpStream, local: Local, gate: Gate, ending: Watcher) {
    // Small pieces go at once: the page waits for them.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request| {
        let local = local.clone();
        async move { local.answer(gate, request).await }
    });
    let connection = http1::Builder::new()
        .auto_date_header(false)
        .preserve_header_case(true)
        .timer(TokioTimer::new())
        .serve_connection(TokioIo::new(stream), service);
    // A browser that hangs up concerns nobody else.
    let _ = ending.watch(connection).await;
}

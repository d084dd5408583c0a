//! A server for tests: it runs on a thread of its own and can be looked into.

use super::options::Options;
use super::server::{lock, now_ms, serve};
use crate::{Credentials, Request, World};
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread::JoinHandle;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// A request that the server received, with the status it answered.
#[derive(Clone, Debug)]
pub struct Received {
    /// The request.
    pub request: Request,
    /// The status code of the answer.
    pub status: u16,
}

/// A running server. Dropping it ends the server.
#[derive(Debug)]
pub struct Handle {
    address: SocketAddr,
    world: Arc<Mutex<World>>,
    ahead_ms: Arc<AtomicU64>,
    is_mended: Arc<AtomicBool>,
    received: Arc<Mutex<Vec<Received>>>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// Starts a server on a free port of 127.0.0.1. It notes every request.
///
/// # Errors
///
/// Fails when no port can be listened on or no thread started.
pub fn start(options: Options) -> io::Result<Handle> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let listener = runtime.block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))?;
    let address = listener.local_addr()?;
    let world = options
        .world
        .unwrap_or_else(|| Arc::new(Mutex::new(World::practice(now_ms()))));
    let received = options.received.unwrap_or_default();
    let ahead_ms = Arc::clone(&options.ahead_ms);
    let is_mended = Arc::clone(&options.is_mended);
    let options = Options {
        world: Some(Arc::clone(&world)),
        received: Some(Arc::clone(&received)),
        ..options
    };
    let (stop, stopped) = oneshot::channel();
    let thread = std::thread::Builder::new()
        .name("practice".to_owned())
        .spawn(move || {
            runtime.block_on(async {
                tokio::select! {
                    _ = serve(listener, options) => {}
                    _ = stopped => {}
                }
            });
        })?;
    Ok(Handle {
        address,
        world,
        ahead_ms,
        is_mended,
        received,
        stop: Some(stop),
        thread: Some(thread),
    })
}

impl Handle {
    /// Returns where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Returns its origin, such as `http://127.0.0.1:40000`.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Returns the credentials of the world, with the origin filled in.
    pub fn credentials(&self) -> Credentials {
        Credentials {
            url: self.url(),
            ..self.world().credentials()
        }
    }

    /// Returns the world. The server waits while it is held.
    pub fn world(&self) -> MutexGuard<'_, World> {
        lock(&self.world)
    }

    /// Puts the server's clock forward, to see tokens and links expire.
    pub fn advance(&self, by: Duration) {
        let by = u64::try_from(by.as_millis()).unwrap_or(u64::MAX);
        self.ahead_ms.fetch_add(by, Ordering::Relaxed);
    }

    /// Ends its faults, and lets every page read what it answers from now on.
    pub fn mend(&self) {
        self.is_mended.store(true, Ordering::Relaxed);
    }

    /// Returns the requests received so far, preflights included.
    pub fn received(&self) -> Vec<Received> {
        lock(&self.received).clone()
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            // The receiver is gone only if the thread has ended already.
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

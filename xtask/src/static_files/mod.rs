//! Serves a directory over HTTP, as a good static host would: `docs/hosting.md` says what that is.
//!
//! Nothing here knows the page: whatever works from this server works from any host of static files that does the same.

mod compressing;
mod headers;
mod held;

use std::convert::Infallible;
use std::io;
use std::path::PathBuf;

use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tower::{ServiceExt, service_fn};
use tower_http::services::fs::{DefaultServeDirFallback, ServeDir};

use compressing::Compressing;
pub use held::{Held, Hold};

/// How much work brotli takes, from 0 to 11. This one takes a moment, and is worth most of what there is to gain.
const QUICK: u32 = 4;

/// A directory as a site. What was compressed for one client is kept for the next, and for clones of this value.
#[derive(Clone, Debug)]
pub struct Site {
    files: ServeDir<DefaultServeDirFallback, Compressing>,
    held: Option<Held>,
}

impl Site {
    /// Makes a site of the files below `directory`.
    pub fn new(directory: PathBuf) -> Self {
        Self::with_quality(directory, QUICK)
    }

    /// The same, compressed as far as `quality` of brotli goes: 11 is what a host would do that compresses in advance.
    pub fn with_quality(directory: PathBuf, quality: u32) -> Self {
        let files = ServeDir::with_backend(directory, Compressing::new(quality));
        Self {
            files: files.precompressed_br().precompressed_gzip(),
            held: None,
        }
    }

    /// Has requests for some of the files wait.
    #[must_use]
    pub fn holding(self, held: Held) -> Self {
        Self {
            held: Some(held),
            ..self
        }
    }

    /// Serves the files to whoever connects to `listener`, until the future is dropped.
    ///
    /// A folder is answered with its `index.html`, a missing file with 404, and no path leads out of the directory.
    ///
    /// # Errors
    ///
    /// Fails when the listener can no longer accept connections.
    pub async fn serve(self, listener: TcpListener) -> io::Result<()> {
        loop {
            let (stream, _) = listener.accept().await?;
            let site = self.clone();
            let service = service_fn(move |request| site.clone().answer(request));
            tokio::spawn(async move {
                // A browser that hangs up in the middle of a file concerns nobody else.
                let _ = http1::Builder::new()
                    .timer(TokioTimer::new())
                    .serve_connection(TokioIo::new(stream), TowerToHyperService::new(service))
                    .await;
            });
        }
    }

    async fn answer(self, request: Request<Incoming>) -> Result<headers::Answer, Infallible> {
        let path = request.uri().path().to_owned();
        if let Some(held) = &self.held {
            held.wait(&path).await;
        }
        let mut answer = match compressing::is_compressed(path.as_ref()) {
            // What is kept compressed has no address of its own.
            true => headers::not_found(),
            false => self.files.oneshot(request).await?,
        };
        headers::add(&path, &mut answer);
        Ok(answer)
    }
}

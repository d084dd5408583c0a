//! Serves a directory over HTTP, as a good static host would: `docs/hosting.md` says what that is.
//!
//! Nothing here knows the page: whatever works from this server works from any host of static files that does the same.

mod compressing;
mod files;
mod head;
mod headers;
mod held;
mod in_memory;
pub mod local_port;
mod packed;
pub mod stop;

use std::convert::Infallible;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use http_body_util::BodyExt;
use hyper::Request;
use hyper::body::Incoming;
use hyper::header::HeaderValue;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpListener;
use tower::ServiceExt;
use tower_http::services::fs::{DefaultServeDirFallback, ServeDir};

use compressing::Compressing;
use files::Files;
pub use headers::Answer;
pub use held::{Held, Hold};
use packed::Packed;
pub use packed::PackedFile;

/// How much work brotli takes, from 0 to 11. This one takes a moment, and is worth most of what there is to gain.
const QUICK: u32 = 4;

/// A directory as a site. What was compressed for one client is kept for the next, and for clones of this value.
#[derive(Clone, Debug)]
pub struct Site {
    files: ServeDir<DefaultServeDirFallback, Files>,
    held: Option<Held>,
    head: Option<Arc<str>>,
    policy: Option<HeaderValue>,
}

impl Site {
    /// Makes a site of the files below `directory`.
    pub fn new(directory: PathBuf) -> Self {
        Self::with_quality(directory, QUICK)
    }

    /// The same, compressed as far as `quality` of brotli goes: 11 is what a host would do that compresses in advance.
    pub fn with_quality(directory: PathBuf, quality: u32) -> Self {
        Self::of(directory, Files::OnDisk(Compressing::new(quality)))
    }

    /// Makes a site of files that are part of the program.
    pub fn packed(files: &'static [PackedFile]) -> Self {
        Self::of(PathBuf::new(), Files::Inside(Packed(files)))
    }

    fn of(directory: PathBuf, files: Files) -> Self {
        let files = ServeDir::with_backend(directory, files);
        Self {
            files: files.precompressed_br().precompressed_gzip(),
            held: None,
            head: None,
            policy: None,
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

    /// Puts markup at the beginning of the start page's head.
    #[must_use]
    pub fn with_head(self, markup: &str) -> Self {
        Self {
            head: Some(markup.into()),
            ..self
        }
    }

    /// Sends this content security policy in place of the usual one, but for workers, which have one of their own.
    #[must_use]
    pub fn with_policy(self, policy: HeaderValue) -> Self {
        Self {
            policy: Some(policy),
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
            let service = service_fn(move |request: Request<Incoming>| {
                let site = site.clone();
                async move { site.answer(request).await }
            });
            tokio::spawn(async move {
                // A browser that hangs up in the middle of a file concerns nobody else.
                let _ = http1::Builder::new()
                    .timer(TokioTimer::new())
                    .serve_connection(TokioIo::new(stream), service)
                    .await;
            });
        }
    }

    /// Answers one request.
    ///
    /// # Errors
    ///
    /// Fails when the start page cannot be read to its end.
    pub async fn answer<B>(&self, mut request: Request<B>) -> io::Result<Answer>
    where
        B: Send + 'static,
    {
        let path = request.uri().path().to_owned();
        if let Some(held) = &self.held {
            held.wait(&path).await;
        }
        let head = self.head.as_deref().filter(|_| head::is_start(&path));
        if head.is_some() {
            head::ask_for_the_whole(&mut request);
        }
        let mut answer = match compressing::is_compressed(path.as_ref()) {
            // What is kept compressed has no address of its own.
            true => headers::not_found(),
            false => {
                let answer: Result<_, Infallible> = self.files.clone().oneshot(request).await;
                let Ok(answer) = answer;
                answer.map(BodyExt::boxed_unsync)
            }
        };
        if let Some(markup) = head {
            answer = head::put(markup, answer).await?;
        }
        headers::add(&path, self.policy.as_ref(), &mut answer);
        Ok(answer)
    }
}

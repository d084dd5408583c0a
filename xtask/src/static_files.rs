//! Serves a directory over HTTP, as a plain static host would.
//!
//! Nothing here knows the page: whatever works from this server works from any host of static files.

use std::io;
use std::path::PathBuf;

use hyper::header::{CACHE_CONTROL, HeaderValue};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tower::ServiceBuilder;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

/// Serves the files below `directory` to whoever connects to `listener`, until the future is dropped.
///
/// A folder is answered with its `index.html`, a missing file with 404, and no path leads out of
/// `directory`. Every answer says `Cache-Control: no-cache`, so that a rebuilt page is seen at the
/// next reload.
///
/// # Errors
///
/// Fails when the listener can no longer accept connections.
pub async fn serve(listener: TcpListener, directory: PathBuf) -> io::Result<()> {
    let no_cache =
        SetResponseHeaderLayer::overriding(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    let files = ServiceBuilder::new()
        .layer(no_cache)
        .service(ServeDir::new(directory));

    loop {
        let (stream, _) = listener.accept().await?;
        let service = TowerToHyperService::new(files.clone());
        tokio::spawn(async move {
            // A browser that hangs up in the middle of a file concerns nobody else.
            let _ = http1::Builder::new()
                .timer(TokioTimer::new())
                .serve_connection(TokioIo::new(stream), service)
                .await;
        });
    }
}

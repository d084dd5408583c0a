//! The built page as a site.

use http::Request;
use http::header::ACCEPT_ENCODING;
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use std::path::{Path, PathBuf};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// Brotli's highest quality, by which a host compresses that does so in advance.
const HIGHEST: u32 = 11;

/// The page, served until this is dropped.
pub(crate) struct Site {
    /// What its addresses begin with.
    pub(crate) origin: String,
    server: JoinHandle<()>,
}

impl Site {
    /// Serves the page as `cargo xtask serve` does.
    pub(crate) async fn serve() -> Self {
        Self::of(::site::Site::new(page())).await
    }

    /// Serves a page that is elsewhere.
    pub(crate) async fn serve_from(root: PathBuf) -> Self {
        Self::of(::site::Site::new(root)).await
    }

    /// Serves the page as a good host does: compressed as far as possible, and nobody waits for that.
    pub(crate) async fn serve_compressed() -> Self {
        let site = Self::of(::site::Site::with_quality(page(), HIGHEST)).await;
        let client = Client::builder(TokioExecutor::new()).build_http::<String>();
        for path in paths_below(&page()) {
            let request = Request::get(format!("{}/{path}", site.origin))
                .header(ACCEPT_ENCODING, "br")
                .body(String::new())
                .unwrap();
            let answer = client.request(request).await.expect("the page is served");
            assert!(answer.status().is_success(), "{path}: {}", answer.status());
        }
        site
    }

    /// Serves the page that is there as a relay on this machine does that leads to this server.
    pub(crate) async fn serve_relayed(root: PathBuf, server: &str) -> Self {
        let server = relay::Server::parse(server).unwrap();
        let relay = relay::Relay::new(relay::Options {
            log: relay::Log::silent(),
            ..relay::Options::new(server)
        });
        let local = relay::Local::relayed(::site::Site::new(root), relay.unwrap());
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let server = tokio::spawn(async move {
            let served = local.serve(listener, std::future::pending()).await;
            served.expect("the page is served");
        });
        Self { origin, server }
    }

    async fn of(site: ::site::Site) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let server = tokio::spawn(async move {
            site.serve(listener).await.expect("the page is served");
        });
        Self { origin, server }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.server.abort();
    }
}

/// Copies the page, with a further file.
pub(crate) fn page_with(path: &str, content: &str) -> PathBuf {
    let root = std::env::temp_dir().join(format!("playground-site-{}", std::process::id()));
    let write = |path: &str, content: &[u8]| {
        let copy = root.join(path);
        std::fs::create_dir_all(copy.parent().expect("a file is in a folder")).unwrap();
        std::fs::write(copy, content).unwrap();
    };
    for path in paths_below(&page()) {
        write(&path, &std::fs::read(page().join(&path)).unwrap());
    }
    write(path, content.as_bytes());
    root
}

/// Returns where the page is.
pub(crate) fn page() -> PathBuf {
    PathBuf::from(std::env::var("PLAYGROUND_DIST").expect("PLAYGROUND_DIST is set"))
}

/// Returns the paths of all files below a folder, from there on.
fn paths_below(root: &Path) -> Vec<String> {
    let mut paths = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("the page is built") {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let path = path.strip_prefix(root).unwrap();
                paths.push(path.to_str().expect("a name in Unicode").to_owned());
            }
        }
    }
    paths
}

//! The page on a host that has something wrong with one of its files.

use super::browser::site::Site;
use tokio::io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// What is wrong with a file.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Fault {
    /// It is not there.
    Missing,
    /// A web page comes in its place, as from a host that has one answer for every address it doesn't know.
    WebPage,
    /// It comes with this type, and says nothing of use.
    Typed(&'static str),
    /// It is asked for and never comes.
    Silent,
}

/// A host with a fault, until this is dropped.
pub(crate) struct FaultySite {
    pub(crate) origin: String,
    _site: Site,
    server: JoinHandle<()>,
}

impl FaultySite {
    /// Serves the page with a fault in each file whose path ends like this.
    pub(crate) async fn serve(end: &'static str, fault: Fault) -> Self {
        let site = Site::serve().await;
        let behind = site.origin.replace("http://", "");
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let server = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(answer(stream, behind.clone(), end, fault));
            }
        });
        Self {
            origin,
            _site: site,
            server,
        }
    }
}

impl Drop for FaultySite {
    fn drop(&mut self) {
        self.server.abort();
    }
}

/// Answers one request on a connection; errors are the browser's to notice.
async fn answer(mut stream: TcpStream, behind: String, end: &str, fault: Fault) {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        match stream.read_u8().await {
            Ok(byte) => head.push(byte),
            Err(_) => return,
        }
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let path = head.split(' ').nth(1).unwrap_or_default();
    if !path.ends_with(end) {
        let Ok(mut site) = TcpStream::connect(behind).await else {
            return;
        };
        let head = head.replace("Connection: keep-alive", "Connection: close");
        if site.write_all(head.as_bytes()).await.is_ok() {
            let _ = copy_bidirectional(&mut stream, &mut site).await;
        }
        return;
    }
    let (status, kind, body) = match fault {
        Fault::Missing => ("404 Not Found", "text/plain", "Not found"),
        Fault::WebPage => (
            "200 OK",
            "text/html",
            "<!doctype html><title>Welcome</title>",
        ),
        Fault::Typed(kind) => ("200 OK", kind, "what is this"),
        Fault::Silent => return std::future::pending().await,
    };
    let length = body.len();
    let response = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    );
    let _ = stream.write_all(response.as_bytes()).await;
}

//! A listener that notes what reaches it, and lets any page have it.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream, UdpSocket};
use tokio::task::JoinHandle;

/// Listens on a port of 127.0.0.1, by TCP and by UDP, until it is dropped.
pub(crate) struct Listener {
    /// What its addresses begin with.
    pub(crate) origin: String,
    noted: Arc<Noted>,
    tasks: [JoinHandle<()>; 2],
}

#[derive(Default)]
struct Noted {
    /// The paths that were asked for.
    paths: Mutex<Vec<String>>,
    connections: AtomicUsize,
    datagrams: AtomicUsize,
}

impl Listener {
    /// Begins to listen.
    pub(crate) async fn start() -> Self {
        let (listener, socket) = bind().await;
        let noted = Arc::<Noted>::default();
        Self {
            origin: format!("http://{}", listener.local_addr().unwrap()),
            tasks: [
                tokio::spawn(accept(listener, Arc::clone(&noted))),
                tokio::spawn(receive(socket, Arc::clone(&noted))),
            ],
            noted,
        }
    }

    /// Returns the paths that were asked for so far.
    pub(crate) fn paths(&self) -> Vec<String> {
        self.noted.paths.lock().unwrap().clone()
    }

    /// Returns how many connections were made, with or without a request.
    pub(crate) fn connections(&self) -> usize {
        self.noted.connections.load(Ordering::Relaxed)
    }

    /// Returns how many datagrams came.
    pub(crate) fn datagrams(&self) -> usize {
        self.noted.datagrams.load(Ordering::Relaxed)
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.tasks.iter().for_each(JoinHandle::abort);
    }
}

/// Takes the same port for both protocols.
async fn bind() -> (TcpListener, UdpSocket) {
    loop {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        if let Ok(socket) = UdpSocket::bind(listener.local_addr().unwrap()).await {
            return (listener, socket);
        }
    }
}

async fn accept(listener: TcpListener, noted: Arc<Noted>) {
    while let Ok((stream, _)) = listener.accept().await {
        noted.connections.fetch_add(1, Ordering::Relaxed);
        tokio::spawn(serve(stream, Arc::clone(&noted)));
    }
}

async fn receive(socket: UdpSocket, noted: Arc<Noted>) {
    let mut datagram = [0; 2048];
    while socket.recv(&mut datagram).await.is_ok() {
        noted.datagrams.fetch_add(1, Ordering::Relaxed);
    }
}

/// Notes the path of one request and answers it.
async fn serve(mut stream: TcpStream, noted: Arc<Noted>) -> Option<()> {
    let mut head = Vec::new();
    while !head.windows(4).any(|end| end == b"\r\n\r\n") {
        if stream.read_buf(&mut head).await.ok()? == 0 {
            return None;
        }
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let path = head.split(' ').nth(1)?.to_owned();
    let content_type = content_type(&path);
    noted.paths.lock().unwrap().push(path);
    let answer = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: {content_type}\r\ncontent-length: 0\r\n\
         access-control-allow-origin: *\r\nconnection: close\r\n\r\n"
    );
    stream.write_all(answer.as_bytes()).await.ok()
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, end)| end) {
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        _ => "text/html",
    }
}

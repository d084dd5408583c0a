//! Servers that do as they are told.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;

/// A server that keeps what it received, byte for byte.
#[derive(Clone)]
pub(crate) struct Recording {
    pub(crate) port: u16,
    received: Arc<Mutex<Vec<Vec<u8>>>>,
}

impl Recording {
    /// Answers every request with these bytes, and closes the connection.
    pub(crate) async fn answering(response: impl Into<Vec<u8>>) -> Self {
        let (listener, port) = listen().await;
        let response = response.into();
        let server = Self {
            port,
            received: Arc::default(),
        };
        let received = server.received.clone();
        tokio::spawn(async move {
            loop {
                let (mut stream, _) = listener.accept().await.unwrap();
                let (received, response) = (received.clone(), response.clone());
                tokio::spawn(async move {
                    let request = request(&mut stream).await;
                    received.lock().unwrap().push(request);
                    stream.write_all(&response).await.unwrap();
                    let _ = stream.shutdown().await;
                });
            }
        });
        server
    }

    /// The usual response.
    pub(crate) async fn fine() -> Self {
        Self::answering("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}").await
    }

    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    pub(crate) fn forget(&self) {
        self.received.lock().unwrap().clear();
    }

    pub(crate) fn received(&self) -> Vec<Vec<u8>> {
        self.received.lock().unwrap().clone()
    }
}

/// A server that takes requests and never answers.
pub(crate) struct Silent {
    pub(crate) port: u16,
    /// Has a permit for each connection that was taken, or was closed by the other side.
    pub(crate) taken: Arc<Semaphore>,
    pub(crate) closed: Arc<Semaphore>,
}

impl Silent {
    pub(crate) async fn new() -> Self {
        let (listener, port) = listen().await;
        let (taken, closed) = (Arc::new(Semaphore::new(0)), Arc::new(Semaphore::new(0)));
        let (counted, over) = (taken.clone(), closed.clone());
        tokio::spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                counted.add_permits(1);
                let over = over.clone();
                tokio::spawn(async move {
                    wait_for_the_end(stream).await;
                    over.add_permits(1);
                });
            }
        });
        Self {
            port,
            taken,
            closed,
        }
    }
}

async fn wait_for_the_end(mut stream: TcpStream) {
    let mut buffer = [0; 4096];
    while stream.read(&mut buffer).await.is_ok_and(|count| count > 0) {}
}

pub(crate) async fn listen() -> (TcpListener, u16) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    (listener, port)
}

/// Returns a port at which nobody listens.
pub(crate) async fn closed_port() -> u16 {
    listen().await.1
}

/// Reads a request to the end of its body.
pub(crate) async fn request(stream: &mut (impl AsyncRead + AsyncWrite + Unpin)) -> Vec<u8> {
    let mut bytes = Vec::new();
    let head = loop {
        if stream.read_buf(&mut bytes).await.unwrap_or_default() == 0 {
            return bytes;
        }
        if let Some(end) = bytes.windows(4).position(|it| it == b"\r\n\r\n") {
            break end + 4;
        }
    };
    let text = String::from_utf8_lossy(&bytes[..head]).to_ascii_lowercase();
    let length = text
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "));
    let length: usize = length.map_or(0, |length| length.parse().unwrap());
    let is_chunked = text.contains("\r\ntransfer-encoding: chunked");
    let is_whole = |bytes: &[u8]| match is_chunked {
        true => bytes.ends_with(b"0\r\n\r\n"),
        false => bytes.len() >= head + length,
    };
    while !is_whole(&bytes) {
        if stream.read_buf(&mut bytes).await.unwrap_or_default() == 0 {
            break;
        }
    }
    bytes
}

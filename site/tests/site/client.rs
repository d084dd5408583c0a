//! A folder that is served, and a client that asks for its files as a browser would.

use std::fs;
use std::net::SocketAddr;

use site::Site;
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

pub(crate) const HASHED: &str = "/app-0011223344556677_bg.wasm";

/// Makes a small site and a file beside it.
pub(crate) fn files() -> TempDir {
    let place = tempfile::tempdir().unwrap();
    let site = place.path().join("site");
    fs::create_dir_all(site.join("practice")).unwrap();
    let long = "<p>the same again</p>".repeat(200);
    for (name, text) in [
        ("index.html", long.as_str()),
        ("app.js", "1"),
        ("app.css", "p { }"),
        ("app.wasm", "\0asm"),
        (&HASHED[1..], "\0asm"),
        ("data.json", "{}"),
        ("picture.svg", "<svg/>"),
        ("picture.png", "png"),
        ("practice/index.html", "practice"),
        ("practice/worker.js", "2"),
    ] {
        fs::write(site.join(name), text).unwrap();
    }
    fs::write(place.path().join("outside.txt"), "not for you").unwrap();
    place
}

pub(crate) async fn serve(site: Site) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(site.serve(listener));
    address
}

pub(crate) async fn served() -> (TempDir, SocketAddr) {
    let place = files();
    let address = serve(Site::new(place.path().join("site"))).await;
    (place, address)
}

pub(crate) struct Answer {
    pub(crate) status: u16,
    /// In lower case.
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines();
        lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }
}

pub(crate) async fn get(address: SocketAddr, path: &str) -> Answer {
    ask(address, "GET", path, "").await
}

/// Sends a request with some more header lines.
pub(crate) async fn ask(address: SocketAddr, method: &str, path: &str, headers: &str) -> Answer {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request = format!(
        "{method} {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n{headers}\r\n"
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).await.unwrap();
    let end = bytes.windows(4).position(|it| it == b"\r\n\r\n").unwrap();
    let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
    Answer {
        status: head[9..12].parse().unwrap(),
        head: head.to_ascii_lowercase(),
        body: bytes[end + 4..].to_vec(),
    }
}

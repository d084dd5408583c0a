//! A client that writes what browsers write.

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// A request of the page, which tests change.
#[derive(Clone)]
pub(crate) struct Request {
    pub(crate) method: &'static str,
    pub(crate) path: String,
    /// In their order.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Request {
    /// What Chromium sends for a `fetch` of a page at `port` of this machine.
    pub(crate) fn new(method: &'static str, path: &str, port: u16) -> Self {
        let own = format!("127.0.0.1:{port}");
        let mut request = Self {
            method,
            path: path.to_owned(),
            headers: Vec::new(),
            body: Vec::new(),
        };
        for (name, value) in [
            ("Host", own.as_str()),
            ("Connection", "keep-alive"),
            ("sec-ch-ua-platform", "\"Linux\""),
            ("Authorization", "Bearer the-token"),
            ("User-Agent", "Mozilla/5.0 (X11; Linux x86_64)"),
            ("Accept", "*/*"),
            ("Sec-Fetch-Site", "same-origin"),
            ("Sec-Fetch-Mode", "cors"),
            ("Sec-Fetch-Dest", "empty"),
            ("Referer", &format!("http://{own}/")),
            ("Accept-Encoding", "gzip, deflate, br, zstd"),
            ("Accept-Language", "en-GB,en;q=0.9"),
            ("Cookie", "session=of-another-program"),
        ] {
            request = request.with(name, value);
        }
        match method {
            "GET" => request,
            _ => request.with("Origin", &format!("http://{own}")),
        }
    }

    /// Adds a header line.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Takes header lines out.
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.headers
            .retain(|(it, _)| !it.eq_ignore_ascii_case(name));
        self
    }

    /// Gives a header another value, or adds it.
    pub(crate) fn setting(self, name: &str, value: &str) -> Self {
        self.without(name).with(name, value)
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        headers.find_map(|(it, value)| it.eq_ignore_ascii_case(name).then_some(value.as_str()))
    }

    /// Adds a body of known length.
    pub(crate) fn sending(self, media: &str, body: &[u8]) -> Self {
        let mut request = self
            .with("Content-Type", media)
            .with("Content-Length", &body.len().to_string());
        request.body = body.to_vec();
        request
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut head = format!("{} {} HTTP/1.1\r\n", self.method, self.path);
        for (name, value) in &self.headers {
            head += &format!("{name}: {value}\r\n");
        }
        [head.as_bytes(), b"\r\n", &self.body].concat()
    }

    /// Sends it to a port of this machine on a connection of its own, and reads the response.
    pub(crate) async fn send(&self, port: u16) -> Response {
        let mut stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
        let last = self.clone().setting("Connection", "close");
        stream.write_all(&last.bytes()).await.unwrap();
        Response::read(&mut stream).await
    }
}

/// A response as it came.
#[derive(Debug)]
pub(crate) struct Response {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Response {
    /// Reads to the connection's end.
    pub(crate) async fn read(stream: &mut TcpStream) -> Self {
        let mut bytes = Vec::new();
        // A connection that breaks ends a response too.
        let _ = stream.read_to_end(&mut bytes).await;
        let end = bytes.windows(4).position(|it| it == b"\r\n\r\n");
        let end = end.unwrap_or_else(|| panic!("no response: {}", bytes.len()));
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        Self {
            status: head[9..12].parse().unwrap(),
            head,
            body: bytes[end + 4..].to_vec(),
        }
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.find_map(|(it, value)| it.eq_ignore_ascii_case(name).then_some(value))
    }

    /// The word with which the relay marks a response as its own.
    pub(crate) fn code(&self) -> Option<&str> {
        self.header("playground-relay")
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }
}

//! The program, as a person starts it.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::browser::Request;
use crate::page;
use crate::server::{Recording, listen};

/// How much is sent up and down, in bytes: the variable has another figure in megabytes.
fn much() -> usize {
    let megabytes = std::env::var("RELAY_TEST_MB").ok();
    megabytes.map_or(64, |it| it.parse().unwrap()) * 1_000_000
}

/// What the program may use of memory at most, in kilobytes, whatever goes through.
const MEMORY: usize = 40_000;

/// What names proxies, which the machine that runs the tests may have.
const PROXY_VARIABLES: [&str; 8] = [
    "ALL_PROXY",
    "HTTPS_PROXY",
    "HTTP_PROXY",
    "NO_PROXY",
    "all_proxy",
    "https_proxy",
    "http_proxy",
    "no_proxy",
];

/// The program as it runs.
pub(crate) struct Program {
    child: Child,
    output: BufReader<ChildStdout>,
    pub(crate) port: u16,
    /// What it has written up to its address.
    pub(crate) greeting: String,
    _page: TempDir,
}

impl Program {
    fn start(arguments: &[&str]) -> Self {
        Self::start_with(arguments, &[])
    }

    /// The same with these environment variables.
    pub(crate) fn start_with(arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        let page = page();
        let mut program = Command::new(env!("CARGO_BIN_EXE_seatable-playground"));
        for name in PROXY_VARIABLES {
            program.env_remove(name);
        }
        let mut child = program
            .args(["--no-open", "--port", "0", "--page"])
            .arg(page.path())
            .args(arguments)
            .envs(variables.iter().copied())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        let mut greeting = String::new();
        while !greeting.contains("Ctrl-C") {
            let count = output.read_line(&mut greeting).unwrap();
            assert_ne!(count, 0, "it ended: {greeting}");
        }
        let (_, rest) = greeting.split_once("http://127.0.0.1:").unwrap();
        let (port, _) = rest.split_once("/\n").unwrap();
        let port = port.parse().unwrap();
        Self {
            child,
            output,
            port,
            greeting,
            _page: page,
        }
    }

    /// Asks it to end, as the system does, and returns what it has written since its address.
    pub(crate) fn end(mut self) -> String {
        let end = Command::new("kill")
            .arg(self.child.id().to_string())
            .status();
        assert!(end.unwrap().success());
        let mut rest = String::new();
        self.output.read_to_string(&mut rest).unwrap();
        assert!(self.child.wait().unwrap().success(), "{rest}");
        let mut errors = String::new();
        self.child
            .stderr
            .take()
            .unwrap()
            .read_to_string(&mut errors)
            .unwrap();
        assert_eq!(errors, "");
        rest
    }

    /// The most memory that it has used so far, in kilobytes; `None` if the system does not say.
    fn memory(&self) -> Option<usize> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let most = status
            .lines()
            .find_map(|line| line.strip_prefix("VmHWM:"))?;
        most.split_whitespace().next()?.parse().ok()
    }
}

impl Drop for Program {
    /// A test that failed leaves no program behind.
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[tokio::test]
async fn it_writes_no_secret_and_ends_when_it_is_asked_to() {
    let server = Recording::fine().await;
    let program = Program::start(&["--server", &server.url()]);
    let said = format!("Relay: to {}\n", server.url());
    assert!(program.greeting.contains(&said), "{}", program.greeting);
    for path in [
        "/relay/api2/auth-token/?secret",
        "/relay/seafhttp/upload-api/secret",
        "/?secret",
    ] {
        let request = Request::new("POST", path, program.port)
            .setting("Authorization", "Bearer secret")
            .sending("text/plain", b"password=secret");
        request.send(program.port).await;
    }
    let output = program.end();
    assert!(output.contains("POST /api2/auth-token/ 200, "), "{output}");
    assert!(output.ends_with("\nStopped.\n"), "{output}");
    assert!(
        !output.contains("secret") && !output.contains("Bearer"),
        "{output}"
    );
}

#[tokio::test]
async fn without_a_server_it_is_the_page_alone() {
    let program = Program::start(&[]);
    let get = |path: &str| Request::new("GET", path, program.port);
    let page = get("/").setting("Accept-Encoding", "identity");
    let page = page.send(program.port).await;
    assert_eq!(page.status, 200);
    assert!(!page.text().contains("playground-relay"));
    assert_eq!(
        page.header("content-security-policy"),
        Some("frame-ancestors 'none'")
    );
    assert_eq!(
        get("/relay/api2/ping/").send(program.port).await.status,
        404
    );
    program.end();
}

#[test]
fn it_warns_of_a_way_that_others_can_read() {
    let program = Program::start(&["--server", "http://seatable.example"]);
    let greeting = program.greeting.clone();
    assert!(greeting.contains("Without https"), "{greeting}");
    program.end();
}

#[test]
fn it_says_in_a_sentence_what_keeps_it_from_starting() {
    let page = page();
    for (arguments, sentence) in [
        (
            &["--server", "ftp://a.example"][..],
            "The address has to begin with https:// or http://.",
        ),
        (
            &["--server", "https://a.example/workspace/7/"],
            "Leave out what comes after the host",
        ),
        (
            &["--server", "https://a.example", "--ca", "/nowhere.pem"],
            "/nowhere.pem could not be read",
        ),
        (&["--page", "/nowhere"], "There is no page in /nowhere"),
        (&["--ca", "x"], "--server"),
        (
            &["--server", "https://a.example", "--insecure"],
            "unexpected argument",
        ),
    ] {
        let mut program = Command::new(env!("CARGO_BIN_EXE_seatable-playground"));
        program.args(["--no-open", "--port", "0"]).args(arguments);
        if !arguments.contains(&"--page") {
            program.arg("--page").arg(page.path());
        }
        let output = program.output().unwrap();
        assert!(!output.status.success(), "{arguments:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(sentence), "{arguments:?}: {said}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn uploads_and_downloads_of_any_size_take_the_same_memory() {
    let (listener, port) = listen().await;
    tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            tokio::spawn(swallow_and_give_back(stream));
        }
    });
    let program = Program::start(&["--server", &format!("http://127.0.0.1:{port}")]);
    let before = program.memory();
    let request = Request::new("POST", "/relay/much/", program.port)
        .setting("Connection", "close")
        .with("Content-Length", &much().to_string());
    let mut stream = TcpStream::connect(("127.0.0.1", program.port))
        .await
        .unwrap();
    stream.write_all(&request.bytes()).await.unwrap();
    write_much(&mut stream).await;
    // A client that reads slowly at first: what it does not take may not pile up.
    tokio::time::sleep(Duration::from_millis(300)).await;
    let received = count(&mut stream).await;
    assert!(received > much(), "{received}");
    let after = program.memory();
    println!(
        "memory in kB: {before:?}, and {after:?} after {} bytes up and down",
        much()
    );
    if let Some(after) = after {
        assert!(after < MEMORY, "{after} kB");
    }
    let output = program.end();
    let line = format!(
        "POST /much/ 200, {} bytes sent, {} received, ",
        much(),
        much()
    );
    assert!(output.contains(&line), "{output}");
}

async fn swallow_and_give_back(mut stream: TcpStream) {
    let mut head = Vec::new();
    while !head.windows(4).any(|it| it == b"\r\n\r\n") {
        head.push(stream.read_u8().await.unwrap());
    }
    let mut buffer = vec![0; 65536];
    let mut rest = much();
    while rest > 0 {
        rest -= stream.read(&mut buffer).await.unwrap();
    }
    let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", much());
    stream.write_all(head.as_bytes()).await.unwrap();
    write_much(&mut stream).await;
}

async fn write_much(stream: &mut TcpStream) {
    let piece = vec![7; 1_000_000];
    for _ in 0..much() / piece.len() {
        stream.write_all(&piece).await.unwrap();
    }
}

async fn count(stream: &mut TcpStream) -> usize {
    let mut buffer = vec![0; 65536];
    let mut count = 0;
    loop {
        match stream.read(&mut buffer).await.unwrap() {
            0 => return count,
            more => count += more,
        }
    }
}

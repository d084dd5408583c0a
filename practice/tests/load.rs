//! Many clients at once: every answer is right, and nothing grows.
//!
//! `PRACTICE_LOAD_SECONDS` says for how long; ten seconds if it says nothing.
// A test says what it expects by unwrapping.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use practice::World;
use practice::http::{Options, serve};
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::net::TcpListener;

const CONNECTIONS: usize = 64;
/// An answer that takes longer counts as none.
const PATIENCE: Duration = Duration::from_secs(30);
/// How much the process may grow, in kB: buffers and the clients' own.
const MAX_GROWTH_KB: u64 = 20_000;

#[test]
fn sixty_four_connections_are_answered_without_error_or_growth() {
    let seconds = std::env::var("PRACTICE_LOAD_SECONDS")
        .ok()
        .and_then(|text| text.parse().ok());
    let time = Duration::from_secs(seconds.unwrap_or(10));
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let world = World::practice(0);
    let token = world.credentials().api_token;
    let listener = runtime
        .block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))
        .unwrap();
    let address = listener.local_addr().unwrap();
    let world = Some(Arc::new(Mutex::new(world)));
    runtime.spawn(serve(
        listener,
        Options {
            world,
            ..Options::default()
        },
    ));

    run(address, &token, Duration::from_millis(300));
    let before = resident_kb();
    let count = run(address, &token, time);
    let grown = resident_kb().saturating_sub(before);
    // Not `println!`, which the test harness would keep to itself.
    let mut out = std::io::stdout();
    writeln!(
        out,
        "{CONNECTIONS} connections: {:.0} requests a second; \
         {} kB in use, {grown} kB more than before",
        count as f64 / time.as_secs_f64(),
        before + grown
    )
    .unwrap();
    assert!(count > CONNECTIONS, "{count}");
    assert!(grown < MAX_GROWTH_KB, "{grown} kB");
}

fn run(address: SocketAddr, token: &str, time: Duration) -> usize {
    std::thread::scope(|scope| {
        let client = || scope.spawn(|| ask(address, token, time));
        let clients: Vec<_> = (0..CONNECTIONS).map(|_| client()).collect();
        clients
            .into_iter()
            .map(|client| client.join().unwrap())
            .sum()
    })
}

/// Trades the token over one connection until the time is up; every answer must be right.
fn ask(address: SocketAddr, token: &str, time: Duration) -> usize {
    let stream = TcpStream::connect(address).unwrap();
    stream.set_nodelay(true).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let mut writer = stream;
    let request = format!(
        "GET /api/v2.1/dtable/app-access-token/ HTTP/1.1\r\nHost: x\r\n\
         Authorization: Token {token}\r\n\r\n"
    );
    let end = Instant::now() + time;
    let mut count = 0;
    while Instant::now() < end {
        writer.write_all(request.as_bytes()).unwrap();
        let body = answer(&mut reader);
        assert!(body.contains("\"use_api_gateway\":true"), "{body}");
        count += 1;
    }
    count
}

fn answer(reader: &mut impl BufRead) -> String {
    let mut length = 0;
    let mut line = String::new();
    loop {
        line.clear();
        reader.read_line(&mut line).unwrap();
        if let Some(value) = line.strip_prefix("content-length: ") {
            length = value.trim().parse().unwrap();
        }
        if line == "\r\n" {
            let mut body = vec![0; length];
            reader.read_exact(&mut body).unwrap();
            return String::from_utf8(body).unwrap();
        }
        assert!(!line.is_empty(), "the connection was closed");
    }
}

/// The memory in use as Linux tells it; elsewhere nothing is measured.
fn resident_kb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok())
        .unwrap_or(0)
}

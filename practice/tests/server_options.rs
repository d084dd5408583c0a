//! What the HTTP server does on order: origins, limits, latency, faults.
// A test says what it expects by unwrapping.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use practice::cors::Cors;
use practice::http::{Fault, Options, start};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

fn get(address: SocketAddr, method: &str, path: &str) -> std::io::Result<String> {
    get_within(Duration::from_secs(30), address, method, path)
}

fn get_within(
    patience: Duration,
    address: SocketAddr,
    method: &str,
    path: &str,
) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(patience))?;
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    )?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}

fn with_fault(fault: &str) -> Options {
    Options {
        faults: vec![Fault::parse(fault).unwrap()],
        ..Options::default()
    }
}

#[test]
fn a_preflight_is_answered_with_204_and_the_headers_of_the_set_up() {
    let cors = Cors::parse("origin=https://page.example").unwrap();
    let server = start(Options {
        cors,
        ..Options::default()
    })
    .unwrap();
    let answer = get(server.address(), "OPTIONS", "/api/v2.1/workspaces/").unwrap();
    assert!(answer.starts_with("HTTP/1.1 204"), "{answer}");
    assert!(
        answer.contains("access-control-allow-origin: https://page.example"),
        "{answer}"
    );
    assert!(answer.contains("x-seafile-otp"), "{answer}");
}

#[test]
fn without_always_errors_carry_no_header() {
    let server = start(Options {
        cors: Cors::NotAlways,
        ..Options::default()
    })
    .unwrap();
    let allowed = |path| {
        get(server.address(), "GET", path)
            .unwrap()
            .contains("allow-origin")
    };
    assert!(allowed("/api2/ping/"));
    assert!(!allowed("/api2/account/info/"));
}

#[test]
fn each_fault_spoils_the_answer_in_its_way() {
    for (fault, expected) in [
        ("502:/api2/", "502 Bad Gateway"),
        ("json:/api2/", "\"p"),
        ("type:/api2/", "content-type: text/plain"),
        ("redirect:/api2/", "location: /accounts/login/"),
        ("cut:/api2/", "content-length: 6"),
    ] {
        let server = start(with_fault(fault)).unwrap();
        let answer = get(server.address(), "GET", "/api2/ping/").unwrap();
        assert!(answer.contains(expected), "{fault}: {answer}");
        assert!(
            !answer.contains("\"pong\"") || fault.starts_with("type"),
            "{fault}: {answer}"
        );
        assert!(
            get(server.address(), "GET", "/")
                .unwrap()
                .starts_with("HTTP/1.1 404")
        );
    }
}

#[test]
fn a_connection_is_dropped_or_hangs_on_order() {
    let server = start(with_fault("drop:/api2/")).unwrap();
    assert!(get(server.address(), "GET", "/api2/ping/").is_ok_and(|answer| answer.is_empty()));
    let server = start(with_fault("hang:/api2/")).unwrap();
    let patience = Duration::from_millis(300);
    assert!(get_within(patience, server.address(), "GET", "/api2/ping/").is_err());
}

#[test]
fn the_request_too_many_gets_429_in_the_words_of_its_part() {
    let server = start(Options {
        per_minute: Some(0),
        ..Options::default()
    })
    .unwrap();
    let web = get(server.address(), "GET", "/api2/ping/").unwrap();
    assert!(
        web.starts_with("HTTP/1.1 429") && web.contains("Request was throttled."),
        "{web}"
    );
    let gateway = get(server.address(), "GET", "/api-gateway/api/v2/").unwrap();
    assert!(gateway.contains("x-ratelimit-remaining: 0"), "{gateway}");
}

#[test]
fn latency_is_waited_for() {
    let latency = Duration::from_millis(80);
    let server = start(Options {
        latency,
        ..Options::default()
    })
    .unwrap();
    let before = Instant::now();
    get(server.address(), "GET", "/api2/ping/").unwrap();
    assert!(before.elapsed() >= latency);
}

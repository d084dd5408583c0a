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
    let mut answer = String::new();
    ask(patience, address, method, path)?.read_to_string(&mut answer)?;
    Ok(answer)
}

fn get_bytes(address: SocketAddr, method: &str, path: &str) -> Vec<u8> {
    let mut answer = Vec::new();
    let mut stream = ask(Duration::from_secs(30), address, method, path).unwrap();
    stream.read_to_end(&mut answer).unwrap();
    answer
}

fn ask(
    patience: Duration,
    address: SocketAddr,
    method: &str,
    path: &str,
) -> std::io::Result<TcpStream> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(patience))?;
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    )?;
    Ok(stream)
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
        ("redirect-away:/api2/", "location: http://login.invalid/"),
        ("404:/api2/", "404 Not Found"),
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
fn a_firewall_answers_everything_in_its_charset() {
    for (charset, heading) in [
        ("utf-8", "Log in – network".as_bytes()),
        ("iso-8859-1", b"Anmeldung n\xf6tig"),
        ("windows-1251", b"\xc2\xf5\xee\xe4"),
        ("shift_jis", b"\x83\x8d\x83\x4f\x83\x43\x83\x93"),
    ] {
        let server = start(with_fault(&format!("login-{charset}:/"))).unwrap();
        for method in ["GET", "OPTIONS"] {
            let answer = get_bytes(server.address(), method, "/api2/ping/");
            let head = String::from_utf8_lossy(&answer);
            assert!(head.starts_with("HTTP/1.1 200"), "{head}");
            assert!(
                head.contains(&format!("text/html; charset={charset}")),
                "{head}"
            );
            assert!(
                answer.windows(heading.len()).any(|part| part == heading),
                "{head}"
            );
        }
    }
    assert_eq!(Fault::parse("login-utf-7:/"), None);
}

#[test]
fn a_preflight_alone_is_refused_on_order() {
    for (fault, expected) in [
        ("preflight-403:/", "HTTP/1.1 403"),
        ("preflight-405:/", "HTTP/1.1 405"),
        ("preflight-302:/", "location: /accounts/login/"),
    ] {
        let server = start(with_fault(fault)).unwrap();
        let answer = get(server.address(), "OPTIONS", "/api2/ping/").unwrap();
        assert!(answer.contains(expected), "{answer}");
        let answer = get(server.address(), "GET", "/api2/ping/").unwrap();
        assert!(answer.contains("\"pong\""), "{answer}");
    }
    assert_eq!(Fault::parse("preflight-no:/"), None);
}

#[test]
fn headers_are_left_out_of_those_allowed_on_order() {
    for (cors, code, token) in [
        (Cors::Star, true, true),
        (Cors::NoCode, false, true),
        (Cors::NoToken, false, false),
    ] {
        let options = Options {
            cors,
            ..Options::default()
        };
        let server = start(options).unwrap();
        let answer = get(server.address(), "OPTIONS", "/api2/ping/").unwrap();
        assert_eq!(answer.contains("x-seafile-otp"), code, "{answer}");
        assert_eq!(answer.contains("authorization"), token, "{answer}");
    }
}

#[test]
fn faults_end_when_the_server_is_mended() {
    let server = start(Options {
        cors: Cors::None,
        ..with_fault("502:/api2/")
    })
    .unwrap();
    let ask = || get(server.address(), "GET", "/api2/ping/").unwrap();
    assert!(ask().starts_with("HTTP/1.1 502"));
    server.mend();
    let answer = ask();
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(
        answer.contains("access-control-allow-origin: *"),
        "{answer}"
    );
}

#[test]
fn a_connection_is_reset_on_order() {
    let server = start(with_fault("reset:/api2/")).unwrap();
    let error = get(server.address(), "GET", "/api2/ping/").unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::ConnectionReset);
    assert!(get(server.address(), "GET", "/").is_ok());
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
    let web = get(server.address(), "GET", "/api2/account/info/").unwrap();
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

//! For every verdict the findings that it follows from.

use super::*;
use crate::http::Server;

const PAGE: &str = "https://playground.example.com";

fn read(status: u16, body: &str) -> Finding {
    Finding::Read(Read {
        status,
        body: body.to_owned(),
    })
}

const UNREADABLE: Finding = Finding::Failed(Failure::Unreadable);

/// What a SeaTable responds of which the page may read everything.
fn well(probe: Probe) -> Finding {
    match probe {
        Probe::Reach | Probe::Elsewhere => Finding::Came,
        Probe::Plain => read(200, "\"pong\""),
        Probe::Info | Probe::Token | Probe::Code => read(
            200,
            r#"{"version": "6.2.0", "edition": "enterprise edition"}"#,
        ),
        Probe::Gateway => read(200, r#"{"ret": "pong"}"#),
        Probe::Error => read(
            403,
            r#"{"detail": "Authentication credentials were not provided."}"#,
        ),
        Probe::Files => read(200, r#"{"version": 2}"#),
    }
}

/// Checks a server that responds as SeaTable does, but for some requests.
fn check(others: &[(Probe, Finding)], circumstances: &Circumstances) -> (Vec<Verdict>, usize) {
    let mut found = Vec::new();
    while let Some(probe) = Probe::next(&found) {
        let other = others.iter().find(|(other, _)| *other == probe);
        found.push((
            probe,
            other.map_or_else(|| well(probe), |(_, it)| it.clone()),
        ));
        assert!(found.len() <= Probe::ALL.len(), "{found:?}");
    }
    (verdicts(&found, circumstances), found.len())
}

fn at(server: &str) -> Circumstances {
    Circumstances {
        page: PAGE.to_owned(),
        is_secure: true,
        server: Server::kept(server.to_owned()).unwrap(),
        permission: Permission::Unknown,
        is_relayed: false,
    }
}

fn names(verdicts: &[Verdict]) -> String {
    let names: Vec<_> = verdicts.iter().map(Verdict::name).collect();
    names.join(" ")
}

const PUBLIC: &str = "https://table.example.com";
const NEAR: &str = "https://192.168.1.7";
const PLAIN: &str = "http://192.168.1.7";
const HERE: &str = "http://127.0.0.1:8081";

#[test]
fn every_verdict_follows_from_its_findings() {
    use Failure::*;
    let failed = |probe, failure| vec![(probe, Finding::Failed(failure))];
    let nowhere = vec![
        (Probe::Reach, UNREADABLE),
        (Probe::Elsewhere, UNREADABLE),
        (Probe::Plain, UNREADABLE),
    ];
    let ring = vec![
        (Probe::Reach, UNREADABLE),
        (Probe::Elsewhere, UNREADABLE),
        (Probe::Plain, Finding::Failed(Redirected)),
    ];
    let hidden = |probe| vec![(probe, UNREADABLE)];
    let asks = |server| Circumstances {
        permission: Permission::Asks,
        ..at(server)
    };
    let denied = |server| Circumstances {
        permission: Permission::Denied,
        ..at(server)
    };
    let by_http = Circumstances {
        page: "http://playground.example.com".to_owned(),
        is_secure: false,
        ..asks(HERE)
    };
    let local = Circumstances {
        page: "http://127.0.0.1:8080".to_owned(),
        ..denied(HERE)
    };
    let refused = |failure: Failure| {
        vec![
            (Probe::Reach, Finding::Failed(failure.clone())),
            (Probe::Plain, Finding::Failed(failure)),
        ]
    };
    let led_away = vec![
        (Probe::Reach, Finding::Failed(Policy)),
        (Probe::Plain, Finding::Failed(Redirected)),
    ];
    let version = |version: &str| {
        vec![(
            Probe::Info,
            read(200, &format!(r#"{{"version": "{version}"}}"#)),
        )]
    };
    let bad_gateway = vec![(Probe::Plain, read(502, "<html>502 Bad Gateway</html>"))];
    let login = vec![(
        Probe::Plain,
        read(200, "<html><title>Log in</title></html>"),
    )];
    // Seafile, which SeaTable's web part comes from, responds to a ping just so.
    let seafile = vec![
        (Probe::Info, read(404, "")),
        (Probe::Gateway, read(404, "")),
    ];
    let no_always = vec![
        (Probe::Code, UNREADABLE),
        (Probe::Error, UNREADABLE),
        (Probe::Gateway, UNREADABLE),
    ];
    let blocked = hidden(Probe::Reach);
    let table: Vec<(&str, Circumstances, Vec<Found>, usize)> = vec![
        ("well", at(PUBLIC), vec![], 8),
        ("old", at(PUBLIC), version("5.2.9"), 8),
        ("well", at(PUBLIC), version("5.3.0"), 8),
        ("well", at(PUBLIC), version("12.0"), 8),
        ("offline", at(PUBLIC), failed(Probe::Reach, Offline), 1),
        ("offline", at(PUBLIC), failed(Probe::Token, WentOffline), 5),
        ("unreachable", at(PUBLIC), nowhere.clone(), 3),
        ("unreachable", local, nowhere.clone(), 3),
        (
            "unreachable permission-denied",
            denied(PUBLIC),
            nowhere.clone(),
            3,
        ),
        ("unreachable mixed-content", at(HERE), nowhere.clone(), 3),
        ("certificate", at(NEAR), nowhere.clone(), 3),
        ("mixed-content", at(PLAIN), nowhere.clone(), 3),
        (
            "permission-asked",
            asks(NEAR),
            failed(Probe::Reach, TimedOut(60)),
            1,
        ),
        ("permission-denied", denied(NEAR), nowhere.clone(), 3),
        (
            "permission-ignored certificate",
            asks(NEAR),
            nowhere.clone(),
            3,
        ),
        (
            "permission-ignored unreachable",
            asks(HERE),
            nowhere.clone(),
            3,
        ),
        (
            "permission-unasked unreachable",
            by_http,
            nowhere.clone(),
            3,
        ),
        ("locked", at(PUBLIC), refused(Locked), 2),
        ("policy", at(PUBLIC), refused(Policy), 2),
        ("redirected", at(PUBLIC), led_away, 2),
        ("redirected", at(PUBLIC), ring, 3),
        ("unsent", at(PUBLIC), failed(Probe::Reach, NoLock), 1),
        ("blocked", at(PUBLIC), blocked, 2),
        ("blocked", at(PUBLIC), hidden(Probe::Info), 3),
        ("silent", at(PUBLIC), failed(Probe::Reach, TimedOut(8)), 1),
        ("silent", at(PUBLIC), failed(Probe::Files, TimedOut(8)), 8),
        (
            "redirected",
            at(PUBLIC),
            failed(Probe::Plain, Redirected),
            2,
        ),
        ("cors-missing", at(PUBLIC), hidden(Probe::Plain), 2),
        (
            "cors-missing",
            denied(NEAR),
            failed(Probe::Plain, Denied(true)),
            2,
        ),
        ("preflight-refused", at(PUBLIC), hidden(Probe::Token), 7),
        ("code-refused", at(PUBLIC), hidden(Probe::Code), 8),
        ("errors-hidden", at(PUBLIC), hidden(Probe::Error), 8),
        ("errors-hidden code-refused", at(PUBLIC), no_always, 8),
        ("gateway-hidden", at(PUBLIC), hidden(Probe::Gateway), 8),
        ("files-hidden", at(PUBLIC), hidden(Probe::Files), 8),
        ("not-seatable", at(PUBLIC), login, 2),
        ("not-seatable", at(PUBLIC), seafile, 4),
        ("down", at(PUBLIC), bad_gateway, 2),
        (
            "relay",
            at(PUBLIC),
            failed(Probe::Plain, Relay("name".to_owned())),
            2,
        ),
        ("stopped", at(PUBLIC), failed(Probe::Info, Cancelled), 3),
    ];
    for (expected, circumstances, others, count) in table {
        let (verdicts, asked) = check(&others, &circumstances);
        assert_eq!(names(&verdicts), expected, "{circumstances:?} {others:?}");
        // What tells nothing more is not asked.
        assert_eq!(asked, count, "{expected}");
    }
}

#[test]
fn version_and_edition_are_told() {
    let (verdicts, _) = check(&[], &at(PUBLIC));
    let expected = Verdict::Well {
        version: Some("6.2.0".to_owned()),
        edition: Some("enterprise edition".to_owned()),
    };
    assert_eq!(verdicts, [expected]);
}

#[test]
fn no_probe_carries_a_token_or_changes_anything() {
    let server = Server::cloud();
    for probe in Probe::ALL {
        let request = probe.request(&server);
        assert_eq!(request.method, crate::catalogue::Method::Get);
        assert_eq!(request.body, crate::http::Body::None);
        assert!(
            request
                .url
                .shown()
                .starts_with("https://cloud.seatable.io/")
        );
        // What needs no reading may have no header either: the browser would not send it.
        assert!(probe.is_read() || probe.header().is_none());
    }
}

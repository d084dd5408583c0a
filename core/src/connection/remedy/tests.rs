//! What is offered for which verdict, and what is filled in.

use super::*;
use crate::connection::{Permission, Probe};
use crate::http::Server;

const PAGE: &str = "https://playground.example.com";

fn at(server: &str) -> Circumstances {
    Circumstances {
        page: PAGE.to_owned(),
        is_secure: true,
        server: Server::kept(server.to_owned()).unwrap(),
        permission: Permission::Unknown,
        is_relayed: false,
    }
}

fn kinds(verdict: &Verdict, circumstances: &Circumstances) -> String {
    let remedies = verdict.remedies(circumstances, true);
    let names: Vec<_> = remedies.iter().map(|remedy| remedy.kind.name()).collect();
    names.join(" ")
}

#[test]
fn only_what_can_help_is_offered() {
    let own = at("https://table.example.com");
    let cloud = at("https://cloud.seatable.io");
    let relayed = Circumstances {
        is_relayed: true,
        ..own.clone()
    };
    for (verdict, circumstances, expected) in [
        (
            Verdict::CorsMissing,
            &own,
            "nginx letter local request practice",
        ),
        (
            Verdict::ErrorsHidden,
            &own,
            "nginx letter local request practice",
        ),
        // Nobody but SeaTable can change what the Cloud sends.
        (Verdict::CorsMissing, &cloud, "cloud local request practice"),
        (Verdict::Unreachable, &own, "tab local practice"),
        (Verdict::Policy, &own, "host local request practice"),
        // A relay reaches no server that does not respond.
        (Verdict::Silent(Probe::Reach), &own, "tab practice"),
        (Verdict::Policy, &relayed, "host request practice"),
        (Verdict::Offline, &own, "practice"),
        (Verdict::Old("5.2".to_owned()), &own, ""),
    ] {
        assert_eq!(kinds(&verdict, circumstances), expected, "{verdict:?}");
    }
    assert!(
        Verdict::CorsMissing
            .remedies(&own, false)
            .iter()
            .all(|remedy| remedy.kind != Kind::Request),
        "there is no request in the dialog"
    );
}

#[test]
fn a_remedy_has_the_names_of_page_and_server_in_it() {
    let own = at("https://table.example.com:8443");
    let copied = |verdict: &Verdict, kind| {
        let remedies = verdict.remedies(&own, true);
        let remedy = remedies.into_iter().find(|remedy| remedy.kind == kind);
        remedy.and_then(|remedy| remedy.copy).unwrap()
    };
    assert_eq!(
        copied(&Verdict::CorsMissing, Kind::Nginx),
        nginx::lines(PAGE)
    );
    let letter = copied(&Verdict::CodeRefused, Kind::Letter);
    for part in [
        PAGE,
        "https://table.example.com:8443",
        &nginx::lines(PAGE),
        // What tells the admin whether it works.
        "-H \"Access-Control-Request-Headers: x-seafile-otp\"",
    ] {
        assert!(letter.contains(part), "{part} is not in: {letter}");
    }
    assert_eq!(
        copied(&Verdict::Mixed, Kind::Local),
        "seatable-playground --server https://table.example.com:8443\n"
    );
    assert_eq!(
        copied(&Verdict::Certificate, Kind::Local),
        "seatable-playground --server https://table.example.com:8443 --ca FILE\n"
    );
    assert_eq!(
        copied(&Verdict::Policy, Kind::Host),
        "connect-src 'self' https://table.example.com:8443"
    );
}

//! What is offered for which verdict.

use super::*;
use crate::connection::{Permission, Probe};
use crate::http::Server;

fn at(server: &str) -> Circumstances {
    Circumstances {
        page: "https://playground.example.com".to_owned(),
        is_secure: true,
        server: Server::kept(server.to_owned()).unwrap(),
        permission: Permission::Unknown,
        is_relayed: false,
    }
}

fn kinds(verdict: &Verdict, circumstances: &Circumstances) -> String {
    let remedies = verdict.remedies(circumstances, true);
    let names: Vec<_> = remedies.iter().map(|remedy| remedy.name()).collect();
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
            .all(|remedy| *remedy != Kind::Request),
        "there is no request in the dialog"
    );
}

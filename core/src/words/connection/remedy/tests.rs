//! What is filled in.

use super::*;
use crate::connection::Permission;
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

#[test]
fn a_remedy_has_the_names_of_page_and_server_in_it() {
    let own = at("https://table.example.com:8443");
    let copied = |verdict: &Verdict, kind| {
        assert!(verdict.remedies(&own, true).contains(&kind));
        remedy(kind, verdict, &own).copy.unwrap()
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

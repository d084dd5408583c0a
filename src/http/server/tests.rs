//! Servers as people write them.

use super::*;

#[test]
fn a_server_is_read_from_whatever_a_person_pastes() {
    for (text, origin) in [
        ("cloud.seatable.io", "https://cloud.seatable.io"),
        (" https://Cloud.SeaTable.io/ ", "https://cloud.seatable.io"),
        (
            "https://table.example.com:8443/workspace/7/dtable/X/?a=b",
            "https://table.example.com:8443",
        ),
        ("https://table.example.com:443", "https://table.example.com"),
        ("http://127.0.0.1:9000/", "http://127.0.0.1:9000"),
        ("HTTP://localhost:80", "http://localhost"),
        ("table.example.com:8443", "https://table.example.com:8443"),
        ("localhost:8080", "http://localhost:8080"),
        ("127.0.0.1", "http://127.0.0.1"),
        ("https://localhost:8443", "https://localhost:8443"),
        ("[::1]:8080", "http://localhost:8080"),
        ("http://[::1]:8080/a", "http://localhost:8080"),
        ("::1", "http://localhost"),
        ("https//x.y", "https://x.y"),
        ("https:/x.y", "https://x.y"),
        ("https:///x.y/z", "https://x.y"),
        ("https:\\\\x.y\\z", "https://x.y"),
        ("https;//x.y", "https://x.y"),
        ("https://https://x.y", "https://x.y"),
        ("//x.y/z", "https://x.y"),
        ("<https://x.y>,", "https://x.y"),
        ("\u{feff}x.y\u{a0}", "https://x.y"),
        ("ｘ．ｙ", "https://x.y"),
        ("https.example.com", "https://https.example.com"),
        ("192.168.1.5:8080", "https://192.168.1.5:8080"),
    ] {
        assert_eq!(
            Server::parse(text).map(|s| s.origin),
            Ok(origin.to_owned()),
            "{text}"
        );
    }
}

#[test]
fn what_is_no_server_is_refused_with_the_reason() {
    for (text, fault) in [
        ("", ServerFault::Empty),
        ("https://", ServerFault::Empty),
        ("ftp://table.example.com", ServerFault::Scheme),
        ("http://table.example.com", ServerFault::Insecure),
        (
            "https://me:secret@table.example.com",
            ServerFault::Credentials,
        ),
        ("https://täble.example.com", ServerFault::Host),
        ("https://a..b", ServerFault::Host),
        ("https://-a.example", ServerFault::Host),
        ("two words", ServerFault::Host),
        ("http://192.168.1.5:8080", ServerFault::Unencrypted),
        ("http//nas.local", ServerFault::Unencrypted),
        ("http://[fe80::1]", ServerFault::Ipv6),
        ("2001:db8::1", ServerFault::Ipv6),
        ("127.1", ServerFault::Host),
        ("0x7f.0.0.0x1", ServerFault::Host),
        ("010.0.0.1", ServerFault::Host),
        ("1.2.3.400", ServerFault::Host),
        ("https://table.example.com:0", ServerFault::Port),
        ("https://table.example.com:https", ServerFault::Port),
    ] {
        assert_eq!(Server::parse(text), Err(fault), "{text}");
    }
}

#[test]
fn plain_http_in_a_network_of_one_s_own_takes_an_agreement() {
    for (text, origin) in [
        ("http://192.168.1.5:8080/x", "http://192.168.1.5:8080"),
        ("HTTP://nas.local:80", "http://nas.local"),
        ("https://nas.local", "https://nas.local"),
    ] {
        let server = Server::parse_unencrypted(text).unwrap();
        assert_eq!(server.origin, origin, "{text}");
    }
    let public = Server::parse_unencrypted("http://table.example.com");
    assert_eq!(public, Err(ServerFault::Insecure));
}

#[test]
fn a_server_is_kept_by_its_origin_and_nothing_else() {
    for text in ["127.0.0.1:8080", "http://192.168.1.7", "cloud.seatable.io"] {
        let server = Server::parse_unencrypted(text).unwrap();
        assert_eq!(Server::kept(server.origin().to_owned()), Some(server));
    }
    for text in [
        "",
        "a.example",
        "ftp://a.example",
        "https://",
        "https://a.example/b",
        "https://a b",
    ] {
        assert_eq!(Server::kept(text.to_owned()), None, "{text}");
    }
}

#[test]
fn practice_tokens_stay_on_this_machine() {
    let parse = |text| Server::parse(text).unwrap();
    assert!(Server::practice().takes_practice_tokens());
    assert!(parse("http://127.0.0.1:9000").takes_practice_tokens());
    assert!(!Server::cloud().takes_practice_tokens());
    assert!(!parse("https://localhost.example.com").takes_practice_tokens());
}

//! Servers as people write them.

mod questions;

use super::*;

/// What the browser's own parser does with the name of a host.
fn to_ascii(host: &str) -> Option<String> {
    url::Host::parse(host).ok().map(|host| host.to_string())
}

fn read(text: &str) -> Result<Entered, ServerFault> {
    Entered::read(text, to_ascii)
}

/// Reads a text about which nothing is asked.
fn plain(text: &str) -> String {
    let entered = read(text).unwrap_or_else(|fault| panic!("{text}: {fault:?}"));
    assert_eq!(entered.question, None, "{text}");
    entered.server.origins
}

/// Reads a text about which something is asked: what, and the servers to choose from.
fn asked(text: &str) -> (Doubt, Vec<String>) {
    let entered = read(text).unwrap_or_else(|fault| panic!("{text}: {fault:?}"));
    let question = entered
        .question
        .unwrap_or_else(|| panic!("{text}: no question"));
    let choices = question.choices.into_iter().map(|server| server.origins);
    (question.doubt, choices.collect())
}

#[test]
fn a_server_is_read_from_whatever_a_person_pastes() {
    for (text, origin) in [
        ("cloud.seatable.io", "https://cloud.seatable.io"),
        (" https://Cloud.SeaTable.io/ ", "https://cloud.seatable.io"),
        ("CLOUD.SEATABLE.IO", "https://cloud.seatable.io"),
        (
            "https://cloud.seatable.io/workspace/123/dtable/Name/?tid=0000&vid=0000",
            "https://cloud.seatable.io",
        ),
        (
            "cloud.seatable.io/workspace/123/dtable/Name",
            "https://cloud.seatable.io",
        ),
        (
            "https://cloud.seatable.io/api-gateway/",
            "https://cloud.seatable.io",
        ),
        (
            "https://cloud.seatable.io/dtable-server/",
            "https://cloud.seatable.io",
        ),
        (
            "https://cloud.seatable.io/dtable/external-links/c41cef71f5094827a786/",
            "https://cloud.seatable.io",
        ),
        (
            "https://table.example.com:8443/workspace/7/dtable/X/?a=b",
            "https://table.example.com:8443",
        ),
        (
            "cloud.seatable.io/accounts/login/?next=https://other.example/",
            "https://cloud.seatable.io",
        ),
        ("https://table.example.com:443", "https://table.example.com"),
        ("table.example.com:443", "https://table.example.com"),
        ("table.example.com:80", "https://table.example.com"),
        ("table.example.com:8443", "https://table.example.com:8443"),
        ("table.example.com.", "https://table.example.com"),
        ("table.example.com?a", "https://table.example.com"),
        ("https://table.example.com#b", "https://table.example.com"),
        ("https.example.com", "https://https.example.com"),
        ("http.example.com", "https://http.example.com"),
        ("8.8.8.8", "https://8.8.8.8"),
        ("203.0.113.7:8443", "https://203.0.113.7:8443"),
        // This machine.
        ("http://127.0.0.1:9000/", "http://127.0.0.1:9000"),
        ("HTTP://localhost:80", "http://localhost"),
        ("localhost:8080", "http://localhost:8080"),
        ("LocalHost : 8080", "http://localhost:8080"),
        ("127.0.0.1", "http://127.0.0.1"),
        ("https://localhost:8443", "https://localhost:8443"),
        ("localhost:443", "https://localhost"),
        ("[::1]:8080", "http://localhost:8080"),
        ("http://[::1]:8080/a", "http://localhost:8080"),
        ("::1", "http://localhost"),
        // The local network, by https.
        ("https://nas.local", "https://nas.local"),
        ("https://192.168.1.5:8443/x", "https://192.168.1.5:8443"),
        ("192.168.1.5:443", "https://192.168.1.5"),
        // Slips of the hand.
        ("https//x.y", "https://x.y"),
        ("https:/x.y", "https://x.y"),
        ("https:///x.y/z", "https://x.y"),
        ("https:\\\\x.y\\z", "https://x.y"),
        ("https;//x.y", "https://x.y"),
        ("https:// x.y", "https://x.y"),
        ("https://https://x.y", "https://x.y"),
        ("//x.y/z", "https://x.y"),
        ("<https://x.y>,", "https://x.y"),
        ("“https://x.y/”.", "https://x.y"),
        ("(x.y)", "https://x.y"),
        ("`x.y`", "https://x.y"),
        ("\u{feff}x.y\u{a0}", "https://x.y"),
        ("ｘ．ｙ", "https://x.y"),
        ("x。y", "https://x.y"),
        ("table. example .com", "https://table.example.com"),
        ("table,example,com", "https://table.example.com"),
        (
            "table.example.com /workspace/7",
            "https://table.example.com",
        ),
    ] {
        assert_eq!(plain(text), origin, "{text}");
    }
}

#[test]
fn an_international_name_is_taken_in_the_browser_s_form_and_kept_as_written() {
    for (text, origin, written) in [
        (
            "täble.example.com",
            "https://xn--tble-loa.example.com",
            "täble.example.com",
        ),
        (
            "https://TÄBLE.example.com:8443/workspace/7",
            "https://xn--tble-loa.example.com:8443",
            "TÄBLE.example.com",
        ),
        ("表格.例え", "https://xn--0xv092e.xn--r8jz45g", "表格.例え"),
    ] {
        let entered = read(text).unwrap();
        assert_eq!(entered.server.origins, origin, "{text}");
        assert_eq!(entered.written.as_deref(), Some(written), "{text}");
    }
    assert_eq!(read("xn--tble-loa.example.com").unwrap().written, None);
    // A letter of another script makes another name, which nothing is to hide.
    let lookalike = read("cloud.seat\u{430}ble.io").unwrap();
    assert_ne!(lookalike.server, Server::cloud());
    assert!(lookalike.server.host().contains("xn--"));
    assert_eq!(Server::parse("täble.example.com"), Err(ServerFault::Host));
}

#[test]
fn what_is_no_server_is_refused_with_the_reason() {
    for (text, fault) in [
        ("", ServerFault::Empty),
        ("  \t ", ServerFault::Empty),
        ("https://", ServerFault::Empty),
        ("/workspace/7/dtable/X/", ServerFault::Empty),
        ("ftp://table.example.com", ServerFault::Scheme),
        ("ws://table.example.com/a", ServerFault::Scheme),
        (
            "https://me:secret@table.example.com",
            ServerFault::Credentials,
        ),
        ("me@example.com", ServerFault::Credentials),
        ("https://a..b", ServerFault::Host),
        ("https://-a.example", ServerFault::Host),
        ("a_b.example", ServerFault::Host),
        ("two words", ServerFault::Host),
        ("zwei wörter", ServerFault::Host),
        ("http://[fe80::1]", ServerFault::Ipv6),
        ("2001:db8::1", ServerFault::Ipv6),
        ("https://[2001:db8::1]:8443/", ServerFault::Ipv6),
        ("127.1", ServerFault::Host),
        ("0x7f.0.0.0x1", ServerFault::Host),
        ("010.0.0.1", ServerFault::Host),
        ("1.2.3.400", ServerFault::Host),
        ("https://table.example.com:0", ServerFault::Port),
        ("https://table.example.com:https", ServerFault::Port),
        ("table.example.com:70000", ServerFault::Port),
    ] {
        assert_eq!(read(text), Err(fault), "{text}");
    }
}

#[test]
fn the_base_of_an_address_is_kept() {
    let base = |text| read(text).unwrap().base;
    let open = base("https://cloud.seatable.io/workspace/123/dtable/My%20base/?tid=0000").unwrap();
    assert_eq!(open.workspace_id, "123");
    assert_eq!(open.name.as_deref(), Some("My base"));
    assert_eq!(
        base("nas.local:8080/workspace/7/dtable/X")
            .unwrap()
            .workspace_id,
        "7"
    );
    assert_eq!(base("https://cloud.seatable.io/api-gateway/"), None);
    assert_eq!(base("cloud.seatable.io"), None);
}

#[test]
fn a_server_is_kept_by_its_origin_and_nothing_else() {
    for text in ["127.0.0.1:8080", "http://192.168.1.7", "cloud.seatable.io"] {
        let server = Server::parse(text).unwrap();
        assert_eq!(Server::kept(server.origins.clone()), Some(server.clone()));
        let other = Server::parse("http://127.0.0.1:8082").unwrap();
        let both = server.with_links(Some(&other));
        assert_eq!(Server::kept(both.origins.clone()), Some(both.clone()));
        assert_eq!(both.with_links(None), server);
    }
    for text in [
        "",
        "a.example",
        "ftp://a.example",
        "https://",
        "https://a.example/b",
        "https://a b",
        "https://a.example https://b.example https://c.example",
        "https://a.example https://b.example/c",
        "https://a.example ",
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

//! What is asked about before it is taken.

use super::*;

#[test]
fn in_a_local_network_http_is_proposed_and_https_offered() {
    for (text, host) in [
        ("192.168.1.5:8080", "192.168.1.5:8080"),
        ("http://192.168.1.5:8080/x", "192.168.1.5:8080"),
        ("10.0.0.7", "10.0.0.7"),
        ("172.20.1.1:8000", "172.20.1.1:8000"),
        ("100.64.3.2", "100.64.3.2"),
        ("seatable", "seatable"),
        ("HTTP://nas.local:80", "nas.local"),
        ("http//nas.local", "nas.local"),
        ("seatable.lan", "seatable.lan"),
        ("127.0.0.2:8000", "127.0.0.2:8000"),
    ] {
        let choices = ["http://", "https://"].map(|scheme| format!("{scheme}{host}"));
        assert_eq!(
            asked(text),
            (Doubt::Unencrypted, choices.to_vec()),
            "{text}"
        );
        assert_eq!(read(text).unwrap().server.origins, choices[0], "{text}");
    }
}

#[test]
fn a_page_that_came_by_https_says_why_http_will_not_do_and_names_two_ways_out() {
    let question = read("192.168.1.5:8080").unwrap().question.unwrap();
    let told =
        crate::words::server::doubt(question.doubt, "192.168.1.5:8080", "https://play.example");
    for words in [
        "most browsers refuse",
        "seatable-playground --server http://192.168.1.5:8080",
        "have the server use https",
    ] {
        assert!(told.contains(words), "{told}");
    }
    let told =
        crate::words::server::doubt(question.doubt, "192.168.1.5:8080", "http://127.0.0.1:8080");
    assert!(
        told.contains("unencrypted") && !told.contains("refuse"),
        "{told}"
    );
}

#[test]
fn plain_http_across_the_internet_is_not_taken() {
    for (text, origin) in [
        ("http://table.example.com", "https://table.example.com"),
        ("http://cloud.seatable.io/", "https://cloud.seatable.io"),
        ("http://table.example.com:80", "https://table.example.com"),
        (
            "http://table.example.com:8000",
            "https://table.example.com:8000",
        ),
        ("http://8.8.8.8", "https://8.8.8.8"),
    ] {
        assert_eq!(
            asked(text),
            (Doubt::Insecure, vec![origin.to_owned()]),
            "{text}"
        );
    }
    let here = vec!["http://127.0.0.1:8000".to_owned()];
    assert_eq!(asked("0.0.0.0:8000"), (Doubt::Everywhere, here.clone()));
    assert_eq!(asked("http://0.0.0.0:8000/a"), (Doubt::Everywhere, here));
}

#[test]
fn hosts_that_are_no_servers_are_asked_about_and_cloud_is_offered() {
    for text in [
        "api.seatable.io",
        "https://api.seatable.com/reference/introduction",
        "seatable.com",
        "https://www.seatable.com/",
        "seatable.io",
        "www.SeaTable.io",
        "forum.seatable.com",
        "https://admin.seatable.com/installation/",
        "developer.seatable.com",
        "http://seatable.com",
    ] {
        let (doubt, choices) = asked(text);
        assert!(matches!(doubt, Doubt::Site(_)), "{text}: {doubt:?}");
        assert_eq!(choices[0], "https://cloud.seatable.io", "{text}");
        assert!(choices[1].contains("seatable"), "{text}");
    }
    let question = read("api.seatable.io").unwrap().question.unwrap();
    let told =
        crate::words::server::doubt(question.doubt, "api.seatable.io", "https://play.example");
    assert!(
        told.starts_with("api.seatable.io has the documentation"),
        "{told}"
    );
}

#[test]
fn names_within_one_edit_of_cloud_are_asked_about() {
    for text in [
        "cloud.seatable.com",
        "cloud.seatable.oi",
        "could.seatable.io",
        "clou.seatable.io",
        "cloudd.seatable.io",
        "cloudseatable.io",
        "cloud-seatable.io",
        "cloud.seetable.io",
        "cloud.seatble.io",
        "cloud.seatables.io",
        "cloud.seatab1e.io",
        "cloud.seatable.i",
        "cloud.seatable.ioo",
        "cloud.seatable.co",
        "https://claud.seatable.io/workspace/7/dtable/X/",
    ] {
        let (doubt, choices) = asked(text);
        assert_eq!(doubt, Doubt::Misspelt, "{text}");
        assert_eq!(choices[0], "https://cloud.seatable.io", "{text}");
    }
    for text in [
        "cloud.seatable.io",
        "cloud2.seatables.io",
        "table.example.io",
        "stage.seatable.io",
        "cloud.seatable.io.example.com",
        "cloud.example.io",
    ] {
        plain(text);
    }
}

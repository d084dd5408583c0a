//! Another host than the chosen server's, to which an address in a response leads.

use super::pasted::other_host;
use super::prepare::entered;
use super::{Address, Answer, Entered, Server};
use crate::catalogue::FieldPath;
use crate::form::RequestForm;

/// Returns the other host that an upload link leads to, which the page does not follow; `None` if it leads to the server, or where
/// the person lets links lead.
pub fn of_link<'a>(link: &'a str, server: &Server) -> Option<&'a str> {
    other_host(link, server)
}

/// Returns where the link in a form leads, up to its host, where that is another host: the rest of a link is a credential.
pub fn of_field(form: &RequestForm, path: &FieldPath, server: &Server) -> Option<String> {
    let link = entered(&form.at(path)?.entry)?;
    other_host(link, server)?;
    let Address { scheme, host, .. } = Address::of(link.trim())?;
    Some([scheme, "://", host].concat())
}

/// Returns the address to which a response leads the requests inside a base, where it is on another host: `dtable_server` beside a
/// Base-Token.
pub fn of_base(answer: &Answer, server: &Server) -> Option<String> {
    let body = &answer.body;
    let address = body.string(body.pointer("/dtable_server")?)?;
    other_host(&address, server).is_some().then_some(address)
}

/// Returns the server at an address; `None` if the page can't be locked to it. What is plain http stays so, where the page takes
/// that at all.
pub fn server_at(address: &str) -> Option<Server> {
    let server = Entered::read(address, |_| None).ok()?.server;
    let is_kept = address
        .trim()
        .to_ascii_lowercase()
        .starts_with(server.origin());
    is_kept.then_some(server)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Document;

    #[test]
    fn the_server_of_a_link_is_read_where_a_page_can_be_locked_to_it() {
        for (link, origin) in [
            (
                "https://files.example.com/seafhttp/upload-api/x",
                Some("https://files.example.com"),
            ),
            (
                "https://Cloud.SeaTable.io:8082/a",
                Some("https://cloud.seatable.io:8082"),
            ),
            (
                "http://192.168.1.5:8082/upload-api/x",
                Some("http://192.168.1.5:8082"),
            ),
            (
                "http://127.0.0.1:8082/upload-api/x",
                Some("http://127.0.0.1:8082"),
            ),
            // Plain http across the network, and what no policy can name.
            ("http://files.example.com/a", None),
            ("https://[2001:db8::1]/a", None),
        ] {
            assert!(of_link(link, &Server::cloud()).is_some(), "{link}");
            let server = server_at(link);
            assert_eq!(server.as_ref().map(Server::origin), origin, "{link}");
        }
        for link in [
            "",
            "fake-0000",
            "https://cloud.seatable.io/a",
            "/seafhttp/upload-api/x",
        ] {
            assert_eq!(of_link(link, &Server::cloud()), None, "{link}");
        }
    }

    #[test]
    fn the_gateway_of_a_base_may_be_elsewhere() {
        let answer = |body: &str| Answer {
            status: 200,
            headers: Vec::new(),
            body: Document::parse(body.as_bytes().to_vec()),
            decoded: None,
        };
        let of = |body| of_base(&answer(body), &Server::cloud());
        let own = r#"{"dtable_server": "https://cloud.seatable.io/api-gateway/"}"#;
        assert_eq!(of(own), None);
        let other = of(r#"{"dtable_server": "https://table.example.com/api-gateway/"}"#);
        let other = other.as_deref();
        assert_eq!(other, Some("https://table.example.com/api-gateway/"));
        assert_eq!(of(r#"{"dtable_server": 7}"#), None);
        assert_eq!(of("[]"), None);
    }
}

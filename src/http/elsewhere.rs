//! Another host than the chosen server's, to which an address in a response leads.

use super::{Answer, Entered, Server, pasted};

/// A host that the page does not send to by itself, and what is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// The host, with its port, as it was written.
    pub host: String,
    /// The server there; none where the page can't be locked to it.
    pub server: Option<Server>,
}

impl Elsewhere {
    /// Reads an address; none where it leads to the server, or where the person lets links lead.
    pub fn of(address: &str, server: &Server) -> Option<Self> {
        let host = pasted::other_host(address, server)?.to_owned();
        let there = Entered::read(address, |_| None).ok();
        // What is plain http stays so, where the page takes that at all.
        let is_kept = |there: &Server| {
            address
                .trim()
                .to_ascii_lowercase()
                .starts_with(there.origin())
        };
        let server = there.map(|entered| entered.server).filter(is_kept);
        Some(Self { host, server })
    }

    /// Reads where a response says that the requests inside a base go: `dtable_server` beside a Base-Token.
    pub fn of_base(answer: &Answer, server: &Server) -> Option<Self> {
        let body = &answer.body;
        let address = body.string(body.pointer("/dtable_server")?)?;
        Self::of(&address, server)
    }

    /// Says why the page does not upload by a link, and what else can.
    pub fn of_link(&self, server: &Server) -> String {
        format!(
            "The upload link leads to {}, but requests of this page go to {} alone, so the page doesn't upload by it.",
            self.host,
            server.host()
        )
    }
}

/// What a person can do about an upload link that the page does not follow.
pub const WITHOUT: &str = "Upload by command line, with the link in its variable: \
     curl -F file=@FILE -F parent_dir=PARENT_PATH -F relative_path=FOLDER \"$SEATABLE_UPLOAD_LINK?ret-json=1\". \
     Then put its name and size into the step after the upload. Or ask the admin of the server to have the file \
     server under the same address (FILE_SERVER_ROOT).";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Document;

    #[test]
    fn the_server_of_a_link_is_read_where_a_page_can_be_locked_to_it() {
        for (link, host, origin) in [
            (
                "https://files.example.com/seafhttp/upload-api/x",
                "files.example.com",
                Some("https://files.example.com"),
            ),
            (
                "https://Cloud.SeaTable.io:8082/a",
                "Cloud.SeaTable.io:8082",
                Some("https://cloud.seatable.io:8082"),
            ),
            (
                "http://192.168.1.5:8082/upload-api/x",
                "192.168.1.5:8082",
                Some("http://192.168.1.5:8082"),
            ),
            (
                "http://127.0.0.1:8082/upload-api/x",
                "127.0.0.1:8082",
                Some("http://127.0.0.1:8082"),
            ),
            // Plain http across the network, and what no policy can name.
            ("http://files.example.com/a", "files.example.com", None),
            ("https://[2001:db8::1]/a", "[2001:db8::1]", None),
        ] {
            let elsewhere = Elsewhere::of(link, &Server::cloud()).unwrap();
            assert_eq!(elsewhere.host, host, "{link}");
            let server = elsewhere.server.as_ref();
            assert_eq!(server.map(Server::origin), origin, "{link}");
        }
        for link in [
            "",
            "fake-0000",
            "https://cloud.seatable.io/a",
            "/seafhttp/upload-api/x",
        ] {
            assert_eq!(Elsewhere::of(link, &Server::cloud()), None, "{link}");
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
        let of = |body| Elsewhere::of_base(&answer(body), &Server::cloud());
        assert_eq!(
            of(r#"{"dtable_server": "https://cloud.seatable.io/api-gateway/"}"#),
            None
        );
        let other = of(r#"{"dtable_server": "https://table.example.com/api-gateway/"}"#);
        assert_eq!(other.unwrap().host, "table.example.com");
        assert_eq!(of(r#"{"dtable_server": 7}"#), None);
        assert_eq!(of("[]"), None);
    }
}

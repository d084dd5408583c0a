//! Values that stand inside an address: a person pastes the address of a base, an answer gives a whole upload link, and a
//! field takes one part of it.

use super::{Server, is_on};
use crate::catalogue::Field;

/// The field whose value stands after `/workspace/` in the address of an open base.
const WORKSPACE: &str = "workspace_id";

/// The field that takes the last part of an upload link.
const UPLOAD_LINK: &str = "upload_link";

/// Returns the part of a text that a field takes; the text itself where it is no address.
pub(super) fn value<'a>(field: &Field, text: &'a str) -> &'a str {
    let found = match field.name.as_ref() {
        WORKSPACE => after(text.trim(), "/workspace/"),
        UPLOAD_LINK => is_address(text).then(|| last(text.trim())).flatten(),
        _ => None,
    };
    found.unwrap_or(text)
}

/// Says what is wrong with an address in the place of a value: it is one of another server, or lacks the value.
pub(super) fn fault(field: &Field, text: &str, server: &Server) -> Option<String> {
    if !is_address(text) {
        return None;
    }
    match field.name.as_ref() {
        WORKSPACE if after(text.trim(), "/workspace/").is_none() => Some(
            "This address has no workspace in it. That of an open base has: …/workspace/7/dtable/…"
                .to_owned(),
        ),
        UPLOAD_LINK => elsewhere(text, server),
        WORKSPACE => {
            let other = other_host(text, server)?;
            Some(format!(
                "This address leads to {other}, but requests of this page go to {} alone.",
                server.host()
            ))
        }
        _ => None,
    }
}

/// Says of an upload link to another host that this page can't use it, and what can; none where it leads to the server.
pub fn elsewhere(link: &str, server: &Server) -> Option<String> {
    let host = other_host(link, server)?;
    Some(format!(
        "The upload link leads to {host}, but requests of this page go to {} alone, so the page can't upload by it. \
         Upload by command line instead, with the link in its variable: \
         curl -F file=@FILE -F parent_dir=PARENT_PATH -F relative_path=FOLDER \"$SEATABLE_UPLOAD_LINK?ret-json=1\". \
         Then put its name and size into the step after the upload. Or ask the admin of the server to have the file \
         server under the same address (FILE_SERVER_ROOT).",
        server.host()
    ))
}

/// Returns the host of an address, with its port, where that is another one than the server's.
fn other_host<'a>(address: &'a str, server: &Server) -> Option<&'a str> {
    // The page may not send there in any case, whether or not it could be a server of its own.
    let (_, rest) = address.trim().split_once("://")?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_same =
        is_on(address.trim(), server.origin()) || host.eq_ignore_ascii_case(server.host());
    (!is_same).then_some(host)
}

fn is_address(text: &str) -> bool {
    text.contains("://")
}

fn after<'a>(text: &'a str, mark: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(mark)?;
    rest.split(['/', '?', '#'])
        .next()
        .filter(|part| !part.is_empty())
}

fn last(text: &str) -> Option<&str> {
    let path = text.split(['?', '#']).next()?;
    path.trim_end_matches('/').rsplit('/').next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{FieldKind, Place};

    fn field(name: &'static str) -> Field {
        Field {
            name: name.into(),
            place: Place::Path,
            required: true,
            kind: FieldKind::Text,
            default: None,
        }
    }

    #[test]
    fn a_workspace_is_read_out_of_the_address_of_a_base() {
        let field = field("workspace_id");
        for text in [
            "7",
            "https://cloud.seatable.io/workspace/7/dtable/My%20base/?tid=0000",
            "/workspace/7",
        ] {
            assert_eq!(value(&field, text), "7", "{text}");
        }
        assert_eq!(
            value(&field, "https://cloud.seatable.io/"),
            "https://cloud.seatable.io/"
        );
    }

    #[test]
    fn an_upload_link_gives_its_last_part() {
        let field = field("upload_link");
        let link = "https://cloud.seatable.io/seafhttp/upload-api/fake-0000?ret-json=1";
        assert_eq!(value(&field, link), "fake-0000");
        assert_eq!(value(&field, "fake-0000"), "fake-0000");
        assert_eq!(value(&self::field("path"), link), link);
    }

    #[test]
    fn an_address_of_another_server_is_refused() {
        let server = Server::cloud();
        let link = field("upload_link");
        assert_eq!(fault(&link, "https://cloud.seatable.io/a/b", &server), None);
        for link in [
            "https://files.example.com/a/b",
            "http://files.example.com/a/b",
            "https://cloud.seatable.io:8082/a",
        ] {
            let told = elsewhere(link, &server).unwrap();
            assert!(told.contains("curl"), "{told}");
        }
        for link in [
            "fake-0000",
            "https://cloud.seatable.io/a/b",
            "https://Cloud.SeaTable.io/a",
            "",
        ] {
            assert_eq!(elsewhere(link, &server), None, "{link}");
        }
        let told = fault(&link, "https://files.example.com/a/b", &server).unwrap();
        assert!(told.contains("files.example.com"), "{told}");
        let told = fault(
            &field("workspace_id"),
            "https://cloud.seatable.io/",
            &server,
        );
        assert!(told.unwrap().contains("no workspace"));
        assert_eq!(
            fault(&field("path"), "https://files.example.com/", &server),
            None
        );
    }
}

//! Values that stand inside an address: a person pastes the address of a base, an answer gives a whole upload link, and a
//! field takes one part of it.

use super::server::host_of;
use super::{Address, FieldFault, Server, is_on, link};
use crate::catalogue::{Field, Role};

/// Returns the part of a text that a field takes; the text itself where it is no address.
pub(super) fn value<'a>(field: &Field<'_>, text: &'a str) -> &'a str {
    let found = match field.schema.role {
        Some(Role::Workspace) => after(text.trim(), "/workspace/"),
        Some(Role::UploadLink) => is_address(text).then(|| last(text.trim())).flatten(),
        _ => None,
    };
    found.unwrap_or(text)
}

/// Returns what is wrong with an address in the place of a value: it is one of another server, or lacks the value.
pub(super) fn fault(field: &Field<'_>, text: &str, server: &Server) -> Option<FieldFault> {
    if !is_address(text) {
        return None;
    }
    match field.schema.role {
        Some(Role::Workspace) if after(text.trim(), "/workspace/").is_none() => {
            Some(FieldFault::NoWorkspace)
        }
        Some(Role::UploadLink | Role::Workspace) => {
            let host = other_host(text, server)?;
            Some(FieldFault::OtherHost {
                host: host.to_owned(),
                server: server.host().to_owned(),
            })
        }
        _ => None,
    }
}

/// Returns the address up to the credential of a link that leads to the other origin which the person has allowed, or that origin
/// where the link does not tell; `None` if it leads to the server itself.
pub(super) fn base_of_link<'a>(
    field: &Field<'_>,
    text: &'a str,
    server: &'a Server,
) -> Option<&'a str> {
    let text = text.trim();
    let is_there = |links: &&str| field.has(Role::UploadLink) && is_host_of(text, links);
    let links = server.links().filter(is_there)?;
    // As the link has it: the file server may stand under a path of its own.
    Some(
        link::before_credential(text)
            .filter(|before| is_on(before, links))
            .unwrap_or(links),
    )
}

/// Returns the host of an address, with its port, where requests of the page may not go there.
pub(super) fn other_host<'a>(address: &'a str, server: &Server) -> Option<&'a str> {
    // The page may not send there in any case, whether or not it could be a server of its own.
    let address = address.trim();
    let is_allowed = is_host_of(address, server.origin())
        || server
            .links()
            .is_some_and(|links| is_host_of(address, links));
    host(address).filter(|_| !is_allowed)
}

/// Whether an address is on an origin, or on the same host and port by another scheme.
fn is_host_of(address: &str, origin: &str) -> bool {
    let is_same = |host: &str| host.eq_ignore_ascii_case(host_of(origin));
    is_on(address, origin) || host(address).is_some_and(is_same)
}

fn host(address: &str) -> Option<&str> {
    Some(Address::of(address)?.host)
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
    use crate::catalogue::{Place, Schema, Shape};

    fn field(role: Option<Role>) -> Field<'static> {
        let schema = Schema {
            role,
            ..Shape::TEXT.into()
        };
        Field {
            name: "x",
            place: Place::Path,
            is_whole: false,
            required: true,
            schema: Box::leak(Box::new(schema)),
        }
    }

    #[test]
    fn a_workspace_is_read_out_of_the_address_of_a_base() {
        let field = field(Some(Role::Workspace));
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
        let field = field(Some(Role::UploadLink));
        let link = "https://cloud.seatable.io/seafhttp/upload-api/fake-0000?ret-json=1";
        assert_eq!(value(&field, link), "fake-0000");
        assert_eq!(value(&field, "fake-0000"), "fake-0000");
        assert_eq!(value(&self::field(None), link), link);
    }

    #[test]
    fn an_address_of_another_server_is_refused() {
        let server = Server::cloud();
        let link = field(Some(Role::UploadLink));
        assert_eq!(fault(&link, "https://cloud.seatable.io/a/b", &server), None);
        for other in [
            "http://files.example.com/a/b",
            "https://cloud.seatable.io:8082/a",
        ] {
            assert!(fault(&link, other, &server).is_some(), "{other}");
        }
        for own in ["fake-0000", "https://Cloud.SeaTable.io/a", ""] {
            assert_eq!(fault(&link, own, &server), None, "{own}");
        }
        let found = fault(&link, "https://files.example.com/a/b", &server);
        let other = FieldFault::OtherHost {
            host: "files.example.com".to_owned(),
            server: "cloud.seatable.io".to_owned(),
        };
        assert_eq!(found, Some(other));
        let found = fault(
            &field(Some(Role::Workspace)),
            "https://cloud.seatable.io/",
            &server,
        );
        assert_eq!(found, Some(FieldFault::NoWorkspace));
        assert_eq!(
            fault(&field(None), "https://files.example.com/", &server),
            None
        );
    }

    #[test]
    fn a_link_to_the_other_host_that_was_allowed_is_taken_with_its_path() {
        let files = Server::parse("https://files.example.com:8443").unwrap();
        let server = Server::cloud().with_links(Some(&files));
        let link = field(Some(Role::UploadLink));
        for (text, base) in [
            (
                "https://files.example.com:8443/seafhttp/upload-api/fake-0000?ret-json=1",
                "/seafhttp/upload-api/",
            ),
            (
                "https://files.example.com:8443/x/upload-api/fake-0000",
                "/x/upload-api/",
            ),
            (
                "https://files.example.com:8443/upload-api/fake-0000",
                "/upload-api/",
            ),
            // What does not tell is taken as SeaTable's documents have it.
            ("https://Files.Example.com:8443/upload-api/fake-0000", ""),
            ("https://files.example.com:8443/fake-0000", ""),
        ] {
            assert_eq!(fault(&link, text, &server), None, "{text}");
            let base = ["https://files.example.com:8443", base].concat();
            assert_eq!(
                base_of_link(&link, text, &server),
                Some(base.as_str()),
                "{text}"
            );
            assert_eq!(value(&link, text), "fake-0000", "{text}");
            // Nothing else may lead there, and without the permission no link either.
            assert_eq!(base_of_link(&field(None), text, &server), None);
            assert_eq!(base_of_link(&link, text, &Server::cloud()), None);
        }
        for text in [
            "fake-0000",
            "https://cloud.seatable.io/seafhttp/upload-api/fake-0000",
        ] {
            assert_eq!(base_of_link(&link, text, &server), None, "{text}");
        }
        let third = "https://third.example.com/seafhttp/upload-api/fake-0000";
        assert!(fault(&link, third, &server).is_some());
    }
}

//! The one server that requests are led to.

use std::fmt::{self, Display, Formatter};

use hyper::Uri;
use hyper::http::uri::{Authority, PathAndQuery, Scheme};

/// A SeaTable server, by its origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server {
    scheme: Scheme,
    /// In lower case, with the port where it is not the scheme's own.
    authority: Authority,
}

impl Server {
    /// Reads an address: `https://cloud.seatable.io`, `http://127.0.0.1:8081`. Without a scheme it is https.
    ///
    /// # Errors
    ///
    /// Fails with a sentence where the text names no server, or more than a server.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim().to_ascii_lowercase();
        let (scheme, rest) = match text.split_once("://") {
            None => (Scheme::HTTPS, text.as_str()),
            Some(("https", rest)) => (Scheme::HTTPS, rest),
            Some(("http", rest)) => (Scheme::HTTP, rest),
            Some(_) => return Err("The address has to begin with https:// or http://.".to_owned()),
        };
        let rest = rest.strip_suffix('/').unwrap_or(rest);
        if rest.contains('@') {
            return Err("Leave out the user name and password before the @.".to_owned());
        }
        if rest.contains(['/', '?', '#', '\\']) {
            return Err(
                "Leave out what comes after the host: the relay leads to all of a server."
                    .to_owned(),
            );
        }
        let not_one =
            || format!("`{rest}` isn't a host name. Enter one such as cloud.seatable.io.");
        let authority: Authority = rest.parse().map_err(|_| not_one())?;
        let host = authority.host();
        if host.starts_with('[') {
            return Err(
                "The page cannot name an IPv6 address. Enter the server's name, or its address with four numbers."
                    .to_owned(),
            );
        }
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
        if host.is_empty() || !host.chars().all(is_name) {
            return Err(not_one());
        }
        let port = match authority.port() {
            None if rest.len() == host.len() => None,
            Some(port) if port.as_u16() != 0 => Some(port.as_u16()),
            _ => return Err("The port has to be a number from 1 to 65535.".to_owned()),
        };
        let authority = match port {
            Some(port) if port != default_port(&scheme) => format!("{host}:{port}"),
            _ => host.to_owned(),
        };
        Ok(Self {
            scheme,
            authority: authority.parse().map_err(|_| not_one())?,
        })
    }

    /// Whether what is sent there is encrypted on its way.
    pub fn is_encrypted(&self) -> bool {
        self.scheme == Scheme::HTTPS
    }

    /// Whether it is on this machine, so that nobody is on the way.
    pub(crate) fn is_this_machine(&self) -> bool {
        matches!(self.host(), "127.0.0.1" | "localhost")
    }

    /// Host and port, as the header `Host` names them.
    pub(crate) fn authority(&self) -> &str {
        self.authority.as_str()
    }

    /// The name of its host, or its address.
    pub(crate) fn host(&self) -> &str {
        self.authority.host()
    }

    pub(crate) fn port(&self) -> u16 {
        let port = self.authority.port_u16();
        port.unwrap_or_else(|| default_port(&self.scheme))
    }

    /// Returns the address of `path`, which is taken to the letter.
    pub(crate) fn address(&self, path: PathAndQuery) -> Option<Uri> {
        Uri::builder()
            .scheme(self.scheme.clone())
            .authority(self.authority.clone())
            .path_and_query(path)
            .build()
            .ok()
    }
}

/// Writes the origin.
impl Display for Server {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}", self.scheme, self.authority)
    }
}

fn default_port(scheme: &Scheme) -> u16 {
    match *scheme == Scheme::HTTPS {
        true => 443,
        false => 80,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_its_origin() {
        for (text, origin) in [
            ("https://cloud.seatable.io", "https://cloud.seatable.io"),
            ("cloud.seatable.io", "https://cloud.seatable.io"),
            (" HTTPS://Cloud.SeaTable.io/ ", "https://cloud.seatable.io"),
            ("https://a.example:443", "https://a.example"),
            ("https://a.example:8443/", "https://a.example:8443"),
            ("http://a.example:80", "http://a.example"),
            ("http://127.0.0.1:8081", "http://127.0.0.1:8081"),
            ("seatable.local:8000", "https://seatable.local:8000"),
        ] {
            let server = Server::parse(text).unwrap();
            assert_eq!(server.to_string(), origin, "{text}");
        }
    }

    #[test]
    fn what_names_no_server_is_refused_with_a_sentence() {
        for text in [
            "",
            "https://",
            "ftp://a.example",
            "https://a.example/workspace/7/",
            "https://a.example?x",
            "https://me:secret@a.example",
            "https://a.example:0",
            "https://a.example:",
            "https://a.example:65536",
            "https://a b",
            "https://a\"b",
            "https://a.example\\b",
            "https://[::1",
            "https://[::1]:8443",
            "https://a_b.example",
        ] {
            let fault = Server::parse(text).unwrap_err();
            assert!(fault.ends_with('.'), "{text}: {fault}");
        }
    }

    #[test]
    fn a_path_is_taken_to_the_letter() {
        let server = Server::parse("http://a.example").unwrap();
        for path in [
            "/api2//ping/",
            "//x/y",
            "/a/../b",
            "/%2e%2E/%C3%A4?q=%20+&&x",
        ] {
            let address = server.address(path.parse().unwrap()).unwrap();
            assert_eq!(address.path_and_query().unwrap().as_str(), path);
            assert_eq!(address.host(), Some("a.example"));
        }
    }
}

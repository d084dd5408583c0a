//! The server that requests go to.

/// The host of the practice SeaTable in the page. `.invalid` can never be somebody's (RFC 2606).
const PRACTICE_ORIGIN: &str = "https://practice.invalid";

/// A SeaTable server, by its origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server {
    origin: String,
}

/// Why a text names no server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServerFault {
    /// There is no text.
    Empty,
    /// The scheme is neither `https` nor `http`.
    Scheme,
    /// Plain `http` to something other than this machine.
    Insecure,
    /// A user name or password stands before the host.
    Credentials,
    /// The host has characters that no host name has.
    Host,
    /// The port is no number from 1 to 65535.
    Port,
}

impl ServerFault {
    /// Says what is wrong, and what to write instead.
    pub fn text(self) -> &'static str {
        match self {
            Self::Empty => "Enter the address of your SeaTable server, such as cloud.seatable.io.",
            Self::Scheme => "The address has to begin with https://.",
            Self::Insecure => {
                "Plain http would send your token unencrypted. Use https; http works for this \
                 machine only (127.0.0.1 or localhost)."
            }
            Self::Credentials => "Leave out the user name and password before the @.",
            Self::Host => {
                "This is no host name. Write it with letters a to z, digits, dots and hyphens; an \
                 international name in its xn-- form."
            }
            Self::Port => "The port has to be a number from 1 to 65535.",
        }
    }
}

impl Server {
    /// Returns SeaTable Cloud.
    pub fn cloud() -> Self {
        Self {
            origin: "https://cloud.seatable.io".to_owned(),
        }
    }

    /// Returns the practice SeaTable that runs in the page.
    pub fn practice() -> Self {
        Self {
            origin: PRACTICE_ORIGIN.to_owned(),
        }
    }

    /// Reads what a person typed or pasted: a host, an origin, or any address on the server.
    pub fn parse(text: &str) -> Result<Self, ServerFault> {
        let text = text.trim();
        let (scheme, rest) = text.split_once("://").unwrap_or(("https", text));
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        if authority.is_empty() {
            return Err(ServerFault::Empty);
        }
        if authority.contains('@') {
            return Err(ServerFault::Credentials);
        }
        let (host, port) = match authority.split_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (authority, None),
        };
        let host = host.to_ascii_lowercase();
        check_host(&host)?;
        let scheme = scheme.to_ascii_lowercase();
        match scheme.as_str() {
            "https" => {}
            "http" if is_this_machine(&host) => {}
            "http" => return Err(ServerFault::Insecure),
            _ => return Err(ServerFault::Scheme),
        }
        let mut origin = format!("{scheme}://{host}");
        match port.map(check_port).transpose()? {
            Some(443) if scheme == "https" => {}
            Some(80) if scheme == "http" => {}
            Some(port) => {
                origin.push(':');
                origin.push_str(&port.to_string());
            }
            None => {}
        }
        Ok(Self { origin })
    }

    /// Returns the origin: scheme, host, and port where it is not the scheme's own.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Returns host and port, as people call the server.
    pub fn host(&self) -> &str {
        self.origin.split_once("://").map_or("", |(_, host)| host)
    }

    /// Whether requests go to the practice SeaTable in the page, and to no network.
    pub fn is_in_page(&self) -> bool {
        self.origin == PRACTICE_ORIGIN
    }

    /// Whether practice tokens may be sent there: to the one in the page, or to this machine.
    pub fn takes_practice_tokens(&self) -> bool {
        self.is_in_page() || is_this_machine(self.host().split(':').next().unwrap_or_default())
    }
}

fn check_host(host: &str) -> Result<(), ServerFault> {
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && label
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    if host.len() <= 253 && host.split('.').all(label) {
        Ok(())
    } else {
        Err(ServerFault::Host)
    }
}

fn check_port(port: &str) -> Result<u16, ServerFault> {
    match port.parse() {
        Ok(0) | Err(_) => Err(ServerFault::Port),
        Ok(port) => Ok(port),
    }
}

fn is_this_machine(host: &str) -> bool {
    matches!(host, "127.0.0.1" | "localhost")
}

#[cfg(test)]
mod tests {
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
            ("https://table.example.com:0", ServerFault::Port),
            ("https://table.example.com:https", ServerFault::Port),
        ] {
            assert_eq!(Server::parse(text), Err(fault), "{text}");
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
}

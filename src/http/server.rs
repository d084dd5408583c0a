//! The server that requests go to.

use super::nearby::is_nearby;
use crate::typed;

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
    /// Plain `http` to a machine of the same network, which the person may want all the same.
    Unencrypted,
    /// An address of IPv6.
    Ipv6,
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
            Self::Unencrypted => {
                "Plain http sends your token unencrypted: whoever is in the same network can read it. Use https, or agree \
                 to that. From a page that came by https, browsers refuse it."
            }
            Self::Ipv6 => {
                "A browser cannot hold this page to an IPv6 address. Enter the server's name, or its address with \
                 four numbers."
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
    ///
    /// Without a scheme it is https, and http on this machine, where nobody serves https.
    pub fn parse(text: &str) -> Result<Self, ServerFault> {
        let text: String = typed::bare(text).chars().map(typed::narrow).collect();
        let text = text.trim_matches(['"', '\'', '<', '>', ',', ';', ' ']);
        let (scheme, rest) = scheme(text)?;
        let authority = rest.split(['/', '\\', '?', '#']).next().unwrap_or_default();
        if authority.is_empty() {
            return Err(ServerFault::Empty);
        }
        if authority.contains('@') {
            return Err(ServerFault::Credentials);
        }
        let (host, port) = host_and_port(authority)?;
        let host = host.to_ascii_lowercase();
        check_host(&host)?;
        let scheme = match scheme {
            None | Some("http") if is_this_machine(&host) => "http",
            Some("http") if is_nearby(&host) => return Err(ServerFault::Unencrypted),
            Some("http") => return Err(ServerFault::Insecure),
            _ => "https",
        };
        Self::of(scheme, &host, port)
    }

    /// The same, for a person who has agreed to plain http in their own network.
    pub fn parse_unencrypted(text: &str) -> Result<Self, ServerFault> {
        match Self::parse(text) {
            Err(ServerFault::Unencrypted) => {
                let secure = Self::parse(&text.to_ascii_lowercase().replacen("http", "https", 1))?;
                let mut origin = secure.origin.replacen("https", "http", 1);
                if let Some(plain) = origin.strip_suffix(":80") {
                    origin = plain.to_owned();
                }
                Ok(Self { origin })
            }
            other => other,
        }
    }

    /// Takes the origin of a server that was in use before, as [`Server::origin`] gave it.
    pub fn kept(origin: String) -> Option<Self> {
        let (scheme, host) = origin.split_once("://")?;
        let is_host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':');
        let is_one =
            matches!(scheme, "https" | "http") && !host.is_empty() && host.chars().all(is_host);
        is_one.then_some(Self { origin })
    }

    fn of(scheme: &str, host: &str, port: Option<&str>) -> Result<Self, ServerFault> {
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

/// Cuts the scheme off, however its colon and slashes came out: `https//a.b`, `https:/a.b`.
fn scheme(text: &str) -> Result<(Option<&'static str>, &str), ServerFault> {
    for scheme in ["https", "http"] {
        let Some((head, rest)) = text.split_at_checked(scheme.len()) else {
            continue;
        };
        let after = rest.trim_start_matches([':', ';', '/', '\\']);
        let signs = rest.strip_suffix(after).unwrap_or_default();
        // A host may begin like that, and a port or a path may come after it.
        let is_scheme = match signs {
            ":" => !after.starts_with(|c: char| c.is_ascii_digit()),
            _ => signs.len() > 1,
        };
        if head.eq_ignore_ascii_case(scheme) && is_scheme {
            // Pasted behind what the field had already.
            return match self::scheme(after)? {
                (Some(inner), rest) => Ok((Some(inner), rest)),
                (None, rest) => Ok((Some(scheme), rest)),
            };
        }
    }
    if let Some(rest) = text.strip_prefix("//") {
        return Ok((None, rest));
    }
    match text.contains("://") {
        true => Err(ServerFault::Scheme),
        false => Ok((None, text)),
    }
}

/// Parts host and port. The loopback address of IPv6 is `localhost` here: no policy can name an IPv6 address, so a page
/// cannot be locked to one.
fn host_and_port(authority: &str) -> Result<(&str, Option<&str>), ServerFault> {
    let colons = authority.matches(':').count();
    let (host, port) = match authority
        .strip_prefix('[')
        .and_then(|rest| rest.split_once(']'))
    {
        Some((host, "")) => (host, None),
        Some((host, rest)) => (host, Some(rest.strip_prefix(':').ok_or(ServerFault::Port)?)),
        None if colons > 1 => (authority, None),
        None => {
            return Ok(match authority.split_once(':') {
                Some((host, port)) => (host, Some(port)),
                None => (authority, None),
            });
        }
    };
    match host {
        "::1" | "0:0:0:0:0:0:0:1" => Ok(("localhost", port)),
        _ => Err(ServerFault::Ipv6),
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
    let last = host.rsplit('.').next().unwrap_or_default();
    // Browsers read any host that ends in a number as an IPv4 address, in ways of their own.
    let is_number = last.bytes().all(|b| b.is_ascii_digit()) || last.starts_with("0x");
    if is_number && !is_ipv4(host) {
        return Err(ServerFault::Host);
    }
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

fn is_ipv4(host: &str) -> bool {
    let number = |part: &str| {
        part.parse::<u8>()
            .is_ok_and(|number| number.to_string() == part)
    };
    host.split('.').count() == 4 && host.split('.').all(number)
}

fn is_this_machine(host: &str) -> bool {
    matches!(host, "127.0.0.1" | "localhost")
}

#[cfg(test)]
mod tests;

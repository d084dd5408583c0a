//! Servers as people type and paste them.

use super::question::{self, Doubt, Question};
use super::{Server, ServerFault, is_this_machine};
use crate::http::{OpenBase, is_nearby};
use crate::typed;

/// What a person entered for a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entered {
    /// The server.
    pub server: Server,
    /// What is to be asked before it is taken; `None` if nothing is doubtful.
    pub question: Option<Question>,
    /// The base whose address it was, if it was one.
    pub base: Option<OpenBase>,
    /// The international name as it was written, where the server's is the `xn--` form of one.
    pub written: Option<String>,
}

/// A server's address in its parts.
struct Parts<'a> {
    /// The scheme, where one was written.
    scheme: Option<&'static str>,
    host: String,
    port: Option<u16>,
    /// What comes after host and port.
    path: &'a str,
    written: Option<String>,
}

impl Entered {
    /// Reads what a person typed or pasted: a host, an origin, or any address on the server. `to_ascii` gives the `xn--` form of an
    /// international name, as the browser has it.
    ///
    /// Without a scheme it is https; on this machine, where nobody serves https, and in the local network http is proposed.
    pub fn read(
        text: &str,
        to_ascii: impl Fn(&str) -> Option<String>,
    ) -> Result<Self, ServerFault> {
        let text = cleaned(text);
        let parts = parts(&text, to_ascii)?;
        let (server, question) = proposed(&parts);
        Ok(Self {
            server,
            question,
            base: OpenBase::read(parts.path),
            written: parts.written,
        })
    }
}

/// Returns the server of an address, and what is to be asked before it is taken.
fn proposed(parts: &Parts<'_>) -> (Server, Option<Question>) {
    let host = parts.host.as_str();
    let on = |scheme: &str| Server::at(scheme, host, parts.port);
    let ask = |doubt, choices| Some(Question { doubt, choices });
    let (by_http, by_https) = (on("http"), on("https"));
    if let Some(doubt) = question::of_host(host) {
        let choices = vec![Server::cloud(), by_https.clone()];
        return (by_https, ask(doubt, choices));
    }
    match parts.scheme {
        Some("https") => (by_https, None),
        _ if host == "0.0.0.0" => {
            let here = Server::at("http", "127.0.0.1", parts.port);
            (here.clone(), ask(Doubt::Everywhere, vec![here]))
        }
        _ if is_this_machine(host) => (by_http, None),
        _ if is_nearby(host) => {
            let choices = vec![by_http.clone(), by_https];
            (by_http, ask(Doubt::Unencrypted, choices))
        }
        Some(_) => (by_https.clone(), ask(Doubt::Insecure, vec![by_https])),
        None => (by_https, None),
    }
}

/// Returns a text without what nobody sees, and without what encloses an address in prose.
fn cleaned(text: &str) -> String {
    let text: String = typed::bare(text).chars().map(typed::narrow).collect();
    let encloses = |c: char| " \"'`<>(),;“”„‘’‚«»‹›".contains(c);
    text.trim_matches(encloses).to_owned()
}

fn parts(text: &str, to_ascii: impl Fn(&str) -> Option<String>) -> Result<Parts<'_>, ServerFault> {
    let (scheme, rest) = scheme(text)?;
    let end = rest.find(['/', '\\', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    let authority = joined(authority);
    if authority.is_empty() {
        return Err(ServerFault::Empty);
    }
    if authority.contains('@') {
        return Err(ServerFault::Credentials);
    }
    let (host, port) = host_and_port(&authority)?;
    // The dot that ends a sentence.
    let host = host.strip_suffix('.').unwrap_or(host);
    let (host, written) = if host.is_ascii() {
        (host.to_ascii_lowercase(), None)
    } else {
        let name = to_ascii(host).ok_or(ServerFault::Host)?;
        (name, Some(host.to_owned()))
    };
    check_host(&host)?;
    let port = port.map(check_port).transpose()?;
    Ok(Parts {
        // That port is for https, on this machine too.
        scheme: scheme.or_else(|| (port == Some(443)).then_some("https")),
        host,
        port,
        path,
        written,
    })
}

/// Takes out blanks beside a dot or a colon, which no address has, and commas that stand for dots.
fn joined(authority: &str) -> String {
    let mut out = String::new();
    for word in authority.split(' ').filter(|word| !word.is_empty()) {
        let meets = out.is_empty() || out.ends_with(['.', ':']) || word.starts_with(['.', ':']);
        if !meets {
            out.push(' ');
        }
        out.push_str(word);
    }
    out.replace(',', ".")
}

/// Cuts the scheme off, and the blanks after it, however its colon and slashes came out: `https//a.b`, `https:/a.b`.
fn scheme(text: &str) -> Result<(Option<&'static str>, &str), ServerFault> {
    for scheme in ["https", "http"] {
        let Some((head, rest)) = text.split_at_checked(scheme.len()) else {
            continue;
        };
        let after = rest.trim_start_matches([':', ';', '/', '\\']);
        let signs = rest.strip_suffix(after).unwrap_or_default();
        let after = after.trim_start_matches(' ');
        // A host may begin like that, and a port or a path may come after it.
        let is_scheme = match signs {
            ":" => !after.starts_with(|c: char| c.is_ascii_digit()),
            _ => signs.len() > 1,
        };
        if head.eq_ignore_ascii_case(scheme) && is_scheme {
            // Pasted after what the field had already.
            return match self::scheme(after)? {
                (Some(inner), rest) => Ok((Some(inner), rest)),
                (None, rest) => Ok((Some(scheme), rest)),
            };
        }
    }
    if let Some(rest) = text.strip_prefix("//") {
        return Ok((None, rest));
    }
    let head = text.split(['/', '?', '#']).next().unwrap_or_default();
    let has_other = text
        .split_once("://")
        .is_some_and(|(other, _)| other.len() < head.len());
    if has_other {
        Err(ServerFault::Scheme)
    } else {
        Ok((None, text))
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

//! The server that requests go to.

mod fault;
mod question;
mod read;

pub use fault::ServerFault;
pub use question::{CLOUD, Doubt, Question, Site};
pub use read::Entered;

use super::{Address, is_on};

/// The host of the practice SeaTable in the page. `.invalid` can never be somebody's (RFC 2606).
const PRACTICE_ORIGIN: &str = "https://practice.invalid";

/// A SeaTable server, by its origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server {
    /// The origin. After a blank follows another one, if the person lets upload links lead there: no token goes to that. So a policy
    /// lists both, and so a tab keeps them.
    origins: String,
}

impl Server {
    /// Returns SeaTable Cloud.
    pub fn cloud() -> Self {
        Self::of("https://cloud.seatable.io".to_owned())
    }

    /// Returns the practice SeaTable that runs in the page.
    pub fn practice() -> Self {
        Self::of(PRACTICE_ORIGIN.to_owned())
    }

    /// Reads an address in ASCII, as [`Entered::read`] does, whatever is doubtful about it.
    pub fn parse(text: &str) -> Result<Self, ServerFault> {
        Entered::read(text, |_| None).map(|entered| entered.server)
    }

    /// Takes a server that was in use before, as [`Server::origins`] has it.
    pub fn kept(origins: String) -> Option<Self> {
        let mut all = origins.split(' ');
        let is_one = all.by_ref().take(2).all(is_origin) && all.next().is_none();
        is_one.then_some(Self { origins })
    }

    /// Returns the origins that requests may go to, with a blank between them.
    pub fn origins(&self) -> &str {
        &self.origins
    }

    /// Returns the same server, with upload links that may lead to another one too, or to none.
    pub fn with_links(&self, other: Option<&Self>) -> Self {
        let other = other.map(|other| [" ", other.origin()].concat());
        Self {
            origins: [self.origin(), other.as_deref().unwrap_or_default()].concat(),
        }
    }

    /// Returns the other origin that upload links may lead to.
    pub fn links(&self) -> Option<&str> {
        self.origins.split_once(' ').map(|(_, links)| links)
    }

    /// Returns the origin, of those that requests may go to, that an address is on.
    pub fn target(&self, address: &str) -> &str {
        self.links()
            .filter(|links| is_on(address, links))
            .unwrap_or(self.origin())
    }

    fn of(origins: String) -> Self {
        Self { origins }
    }

    /// The server of this host; a port that is the scheme's own is not written.
    fn at(scheme: &str, host: &str, port: Option<u16>) -> Self {
        let mut origin = [scheme, "://", host].concat();
        let own = if scheme == "https" { 443 } else { 80 };
        // An address that came with the other scheme's port names that scheme's service.
        let other = if scheme == "https" { 80 } else { 443 };
        if let Some(port) = port.filter(|&port| port != own && port != other) {
            origin.push(':');
            origin.push_str(&port.to_string());
        }
        Self::of(origin)
    }

    /// Returns the origin: scheme, host, and port where it is not the scheme's own.
    pub fn origin(&self) -> &str {
        self.origins.split(' ').next().unwrap_or_default()
    }

    /// Returns host and port, as people call the server.
    pub fn host(&self) -> &str {
        host_of(self.origin())
    }

    /// Whether requests go to the practice SeaTable in the page, and to no network.
    pub fn is_in_page(&self) -> bool {
        self.origins == PRACTICE_ORIGIN
    }

    /// Whether practice tokens may be sent there: to the one in the page, or to this machine.
    pub fn takes_practice_tokens(&self) -> bool {
        self.is_in_page() || is_this_machine(self.host().split(':').next().unwrap_or_default())
    }
}

/// Returns host and port of an origin.
pub fn host_of(origin: &str) -> &str {
    Address::of(origin).map_or("", |address| address.host)
}

fn is_origin(text: &str) -> bool {
    let is_host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':');
    text.split_once("://").is_some_and(|(scheme, host)| {
        matches!(scheme, "https" | "http") && !host.is_empty() && host.chars().all(is_host)
    })
}

fn is_this_machine(host: &str) -> bool {
    matches!(host, "127.0.0.1" | "localhost")
}

#[cfg(test)]
mod tests;

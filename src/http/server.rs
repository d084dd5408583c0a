//! The server that requests go to.

mod fault;
mod question;
mod read;

pub use fault::ServerFault;
pub use question::{Doubt, Question};
pub use read::Entered;

/// The host of the practice SeaTable in the page. `.invalid` can never be somebody's (RFC 2606).
const PRACTICE_ORIGIN: &str = "https://practice.invalid";

/// A SeaTable server, by its origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server {
    origin: String,
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

    /// Reads an address in ASCII, as [`Entered::read`] does, whatever is doubtful about it.
    pub fn parse(text: &str) -> Result<Self, ServerFault> {
        Entered::read(text, |_| None).map(|entered| entered.server)
    }

    /// Takes the origin of a server that was in use before, as [`Server::origin`] gave it.
    pub fn kept(origin: String) -> Option<Self> {
        let (scheme, host) = origin.split_once("://")?;
        let is_host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':');
        let is_one =
            matches!(scheme, "https" | "http") && !host.is_empty() && host.chars().all(is_host);
        is_one.then_some(Self { origin })
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
        Self { origin }
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

fn is_this_machine(host: &str) -> bool {
    matches!(host, "127.0.0.1" | "localhost")
}

#[cfg(test)]
mod tests;

//! What is known besides the findings.

use crate::http::{Server, host_of, is_nearby};

/// What a check takes place under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Circumstances {
    /// The origin of the page.
    pub page: String,
    /// Whether the browser takes the page for a secure one: by https, or from this machine.
    pub is_secure: bool,
    /// The server.
    pub server: Server,
    /// What the browser says of the page's permission to reach the part of the local network that the server is in.
    pub permission: Permission,
    /// Whether requests go through the relay that the page comes from.
    pub is_relayed: bool,
}

/// Whether the page may reach the local network.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Permission {
    /// The browser knows no such permission.
    #[default]
    Unknown,
    /// It asks the person, or has asked and got no response.
    Asks,
    /// It may.
    Granted,
    /// It may not.
    Denied,
}

impl Permission {
    /// Reads the browser's word for it.
    pub fn of(state: &str) -> Self {
        match state {
            "prompt" => Self::Asks,
            "granted" => Self::Granted,
            "denied" => Self::Denied,
            _ => Self::Unknown,
        }
    }
}

impl Circumstances {
    /// Returns how the page calls the server: unencrypted is what has to be seen.
    pub fn server_name(&self) -> String {
        let server = &self.server;
        if self.is_encrypted() {
            server.host().to_owned()
        } else {
            server.origin().to_owned()
        }
    }

    /// Whether the server is this machine, as far as its name tells.
    pub fn is_loopback(&self) -> bool {
        is_loopback(name(self.server.host()))
    }

    /// Whether browsers ask the person before this page may reach the server: one that is nearer to them than the page is.
    pub fn needs_permission(&self) -> bool {
        let is_nearer = self.is_loopback() || !is_nearby(self.page_host());
        is_nearby(self.server.host()) && is_nearer && !self.is_page_local()
    }

    /// Whether the browser may be asking the person whether the page may reach the server.
    pub fn is_asked(&self) -> bool {
        self.needs_permission() && self.permission == Permission::Asks
    }

    /// Whether the page itself comes from this machine, so that nothing is nearer than it.
    pub fn is_page_local(&self) -> bool {
        is_loopback(name(self.page_host()))
    }

    /// Whether the page came by https, and the server is plain http.
    pub fn is_mixed(&self) -> bool {
        self.page.starts_with("https:") && !self.is_encrypted()
    }

    /// Whether the server is https, so that there is a certificate.
    pub fn is_encrypted(&self) -> bool {
        self.server.origin().starts_with("https:")
    }

    /// Whether no public authority gives a certificate for a name like the server's.
    pub fn is_self_certified(&self) -> bool {
        self.is_encrypted() && is_nearby(self.server.host())
    }

    /// Whether the server is SeaTable's own.
    pub fn is_cloud(&self) -> bool {
        self.server.origin() == Server::cloud().origin()
    }

    fn page_host(&self) -> &str {
        host_of(&self.page)
    }
}

fn name(host: &str) -> &str {
    host.split(':').next().unwrap_or_default()
}

fn is_loopback(name: &str) -> bool {
    name == "localhost" || name.ends_with(".localhost") || name.starts_with("127.")
}

//! What the findings come to.

use super::finding::{self, Found};
use super::{Circumstances, Finding, Permission, Probe, Read};
use crate::http::Failure;

/// What a check comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The browser has no network.
    Offline,
    /// No request gets through. The browser does not say whether it is the name, the network, the certificate or an extension.
    Unreachable,
    /// The same, of a server whose certificate no public authority can have issued.
    Certificate,
    /// The page came by https, and the server is plain http.
    Mixed,
    /// The browser asks whether the page may reach the local network, and waits.
    PermissionAsked,
    /// The page may not reach the local network.
    PermissionDenied,
    /// The browser's question was closed without a choice.
    PermissionIgnored,
    /// The browser does not even ask, since the page came by plain http.
    PermissionUnasked,
    /// The page's own lock refused the address.
    Locked,
    /// A policy that the page's host sends refused it.
    Policy,
    /// The browser did not take the request, or the lock is not in place.
    Unsent,
    /// One address of the server is reached, another is not: an extension, or something on the way.
    Blocked,
    /// Nothing came in time.
    Silent(Probe),
    /// The server leads elsewhere, where the page does not follow.
    Redirected(Probe),
    /// The header that allows reading is missing, names another origin, or comes twice. A page cannot tell these apart.
    CorsMissing,
    /// Reading is allowed, but not for a request with a token.
    PreflightRefused,
    /// The header that takes the code of a two-factor login is not allowed.
    CodeRefused,
    /// Responses can be read, but not those that tell of an error.
    ErrorsHidden,
    /// The responses from inside a base cannot be read.
    GatewayHidden,
    /// The file server's responses cannot be read.
    FilesHidden,
    /// What responds is no SeaTable: the login page of a firewall, or another program.
    NotSeaTable,
    /// A proxy responds in the place of a SeaTable that does not run. With its status.
    Down(u16),
    /// The relay on this machine did not hand the request on. With its mark.
    Relay(String),
    /// It is a SeaTable of this version, in which addresses are still elsewhere.
    Old(String),
    /// Nothing stands in the way.
    Well {
        /// The version of SeaTable, where it says so.
        version: Option<String>,
        /// Its edition, where it says so.
        edition: Option<String>,
    },
    /// The check was stopped before it could tell.
    Stopped,
}

impl Verdict {
    /// Returns what a failure comes to by itself, so that there is nothing to check.
    pub fn known(failure: &Failure) -> Option<Self> {
        Some(match failure {
            Failure::Offline | Failure::WentOffline => Self::Offline,
            Failure::Locked => Self::Locked,
            Failure::Policy => Self::Policy,
            Failure::Denied(true) => Self::PermissionDenied,
            Failure::Relay(mark) => Self::Relay(mark.clone()),
            _ => return None,
        })
    }

    /// Returns the name by which tests and styles know it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Offline => "offline",
            Self::Unreachable => "unreachable",
            Self::Certificate => "certificate",
            Self::Mixed => "mixed-content",
            Self::PermissionAsked => "permission-asked",
            Self::PermissionDenied => "permission-denied",
            Self::PermissionIgnored => "permission-ignored",
            Self::PermissionUnasked => "permission-unasked",
            Self::Locked => "locked",
            Self::Policy => "policy",
            Self::Unsent => "unsent",
            Self::Blocked => "blocked",
            Self::Silent(_) => "silent",
            Self::Redirected(_) => "redirected",
            Self::CorsMissing => "cors-missing",
            Self::PreflightRefused => "preflight-refused",
            Self::CodeRefused => "code-refused",
            Self::ErrorsHidden => "errors-hidden",
            Self::GatewayHidden => "gateway-hidden",
            Self::FilesHidden => "files-hidden",
            Self::NotSeaTable => "not-seatable",
            Self::Down(_) => "down",
            Self::Relay(_) => "relay",
            Self::Old(_) => "old",
            Self::Well { .. } => "well",
            Self::Stopped => "stopped",
        }
    }
}

/// Says what the findings come to: one verdict, or several where several hold, or where two cannot be told apart.
pub fn verdicts(found: &[Found], circumstances: &Circumstances) -> Vec<Verdict> {
    for (probe, finding) in found {
        if let Some(verdicts) = end(found, *probe, finding, circumstances) {
            return verdicts;
        }
    }
    let read = |probe| finding::of(found, probe).and_then(Finding::read);
    if let Some(plain) = read(Probe::Plain) {
        if plain.status >= 500 {
            return vec![Verdict::Down(plain.status)];
        }
        if !plain.is_pong() || is_foreign(found) {
            return vec![Verdict::NotSeaTable];
        }
    }
    let mut verdicts = hidden(found);
    let info = read(Probe::Info);
    match info.and_then(Read::version) {
        Some(version) if is_old(&version) => verdicts.push(Verdict::Old(version)),
        version if verdicts.is_empty() => verdicts.push(Verdict::Well {
            version,
            edition: info.and_then(Read::edition),
        }),
        _ => {}
    }
    verdicts
}

/// Whether neither of the two addresses that SeaTable alone has responds as SeaTable does. Another program may respond to a ping.
pub(super) fn is_foreign(found: &[Found]) -> bool {
    let read = |probe| finding::of(found, probe).and_then(Finding::read);
    let has = |probe, is: fn(&Read) -> bool| read(probe).is_none_or(is);
    !has(Probe::Info, |info| info.version().is_some()) && !has(Probe::Gateway, Read::is_gateway)
}

/// Says what it means that one request failed, where that settles it.
fn end(
    found: &[Found],
    probe: Probe,
    finding: &Finding,
    circumstances: &Circumstances,
) -> Option<Vec<Verdict>> {
    let Finding::Failed(failure) = finding else {
        return None;
    };
    let elsewhere = finding::of(found, Probe::Elsewhere);
    Some(match (failure, probe) {
        (Failure::Unreadable | Failure::Denied(_), Probe::Reach) if is_redirected(found) => {
            return None;
        }
        (Failure::Unreadable | Failure::Denied(_), Probe::Reach) => match elsewhere {
            Some(elsewhere) if elsewhere.came() || elsewhere.is_refused() => {
                vec![Verdict::Blocked]
            }
            _ => unreachable(circumstances),
        },
        // The request that follows no redirect tells whether it was where one leads that was refused.
        (Failure::Policy | Failure::Locked, Probe::Reach) if found.len() > 1 => return None,
        (Failure::Unreadable | Failure::Denied(_), Probe::Plain) => vec![Verdict::CorsMissing],
        (Failure::Unreadable | Failure::Denied(_), Probe::Info) => vec![Verdict::Blocked],
        (Failure::Unreadable | Failure::Denied(_), _) => return None,
        (Failure::Offline | Failure::WentOffline, _) => vec![Verdict::Offline],
        (Failure::TimedOut(_), Probe::Reach) if circumstances.is_asked() => {
            vec![Verdict::PermissionAsked]
        }
        (Failure::TimedOut(_), _) => vec![Verdict::Silent(probe)],
        (Failure::Locked, _) => vec![Verdict::Locked],
        (Failure::Policy, _) => vec![Verdict::Policy],
        (Failure::Redirected, _) => vec![Verdict::Redirected(probe)],
        (Failure::Relay(mark), _) => vec![Verdict::Relay(mark.clone())],
        (Failure::Cancelled | Failure::Left, _) => vec![Verdict::Stopped],
        _ => vec![Verdict::Unsent],
    })
}

/// Whether the request that follows no redirect met one.
fn is_redirected(found: &[Found]) -> bool {
    let plain = finding::of(found, Probe::Plain);
    matches!(plain, Some(Finding::Failed(Failure::Redirected)))
}

/// Says why no request gets through: the browser gives no reason, so that often two are possible.
fn unreachable(circumstances: &Circumstances) -> Vec<Verdict> {
    let unreachable = if circumstances.is_self_certified() {
        Verdict::Certificate
    } else {
        Verdict::Unreachable
    };
    match circumstances.permission {
        _ if circumstances.is_mixed() && !circumstances.is_loopback() => vec![Verdict::Mixed],
        // Only Safari refuses this one.
        _ if circumstances.is_mixed() && circumstances.permission == Permission::Unknown => {
            vec![unreachable, Verdict::Mixed]
        }
        Permission::Denied if circumstances.needs_permission() => vec![Verdict::PermissionDenied],
        // The browser asks once it has a connection, and its word is the same before it has asked and after nobody has chosen.
        Permission::Asks if circumstances.needs_permission() => {
            let permission = if circumstances.is_secure {
                Verdict::PermissionIgnored
            } else {
                Verdict::PermissionUnasked
            };
            vec![permission, unreachable]
        }
        // The name may lead into the local network all the same.
        Permission::Denied if !circumstances.is_page_local() => {
            vec![unreachable, Verdict::PermissionDenied]
        }
        _ => vec![unreachable],
    }
}

/// Names what the page may not read or send, of a server of which it may read something; the worst first.
fn hidden(found: &[Found]) -> Vec<Verdict> {
    let is_hidden = |probe| finding::of(found, probe).is_some_and(Finding::is_unreadable);
    let mut verdicts = Vec::new();
    if is_hidden(Probe::Token) {
        verdicts.push(Verdict::PreflightRefused);
    }
    // Where errors are hidden, it may be one: that the gateway has no such address.
    if is_hidden(Probe::Error) {
        verdicts.push(Verdict::ErrorsHidden);
    } else if is_hidden(Probe::Gateway) {
        verdicts.push(Verdict::GatewayHidden);
    }
    if is_hidden(Probe::Code) {
        verdicts.push(Verdict::CodeRefused);
    }
    if is_hidden(Probe::Files) {
        verdicts.push(Verdict::FilesHidden);
    }
    verdicts
}

/// Whether that version is older than 5.3, with which addresses moved.
fn is_old(version: &str) -> bool {
    let mut numbers = version.split('.').map(|part| part.parse().unwrap_or(0));
    let version: (u32, u32) = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    version < (5, 3)
}

#[cfg(test)]
mod tests;

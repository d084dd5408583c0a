//! What helps.

use super::{Circumstances, Verdict};

/// The kinds of remedies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Open the server in a tab of the browser.
    Tab,
    /// Change the server's nginx file.
    Nginx,
    /// Ask the admin of the server to do so.
    Letter,
    /// Ask SeaTable, who run the Cloud.
    Cloud,
    /// Ask whoever hosts the page.
    Host,
    /// Send this request from a terminal.
    Request,
    /// Run the page on this machine, with a relay.
    Local,
    /// Go on without a server.
    Practice,
}

impl Kind {
    /// Returns the name by which tests and styles know it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tab => "tab",
            Self::Nginx => "nginx",
            Self::Letter => "letter",
            Self::Cloud => "cloud",
            Self::Host => "host",
            Self::Request => "request",
            Self::Local => "local",
            Self::Practice => "practice",
        }
    }
}

impl Verdict {
    /// Returns what can help, the best first. `in_step` says whether there is a request with its code.
    pub fn remedies(&self, circumstances: &Circumstances, in_step: bool) -> Vec<Kind> {
        let kinds: &[Kind] = match self {
            Self::CorsMissing
            | Self::PreflightRefused
            | Self::CodeRefused
            | Self::ErrorsHidden
            | Self::GatewayHidden
            | Self::FilesHidden => {
                if circumstances.is_cloud() {
                    &[Kind::Cloud, Kind::Local, Kind::Request, Kind::Practice]
                } else {
                    &[
                        Kind::Nginx,
                        Kind::Letter,
                        Kind::Local,
                        Kind::Request,
                        Kind::Practice,
                    ]
                }
            }
            Self::Unreachable | Self::Certificate => &[Kind::Tab, Kind::Local, Kind::Practice],
            Self::Blocked => &[Kind::Tab, Kind::Local, Kind::Request, Kind::Practice],
            Self::Mixed
            | Self::PermissionDenied
            | Self::PermissionIgnored
            | Self::PermissionUnasked => &[Kind::Local, Kind::Request, Kind::Practice],
            Self::Policy => &[Kind::Host, Kind::Local, Kind::Request, Kind::Practice],
            Self::Redirected(_) | Self::NotSeaTable | Self::Silent(_) | Self::Down(_) => {
                &[Kind::Tab, Kind::Practice]
            }
            Self::Offline | Self::Relay(_) => &[Kind::Practice],
            Self::PermissionAsked
            | Self::Locked
            | Self::Unsent
            | Self::Old(_)
            | Self::Well { .. }
            | Self::Stopped => &[],
        };
        let can_help = |kind: &&Kind| match kind {
            Kind::Request => in_step,
            Kind::Local => !circumstances.is_relayed,
            _ => true,
        };
        let kinds = kinds.iter().filter(can_help);
        kinds.copied().collect()
    }
}

#[cfg(test)]
mod tests;

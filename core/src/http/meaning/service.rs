//! Which part of SeaTable a request goes to: each has words and limits of its own.

use crate::catalogue::Area;
use crate::http::PreparedRequest;

/// A part of SeaTable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Service {
    /// Gives an Account-Token for a password.
    Login,
    /// Gives a Base-Token for another token.
    Exchange,
    /// SQL on a base.
    Sql,
    /// The rest of what works inside a base.
    Gateway,
    /// Gives a link to a file.
    DownloadLink,
    /// Takes and gives files.
    FileServer,
    /// What an admin of a team may do.
    TeamAdmin,
    /// What an admin of the server may do.
    SystemAdmin,
    /// Everything else.
    Web,
}

impl Service {
    /// Returns the part that a request goes to. The server may have a path of its own in front.
    pub(super) fn of(request: &PreparedRequest) -> Self {
        match request.area {
            Some(Area::TeamAdmin) => return Self::TeamAdmin,
            Some(Area::SystemAdmin) => return Self::SystemAdmin,
            _ => {}
        }
        let path = request.path();
        let ends = |end: &str| path.trim_end_matches('/').ends_with(end);
        let has = |part: &str| path.contains(part);
        if has("/seafhttp/") {
            Self::FileServer
        } else if has("/api-gateway/") {
            if ends("/sql") {
                Self::Sql
            } else {
                Self::Gateway
            }
        } else if ends("/api2/auth-token") {
            Self::Login
        } else if ends("/app-access-token") || ends("/access-token") {
            Self::Exchange
        } else if ends("-download-link") {
            Self::DownloadLink
        } else {
            Self::Web
        }
    }
}

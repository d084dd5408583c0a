//! The kinds of token.

use crate::packed::Packed;

/// A kind of token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Packed)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
pub enum TokenKind {
    /// Stands for a user; never expires.
    Account,
    /// Belongs to one base; is traded for Base-Tokens, and moves files.
    Api,
    /// Opens one base for some days; a JWT.
    Base,
    /// Belongs to the Python scheduler, a service of its own.
    Scheduler,
}

impl TokenKind {
    /// Returns the name as SeaTable writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Account => "Account-Token",
            Self::Api => "API-Token",
            Self::Base => "Base-Token",
            Self::Scheduler => "Scheduler-Token",
        }
    }
}

//! What a token allows.

/// Whether a base may be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Permission {
    Read,
    ReadWrite,
}

impl Permission {
    /// Reads `r` or `rw`. An empty text is no permission, although SeaTable's document lists it.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        match text {
            "r" => Some(Self::Read),
            "rw" => Some(Self::ReadWrite),
            _ => None,
        }
    }

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Read => "r",
            Self::ReadWrite => "rw",
        }
    }
}

/// An API-Token, as it is kept.
#[derive(Clone, Debug)]
pub(crate) struct ApiToken {
    pub(crate) token: String,
    pub(crate) app_name: String,
    pub(crate) permission: Permission,
    pub(crate) base_uuid: String,
    pub(crate) generated_by: String,
    pub(crate) generated_ms: u64,
    pub(crate) last_access_ms: u64,
}

/// What an API-Token, kept or temporary, allows its bearer.
#[derive(Clone, Debug)]
pub(crate) struct ApiGrant {
    pub(crate) base_uuid: String,
    pub(crate) app_name: String,
    /// The user behind a temporary token; empty for an API-Token.
    pub(crate) username: String,
    pub(crate) permission: Permission,
}

/// What a Base-Token allows its bearer.
#[derive(Clone, Debug)]
pub(crate) struct BaseGrant {
    pub(crate) base_uuid: String,
    pub(crate) permission: Permission,
    /// Who is noted as the author of rows: the user, or the name of the API-Token.
    pub(crate) author: String,
}

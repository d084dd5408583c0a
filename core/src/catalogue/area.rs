//! The areas of the API.

use crate::packed::Packed;

/// An area of the API: one of SeaTable's OpenAPI documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Packed)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Area {
    /// Getting and looking after tokens.
    Authentication,
    /// Everything inside a base.
    Base,
    /// Upload, download and deletion of files.
    File,
    /// What a user may do with an Account-Token.
    User,
    /// What an admin of a team may do.
    TeamAdmin,
    /// What an admin of the whole server may do.
    SystemAdmin,
    /// The Python scheduler.
    Scheduler,
}

impl Area {
    /// All areas, in the order of SeaTable's own list.
    pub const ALL: [Self; 7] = [
        Self::Authentication,
        Self::Base,
        Self::File,
        Self::User,
        Self::TeamAdmin,
        Self::SystemAdmin,
        Self::Scheduler,
    ];

    /// Returns the name, which is also that of its file in the catalogue and of its source description in a walkthrough.
    pub fn name(self) -> &'static str {
        match self {
            Self::Authentication => "authentication",
            Self::Base => "base",
            Self::File => "file",
            Self::User => "user",
            Self::TeamAdmin => "team-admin",
            Self::SystemAdmin => "system-admin",
            Self::Scheduler => "scheduler",
        }
    }

    /// Finds an area by its name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|area| area.name() == name)
    }
}

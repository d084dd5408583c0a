//! What a value is for.

use crate::packed::Packed;

/// What a value is for, where the page does more with it than send it. Only the overlay of the catalogue knows: the documents do not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Packed)]
pub enum Role {
    /// An id or an email address, which has no character that nobody sees.
    Identifier,
    /// The code of the second factor.
    OneTimeCode,
    /// The name or email address that somebody logs in with.
    Login,
    /// The last part of an upload link, which is the credential of an upload.
    UploadLink,
    /// The number of a workspace.
    Workspace,
    /// The name of a base.
    BaseName,
    /// The number of a page of a list.
    Page,
    /// How many entries such a page has.
    PerPage,
    /// How many entries of a list come before those that are asked for.
    Start,
    /// How many entries of a list are asked for at most.
    Limit,
    /// A text of several lines.
    LongText,
    /// The name of a table.
    TableName,
    /// A row, its cells by the names of their columns.
    Row,
    /// The columns of a table that is made.
    ColumnsOfNewTable,
    /// Columns that a table which is there gets.
    MoreColumns,
}

impl Role {
    /// Whether no character that nobody sees belongs to such a value.
    pub fn is_identifier(self) -> bool {
        matches!(
            self,
            Self::Identifier | Self::Login | Self::UploadLink | Self::Workspace
        )
    }
}

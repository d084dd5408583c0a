//! The kinds of things that requests name, and what of a thing they name it by.

use crate::packed::Packed;

/// A kind of thing that a request can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Packed)]
pub enum Kind {
    /// A team, which SeaTable calls an organization.
    Team,
    /// A department of a team.
    Department,
    /// A group.
    Group,
    /// A workspace: that of a person or of a group.
    Workspace,
    /// A folder of a workspace.
    Folder,
    /// A base.
    Base,
    /// A base in the trash.
    TrashedBase,
    /// A universal app.
    App,
    /// A role in a universal app.
    AppRole,
    /// A common dataset.
    Dataset,
    /// The synchronization of a common dataset into a table.
    Sync,
    /// A table.
    Table,
    /// A view of a table.
    View,
    /// A column of a table.
    Column,
    /// An option of a column that is a choice.
    Choice,
    /// The link between two tables that a link column shows.
    Link,
    /// A row.
    Row,
    /// A comment on a row.
    Comment,
    /// A notification in a base.
    Notification,
    /// An operation of a base's big-data storage.
    Operation,
    /// A snapshot of a base.
    Snapshot,
    /// A file or folder of a base.
    Asset,
    /// A file or folder among the custom files of a base.
    CustomFile,
    /// A web form.
    Form,
    /// A table that collects data through a form.
    CollectionTable,
    /// An automation rule.
    AutomationRule,
    /// A notification rule.
    NotificationRule,
    /// A webhook.
    Webhook,
    /// An account that a base sends email with.
    EmailAccount,
    /// A link to a base for everybody.
    ExternalLink,
    /// A link to a view for everybody.
    ViewExternalLink,
    /// A link that lets people of the team into a base.
    InviteLink,
    /// A base that is shared with a user or a group.
    BaseShare,
    /// A view that is shared with a group.
    GroupViewShare,
    /// A view that is shared with a user.
    UserViewShare,
    /// A user.
    User,
    /// A notification of the whole system to a user.
    SystemNotification,
    /// A plugin.
    Plugin,
    /// A report of abuse.
    AbuseReport,
    /// A file that the virus scan found.
    VirusFile,
    /// A task that goes on after the answer.
    Task,
    /// The token of a user.
    AccountToken,
    /// The token of a base that others are made of.
    ApiToken,
    /// The token that opens a base for some days.
    BaseToken,
    /// A link that takes one upload, which is its own credential.
    UploadLink,
}

/// What of a thing a request names it by, or an answer tells of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Packed)]
pub enum Facet {
    /// Its number or short id.
    Id,
    /// Its UUID.
    Uuid,
    /// Its name.
    Name,
    /// The key of a column.
    Key,
    /// Its token: a secret only where the thing is one.
    Token,
    /// The address that SeaTable makes up for a user, who is known by it.
    Email,
    /// The address at which a user is reached.
    Contact,
    /// The id that the team gave a user.
    IdInTeam,
    /// Where a file is.
    Path,
}

impl Kind {
    /// Returns what things of this kind can be named by, the surest first.
    pub fn facets(self) -> &'static [Facet] {
        use Facet::{Contact, Email, Id, IdInTeam, Key, Name, Path, Token, Uuid};
        match self {
            Self::Base | Self::TrashedBase => &[Uuid, Id, Name],
            Self::Column => &[Key, Name],
            Self::User => &[Email, Contact, Name, IdInTeam],
            Self::Asset | Self::CustomFile => &[Path, Name],
            Self::ApiToken | Self::App => &[Token, Name],
            Self::Form
            | Self::CollectionTable
            | Self::ExternalLink
            | Self::ViewExternalLink
            | Self::InviteLink
            | Self::AccountToken
            | Self::BaseToken => &[Token],
            Self::UploadLink => &[Token, Path],
            Self::Team
            | Self::Department
            | Self::Group
            | Self::Folder
            | Self::AppRole
            | Self::Dataset
            | Self::Table
            | Self::View
            | Self::Choice
            | Self::Snapshot
            | Self::EmailAccount
            | Self::Plugin => &[Id, Name],
            _ => &[Id],
        }
    }

    /// Whether its token is a credential.
    pub fn is_secret(self) -> bool {
        matches!(
            self,
            Self::AccountToken | Self::ApiToken | Self::BaseToken | Self::UploadLink
        )
    }

    /// Whether a thing of this kind can be inside one of the other kind.
    pub fn is_inside(self, other: Self) -> bool {
        other.depth().is_some_and(|outer| {
            let own = self.depth().unwrap_or(DEEPEST);
            // Users, tokens and all that nothing else is inside of can be anywhere.
            outer < own
        })
    }

    /// Whether it is in one place at most: a newer answer says where it is now. A user is in many groups and bases.
    pub(super) fn has_one_place(self) -> bool {
        self != Self::User
    }

    /// Whether a value names one thing of this kind on the whole server. Those of others are known by what they are inside of: each base
    /// has a table `0000`.
    pub(super) fn is_unique(self, facet: Facet) -> bool {
        let is_number_in_base = matches!(
            self,
            Self::Table
                | Self::View
                | Self::Column
                | Self::Choice
                | Self::Link
                | Self::Comment
                | Self::Notification
                | Self::Operation
                | Self::AppRole
        );
        match facet {
            Facet::Uuid | Facet::Email | Facet::Token => true,
            Facet::Id => !is_number_in_base,
            _ => false,
        }
    }

    /// Returns how deep a kind that has others inside stands; none for all other kinds.
    fn depth(self) -> Option<u8> {
        Some(match self {
            Self::Team => 0,
            Self::Department | Self::Group => 1,
            Self::Workspace => 2,
            Self::Folder => 3,
            Self::Base => 4,
            Self::App | Self::Dataset => 5,
            Self::Table => 6,
            Self::Column | Self::View | Self::Row => 7,
            _ => return None,
        })
    }
}

/// How deep stands what has nothing inside.
const DEEPEST: u8 = 8;

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

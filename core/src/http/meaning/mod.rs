//! What an answer means in SeaTable's terms.

mod answer;
mod denied;
mod error;
mod kind;
mod limit;
mod mixed;
mod sent;
mod service;

pub use answer::of_answer;
pub use kind::of_error_type;
pub use limit::seconds_to_wait;
pub use mixed::is_mixed;

pub use sent::{may_write_twice, writes};

use crate::catalogue::Method;

/// What an answer means, in SeaTable's terms. `words::answer` says it, and what to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// The table has a column of this name already.
    ColumnExists,
    /// The settings of a column do not fit its type.
    ColumnData,
    /// A filter does not suit the columns.
    Filter,
    /// The base would have too many rows.
    RowLimit,
    /// The table would have too many columns.
    ColumnLimit,
    /// The base would have too many tables.
    TableLimit,
    /// The base is too large.
    BaseLimit,
    /// There is no such row.
    NoRow,
    /// A name in the address contains a slash, which many servers refuse.
    SlashInName,
    /// The plan or the licence does not cover it.
    NotCovered,
    /// A status that is not documented.
    Undocumented,
    /// A status of success whose body says that it was not carried out.
    TakenBack,
    /// It was carried out.
    CarriedOut,
    /// The code of the second factor is missing.
    CodeMissing,
    /// The code of the second factor is wrong.
    CodeWrong,
    /// User name or password are wrong.
    LoginRefused,
    /// The SQL cannot be run.
    SqlRefused,
    /// No file stands under the path.
    NoFileAtPath,
    /// A value was refused.
    ValueRefused,
    /// The endpoint was removed.
    EndpointGone,
    /// The base was deleted.
    BaseDeleted,
    /// The server has nothing at the address.
    NothingAtAddress,
    /// There is no such base, table, view or row.
    NotInBase,
    /// There is no such workspace, or no such base in it.
    NoWorkspaceOrBase,
    /// There is no such file.
    NoFile,
    /// There is no such team, or no such thing in it.
    NotInTeam,
    /// There is no such thing.
    NoSuchThing,
    /// The Python scheduler does not run there.
    NoScheduler,
    /// The answer cannot have the type that was asked for.
    MediaTypeRefused,
    /// The scheduler does not know the token.
    SchedulerTokenUnknown,
    /// The Account-Token is not known.
    AccountTokenUnknown,
    /// The link is for another base.
    LinkForOtherFolder,
    /// The link is incomplete, or no longer valid.
    LinkInvalid,
    /// Something in front of SeaTable refused it.
    Firewall,
    /// No token arrived.
    NoToken,
    /// The address names another base than the token opens.
    OtherBase,
    /// The token may only read.
    ReadOnly,
    /// The token may not do this.
    NoPermission,
    /// The Base-Token has expired.
    Expired,
    /// The Base-Token is not known.
    BaseTokenUnknown,
    /// The API-Token is not known.
    ApiTokenUnknown,
    /// The licence or the plan allows no more.
    NoMoreAllowed,
    /// The account is no admin of the team.
    NoTeamAdmin,
    /// The account is no admin of the server.
    NoSystemAdmin,
    /// The login is disabled.
    LoginDisabled,
    /// The workspace or base is not the account's own.
    NotOwn,
    /// Larger than a call to a base may be.
    TooLargeForBase,
    /// Larger than the server takes.
    TooLarge,
    /// Too many requests; the response says how long to wait.
    TooManyForNow,
    /// The name of the file is not taken.
    FileName,
    /// The file is there already, or the one to replace is not.
    FileExists,
    /// The file is too large.
    FileTooLarge,
    /// There is no room left.
    NoRoom,
    /// Too many requests to the base.
    TooManyToBase,
    /// Too many logins.
    TooManyLogins,
    /// Too many requests.
    TooManyRequests,
    /// The server does not take this method there.
    MethodNotTaken(Method),
    /// The server failed.
    ServerFailed {
        /// How.
        how: ServerFailure,
        /// Whether the request only reads, so that nothing can have happened.
        is_read: bool,
    },
}

/// How a server failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServerFailure {
    /// The web server in front got no response in time.
    TimedOut,
    /// The web server in front does not reach SeaTable.
    NotReached,
    /// SeaTable failed.
    Failed,
    /// The server failed, or something in front of it.
    Somewhere,
}

#[cfg(test)]
mod tests;

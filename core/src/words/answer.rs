//! What an answer means, and what to do next.

use crate::http::meaning::{Meaning, ServerFailure};
use std::borrow::Cow;

/// What an answer means, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What happened, in SeaTable's terms.
    pub sentence: Cow<'static, str>,
    /// What to do next; empty where there is nothing to do.
    pub next: &'static str,
}

/// What to do where SeaTable takes no more for a while.
const WAIT: &str = "SeaTable doesn't say how long to wait. Wait a minute, and send again.";

/// Says what an answer means, and what to do next.
pub fn told(meaning: Meaning) -> Told {
    let (sentence, next) = match meaning {
        Meaning::MethodNotTaken(method) => {
            return Told {
                sentence: format!("The server does not take {} here.", method.as_str()).into(),
                next: "Check the version of the server: this page is made for 6.2.",
            };
        }
        Meaning::ServerFailed { how, is_read } => (server_failed(how), after_failure(is_read)),
        Meaning::ColumnExists => (
            "The table has a column of this name already.",
            "Take another name, or go on with the column that is there.",
        ),
        Meaning::ColumnData => (
            "The settings of the column (column_data) do not fit its type.",
            "Compare them with the type's settings in the reference, and send again.",
        ),
        Meaning::Filter => (
            "A filter names a column that is not there, or a predicate that its type does not have.",
            "Compare the filter with the columns of the table, and send again.",
        ),
        Meaning::RowLimit => (
            "The base would have more rows than the server or the plan allows.",
            "Delete rows, or archive them to the big-data storage, and send again.",
        ),
        Meaning::ColumnLimit => (
            "The table would have more columns than the server allows.",
            "Delete a column, or put some into another table.",
        ),
        Meaning::TableLimit => (
            "The base would have more tables than the server allows.",
            "Delete a table, or put some into another base.",
        ),
        Meaning::BaseLimit => (
            "The base is larger than the server allows.",
            "Delete rows, or archive them to the big-data storage, and send again.",
        ),
        Meaning::NoRow => (
            "The table has no row of this id: it was deleted, or belongs to another table.",
            "List the rows, and take the id from there.",
        ),
        Meaning::SlashInName => (
            "A name in the address has a slash. Many servers refuse one there, even percent-encoded as %2F.",
            "Rename it in SeaTable without the slash. For a base, an API-Token does too: its request has no name in the address.",
        ),
        Meaning::NotCovered => (
            "The plan of the team, or the licence of the server, does not cover this call.",
            "Ask who pays for it.",
        ),
        Meaning::Undocumented => (
            "SeaTable answered with a status that this call does not document.",
            "Its own words, if any, are in the answer.",
        ),
        Meaning::TakenBack => (
            "The status is one of success, but the answer says that SeaTable did not carry this out.",
            "Its own words are in the answer: change what they name, and send again.",
        ),
        Meaning::CarriedOut => ("SeaTable carried this out.", ""),
        Meaning::CodeMissing => (
            "This account has a second factor, and no one-time code was sent.",
            "Enter the six digits that the authenticator app shows, and send again.",
        ),
        Meaning::CodeWrong => (
            "The one-time code is wrong, or its half minute was over.",
            "Enter the six digits that the authenticator app shows now, and send again.",
        ),
        Meaning::LoginRefused => (
            "SeaTable refuses this login: user name or password is missing or wrong.",
            "Check both. Who signs in through another service (SSO) has no password here, and sets one in SeaTable first.",
        ),
        Meaning::SqlRefused => (
            "SeaTable cannot run this SQL.",
            "Its own words are in the answer. It knows no JOIN, no UNION and no subquery, and INSERT only with the big-data storage.",
        ),
        Meaning::NoFileAtPath => (
            "There is no file under this path, or the path is not written as SeaTable has it.",
            "Take the path from the cell: what follows the id of the base in its address.",
        ),
        Meaning::ValueRefused => (
            "SeaTable understood the call, but not a value in it.",
            "Its own words are in the answer: change the value that they name, and send again.",
        ),
        Meaning::EndpointGone => (
            "This endpoint is gone: SeaTable 5.3 removed what began with /dtable-server/ and /dtable-db/.",
            "Send the call to its place under /api-gateway/, as the reference for 6.2 has it.",
        ),
        Meaning::BaseDeleted => (
            "The base of this token was deleted.",
            "Restore it from the trash in SeaTable, or take a token of another base.",
        ),
        Meaning::NothingAtAddress => (
            "The server has nothing under this address: it is no SeaTable, or older or newer than 6.2.",
            "Check the address of the server, and its version.",
        ),
        Meaning::NotInBase => (
            "There is no such base, table, view or row: it was deleted, or its name is written in another way.",
            "Read the metadata of the base, and take names and ids from there.",
        ),
        Meaning::NoWorkspaceOrBase => (
            "There is no such workspace, or no base of this name in it.",
            "List the workspaces and their bases, and take number and name from there.",
        ),
        Meaning::NoFile => (
            "There is no such file: it was deleted, or its path is written in another way.",
            "Take the path from the cell that holds the file.",
        ),
        Meaning::NotInTeam => (
            "There is no such team, user or base in it.",
            "Get the team's info, and take its number (org_id) from there.",
        ),
        Meaning::NoSuchThing => (
            "There is no such thing: it was deleted, or its name or number is another one.",
            "List what is there, and take name or number from the list.",
        ),
        Meaning::NoScheduler => (
            "The server does not run the Python scheduler under this address.",
            "Ask the admin of the server for the scheduler's own address.",
        ),
        Meaning::MediaTypeRefused => (
            "SeaTable does not give its answer in the type that the header Accept asks for.",
            "Send Accept: application/json or */*, even where a file comes back.",
        ),
        Meaning::SchedulerTokenUnknown => (
            "The Python scheduler does not know this token, which is one of its own.",
            "Ask the admin of the server for it.",
        ),
        Meaning::AccountTokenUnknown => (
            "SeaTable does not know this token: it was not copied whole, comes from another server, or is an API-Token, which \
             looks the same.",
            "Check which one it is, or log in again.",
        ),
        Meaning::LinkForOtherFolder => (
            "The link does not open the folder that parent_dir names: each link is for one base.",
            "Set parent_dir to the parent_path that came with this link, and send again.",
        ),
        Meaning::LinkInvalid => (
            "The link is not complete, or no longer valid: one for an upload lasts some minutes, one for a download some hours.",
            "Get a new link, and use it at once.",
        ),
        Meaning::Firewall => (
            "Something in front of SeaTable, such as a firewall, refused the call.",
            "Ask the admin of the server or of your network.",
        ),
        Meaning::NoToken => (
            "No token arrived.",
            "Enter the token, or do the step that gives it, and send again.",
        ),
        Meaning::OtherBase => (
            "The address names another base than the one that this Base-Token opens: base_uuid is not the token's.",
            "Take base_uuid (dtable_uuid) from the response that gave the token.",
        ),
        Meaning::ReadOnly => (
            "This Base-Token may only read, as may the API-Token that it was made with.",
            "Make an API-Token that may write (rw), and get a Base-Token with it.",
        ),
        Meaning::NoPermission => (
            "This Base-Token may not do this in the base.",
            "Get a new one with a token that may write (rw).",
        ),
        Meaning::Expired => (
            "The Base-Token has expired.",
            "Get a new one with the API-Token, and send again.",
        ),
        Meaning::BaseTokenUnknown => (
            "SeaTable does not know this Base-Token: it was not copied whole, comes from another server, or its API-Token was deleted.",
            "Get a new one with the API-Token, and send again.",
        ),
        Meaning::ApiTokenUnknown => (
            "SeaTable does not take this API-Token: it was deleted, comes from another server, was not copied whole, or is an \
         Account-Token, which looks the same.",
            "Copy it again from the base, or make a new one there.",
        ),
        Meaning::NoMoreAllowed => (
            "The licence of the server, or the plan of the team, allows no more of this.",
            "Ask who pays for it, or remove what is no longer needed.",
        ),
        Meaning::NoTeamAdmin => (
            "This account may not do this: it is no admin of the team.",
            "Log in with the account of a team admin.",
        ),
        Meaning::NoSystemAdmin => (
            "This account may not do this: it is no admin of the server, or not one for this task.",
            "Log in with the account of a system admin, which there is on own servers only.",
        ),
        Meaning::LoginDisabled => (
            "SeaTable refuses this login: it is disabled for the account, or for passwords at all.",
            "Ask the admin of the team, or make an API-Token in SeaTable.",
        ),
        Meaning::NotOwn => (
            "This account may not do this: the workspace or base is not its own, or only shared with it.",
            "Take one of its own workspaces, or log in as the owner.",
        ),
        Meaning::TooLargeForBase => (
            "The request is larger than the web server in front (nginx) takes: 10 MB for calls to a base, as it is set up at first.",
            "Send fewer rows at a time.",
        ),
        Meaning::TooLarge => (
            "The request is larger than the web server in front (nginx) takes.",
            "Send less at a time or a smaller file, or ask the server's admin to raise client_max_body_size.",
        ),
        Meaning::TooManyForNow => ("Too many requests for now.", "Wait, and send again."),
        Meaning::FileName => (
            "The file server does not take this file name.",
            "Take a shorter one, without slashes and other special characters.",
        ),
        Meaning::FileExists => (
            "There is a file of this name already, or the file to be replaced is not there.",
            "Take another name, or set replace.",
        ),
        Meaning::FileTooLarge => (
            "The file is larger than the server takes.",
            "Take a smaller one, or ask the server's admin.",
        ),
        Meaning::NoRoom => (
            "There is no room left: the storage of the workspace's owner or team is full.",
            "Delete files, or ask the team's admin.",
        ),
        Meaning::TooManyToBase => ("Too many requests to this base in a minute.", WAIT),
        Meaning::TooManyLogins => ("Too many logins in a minute.", WAIT),
        Meaning::TooManyRequests => ("Too many requests in a minute.", WAIT),
    };
    Told {
        sentence: sentence.into(),
        next,
    }
}

fn server_failed(how: ServerFailure) -> &'static str {
    match how {
        ServerFailure::TimedOut => {
            "The web server in front (nginx) waited in vain for SeaTable to answer."
        }
        ServerFailure::NotReached => {
            "The web server in front (nginx) does not reach SeaTable: it is starting, stopped or overloaded."
        }
        ServerFailure::Failed => "SeaTable failed while it worked on this call.",
        ServerFailure::Somewhere => "The server, or something in front of it, failed.",
    }
}

fn after_failure(is_read: bool) -> &'static str {
    if is_read {
        "Send again in a moment; if it stays, ask the server's admin."
    } else {
        "It may have happened all the same: look before you send it again. If it stays, ask the server's admin."
    }
}

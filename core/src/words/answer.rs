//! What a response means, and what to do next.

use crate::http::meaning::{Meaning, ServerFailure};
use std::borrow::Cow;

/// What a response means, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What happened, in SeaTable's terms.
    pub sentence: Cow<'static, str>,
    /// What to do next; empty where there is nothing to do.
    pub next: &'static str,
}

/// What to do when SeaTable refuses further requests for a while.
const WAIT: &str = "SeaTable doesn't say how long to wait. Wait a minute, and send again.";

/// Says what a response means, and what to do next.
pub fn told(meaning: Meaning) -> Told {
    let (sentence, next) = match meaning {
        Meaning::MethodNotTaken(method) => {
            return Told {
                sentence: format!("The server doesn't support {} here.", method.as_str()).into(),
                next: "Check the version of the server: this page is made for 6.2.",
            };
        }
        Meaning::ServerFailed { how, is_read } => (server_failed(how), after_failure(is_read)),
        Meaning::ColumnExists => (
            "The table already has a column of this name.",
            "Choose another name, or go on with the existing column.",
        ),
        Meaning::ColumnData => (
            "SeaTable doesn't take the column as described: its name, its type, or its settings (column_data).",
            "The response names what is wrong. Compare it with the type's settings in the reference, and send again.",
        ),
        Meaning::Filter => (
            "A filter names a column that doesn't exist, or a predicate that its type doesn't have.",
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
            "The table has no row with this ID: it was deleted, or belongs to another table.",
            "List the rows, and use an ID from there.",
        ),
        Meaning::SlashInName => (
            "A name in the address contains a slash. Many servers refuse that, even percent-encoded as %2F.",
            "Rename it in SeaTable without the slash. For a base, an API-Token helps too: its request has no name in the address.",
        ),
        Meaning::NotCovered => (
            "The plan of the team, or the licence of the server, doesn't cover this request.",
            "Ask whoever manages them.",
        ),
        Meaning::Undocumented => (
            "SeaTable responded with a status that isn't documented for this operation.",
            "Its message, if any, is in the response.",
        ),
        Meaning::TakenBack => (
            "The status means success, but the response says that SeaTable did not carry this out.",
            "Its message is in the response: change what it names, and send again.",
        ),
        Meaning::CarriedOut => ("SeaTable carried this out.", ""),
        Meaning::CodeMissing => (
            "This account has a second factor, and no one-time code was sent.",
            "Enter the six digits that the authenticator app shows, and send again.",
        ),
        Meaning::CodeWrong => (
            "The one-time code is wrong or has expired.",
            "Enter the six digits that the authenticator app shows now, and send again.",
        ),
        Meaning::LoginRefused => (
            "SeaTable refuses this login: the user name or password is missing or wrong.",
            "Check both. If you log in through another service (SSO), set a password in SeaTable first.",
        ),
        Meaning::SqlRefused => (
            "SeaTable can't run this SQL.",
            "Its message is in the response. It supports no JOIN, UNION or subquery, and INSERT only with the big-data storage.",
        ),
        Meaning::NoFileAtPath => (
            "There is no file at this path, or SeaTable writes the path in another way.",
            "Take the path from the cell: the part of its address after the ID of the base.",
        ),
        Meaning::ValueRefused => (
            "SeaTable understood the request, but not a value in it.",
            "Its message is in the response: change the value that it names, and send again.",
        ),
        Meaning::EndpointGone => (
            "This endpoint is gone: SeaTable 5.3 removed the paths below /dtable-server/ and /dtable-db/.",
            "Use its replacement below /api-gateway/, as the reference for 6.2 has it.",
        ),
        Meaning::BaseDeleted => (
            "The base of this token was deleted.",
            "Restore it from the trash in SeaTable, or use a token of another base.",
        ),
        Meaning::NothingAtAddress => (
            "The server has nothing at this address: it isn't a SeaTable server, or is older or newer than 6.2.",
            "Check the address of the server, and its version.",
        ),
        Meaning::NotInBase => (
            "There is no such base, table, view or row: it was deleted, or its name is written differently.",
            "Get the metadata of the base, and use names and IDs from there.",
        ),
        Meaning::NoWorkspaceOrBase => (
            "There is no such workspace, or no base of this name in it.",
            "List the workspaces with their bases, and use the ID and name from there.",
        ),
        Meaning::NoFile => (
            "There is no such file: it was deleted, or its path is written differently.",
            "Take the path from the cell that holds the file.",
        ),
        Meaning::NotInTeam => (
            "There is no such team, or no such user or base in it.",
            "Get the team's info, and use its ID (org_id) from there.",
        ),
        Meaning::NoSuchThing => (
            "This doesn't exist: it was deleted, or has another name or ID.",
            "List what exists, and use a name or ID from there.",
        ),
        Meaning::NoScheduler => (
            "The server doesn't run the Python scheduler at this address.",
            "Ask the admin of the server for the scheduler's own address.",
        ),
        Meaning::MediaTypeRefused => (
            "SeaTable doesn't respond in the type that the request header Accept asks for.",
            "Send Accept: application/json or */*, even if the response is a file.",
        ),
        Meaning::SchedulerTokenUnknown => (
            "The Python scheduler doesn't know this token. It needs one of its own.",
            "Ask the admin of the server for one.",
        ),
        Meaning::AccountTokenUnknown => (
            "SeaTable doesn't know this token: it was not copied whole, comes from another server, or is an API-Token, which \
             looks the same.",
            "Check which one it is, or log in again.",
        ),
        Meaning::LinkForOtherFolder => (
            "The link doesn't open the folder that parent_dir names: each link is for one base.",
            "Set parent_dir to the parent_path that came with this link, and send again.",
        ),
        Meaning::LinkInvalid => (
            "The link is incomplete or no longer valid: an upload link works for some minutes, a download link for some hours.",
            "Get a new link, and use it at once.",
        ),
        Meaning::Firewall => (
            "Something in front of SeaTable, such as a firewall, refused the request.",
            "Ask the admin of the server or of your network.",
        ),
        Meaning::NoToken => (
            "No token arrived.",
            "Enter the token, or do the step that returns it, and send again.",
        ),
        Meaning::OtherBase => (
            "The address names another base than the one that this Base-Token opens: base_uuid isn't the token's.",
            "Use base_uuid (dtable_uuid) from the response that returned the token.",
        ),
        Meaning::ReadOnly => (
            "This Base-Token may only read, like the API-Token that it was created with.",
            "Create an API-Token that may write (rw), and get a Base-Token with it.",
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
            "SeaTable doesn't know this Base-Token: it was not copied whole, comes from another server, or its API-Token was deleted.",
            "Get a new one with the API-Token, and send again.",
        ),
        Meaning::ApiTokenUnknown => (
            "SeaTable doesn't accept this API-Token: it was deleted, comes from another server, was not copied whole, or is an \
         Account-Token, which looks the same.",
            "Copy it again from the base, or create a new one there.",
        ),
        Meaning::NoMoreAllowed => (
            "The licence of the server, or the plan of the team, allows no more of this.",
            "Ask whoever manages them, or remove what is no longer needed.",
        ),
        Meaning::NoTeamAdmin => (
            "This account may not do this: it isn't an admin of the team.",
            "Log in with the account of a team admin.",
        ),
        Meaning::NoSystemAdmin => (
            "This account may not do this: it isn't an admin of the server, or not one for this task.",
            "Log in with the account of a system admin, which only servers of your own have.",
        ),
        Meaning::LoginDisabled => (
            "SeaTable refuses this login: it is disabled for the account, or for all passwords.",
            "Ask the admin of the team, or create an API-Token in SeaTable.",
        ),
        Meaning::NotOwn => (
            "This account may not do this: the workspace or base isn't its own, or is only shared with it.",
            "Use one of its own workspaces, or log in as the owner.",
        ),
        Meaning::TooLargeForBase => (
            "The request is larger than the web server in front (nginx) accepts: by default 10 MB for requests to a base.",
            "Send fewer rows at a time.",
        ),
        Meaning::TooLarge => (
            "The request is larger than the web server in front (nginx) accepts.",
            "Send less at a time or a smaller file, or ask the server's admin to raise client_max_body_size.",
        ),
        Meaning::TooManyForNow => ("Too many requests for now.", "Wait, and send again."),
        Meaning::FileName => (
            "The file server doesn't accept this file name.",
            "Use a shorter one, without slashes and other special characters.",
        ),
        Meaning::FileExists => (
            "A file of this name exists already, or the file to be replaced doesn't.",
            "Use another name, or set replace.",
        ),
        Meaning::FileTooLarge => (
            "The file is larger than the server accepts.",
            "Use a smaller one, or ask the server's admin.",
        ),
        Meaning::NoRoom => (
            "The storage of the workspace's owner or team is full.",
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
            "The web server in front (nginx) got no response from SeaTable in time."
        }
        ServerFailure::NotReached => {
            "The web server in front (nginx) can't reach SeaTable: it is starting, stopped or overloaded."
        }
        ServerFailure::Failed => "SeaTable failed while it worked on this request.",
        ServerFailure::Somewhere => "The server, or something in front of it, failed.",
    }
}

fn after_failure(is_read: bool) -> &'static str {
    if is_read {
        "Send again in a moment. If it fails again, ask the server's admin."
    } else {
        "It may still have been carried out: look before you send it again. If it fails again, ask the server's admin."
    }
}

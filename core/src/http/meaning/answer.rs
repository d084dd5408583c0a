//! What an answer means.

use super::part::Part;
use super::{Meaning, denied, limit, of_error_type};
use crate::auth::{Claims, TokenKind};
use crate::catalogue::Method;
use crate::http::{Answer, PreparedRequest};

/// What is known about an answer.
#[derive(Clone, Copy)]
pub(super) struct Case<'a> {
    pub(super) request: &'a PreparedRequest,
    pub(super) answer: &'a Answer,
    pub(super) part: Part,
    /// The token that the operation wants.
    pub(super) token: Option<TokenKind>,
    /// What the token says of itself, if it is a JWT.
    pub(super) claims: Option<&'a Claims>,
    /// The server's own words; empty if there are none.
    pub(super) words: &'a str,
    pub(super) now_seconds: u64,
}

/// Says what an answer means for this request, and what to do next: `token` is the kind that the operation wants, `claims` what
/// the token sent says of itself, `now_seconds` the time in seconds since 1970.
pub fn of_answer(
    request: &PreparedRequest,
    answer: &Answer,
    token: Option<TokenKind>,
    claims: Option<&Claims>,
    now_seconds: u64,
) -> Meaning {
    let known = answer.error_type().and_then(|kind| of_error_type(&kind));
    if let Some(known) = known.filter(|_| !answer.is_success() || answer.takes_success_back()) {
        return known;
    }
    let words = answer.error_text().unwrap_or_default();
    of_status(Case {
        request,
        answer,
        part: Part::of(request),
        token,
        claims,
        words: &words,
        now_seconds,
    })
}

fn of_status(case: Case<'_>) -> Meaning {
    match case.answer.status {
        200..=299 => success(case),
        400 | 403 | 404 if is_slash_refused(case) => Meaning::new(
            "A name in the address has a slash. Many servers refuse one there, even percent-encoded as %2F.",
            "Rename it in SeaTable without the slash. For a base, an API-Token does too: its request has no name in the address.",
        ),
        400 => bad_request(case),
        401 => denied::unknown_token(case),
        402 => Meaning::new(
            "The plan of the team, or the licence of the server, does not cover this call.",
            "Ask who pays for it.",
        ),
        403 => denied::forbidden(case),
        404 => not_found(case),
        405 => Meaning::new(
            format!(
                "The server does not take {} here.",
                case.request.method.as_str()
            ),
            "Check the version of the server: this page is made for 6.2.",
        ),
        406 => not_acceptable(case),
        413 => limit::too_large(case),
        429 => limit::too_many(case),
        440..=443 if case.part == Part::FileServer => limit::file_refused(case.answer.status),
        500..=599 => server_failed(case),
        _ => Meaning::new(
            "SeaTable answered with a status that this call does not document.",
            "Its own words, if any, are in the answer.",
        ),
    }
}

fn success(case: Case<'_>) -> Meaning {
    if case.answer.takes_success_back() {
        Meaning::new(
            "The status is one of success, but the answer says that SeaTable did not carry this out.",
            "Its own words are in the answer: change what they name, and send again.",
        )
    } else {
        Meaning::new("SeaTable carried this out.", "")
    }
}

fn bad_request(case: Case<'_>) -> Meaning {
    match case.part {
        Part::Login if case.answer.wants_code() => {
            if case.words.contains("missing") {
                Meaning::new(
                    "This account has a second factor, and no one-time code was sent.",
                    "Enter the six digits that the authenticator app shows, and send again.",
                )
            } else {
                Meaning::new(
                    "The one-time code is wrong, or its half minute was over.",
                    "Enter the six digits that the authenticator app shows now, and send again.",
                )
            }
        }
        Part::Login => Meaning::new(
            "SeaTable refuses this login: user name or password is missing or wrong.",
            "Check both. Who signs in through another service (SSO) has no password here, and sets one in SeaTable first.",
        ),
        Part::Sql => Meaning::new(
            "SeaTable cannot run this SQL.",
            "Its own words are in the answer. It knows no JOIN, no UNION and no subquery, and INSERT only with the big-data storage.",
        ),
        Part::DownloadLink => Meaning::new(
            "There is no file under this path, or the path is not written as SeaTable has it.",
            "Take the path from the cell: what follows the id of the base in its address.",
        ),
        _ => Meaning::new(
            "SeaTable understood the call, but not a value in it.",
            "Its own words are in the answer: change the value that they name, and send again.",
        ),
    }
}

/// Whether a server in front, which answers with a page, may have stumbled over a slash in a name.
fn is_slash_refused(case: Case<'_>) -> bool {
    !is_data(case) && case.request.path().contains("%2F")
}

fn is_data(case: Case<'_>) -> bool {
    !case.answer.body.bytes().is_empty() && case.answer.body.fault().is_none()
}

fn not_found(case: Case<'_>) -> Meaning {
    if case.token == Some(TokenKind::Base) && denied::opens_another_base(case) {
        return denied::forbidden(case);
    }
    let is_data = is_data(case);
    if case.words.contains("deprecated") {
        Meaning::new(
            "This endpoint is gone: SeaTable 5.3 removed what began with /dtable-server/ and /dtable-db/.",
            "Send the call to its place under /api-gateway/, as the reference for 6.2 has it.",
        )
    } else if case.words.contains("(deleted_") {
        Meaning::new(
            "The base of this token was deleted.",
            "Restore it from the trash in SeaTable, or take a token of another base.",
        )
    } else if !is_data {
        Meaning::new(
            "The server has nothing under this address: it is no SeaTable, or older or newer than 6.2.",
            "Check the address of the server, and its version.",
        )
    } else {
        let (sentence, next) = match case.part {
            Part::Sql | Part::Gateway => (
                "There is no such base, table, view or row: it was deleted, or its name is written in another way.",
                "Read the metadata of the base, and take names and ids from there.",
            ),
            Part::Exchange => (
                "There is no such workspace, or no base of this name in it.",
                "List the workspaces and their bases, and take number and name from there.",
            ),
            Part::DownloadLink | Part::FileServer => (
                "There is no such file: it was deleted, or its path is written in another way.",
                "Take the path from the cell that holds the file.",
            ),
            Part::TeamAdmin => (
                "There is no such team, user or base in it.",
                "Get the team's info, and take its number (org_id) from there.",
            ),
            _ => (
                "There is no such thing: it was deleted, or its name or number is another one.",
                "List what is there, and take name or number from the list.",
            ),
        };
        Meaning::new(sentence, next)
    }
}

fn not_acceptable(case: Case<'_>) -> Meaning {
    if case.token == Some(TokenKind::Scheduler) {
        Meaning::new(
            "The server does not run the Python scheduler under this address.",
            "Ask the admin of the server for the scheduler's own address.",
        )
    } else {
        Meaning::new(
            "SeaTable does not give its answer in the type that the header Accept asks for.",
            "Send Accept: application/json or */*, even where a file comes back.",
        )
    }
}

fn server_failed(case: Case<'_>) -> Meaning {
    let is_read = case.request.method == Method::Get;
    let sentence = match case.answer.status {
        504 => "The web server in front (nginx) waited in vain for SeaTable to answer.",
        502 | 503 if case.answer.is_html() || case.words.is_empty() => {
            "The web server in front (nginx) does not reach SeaTable: it is starting, stopped or overloaded."
        }
        500 => "SeaTable failed while it worked on this call.",
        _ => "The server, or something in front of it, failed.",
    };
    let next = if is_read {
        "Send again in a moment; if it stays, ask the server's admin."
    } else {
        "It may have happened all the same: look before you send it again. If it stays, ask the server's admin."
    };
    Meaning::new(sentence, next)
}

//! What an answer means.

use super::sent::writes;
use super::service::Service;
use super::{Meaning, ServerFailure, denied, limit, of_error_type};
use crate::auth::{Claims, TokenKind};
use crate::http::{Answer, PreparedRequest};

/// What is known about an answer.
#[derive(Clone, Copy)]
pub(super) struct Case<'a> {
    pub(super) request: &'a PreparedRequest,
    pub(super) answer: &'a Answer,
    pub(super) part: Service,
    /// The token that the operation wants.
    pub(super) token: Option<TokenKind>,
    /// What the token says of itself, if it is a JWT.
    pub(super) claims: Option<&'a Claims>,
    /// The server's own words; empty if there are none.
    pub(super) words: &'a str,
    pub(super) now_seconds: u64,
}

/// Returns what an answer means for this request: `token` is the kind that the operation wants, `claims` what
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
        part: Service::of(request),
        token,
        claims,
        words: &words,
        now_seconds,
    })
}

fn of_status(case: Case<'_>) -> Meaning {
    match case.answer.status {
        200..=299 => success(case),
        400 | 403 | 404 if is_slash_refused(case) => Meaning::SlashInName,
        400 => bad_request(case),
        401 => denied::unknown_token(case),
        402 => Meaning::NotCovered,
        403 => denied::forbidden(case),
        404 => not_found(case),
        405 => Meaning::MethodNotTaken(case.request.method),
        406 => not_acceptable(case),
        413 => limit::too_large(case),
        429 => limit::too_many(case),
        440..=443 if case.part == Service::FileServer => limit::file_refused(case.answer.status),
        500..=599 => server_failed(case),
        _ => Meaning::Undocumented,
    }
}

fn success(case: Case<'_>) -> Meaning {
    if case.answer.takes_success_back() {
        Meaning::TakenBack
    } else {
        Meaning::CarriedOut
    }
}

fn bad_request(case: Case<'_>) -> Meaning {
    match case.part {
        Service::Login if case.answer.wants_code() => {
            if case.words.contains("missing") {
                Meaning::CodeMissing
            } else {
                Meaning::CodeWrong
            }
        }
        Service::Login => Meaning::LoginRefused,
        Service::Sql => Meaning::SqlRefused,
        Service::DownloadLink => Meaning::NoFileAtPath,
        _ => Meaning::ValueRefused,
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
        Meaning::EndpointGone
    } else if case.words.contains("(deleted_") {
        Meaning::BaseDeleted
    } else if !is_data {
        Meaning::NothingAtAddress
    } else {
        match case.part {
            Service::Sql | Service::Gateway => Meaning::NotInBase,
            Service::Exchange => Meaning::NoWorkspaceOrBase,
            Service::DownloadLink | Service::FileServer => Meaning::NoFile,
            Service::TeamAdmin => Meaning::NotInTeam,
            _ => Meaning::NoSuchThing,
        }
    }
}

fn not_acceptable(case: Case<'_>) -> Meaning {
    if case.token == Some(TokenKind::Scheduler) {
        Meaning::NoScheduler
    } else {
        Meaning::MediaTypeRefused
    }
}

fn server_failed(case: Case<'_>) -> Meaning {
    let how = match case.answer.status {
        504 => ServerFailure::TimedOut,
        502 | 503 if case.answer.is_html() || case.words.is_empty() => ServerFailure::NotReached,
        500 => ServerFailure::Failed,
        _ => ServerFailure::Somewhere,
    };
    Meaning::ServerFailed {
        how,
        is_read: !writes(case.request),
    }
}

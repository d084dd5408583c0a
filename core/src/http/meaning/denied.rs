//! What it means that SeaTable does not take a token. Base calls never say 401, and account calls without a token say 403.

use super::Meaning;
use super::answer::Case;
use super::sent::writes;
use super::service::Service;
use crate::auth::TokenKind;

/// Returns what 401 means: the token is not known. Account calls say so.
pub(super) fn unknown_token(case: Case<'_>) -> Meaning {
    match case.token {
        Some(TokenKind::Base) => base_token(case),
        Some(TokenKind::Api) => unknown_api_token(),
        Some(TokenKind::Scheduler) => Meaning::SchedulerTokenUnknown,
        Some(TokenKind::Account) | None => Meaning::AccountTokenUnknown,
    }
}

/// Returns what 403 means: the token is not there, is not known, or may not do this.
pub(super) fn forbidden(case: Case<'_>) -> Meaning {
    // The link is the credential of the file server.
    if case.part == Service::FileServer && case.words.contains("ermission") {
        return Meaning::LinkForOtherFolder;
    }
    if case.part == Service::FileServer {
        return Meaning::LinkInvalid;
    }
    if case.answer.is_html() {
        return Meaning::Firewall;
    }
    if case.token.is_some() && !case.request.sends_token()
        || case.words.contains("credentials were not provided")
    {
        return Meaning::NoToken;
    }
    match case.token {
        Some(TokenKind::Base) => base_token(case),
        Some(TokenKind::Api) => unknown_api_token(),
        _ => account(case),
    }
}

fn base_token(case: Case<'_>) -> Meaning {
    let permission = case.claims.and_then(|claims| claims.permission.as_deref());
    if case.words.contains("expired") {
        return expired();
    }
    if opens_another_base(case) {
        return Meaning::OtherBase;
    }
    let left = case
        .claims
        .and_then(|claims| claims.seconds_left(case.now_seconds));
    if left == Some(0) {
        // How SeaTable says that a token has expired is not known for all its parts: the token's own date tells as well.
        expired()
    } else if permission == Some("r") && writes(case.request) {
        Meaning::ReadOnly
    } else if case.words.contains("permission") {
        Meaning::NoPermission
    } else {
        unknown_base_token()
    }
}

fn expired() -> Meaning {
    Meaning::Expired
}

/// Whether the address names another base than the one that the token says it opens.
pub(super) fn opens_another_base(case: Case<'_>) -> bool {
    let plain = |text: &str| text.replace('-', "").to_ascii_lowercase();
    let base = case.claims.and_then(|claims| claims.dtable_uuid.as_deref());
    base.map(plain)
        .is_some_and(|base| !base.is_empty() && !plain(&case.request.path()).contains(&base))
}

fn unknown_base_token() -> Meaning {
    Meaning::BaseTokenUnknown
}

fn unknown_api_token() -> Meaning {
    Meaning::ApiTokenUnknown
}

fn account(case: Case<'_>) -> Meaning {
    match case.part {
        _ if case.words.contains("licen") || case.words.contains("limit") => Meaning::NoMoreAllowed,
        Service::TeamAdmin => Meaning::NoTeamAdmin,
        Service::SystemAdmin => Meaning::NoSystemAdmin,
        Service::Login => Meaning::LoginDisabled,
        _ => Meaning::NotOwn,
    }
}

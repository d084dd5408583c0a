//! What it means that SeaTable does not take a token. Base calls never say 401, and account calls without a token say 403.

use super::Meaning;
use super::answer::Case;
use super::part::Part;
use crate::auth::TokenKind;
use crate::catalogue::Method;

/// Says what 401 means: the token is not known. Account calls say so.
pub(super) fn unknown_token(case: Case<'_>) -> Meaning {
    match case.token {
        Some(TokenKind::Base) => base_token(case),
        Some(TokenKind::Api) => unknown_api_token(),
        Some(TokenKind::Scheduler) => Meaning::new(
            "The Python scheduler does not know this token, which is one of its own.",
            "Ask the admin of the server for it.",
        ),
        Some(TokenKind::Account) | None => Meaning::new(
            "SeaTable does not know this token: it was not copied whole, comes from another server, or is an API-Token, which \
             looks the same.",
            "Check which one it is, or log in again.",
        ),
    }
}

/// Says what 403 means: the token is not there, is not known, or may not do this.
pub(super) fn forbidden(case: Case<'_>) -> Meaning {
    // The link is the credential of the file server.
    if case.part == Part::FileServer && case.words.contains("ermission") {
        return Meaning::new(
            "The link does not open the folder that parent_dir names: each link is for one base.",
            "Set parent_dir to the parent_path that came with this link, and send again.",
        );
    }
    if case.part == Part::FileServer {
        return Meaning::new(
            "The link is not complete, or no longer valid: one for an upload lasts some minutes, one for a download some hours.",
            "Get a new link, and use it at once.",
        );
    }
    if case.answer.is_html() {
        return Meaning::new(
            "Something in front of SeaTable, such as a firewall, refused the call.",
            "Ask the admin of the server or of your network.",
        );
    }
    if case.token.is_some() && !case.request.sends_token()
        || case.words.contains("credentials were not provided")
    {
        return Meaning::new(
            "No token arrived.",
            "Enter the token, or do the step that gives it, and send again.",
        );
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
        return Meaning::new(
            "The address names another base than the one that this Base-Token opens: base_uuid is not the token's.",
            "Take base_uuid (dtable_uuid) from the response that gave the token.",
        );
    }
    let left = case
        .claims
        .and_then(|claims| claims.seconds_left(case.now_seconds));
    if left == Some(0) {
        // How SeaTable says that a token has expired is not known for all its parts: the token's own date tells as well.
        expired()
    } else if permission == Some("r") && case.request.method != Method::Get {
        Meaning::new(
            "This Base-Token may only read, as may the API-Token that it was made with.",
            "Make an API-Token that may write (rw), and get a Base-Token with it.",
        )
    } else if case.words.contains("permission") {
        Meaning::new(
            "This Base-Token may not do this in the base.",
            "Get a new one with a token that may write (rw).",
        )
    } else {
        unknown_base_token()
    }
}

fn expired() -> Meaning {
    Meaning::new(
        "The Base-Token has expired.",
        "Get a new one with the API-Token, and send again.",
    )
}

/// Whether the address names another base than the one that the token says it opens.
pub(super) fn opens_another_base(case: Case<'_>) -> bool {
    let plain = |text: &str| text.replace('-', "").to_ascii_lowercase();
    let base = case.claims.and_then(|claims| claims.dtable_uuid.as_deref());
    base.map(plain)
        .is_some_and(|base| !base.is_empty() && !plain(&case.request.path()).contains(&base))
}

fn unknown_base_token() -> Meaning {
    Meaning::new(
        "SeaTable does not know this Base-Token: it was not copied whole, comes from another server, or its API-Token was deleted.",
        "Get a new one with the API-Token, and send again.",
    )
}

fn unknown_api_token() -> Meaning {
    Meaning::new(
        "SeaTable does not take this API-Token: it was deleted, comes from another server, was not copied whole, or is an \
         Account-Token, which looks the same.",
        "Copy it again from the base, or make a new one there.",
    )
}

fn account(case: Case<'_>) -> Meaning {
    let (sentence, next) = match case.part {
        _ if case.words.contains("licen") || case.words.contains("limit") => (
            "The licence of the server, or the plan of the team, allows no more of this.",
            "Ask who pays for it, or remove what is no longer needed.",
        ),
        Part::TeamAdmin => (
            "This account may not do this: it is no admin of the team.",
            "Log in with the account of a team admin.",
        ),
        Part::SystemAdmin => (
            "This account may not do this: it is no admin of the server, or not one for this task.",
            "Log in with the account of a system admin, which there is on own servers only.",
        ),
        Part::Login => (
            "SeaTable refuses this login: it is disabled for the account, or for passwords at all.",
            "Ask the admin of the team, or make an API-Token in SeaTable.",
        ),
        _ => (
            "This account may not do this: the workspace or base is not its own, or only shared with it.",
            "Take one of its own workspaces, or log in as the owner.",
        ),
    };
    Meaning::new(sentence, next)
}

//! What it means that a limit was met.

use super::Meaning;
use super::answer::Case;
use super::service::Service;
use crate::http::Answer;

/// Returns what 413 means: the web server in front takes no request that large.
pub(super) fn too_large(case: Case<'_>) -> Meaning {
    match case.part {
        Service::Gateway | Service::Sql => Meaning::TooLargeForBase,
        _ => Meaning::TooLarge,
    }
}

/// Returns what 429 means: too many requests in a minute, or in a month.
pub(super) fn too_many(case: Case<'_>) -> Meaning {
    // The wait itself is counted down beside this.
    if seconds_to_wait(case.answer, case.now_seconds).is_some() {
        return Meaning::TooManyForNow;
    }
    match case.part {
        Service::Gateway | Service::Sql => Meaning::TooManyToBase,
        Service::Login => Meaning::TooManyLogins,
        _ => Meaning::TooManyRequests,
    }
}

/// Looks where SeaTable's parts say how long to wait, in seconds from the moment of the response on; pages of other origins seldom
/// may read the headers.
pub fn seconds_to_wait(answer: &Answer, now_seconds: u64) -> Option<u64> {
    let number = |name| answer.header(name)?.trim().parse::<u64>().ok();
    let reset = || number("x-ratelimit-reset")?.checked_sub(now_seconds);
    number("retry-after")
        .or_else(|| {
            let words = answer.error_text()?;
            let (_, text) = words.split_once("available in ")?;
            let end = text
                .find(|c: char| !c.is_ascii_digit())
                .unwrap_or(text.len());
            text.get(..end)?.parse().ok()
        })
        .or_else(reset)
}

/// Returns what the statuses of the file server mean.
pub(super) fn file_refused(status: u16) -> Meaning {
    match status {
        440 => Meaning::FileName,
        441 => Meaning::FileExists,
        442 => Meaning::FileTooLarge,
        _ => Meaning::NoRoom,
    }
}

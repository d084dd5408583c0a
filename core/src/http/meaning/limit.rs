//! What it means that a limit was met.

use super::Meaning;
use super::answer::Case;
use super::part::Part;
use crate::http::Answer;

/// Says what 413 means: the web server in front takes no request that large.
pub(super) fn too_large(case: Case<'_>) -> Meaning {
    match case.part {
        Part::Gateway | Part::Sql => Meaning::new(
            "The request is larger than the web server in front (nginx) takes: 10 MB for calls to a base, as it is set up at first.",
            "Send fewer rows at a time.",
        ),
        _ => Meaning::new(
            "The request is larger than the web server in front (nginx) takes.",
            "Send less at a time or a smaller file, or ask the server's admin to raise client_max_body_size.",
        ),
    }
}

/// Says what 429 means: too many requests in a minute, or in a month.
pub(super) fn too_many(case: Case<'_>) -> Meaning {
    // The wait itself is counted down beside this.
    if seconds_to_wait(case.answer, case.now_seconds).is_some() {
        return Meaning::new("Too many requests for now.", "Wait, and send again.");
    }
    let sentence = match case.part {
        Part::Gateway | Part::Sql => "Too many requests to this base in a minute.",
        Part::Login => "Too many logins in a minute.",
        _ => "Too many requests in a minute.",
    };
    Meaning::new(
        sentence,
        "SeaTable doesn't say how long to wait. Wait a minute, and send again.",
    )
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

/// Says what the statuses of the file server mean.
pub(super) fn file_refused(status: u16) -> Meaning {
    let (sentence, next) = match status {
        440 => (
            "The file server does not take this file name.",
            "Take a shorter one, without slashes and other special characters.",
        ),
        441 => (
            "There is a file of this name already, or the file to be replaced is not there.",
            "Take another name, or set replace.",
        ),
        442 => (
            "The file is larger than the server takes.",
            "Take a smaller one, or ask the server's admin.",
        ),
        _ => (
            "There is no room left: the storage of the workspace's owner or team is full.",
            "Delete files, or ask the team's admin.",
        ),
    };
    Meaning::new(sentence, next)
}

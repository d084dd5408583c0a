//! What it means that a limit was met.

use super::Meaning;
use super::answer::Case;
use super::part::Part;

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
    if let Some(seconds) = seconds_to_wait(case) {
        let unit = if seconds == 1 { "second" } else { "seconds" };
        return Meaning::new(
            format!("Too many requests. SeaTable takes the next one in {seconds} {unit}."),
            "Wait that long, and send again.",
        );
    }
    let sentence = match case.part {
        Part::Gateway | Part::Sql => {
            "Too many requests to this base in a minute (SeaTable Cloud takes 200, an own server 500), or the month's quota is used up."
        }
        Part::Login => "Too many logins in a minute: SeaTable takes 60.",
        _ => {
            "Too many requests in a minute (SeaTable Cloud takes 1000, an own server 3000), or the month's quota is used up."
        }
    };
    Meaning::new(
        sentence,
        "Wait a minute, and send again. The team's info says how much of the month's quota is used.",
    )
}

/// Looks where SeaTable's parts say how long to wait; pages of other origins seldom may read the headers.
fn seconds_to_wait(case: Case<'_>) -> Option<u64> {
    let number = |name| case.answer.header(name)?.trim().parse::<u64>().ok();
    let reset = || number("x-ratelimit-reset")?.checked_sub(case.now_seconds);
    number("retry-after")
        .or_else(|| {
            let (_, text) = case.words.split_once("available in ")?;
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

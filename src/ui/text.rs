//! Words that several components use.

use playground_core::http::{
    Exchange, Failure, Outcome, PreparedRequest, Server, host_of, meaning,
};

/// Returns how the page calls a server.
pub(super) fn server_name(server: &Server) -> String {
    if server.is_in_page() {
        "practice".to_owned()
    } else {
        origin_name(server.origin()).to_owned()
    }
}

/// Returns how the page calls the server of an origin.
pub(super) fn origin_name(origin: &str) -> &str {
    if origin.starts_with("http:") {
        // Unencrypted is what has to be seen.
        origin
    } else {
        host_of(origin)
    }
}

/// Names all that the lock lets the page send to.
pub(super) fn lock_name(server: &Server) -> String {
    match server.links() {
        Some(_) => server.origins().replace(' ', " and "),
        None => server_name(server),
    }
}

/// Names the server that a request goes to.
pub(super) fn target_name(server: &Server, request: &PreparedRequest) -> String {
    if server.is_in_page() {
        server_name(server)
    } else {
        origin_name(server.target(&request.url)).to_owned()
    }
}

/// Returns a number of bytes as people read it.
pub(super) fn bytes(count: u64) -> String {
    let tenths = |unit: u64| {
        let tenths = (count * 10 + unit / 2) / unit;
        format!("{}.{}", tenths / 10, tenths % 10)
    };
    match count {
        0..1_000 => format!("{count} B"),
        1_000..1_000_000 => format!("{} kB", tenths(1_000)),
        _ => format!("{} MB", tenths(1_000_000)),
    }
}

/// Returns a count with its thousands set apart.
pub(super) fn count(count: usize) -> String {
    let digits = count.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Returns the beginning of a text, of at most so many bytes, without a character cut in two.
pub(super) fn clipped(text: &[u8], longest: usize) -> &[u8] {
    let mut end = longest.min(text.len());
    while end > 0
        && text
            .get(end)
            .is_some_and(|byte| byte & 0b1100_0000 == 0b1000_0000)
    {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// Returns the time that is left, in its two largest units.
pub(super) fn time_left(seconds: u64) -> String {
    let (minutes, hours, days) = (seconds / 60, seconds / 3_600, seconds / 86_400);
    if days > 0 {
        format!("{days} d {} h", hours % 24)
    } else if hours > 0 {
        format!("{hours} h {} min", minutes % 60)
    } else {
        format!("{minutes} min")
    }
}

/// Says what a token may do.
pub(super) fn rights(permission: Option<&str>) -> &'static str {
    match permission {
        Some("rw") => "reads and writes",
        Some("r") => "reads only",
        _ => "",
    }
}

/// Says in one sentence what became of a request.
pub(super) fn outcome(exchange: &Exchange) -> String {
    match &exchange.outcome {
        Outcome::Answer(answer) => {
            format!(
                "Answer {} {} after {} milliseconds.",
                answer.status,
                meaning::status_name(answer.status),
                exchange.elapsed_ms
            )
        }
        Outcome::Failure(failure) => {
            let fate = meaning::of_fate(exchange).unwrap_or_default();
            format!("No response: {}. {fate}", failure_name(failure))
        }
    }
}

/// Names a failure in a word or two.
pub(super) fn failure_name(failure: &Failure) -> &'static str {
    match failure {
        Failure::Cancelled | Failure::Left => "stopped",
        Failure::TimedOut(_) => "timed out",
        Failure::Offline => "offline",
        Failure::WentOffline => "network lost",
        Failure::Locked => "refused by the lock",
        Failure::Policy => "refused by the host’s policy",
        Failure::Denied(_) => "local network denied",
        Failure::Unsendable => "refused by the browser",
        Failure::FileGone(_) | Failure::FileChanged(_) => "file not readable",
        Failure::NoLock => "no lock",
        Failure::Redirected => "redirected",
        Failure::Unreadable => "no readable answer",
        Failure::CutOff(_) => "broke off",
        Failure::TooLong(_) => "too long",
        Failure::Relay(_) => "stopped at the relay",
        Failure::PracticeUnavailable => "practice not loaded",
    }
}

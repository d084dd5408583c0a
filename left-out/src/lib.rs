//! For tests that need what a machine may not have: each says that it did not look, and the suite's closing lines name it.
//!
//! What is said stands on a line of its own, `left out: TEST: REASON`, on standard output itself: the test harness keeps what
//! `println!` prints of a test that passes. [`Line::read`] is how the suite finds it again.

use std::io::Write;

/// What a line begins with that says a whole test was left out.
const WHOLE: &str = "left out: ";

/// What a line begins with that says a test left something out and looked at the rest.
const PART: &str = "left out in part: ";

/// Why something is left out that is held against SeaTable's documents.
pub const NO_DOCUMENTS: &str =
    "SeaTable's OpenAPI documents are neither in SEATABLE_OPENAPI nor in ../shared/openapi";

/// What was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The name of the test.
    pub test: String,
    /// What was not there.
    pub reason: String,
    /// Whether the test looked at nothing at all.
    pub whole: bool,
}

impl Line {
    /// Reads a line of a test's output; `None` if it says nothing of the kind.
    pub fn read(line: &str) -> Option<Self> {
        let said = |sign: &str| line.split_once(sign)?.1.split_once(": ");
        let (found, whole) = match said(WHOLE) {
            Some(found) => (found, true),
            None => (said(PART)?, false),
        };
        let (test, reason) = found;
        Some(Self {
            test: test.to_owned(),
            reason: reason.to_owned(),
            whole,
        })
    }
}

/// Says that this test looks at nothing, since a machine need not have what it needs.
pub fn whole(reason: &str) {
    say(WHOLE, reason);
}

/// Says that this test leaves something out and looks at the rest.
pub fn part(reason: &str) {
    say(PART, reason);
}

/// Says that this test looks at nothing, since something is missing that every machine has which checks changes.
///
/// # Panics
///
/// Where `CI` is set.
pub fn expected(reason: &str) {
    assert!(std::env::var_os("CI").is_none(), "{reason}");
    say(WHOLE, reason);
}

fn say(sign: &str, reason: &str) {
    // The harness gives each test a thread of the test's name.
    let thread = std::thread::current();
    let test = thread.name().unwrap_or("a test");
    let mut out = std::io::stdout();
    // One write, so that nothing of another test comes between. A closed output has nobody to tell.
    let _ = out.write_all(format!("\n{sign}{test}: {reason}\n").as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_is_read_again() {
        let line = Line::read("left out: a::b_c: python3 is not installed");
        let expected = Line {
            test: "a::b_c".to_owned(),
            reason: "python3 is not installed".to_owned(),
            whole: true,
        };
        assert_eq!(line, Some(expected));
        let line = Line::read("test x ... left out in part: y: no documents: none at all");
        let line = line.unwrap();
        assert_eq!((line.test.as_str(), line.whole), ("y", false));
        assert_eq!(line.reason, "no documents: none at all");
    }

    #[test]
    fn other_lines_say_nothing() {
        for line in ["", "test left_out ... ok", "left out: nothing", "left out"] {
            assert_eq!(Line::read(line), None, "{line}");
        }
    }
}

//! How long single tests take.

use std::fmt::{Display, Formatter, Result};

/// How many tests the closing lines name.
const SHOWN: usize = 10;

/// Has libtest print how long each test took. It offers that to the compiler's own tests, and to whoever sets the variable
/// that [`RUNNER`] sets, for the tests alone: crates that ask for it while they compile would be compiled again.
pub(super) const ARGUMENTS: [&str; 3] = ["--", "-Zunstable-options", "--report-time"];

/// Cargo's setting that runs test programs so.
pub(super) const RUNNER: [&str; 2] = [
    "--config",
    "target.'cfg(unix)'.runner=['env', 'RUSTC_BOOTSTRAP=1']",
];

/// The tests that said how long they took.
#[derive(Debug, Default)]
pub(super) struct Durations {
    tests: Vec<(f64, String)>,
}

impl Durations {
    /// Takes a test's line, such as `test row::cells ... ok <0.012s>`; others count nothing.
    pub(super) fn note(&mut self, line: &str) {
        self.tests.extend(duration(line));
    }
}

/// Prints the slowest tests, each with its seconds.
impl Display for Durations {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let mut tests: Vec<_> = self.tests.iter().collect();
        tests.sort_by(|a, b| b.0.total_cmp(&a.0));
        if !tests.is_empty() {
            writeln!(f, "\nThe slowest tests:")?;
        }
        for (seconds, name) in tests.into_iter().take(SHOWN) {
            writeln!(f, "  {seconds:>7.1} s  {name}")?;
        }
        Ok(())
    }
}

fn duration(line: &str) -> Option<(f64, String)> {
    let (name, outcome) = line.strip_prefix("test ")?.split_once(" ... ")?;
    let seconds = outcome.split_once('<')?.1.split_once("s>")?.0;
    Some((seconds.parse().ok()?, name.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slowest_tests_come_first_and_others_are_left_out() {
        let mut durations = Durations::default();
        assert_eq!(durations.to_string(), "");
        for it in 0..20 {
            durations.note(&format!("test it::is_{it} ... ok <{it}.250s>"));
        }
        durations.note("test it::failed ... FAILED <100.000s>");
        durations.note("test it::says_nothing ... ok");
        durations.note("<200.000s>");
        let text = durations.to_string();
        let lines: Vec<_> = text.lines().skip(2).collect();
        assert_eq!(lines.len(), SHOWN);
        assert_eq!(lines[0], "    100.0 s  it::failed");
        assert_eq!(lines[1], "     19.2 s  it::is_19");
    }
}

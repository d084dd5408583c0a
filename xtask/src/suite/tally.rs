//! Counting tests.

use std::io::{BufRead, BufReader};
use std::ops::Add;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use left_out::Line;

use super::durations::Durations;
use crate::process;

/// How many tests ended how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) passed: u32,
    pub(super) failed: u32,
    /// Those that did not run, and those that ran and found nothing to look at.
    pub(super) skipped: u32,
    /// What tests said that they left out.
    pub(super) left_out: Vec<Line>,
}

impl Tally {
    /// One check that held.
    pub(super) const PASSED: Self = Self {
        passed: 1,
        failed: 0,
        skipped: 0,
        left_out: Vec::new(),
    };
}

impl Add for Tally {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            skipped: self.skipped + other.skipped,
            left_out: [self.left_out, other.left_out].concat(),
        }
    }
}

/// Runs a test command, shows what it prints, adds its result lines up, and notes how long its tests took.
///
/// A command that fails without a failed test, say because it does not compile, counts as one
/// failure.
///
/// # Errors
///
/// Fails when the command cannot be started.
pub(super) fn run(mut command: Command, durations: &mut Durations) -> Result<Tally> {
    println!("  $ {}", process::line(&command));
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .context("starting the tests")?;
    let mut tally = Tally::default();
    for line in child
        .stdout
        .take()
        .into_iter()
        .flat_map(|output| BufReader::new(output).split(b'\n'))
    {
        let line = line?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        durations.note(&line);
        tally.left_out.extend(Line::read(&line));
        tally = tally + result_line(&line).unwrap_or_default();
    }
    // A test that looked at nothing has passed, as its harness counts.
    let whole = tally.left_out.iter().filter(|line| line.whole).count();
    let whole = u32::try_from(whole)?.min(tally.passed);
    tally.passed -= whole;
    tally.skipped += whole;
    let status = child.wait()?;
    if !status.success() && tally.failed == 0 {
        println!("`{}` ended with {status}", process::line(&command));
        tally.failed = 1;
    }
    Ok(tally)
}

/// Reads the line with which libtest and wasm-bindgen's test runner sum up.
fn result_line(line: &str) -> Option<Tally> {
    let counts = line.strip_prefix("test result: ")?.split_once(". ")?.1;
    let count = |what: &str| {
        let part = counts
            .split(';')
            .find_map(|part| part.trim().strip_suffix(what))?;
        part.trim().parse().ok()
    };
    Some(Tally {
        passed: count("passed")?,
        failed: count("failed")?,
        skipped: count("ignored")?,
        left_out: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summing_line_of_libtest_is_read() {
        let line = "test result: ok. 12 passed; 0 failed; 3 ignored; 0 measured; 1 filtered out; finished in 0.02s";
        assert_eq!(
            result_line(line),
            Some(Tally {
                passed: 12,
                failed: 0,
                skipped: 3,
                ..Tally::default()
            })
        );
        let line = "test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(
            result_line(line),
            Some(Tally {
                passed: 1,
                failed: 2,
                skipped: 0,
                ..Tally::default()
            })
        );
    }

    #[test]
    fn other_lines_count_nothing() {
        for line in ["test result: odd", "running 3 tests", "test a ... ok", ""] {
            assert_eq!(result_line(line), None, "{line}");
        }
    }

    #[test]
    fn a_command_that_fails_without_a_test_is_one_failure() {
        let mut command = Command::new("sh");
        command.args([
            "-c",
            "echo 'test result: ok. 2 passed; 0 failed; 0 ignored'; exit 1",
        ]);
        assert_eq!(
            run(command, &mut Durations::default()).unwrap(),
            Tally {
                passed: 2,
                failed: 1,
                skipped: 0,
                ..Tally::default()
            }
        );
    }

    #[test]
    fn a_test_that_looked_at_nothing_has_not_passed() {
        let mut command = Command::new("printf");
        command.arg(
            r"\nleft out: a: no b\nleft out in part: c: no d\ntest result: ok. 2 passed; 0 failed; 0 ignored\n",
        );
        let tally = run(command, &mut Durations::default()).unwrap();
        assert_eq!((tally.passed, tally.skipped), (1, 1));
        assert_eq!(tally.left_out.len(), 2);
    }

    #[test]
    fn output_that_is_no_text_does_not_stop_the_count() {
        let mut command = Command::new("printf");
        command.arg(r"\377\ntest result: ok. 1 passed; 0 failed; 0 ignored\n");
        assert_eq!(
            run(command, &mut Durations::default()).unwrap(),
            Tally {
                passed: 1,
                failed: 0,
                skipped: 0,
                ..Tally::default()
            }
        );
    }
}

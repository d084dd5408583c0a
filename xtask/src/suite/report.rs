//! The closing lines of the suite.

use std::fmt::{Display, Formatter, Result};
use std::time::Duration;

use left_out::Line;

use super::Outcome;
use super::section::{Kind, Section};
use super::tally::Tally;

/// What ran, and how it ended.
#[derive(Default)]
pub(super) struct Report {
    results: Vec<(&'static str, Kind, Tally)>,
    times: Vec<(&'static str, Duration)>,
    left_out: Vec<(&'static str, String)>,
}

impl Report {
    pub(super) fn add(&mut self, section: &Section, outcome: Outcome, time: Duration) {
        self.times.push((section.name, time));
        match outcome {
            Outcome::Ran(tally) => self.results.push((section.name, section.kind, tally)),
            Outcome::LeftOut(reason) => self.left_out.push((section.name, reason)),
        }
    }

    /// Returns whether the section called `name` ran and failed.
    pub(super) fn has_failed(&self, name: &str) -> bool {
        self.results
            .iter()
            .any(|(other, _, tally)| *other == name && tally.failed > 0)
    }

    /// Returns how many tests and checks failed.
    pub(super) fn failed(&self) -> u32 {
        self.sum(|_| true).failed
    }

    fn sum(&self, wanted: impl Fn(Kind) -> bool) -> Tally {
        let tallies = self.results.iter().filter(|(_, kind, _)| wanted(*kind));
        tallies.fold(Tally::default(), |sum, (_, _, tally)| sum + tally.clone())
    }
}

/// Prints the time of each section, a line for each kind, then the sum of all.
///
/// The form of the last line is one that continuous integration recognises as a count of tests.
impl Display for Report {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        writeln!(f, "\nHow long it took:")?;
        let whole = ("in all", self.times.iter().map(|(_, time)| *time).sum());
        for (name, time) in self.times.iter().chain([&whole]) {
            writeln!(f, "  {name:<17} {:>6.1} s", time.as_secs_f64())?;
        }
        writeln!(f, "\nWhat ran:")?;
        for (name, kind) in [
            ("checks", Kind::Check),
            ("native tests", Kind::Native),
            ("browser tests", Kind::Browser),
            ("end-to-end tests", Kind::EndToEnd),
        ] {
            let Tally {
                passed,
                failed,
                skipped,
                ..
            } = self.sum(|other| other == kind);
            writeln!(
                f,
                "  {name:<17} {passed:>4} passed {failed:>4} failed {skipped:>4} skipped"
            )?;
        }
        for (name, reason) in &self.left_out {
            writeln!(f, "  {name} did not run, because {reason}")?;
        }
        let Tally {
            passed,
            failed,
            skipped,
            left_out,
        } = self.sum(|_| true);
        for (reason, whole, tests) in by_reason(&left_out) {
            let part = if whole { "" } else { " in part" };
            let (count, names) = (tests.len(), tests.join(", "));
            writeln!(f, "  {count} left out{part}, because {reason}: {names}")?;
        }
        let skipped = skipped as usize + self.left_out.len();
        writeln!(f, "{passed} passed, {failed} failed, {skipped} skipped")
    }
}

/// Gathers the tests that left something out by the reason, in the order of the reasons.
fn by_reason(lines: &[Line]) -> Vec<(&str, bool, Vec<&str>)> {
    let mut reasons: Vec<(&str, bool, Vec<&str>)> = Vec::new();
    for line in lines {
        let known = reasons
            .iter_mut()
            .find(|(reason, whole, _)| (*reason, *whole) == (line.reason.as_str(), line.whole));
        match known {
            Some((_, _, tests)) => tests.push(&line.test),
            None => reasons.push((&line.reason, line.whole, vec![&line.test])),
        }
    }
    reasons
}

#[cfg(test)]
mod tests {
    use super::super::section::SECTIONS;
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    fn section(name: &str) -> &'static Section {
        SECTIONS
            .iter()
            .find(|section| section.name == name)
            .unwrap()
    }

    #[test]
    fn the_last_line_sums_up_all_kinds() {
        let mut report = Report::default();
        report.add(section("format"), Outcome::Ran(Tally::PASSED), SECOND);
        let tests = Tally {
            passed: 40,
            failed: 0,
            skipped: 2,
            left_out: [
                "left out: a: no c",
                "left out in part: d: no c",
                "left out: b: no c",
            ]
            .iter()
            .filter_map(|line| Line::read(line))
            .collect(),
        };
        report.add(section("native"), Outcome::Ran(tests), SECOND);
        let text = report.to_string();
        assert_eq!(text.lines().last(), Some("41 passed, 0 failed, 2 skipped"));
        assert!(
            text.contains("\n  native tests        40 passed    0 failed    2 skipped\n"),
            "{text}"
        );
        assert!(text.contains("\n  in all               2.0 s\n"), "{text}");
        assert!(
            text.contains("\n  2 left out, because no c: a, b\n"),
            "{text}"
        );
        let part = "\n  1 left out in part, because no c: d\n";
        assert!(text.contains(part), "{text}");
        assert_eq!(report.failed(), 0);
    }

    #[test]
    fn a_section_left_out_is_named_and_counted_as_skipped() {
        let mut report = Report::default();
        report.add(
            section("build"),
            Outcome::Ran(Tally {
                failed: 1,
                ..Tally::default()
            }),
            SECOND,
        );
        assert!(report.has_failed("build"));
        report.add(
            section("sizes"),
            Outcome::LeftOut("`build` failed".to_owned()),
            Duration::ZERO,
        );
        let text = report.to_string();
        assert!(
            text.contains("  sizes did not run, because `build` failed\n"),
            "{text}"
        );
        assert_eq!(text.lines().last(), Some("0 passed, 1 failed, 1 skipped"));
    }
}

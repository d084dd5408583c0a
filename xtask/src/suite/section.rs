//! The sections, in the order in which they run.

use anyhow::Result;

use super::stage::Stage;
use super::tally::Tally;
use super::walkthroughs;
use crate::sizes;

/// One part of the suite.
pub(super) struct Section {
    /// The name by which it is chosen.
    pub(super) name: &'static str,
    /// What it does.
    pub(super) heading: &'static str,
    /// What its figures count.
    pub(super) kind: Kind,
    /// The section without whose success it cannot make sense.
    pub(super) needs: Option<&'static str>,
    /// Runs it and counts.
    pub(super) run: fn(&Stage) -> Result<Tally>,
}

/// What a section's figures count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The section itself, as one check.
    Check,
    /// Tests that run on this machine without a browser.
    Native,
    /// Tests that run inside a browser.
    Browser,
    /// Tests that use the built page as a person would.
    EndToEnd,
}

/// All sections. Those that need the built page come after the one that builds it.
pub(super) const SECTIONS: [Section; 9] = [
    Section {
        name: "format",
        heading: "the sources are formatted",
        kind: Kind::Check,
        needs: None,
        run: Stage::check_format,
    },
    Section {
        name: "lint",
        heading: "clippy has nothing to say, natively",
        kind: Kind::Check,
        needs: None,
        run: Stage::lint_all,
    },
    Section {
        name: "lint-page",
        heading: "clippy has nothing to say about the page and the practice worker",
        kind: Kind::Check,
        needs: None,
        run: Stage::lint_page,
    },
    Section {
        name: "native",
        heading: "tests that need no browser",
        kind: Kind::Native,
        needs: None,
        run: Stage::test_natively,
    },
    Section {
        name: walkthroughs::SECTION,
        heading: "the walkthroughs, by a runner of Arazzo that others made",
        kind: Kind::Native,
        needs: None,
        run: |stage| walkthroughs::run(stage.project()),
    },
    Section {
        name: "web",
        heading: "tests inside headless Chromium",
        kind: Kind::Browser,
        needs: None,
        run: Stage::test_in_browser,
    },
    Section {
        name: "build",
        heading: "the page, as it is published",
        kind: Kind::Check,
        needs: None,
        run: Stage::build,
    },
    Section {
        name: "sizes",
        heading: "the page is within its budgets",
        kind: Kind::Check,
        needs: Some("build"),
        run: |stage| sizes::report(stage.project(), stage.environment()).map(|()| Tally::PASSED),
    },
    Section {
        name: "end-to-end",
        heading: "the built page in Chromium, against the practice SeaTable",
        kind: Kind::EndToEnd,
        needs: Some("build"),
        run: Stage::test_end_to_end,
    },
];

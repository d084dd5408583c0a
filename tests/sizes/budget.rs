//! What a start may fetch, and when.

use super::browser::network::Fetched;
use super::browser::ready::{HOME, OPERATION, Place, STEP, STEP_WITH_A_ROW};
use std::fmt::Write as _;
use std::time::Duration;

/// What may be fetched until a request can be sent.
struct Budget {
    requests: usize,
    bytes: f64,
}

/// The home page draws no form.
const HOME_BUDGET: Budget = Budget {
    requests: 8,
    bytes: 130_000.0,
};

const BUDGET: Budget = Budget {
    requests: 8,
    bytes: 185_600.0,
};

/// By a link to an operation the reference is fetched too.
const WITH_THE_REFERENCE: Budget = Budget {
    requests: 9,
    bytes: 200_000.0,
};

/// How long after that the parts may take that the page then fetches.
pub(crate) const TIME_TO_COME: Duration = Duration::from_secs(5);

/// The parts that show a response: nobody needs them before a request can be sent.
const SHOW_A_RESPONSE: &[&str] = &["answers", "viewer"];

/// A link that somebody may begin with.
pub(crate) struct Link {
    name: &'static str,
    pub(crate) place: Place,
    budget: Budget,
    /// The parts that must not be fetched before the page is ready.
    not_before: &'static [&'static str],
    /// The parts that the page has fetched by itself a while after.
    after: &'static [&'static str],
}

/// Those that are tried.
pub(crate) const LINKS: [Link; 4] = [
    Link {
        name: "by a link to the home page",
        place: HOME,
        budget: HOME_BUDGET,
        not_before: SHOW_A_RESPONSE,
        after: &[],
    },
    Link {
        name: "by a link to a step",
        place: STEP,
        budget: BUDGET,
        not_before: SHOW_A_RESPONSE,
        after: SHOW_A_RESPONSE,
    },
    Link {
        name: "by a link to a step with the form of a row",
        place: STEP_WITH_A_ROW,
        budget: BUDGET,
        not_before: &["answers", "editors", "viewer"],
        after: SHOW_A_RESPONSE,
    },
    Link {
        name: "by a link to an operation",
        place: OPERATION,
        budget: WITH_THE_REFERENCE,
        not_before: &["answers", "base_notes", "editors", "index", "viewer"],
        after: &["answers", "base_notes", "viewer"],
    },
];

/// Stands above the tables.
pub(crate) const HEAD: &str = "\n   requests     bytes  fetched until a request can be sent";

/// A page that was opened.
pub(crate) struct Start {
    /// When it was ready, in milliseconds since 1970.
    pub(crate) ready: f64,
    /// What it fetched, until then and a while after.
    pub(crate) fetched: Vec<Fetched>,
}

impl Start {
    /// What was asked for by the time the page was ready.
    fn first(&self) -> impl Iterator<Item = &Fetched> {
        self.fetched.iter().filter(|it| it.asked <= self.ready)
    }

    fn bytes(&self) -> f64 {
        self.first().map(|it| it.bytes).sum()
    }

    /// Returns a table of the files, their sum above.
    pub(crate) fn table(&self, link: &Link) -> String {
        let (name, requests, bytes) = (link.name, self.first().count(), self.bytes());
        let Budget {
            requests: most,
            bytes: limit,
        } = link.budget;
        let mut text =
            format!("  {requests:>9} {bytes:>9}  {name} (at most {most}, {limit} bytes)");
        for Fetched { path, bytes, .. } in self.first() {
            // Writing to a string does not fail.
            let _ = write!(text, "\n            {bytes:>9}    {path}");
        }
        text
    }

    /// Says what is wrong: too much, what did not come, and what came too early or too late.
    pub(crate) fn complaints(&self, link: &Link) -> Vec<String> {
        let mut complaints = Vec::new();
        let (name, requests, bytes) = (link.name, self.first().count(), self.bytes());
        let Budget {
            requests: most,
            bytes: limit,
        } = link.budget;
        if requests > most {
            complaints.push(format!("{requests} requests, the budget is {most}"));
        }
        if bytes > limit {
            complaints.push(format!("{bytes} bytes, the budget is {limit}"));
        }
        for file in self.first() {
            let Fetched { path, .. } = file;
            match (&file.failure, file.came) {
                (Some(failure), _) => complaints.push(format!("{path} did not come: {failure}")),
                (None, None) => complaints.push(format!("{path} did not come")),
                // Then its bytes are not known.
                _ if file.is_cached || file.bytes == 0.0 => {
                    complaints.push(format!("{path} did not come from the network"));
                }
                _ => {}
            }
        }
        let early = self
            .first()
            .filter(|it| link.not_before.iter().any(|part| it.is_part(part)));
        complaints.extend(early.map(|it| format!("{} was fetched too early", it.path)));
        let latest = self.ready + TIME_TO_COME.as_secs_f64() * 1e3;
        for part in link.after {
            let came = self
                .fetched
                .iter()
                .filter(|it| it.is_part(part))
                .find_map(|it| it.came);
            if came.is_none_or(|came| came > latest) {
                complaints.push(format!(
                    "the part {part} had not come {TIME_TO_COME:?} after the page was ready"
                ));
            }
        }
        complaints
            .into_iter()
            .map(|it| format!("{name}: {it}"))
            .collect()
    }
}

//! What is measured on the processor as it is and on a slower one, each time in a fresh browser.

use super::figure::{self, Figure};
use super::report::Column;

/// How often each is measured.
const RUNS: usize = 3;

/// The heads of the columns, and how many times slower the processor is.
const CONDITIONS: [(&str, u32); 2] = [("as it is", 1), ("4 × CPU", 4)];

/// Measures once for each run, given how many times slower the processor is to be, and says how it goes on.
pub(crate) async fn columns(what: &str, once: impl AsyncFn(u32) -> Vec<Figure>) -> Vec<Column> {
    let mut columns = Vec::new();
    for (head, slowdown) in CONDITIONS {
        let mut runs = Vec::new();
        for run in 1..=RUNS {
            let figures = once(slowdown).await;
            println!("{what}, {head}, run {run} of {RUNS}:");
            figure::print(&figures);
            runs.push(figures);
        }
        let figures = figure::medians(&runs);
        columns.push(Column { head, figures });
    }
    columns
}

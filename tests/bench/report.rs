//! The tables of the figures, and the document that they belong into.

use super::figure::Figure;
use std::fmt::Write as _;
use std::path::PathBuf;

/// What the place of a table begins with, and what ends each.
pub(crate) const START: &str = "<!-- The start, by `cargo xtask bench`, begins. -->";
pub(crate) const SEARCH: &str = "<!-- The search, by `cargo xtask bench`, begins. -->";
pub(crate) const OPENING: &str = "<!-- Opening an operation, by `cargo xtask bench`, begins. -->";
pub(crate) const LIGHTHOUSE: &str =
    "<!-- What Lighthouse says, by `cargo xtask bench`, begins. -->";
pub(crate) const RESPONSES: &str = "<!-- Figures of `cargo xtask bench` begin. -->";
const END: &str = "<!-- They end. -->";

/// The figures of one size, or under the same conditions.
pub(crate) struct Column {
    pub(crate) head: &'static str,
    pub(crate) figures: Vec<Figure>,
}

/// Returns the figures as a table in Markdown, below the machine that they are of.
pub(crate) fn table(browser: &str, columns: &[Column]) -> String {
    let mut text = format!(
        "{}, Chromium {browser}:\n\n| in milliseconds, or as said |",
        machine()
    );
    for column in columns {
        write!(text, " {} |", column.head).unwrap();
    }
    write!(text, "\n| --- |{}\n", " ---: |".repeat(columns.len())).unwrap();
    let rows = columns.first().map_or(0, |column| column.figures.len());
    for row in 0..rows {
        write!(text, "| {} |", columns[0].figures[row].name).unwrap();
        for column in columns {
            write!(text, " {} |", column.figures[row]).unwrap();
        }
        text.push('\n');
    }
    text
}

/// Puts a table into `docs/performance.md`, in the place of the last one.
pub(crate) fn write(begin: &str, table: &str) {
    let root = std::env::var("CARGO_MANIFEST_DIR").expect("cargo runs this");
    let path = PathBuf::from(root).join("docs/performance.md");
    let text = std::fs::read_to_string(&path).expect("the document is there");
    let (before, rest) = text.split_once(begin).expect("a place that begins");
    let (_, after) = rest.split_once(END).expect("a place that ends");
    let text = format!("{before}{begin}\n\n{table}\n{END}{after}");
    std::fs::write(&path, text).expect("the document can be written");
}

/// Returns the name of the processor, and how many cores of it there are.
fn machine() -> String {
    let told = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = told.lines().find_map(|line| {
        let (name, model) = line.split_once(':')?;
        (name.trim() == "model name").then(|| model.trim().to_owned())
    });
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    format!(
        "{}, {cores} cores",
        model.unwrap_or_else(|| "a processor without a name".to_owned())
    )
}

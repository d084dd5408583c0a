//! The memory of the browser's pages, as the system counts it.

use std::collections::BTreeMap;
use std::fs;

/// The resident memory of each process that draws pages, in bytes.
pub(crate) type Memory = BTreeMap<u64, u64>;

/// Looks at all such processes of a browser.
pub(crate) fn of(browser: u64) -> Memory {
    let parents = parents();
    let is_of_browser = |process: u64| {
        let mut above =
            std::iter::successors(Some(process), |process| parents.get(process).copied());
        above.any(|process| process == browser)
    };
    parents
        .keys()
        .copied()
        .filter(|&process| is_of_browser(process) && is_renderer(process))
        .filter_map(|process| Some((process, resident(process)?)))
        .collect()
}

/// How much the one that grew the most has grown, in bytes: the one that draws the page.
pub(crate) fn growth(before: &Memory, after: &Memory) -> u64 {
    let grown = after.iter().map(|(process, now)| {
        let before = before.get(process).copied().unwrap_or(*now);
        now.saturating_sub(before)
    });
    grown.max().unwrap_or_default()
}

/// Returns the parent of every process. One that ends meanwhile is left out.
fn parents() -> BTreeMap<u64, u64> {
    let processes = fs::read_dir("/proc").expect("a system that tells of its processes");
    processes
        .filter_map(|entry| {
            let process = entry.ok()?.file_name().to_str()?.parse().ok()?;
            Some((process, status(process, "PPid:")?))
        })
        .collect()
}

fn is_renderer(process: u64) -> bool {
    let line = fs::read(format!("/proc/{process}/cmdline")).unwrap_or_default();
    String::from_utf8_lossy(&line).contains("--type=renderer")
}

fn resident(process: u64) -> Option<u64> {
    Some(status(process, "VmRSS:")? * 1024)
}

/// Returns a figure of the process's status.
fn status(process: u64, name: &str) -> Option<u64> {
    let text = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix(name))?;
    line.split_whitespace().next()?.parse().ok()
}

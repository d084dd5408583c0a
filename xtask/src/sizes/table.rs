//! The sizes as tables of text.

use std::fmt::Write;

use super::budget::Sum;
use super::measure::Measured;

/// Returns a table of all files.
pub(super) fn files(files: &[Measured]) -> String {
    let mut text = format!("  {:>9} {:>9} {:>9}  file\n", "raw", "gzip", "brotli");
    for Measured {
        path,
        raw,
        gzip,
        brotli,
        ..
    } in files
    {
        // Writing to a string does not fail.
        let _ = writeln!(text, "  {raw:>9} {gzip:>9} {brotli:>9}  {path}");
    }
    text
}

/// Returns a table of the sums that have a budget.
pub(super) fn sums(sums: &[Sum]) -> String {
    let mut text = format!(
        "\n  {:>9} {:>9} {:>9}  budget\n",
        "files", "brotli", "at most"
    );
    for Sum {
        name,
        files,
        bytes,
        bytes_limit,
        ..
    } in sums
    {
        let _ = writeln!(text, "  {files:>9} {bytes:>9} {bytes_limit:>9}  {name}");
    }
    text
}

//! Programs of which exactly one version will do.

use std::path::Path;

use super::Found;
use crate::process;

/// Looks for `program` on the search path, then in `directory`.
pub(super) fn find(program: &str, version: &str, directory: &Path) -> Option<Found> {
    let matches =
        |answer: Option<String>| answer.is_some_and(|it| version_in(&it) == Some(version));
    if matches(process::version(program)) {
        Some(Found::Here)
    } else if matches(process::version(directory.join(program))) {
        Some(Found::In(directory.to_owned()))
    } else {
        None
    }
}

/// Returns the version in a program's answer to `--version`: its first word that begins with a digit.
pub(super) fn version_in(answer: &str) -> Option<&str> {
    answer
        .split_ascii_whitespace()
        .find(|word| word.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_found_in_what_each_tool_answers() {
        assert_eq!(version_in("trunk 0.21.14"), Some("0.21.14"));
        assert_eq!(
            version_in("wasm-opt version 132 (version_132)"),
            Some("132")
        );
        assert_eq!(
            version_in("rustc 1.95.0 (59807616e 2026-04-14)"),
            Some("1.95.0")
        );
        assert_eq!(version_in("no number here"), None);
    }

    #[test]
    fn a_program_of_another_version_is_not_taken() {
        assert_eq!(find("cargo", "0.0.1", Path::new("/nonexistent")), None);
    }
}

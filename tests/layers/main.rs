//! Reads the sources and holds them against the rules of the architecture.

// A test says what it expects by unwrapping.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod broken;
mod folders;
mod rules;
mod sign;
mod tokens;
mod voice;

use rules::RULES;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Returns the Rust sources that are linked into the page, as paths from the root.
fn sources() -> Vec<String> {
    let mut sources = Vec::new();
    let mut folders = vec![PathBuf::from("src"), PathBuf::from("core/src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(root().join(&folder)).unwrap() {
            let entry = entry.unwrap();
            let path = folder.join(entry.file_name());
            if entry.file_type().unwrap().is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                sources.push(path.to_str().unwrap().replace('\\', "/"));
            }
        }
    }
    sources.sort();
    sources
}

#[test]
fn every_source_keeps_to_its_layer() {
    let mut faults = Vec::new();
    let sources = sources();
    for path in &sources {
        let text = std::fs::read_to_string(root().join(path)).unwrap();
        faults.extend(rules::faults(path, &text));
    }
    assert!(
        ["src/lib.rs", "core/src/lib.rs"]
            .iter()
            .all(|path| sources.iter().any(|source| source == path)),
        "no sources were found"
    );
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn no_two_folders_use_each_other() {
    let mut uses = folders::Uses::default();
    for path in sources() {
        // Files and folders of this name are modules that their parent declares for tests only.
        if !path.ends_with("/tests.rs") && !path.contains("/tests/") {
            uses.add(&path, &std::fs::read_to_string(root().join(&path)).unwrap());
        }
    }
    let mutual = uses.mutual();
    assert!(mutual.is_empty(), "\n{}\n", mutual.join("\n"));
}

#[test]
fn every_exception_names_a_place_that_is_there() {
    for rule in &RULES {
        for (place, reason) in rule.allowed {
            assert!(
                root().join(place).exists(),
                "{place} is allowed to, but not there: {reason}"
            );
        }
    }
}

/// What no committed text may say, put together so that this file does not say it either.
fn unwanted() -> [String; 3] {
    [
        ["/wo", "rk/"].concat(),
        ["TO", "DO"].concat(),
        ["FIX", "ME"].concat(),
    ]
}

fn unwanted_lines(path: &str, text: &str) -> Vec<String> {
    let unwanted = unwanted();
    let is_unwanted = |line: &&str| unwanted.iter().any(|word| line.contains(word.as_str()));
    let numbered = text.lines().enumerate();
    let lines = numbered.filter(|(_, line)| is_unwanted(line));
    lines
        .map(|(i, line)| format!("{path}:{}: {}", i + 1, line.trim()))
        .collect()
}

#[test]
fn no_committed_text_names_open_ends_or_a_machine_s_paths() {
    let listing = Command::new("git")
        .arg("ls-files")
        .arg("-z")
        .current_dir(root())
        .output();
    let Some(listing) = listing.ok().filter(|listing| listing.status.success()) else {
        // An archive of the sources is none either, also where it is checked.
        left_out::whole("this is no git work tree, so what is committed is not known");
        return;
    };
    let files = String::from_utf8(listing.stdout).unwrap();
    let mut found = Vec::new();
    for path in files.split_terminator('\0') {
        // A deleted file may still be listed; a picture is no text.
        if let Ok(text) = std::fs::read_to_string(root().join(path)) {
            found.extend(unwanted_lines(path, &text));
        }
    }
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn an_unwanted_word_is_found_on_its_line() {
    for word in unwanted() {
        let text = format!("fine\n  // {word} later\n");
        assert_eq!(
            unwanted_lines("a.txt", &text),
            [format!("a.txt:2: // {word} later")]
        );
    }
    assert!(unwanted_lines("a.txt", "https://example.com/workspace/7/ todo").is_empty());
}

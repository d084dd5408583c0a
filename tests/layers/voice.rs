//! What a person reads, held against the words that the page does not use.

use crate::{root, sources, tokens::tokens};
use std::fs;
use std::path::Path;

/// Words, and what to write instead. They are compared as whole words, in lower case.
const INSTEAD: [(&str, &str); 22] = [
    ("answer", "response"),
    ("answers", "responses, or responds with"),
    ("answered", "responded"),
    ("shall", "will, or to"),
    ("lies", "is"),
    ("anew", "again"),
    ("behind", "after"),
    ("in vain", "what happened instead"),
    ("hoped for", "expected"),
    ("as usual", "default"),
    ("mend", "correct"),
    ("lest", "so that … doesn't"),
    ("the latter", "its name"),
    ("taken along", "what happens to it"),
    ("at their word", "exactly"),
    ("make-believe", "simulated"),
    ("none where", "nothing if"),
    (
        "this is no",
        "what to enter: Enter a number, for example 1.5.",
    ),
    ("it is no", "it isn't"),
    ("belongs here", "is expected here"),
    ("bring your", "enter your"),
    ("all the same", "still, or anyway"),
];

/// Says which of the words a text has.
fn faults(place: &str, text: &str) -> Vec<String> {
    let letters = |c: char| {
        if c.is_alphanumeric() || c == '-' {
            c
        } else {
            ' '
        }
    };
    let text: String = text.to_lowercase().chars().map(letters).collect();
    let words: Vec<_> = text.split_whitespace().collect();
    let text = format!(" {} ", words.join(" "));
    let found = INSTEAD
        .iter()
        .filter(|(words, _)| text.contains(&format!(" {words} ")));
    found
        .map(|(words, instead)| format!("{place}: “{words}”, better: {instead}"))
        .collect()
}

/// Returns the files of a folder.
fn files(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(root().join(folder)).unwrap();
    let name = |entry: std::io::Result<fs::DirEntry>| entry.unwrap().file_name();
    let names = entries.map(|entry| format!("{folder}/{}", name(entry).to_str().unwrap()));
    let is_text = |name: &String| Path::new(name).extension().is_some_and(|end| end == "yaml");
    names.filter(is_text).collect()
}

#[test]
fn no_text_of_the_page_has_words_that_it_does_not_use() {
    let mut found = Vec::new();
    for path in sources() {
        if path.ends_with("/tests.rs") || path.contains("/tests/") {
            continue;
        }
        let source = fs::read_to_string(root().join(&path)).unwrap();
        for token in tokens(&source) {
            // Names of classes and members are no texts.
            if token.text.starts_with('"') && token.text.contains(' ') {
                found.extend(faults(&format!("{path}:{}", token.line), &token.text));
            }
        }
    }
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn no_walkthrough_and_no_note_has_words_that_the_page_does_not_use() {
    let folders = ["walkthroughs", "catalogue/notes", "catalogue/faults"];
    let mut paths: Vec<_> = folders.into_iter().flat_map(files).collect();
    paths.extend(["index.html", "boot.js"].map(str::to_owned));
    let mut found = Vec::new();
    for path in &paths {
        let text = fs::read_to_string(root().join(path)).unwrap();
        for (i, line) in text.lines().enumerate() {
            found.extend(faults(&format!("{path}:{}", i + 1), line));
        }
    }
    assert!(paths.len() > 15, "only {} texts were found", paths.len());
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn a_word_is_found_as_a_whole_one() {
    assert_eq!(
        faults("a", "The Answer, as usual"),
        [
            "a: “answer”, better: response",
            "a: “as usual”, better: default"
        ]
    );
    assert!(faults("a", "amend, unanswered, replies").is_empty());
}

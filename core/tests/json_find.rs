//! Finding, held against a plain search that decodes every key and every value.

// A test says what it expects by unwrapping.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod generator;

use generator::Random;
use playground_core::json::{Document, Needle, NodeId, Search};

/// What is looked for: the pieces of the generated texts, alone and together, and in other cases.
const PIECES: [&str; 26] = [
    "a", "A", "NAME", "me", "ü", "Ü", "€", "😀", " ", "/", "~", "\"", "\\", "\n", "\\n", "é", "É",
    "\\u00", "u", "\0", "{", ",", "1", "e", "tru", "l",
];

fn lower(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).collect()
}

/// Returns the values in the order of the text.
fn nodes(document: &Document) -> Vec<NodeId> {
    let mut nodes = Vec::new();
    let mut left: Vec<NodeId> = document.root().into_iter().collect();
    while let Some(id) = left.pop() {
        nodes.push(id);
        let children: Vec<NodeId> = document.children(id).collect();
        left.extend(children.into_iter().rev());
    }
    nodes
}

/// Returns what is shown of a value and of its key, and what that stands for.
fn texts(document: &Document, id: NodeId) -> Vec<String> {
    let mut texts = Vec::new();
    if let Some(key) = document.key(id) {
        texts.extend([key.text().into_owned(), key.source().into_owned()]);
    }
    if !document.is_container(id) {
        texts.extend(document.string(id));
        texts.push(document.text(id).into_owned());
    }
    texts
}

fn contains(text: &str, needle: &str) -> bool {
    let inside = text.strip_prefix('"').and_then(|t| t.strip_suffix('"'));
    lower(inside.unwrap_or(text)).contains(&lower(needle))
}

#[test]
fn what_is_found_is_what_a_plain_search_finds() {
    let mut random = Random::new(11);
    let mut hits = 0;
    for round in 0..3000 {
        let mut text = random.json(1 + round % 60);
        if round % 3 == 0 {
            text.truncate(random.below(text.len()));
        }
        let document = Document::parse(text);
        let needle: String = (0..1 + random.below(3))
            .map(|_| random.pick(&PIECES))
            .collect();
        let expected: Vec<NodeId> = nodes(&document)
            .into_iter()
            .filter(|&id| texts(&document, id).iter().any(|t| contains(t, &needle)))
            .collect();
        let mut search = Search::new(Needle::new(&needle).unwrap());
        let step = [1, 2, 3, 10, 100, usize::MAX][random.below(6)];
        while !search.advance(&document, step) {}
        let text = String::from_utf8_lossy(document.bytes());
        assert_eq!(search.hits(), expected, "{needle} in {text}");
        for &id in search.hits() {
            let is_marked = |text: &String| !search.needle().ranges_in(text).is_empty();
            assert!(texts(&document, id).iter().any(is_marked), "{needle}");
        }
        hits += expected.len();
    }
    assert!(hits > 3000, "{hits}");
}

//! What holds for every text, be it JSON or not: nothing panics, and all that is told of a document fits together.
//!
//! A debug run does 20,000 cases, a release run a million:
//!
//! ```sh
//! CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=3 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
//!     cargo test --release --test json_properties
//! ```
//!
//! The settings save the slow link of the page's program and let the test run fast; it runs without them, too.

// A test says what it expects by unwrapping.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "../generator/mod.rs"]
mod generator;
mod made;

use generator::Random;
use made::{NEEDLES, query, text};
use playground_core::json::{
    Builder, Document, Fold, LinePart, Lines, Needle, NodeId, Placed, Query, Search, Selection,
};
use playground_core::metadata::is_structure;

const CASES: usize = if cfg!(debug_assertions) {
    20_000
} else {
    1_000_000
};

/// Feeds a text in chunks cut anywhere.
fn feed(random: &mut Random, text: &[u8]) -> Document {
    let mut builder = Builder::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (chunk, next) = rest.split_at(random.below(rest.len() + 1));
        builder.feed(chunk);
        rest = next;
    }
    builder.finish()
}

fn nodes(document: &Document) -> Vec<NodeId> {
    let mut nodes = Vec::new();
    let mut left: Vec<NodeId> = document.root().into_iter().collect();
    while let Some(id) = left.pop() {
        nodes.push(id);
        let first = left.len();
        left.extend(document.children(id));
        left.get_mut(first..).unwrap().reverse();
    }
    nodes
}

fn check_cuts(random: &mut Random, whole: &Document, nodes: &[NodeId]) {
    let chunked = feed(random, whole.bytes());
    assert_eq!(chunked.fault(), whole.fault());
    assert_eq!(chunked.bytes(), whole.bytes());
    assert_eq!(chunked.tolerated(), whole.tolerated());
    assert_eq!(chunked.deepest(), whole.deepest());
    assert_eq!(chunked.node_count(), nodes.len());
    for &id in nodes {
        assert_eq!(chunked.span(id), whole.span(id));
        assert_eq!(chunked.parent(id), whole.parent(id));
        assert_eq!(chunked.is_closed(id), whole.is_closed(id));
    }
}

/// Returns what a text in quotes holds, or the text.
fn inside(text: &[u8]) -> &[u8] {
    let inside = text.strip_prefix(b"\"").and_then(|t| t.strip_suffix(b"\""));
    inside.unwrap_or(text)
}

fn check_tree(document: &Document, nodes: &[NodeId]) {
    let fault = document.fault().map_or(usize::MAX, |fault| fault.offset);
    assert!(fault == usize::MAX || fault <= document.bytes().len());
    let mut last = 0;
    for &id in nodes {
        let span = document.span(id);
        assert!(last <= span.start && span.start < span.end);
        assert!(span.end <= document.bytes().len().min(fault));
        assert!(document.is_closed(id) || document.is_container(id) && fault != usize::MAX);
        last = span.start + 1;
        if let Some(parent) = document.parent(id) {
            let around = document.span(parent);
            assert!(around.start < span.start && span.end <= around.end);
            assert!(document.children(parent).any(|child| child == id));
        }
        assert_eq!(document.len(id), document.children(id).count());
        assert_eq!(document.is_empty(id), document.len(id) == 0);
        assert!(document.text(id).len() >= document.source(id).len());
    }
}

/// Whether a pointer leads to a value and not to one with the same keys after it.
fn is_last_of_its_name(document: &Document, id: NodeId) -> bool {
    let mut id = id;
    loop {
        let Some(parent) = document.parent(id) else {
            return true;
        };
        let key = document.key(id);
        if key.is_some_and(|key| document.member(parent, &key.text()) != Some(id)) {
            return false;
        }
        id = parent;
    }
}

fn check_pointers(random: &mut Random, document: &Document, nodes: &[NodeId]) {
    for _ in 0..4 {
        let Some(&id) = nodes.get(random.below(nodes.len())) else {
            return;
        };
        let pointer = document.pointer_of(id);
        let is_found = document.pointer(&pointer) == Some(id);
        assert_eq!(is_found, is_last_of_its_name(document, id), "{pointer}");
        if is_found {
            check_dotted(document, id, &document.dotted_of(id));
        }
    }
}

/// Checks that the address that people read is a query for the value, where it has no escapes that JSONPath lacks.
fn check_dotted(document: &Document, id: NodeId, dotted: &str) {
    let Ok(query) = Query::parse(&format!("${}{dotted}", dot(dotted))) else {
        assert!(
            document.tolerated() > 0 || dotted.contains('\\'),
            "{dotted}"
        );
        return;
    };
    if dotted.contains('\u{fffd}') {
        return;
    }
    let mut selection = Selection::new(query);
    assert!(selection.advance(document, usize::MAX));
    assert_eq!(selection.nodes(), [id], "{dotted}");
}

fn dot(dotted: &str) -> &'static str {
    if dotted.is_empty() || dotted.starts_with('[') {
        ""
    } else {
        "."
    }
}

fn check_lines(random: &mut Random, document: &Document, nodes: &[NodeId]) {
    let mut lines = Lines::new(document);
    for _ in 0..random.below(4) {
        let Some(&id) = nodes.get(random.below(nodes.len())) else {
            break;
        };
        let fold = match random.below(6) {
            0 => Fold::ToDepth(random.below(5)),
            1 => Fold::Wrap(Some(30)),
            2 => Fold::Where(is_structure),
            _ => Fold::Toggle(vec![id]),
        };
        lines = lines.folded(document, fold);
    }
    let all: Vec<Placed<'_>> = lines.window(document, 0).collect();
    assert_eq!(all.len(), lines.line_count());
    let first = random.below(all.len() + 1);
    assert!(
        lines
            .window(document, first)
            .eq(all[first..].iter().copied())
    );
    for (number, line) in all.iter().map(|placed| placed.line).enumerate() {
        if line.part != LinePart::Close {
            assert_eq!(lines.line_of(document, line.node), number);
        }
        assert_eq!(line.depth, document.depth(line.node));
    }
    if let Some(&id) = nodes.get(random.below(nodes.len())) {
        let lines = lines.folded(document, Fold::Uncover(id));
        let number = lines.line_of(document, id);
        assert_eq!(lines.line(document, number).unwrap().line.node, id);
    }
}

fn lower(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).collect()
}

fn holds(document: &Document, id: NodeId, needle: &str) -> bool {
    let mut texts = Vec::new();
    if let Some(key) = document.key(id) {
        texts.push(key.text().into_owned());
        texts.push(String::from_utf8_lossy(inside(key.raw())).into_owned());
    }
    if !document.is_container(id) {
        texts.extend(document.string(id));
        texts.push(String::from_utf8_lossy(inside(document.source(id))).into_owned());
    }
    texts
        .iter()
        .any(|text| lower(text).contains(&lower(needle)))
}

fn check_find(random: &mut Random, document: &Document, nodes: &[NodeId]) {
    let needle: String = (0..1 + random.below(2))
        .map(|_| random.pick(&NEEDLES))
        .collect();
    let mut whole = Search::new(Needle::new(&needle).unwrap());
    assert!(whole.advance(document, usize::MAX));
    let mut stepped = Search::new(Needle::new(&needle).unwrap());
    let step = 1 + random.below(50);
    while !stepped.advance(document, step) {}
    assert_eq!(whole.hits(), stepped.hits());
    let expected = nodes.iter().filter(|&&id| holds(document, id, &needle));
    if needle.contains('\u{fffd}') {
        // What is not UTF-8 shows like that, but is not found.
        let expected: Vec<NodeId> = expected.copied().collect();
        assert!(whole.hits().iter().all(|id| expected.contains(id)));
    } else {
        assert!(whole.hits().iter().eq(expected), "{needle:?}");
    }
    let shown = String::from_utf8_lossy(document.bytes());
    let mut end = 0;
    for range in whole.needle().ranges_in(&shown) {
        assert!(end <= range.start && shown.get(range.clone()).is_some());
        end = range.end;
    }
}
fn check_path(random: &mut Random, document: &Document, nodes: &[NodeId]) {
    let text = query(random);
    let (first, second) = match (Query::parse(&text), Query::parse(&text)) {
        (Ok(first), Ok(second)) => (first, second),
        (Err(fault), _) | (_, Err(fault)) => {
            assert!((1..=text.chars().count() + 1).contains(&fault.column));
            return;
        }
    };
    let mut whole = Selection::new(first);
    assert!(whole.advance(document, usize::MAX));
    let mut stepped = Selection::new(second);
    let step = 1 + random.below(50);
    let mut found = 0;
    while !stepped.advance(document, step) {
        assert!(stepped.nodes().len() <= found + step);
        found = stepped.nodes().len();
    }
    assert_eq!(whole.nodes(), stepped.nodes(), "{text}");
    assert!(!whole.is_cut());
    if text == "$..*" {
        // All but the root, the members of each value before what they contain.
        assert_eq!(whole.nodes().len(), nodes.len().saturating_sub(1));
    }
}

#[test]
fn whatever_comes_nothing_panics_and_all_fits_together() {
    let mut random = Random::new(17);
    let (mut broken, mut values) = (0, 0);
    for _ in 0..CASES {
        let document = Document::parse(text(&mut random));
        let nodes = nodes(&document);
        assert_eq!(nodes.len(), document.node_count());
        check_cuts(&mut random, &document, &nodes);
        check_tree(&document, &nodes);
        check_pointers(&mut random, &document, &nodes);
        check_lines(&mut random, &document, &nodes);
        check_find(&mut random, &document, &nodes);
        check_path(&mut random, &document, &nodes);
        broken += usize::from(document.fault().is_some());
        values += nodes.len();
    }
    assert!(broken > CASES / 2 && broken < CASES * 9 / 10, "{broken}");
    assert!(values > CASES * 5, "{values}");
}

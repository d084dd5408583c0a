//! The lines of a folded tree, held against a plain recursive rendering.

// A test says what it expects by unwrapping.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod generator;

use generator::{Random, nodes};
use playground_core::json::{
    Copying, Document, Fold, Line, LinePart, LinePlace, Lines, NodeId, Placed, text_columns,
};
use std::collections::HashSet;

/// Renders the way that [`Lines`] must not: by recursion over everything.
fn render<'a>(
    document: &'a Document,
    folded: &HashSet<NodeId>,
    node: NodeId,
    depth: usize,
    out: &mut Vec<Line<'a>>,
) {
    let comma = document.next_sibling(node).is_some();
    let key = document.key(node);
    let len = document.len(node);
    let part = match document.is_container(node) {
        false => LinePart::Leaf,
        true if len > 0 && folded.contains(&node) => LinePart::Folded { len },
        true if len == 0 && document.is_closed(node) => LinePart::Empty,
        true => LinePart::Open,
    };
    let open = part == LinePart::Open;
    out.push(Line {
        node,
        depth,
        part,
        key,
        comma: comma && !open,
    });
    if open {
        for child in document.children(node) {
            render(document, folded, child, depth + 1, out);
        }
        if document.is_closed(node) {
            out.push(Line {
                node,
                depth,
                part: LinePart::Close,
                key: None,
                comma,
            });
        }
    }
}

/// How many rows a line takes at so many columns, counted from what the view writes.
fn rows(document: &Document, line: &Line<'_>, columns: Option<u32>) -> usize {
    let Some(columns) = columns.filter(|_| line.part == LinePart::Leaf) else {
        return 1;
    };
    let mut text = line
        .key
        .map_or(String::new(), |key| key.source().into_owned());
    text.push_str(": ");
    text.push_str(&document.text(line.node));
    let cells = text.chars().filter(char::is_ascii).count();
    cells.div_ceil(text_columns(columns as usize, line.depth))
}

struct Expected {
    folded: HashSet<NodeId>,
    columns: Option<u32>,
}

fn check(document: &Document, lines: &Lines, expected: &Expected, random: &mut Random) {
    let mut plain = Vec::new();
    render(
        document,
        &expected.folded,
        document.root().unwrap(),
        0,
        &mut plain,
    );
    assert_eq!(lines.line_count(), plain.len());
    let all: Vec<Placed<'_>> = lines.window(document, 0).collect();
    assert!(
        all.iter()
            .map(|placed| placed.line)
            .eq(plain.iter().copied())
    );
    assert_eq!(lines.line(document, plain.len()), None);
    let mut row = 0;
    for (number, placed) in all.iter().enumerate() {
        assert_eq!((placed.number, placed.row), (number, row));
        assert!(placed.rows >= rows(document, &placed.line, expected.columns));
        assert!(placed.rows == 1 || expected.columns.is_some());
        row += placed.rows;
    }
    assert_eq!(lines.row_count(), row);
    assert_eq!(lines.rows(document, row).next(), None);
    for _ in 0..8 {
        let number = random.below(all.len());
        let placed = all[number];
        assert_eq!(lines.line(document, number), Some(placed));
        let row = placed.row + random.below(placed.rows);
        assert_eq!(lines.rows(document, row).next(), Some(placed));
        let node = placed.line.node;
        assert_eq!(all[lines.line_of(document, node)].line.node, node);
    }
}

/// Changes lines in steps of all sizes.
fn fold(document: &Document, lines: &Lines, fold: Fold, random: &mut Random) -> Lines {
    let mut recount = lines.fold(document, fold);
    loop {
        if let Some(lines) = recount.advance(document, 1 + random.below(40)) {
            return lines;
        }
    }
}

#[test]
fn every_sequence_of_folding_shows_the_lines_that_plain_rendering_shows() {
    let mut random = Random::new(5);
    for round in 0..120 {
        let mut text = random.json(40 + round * 40);
        if round % 3 == 0 {
            text.truncate(random.below(text.len()));
        }
        let document = Document::parse(text);
        let nodes = nodes(&document);
        if nodes.is_empty() {
            continue;
        }
        let mut lines = Lines::new(&document);
        let mut expected = Expected {
            folded: HashSet::new(),
            columns: None,
        };
        check(&document, &lines, &expected, &mut random);
        for step in 0..14 {
            let node = nodes[random.below(nodes.len())];
            let change = match step {
                3 | 9 => {
                    let mut hiding = document.parent(node);
                    while let Some(container) = hiding {
                        expected.folded.remove(&container);
                        hiding = document.parent(container);
                    }
                    Fold::Uncover(node)
                }
                5 | 10 => {
                    let depth = random.below(5);
                    expected.folded = nodes
                        .iter()
                        .copied()
                        .filter(|&node| document.depth(node) >= depth)
                        .collect();
                    Fold::ToDepth(depth)
                }
                6 | 12 => {
                    expected.columns = (step == 6).then_some(30);
                    Fold::Wrap(expected.columns)
                }
                _ => {
                    let mut several = vec![node];
                    if step == 7 {
                        several.extend((0..5).map(|_| nodes[random.below(nodes.len())]));
                    }
                    for node in &several {
                        if document.is_container(*node) && !expected.folded.remove(node) {
                            expected.folded.insert(*node);
                        }
                    }
                    Fold::Toggle(several)
                }
            };
            lines = fold(&document, &lines, change, &mut random);
            check(&document, &lines, &expected, &mut random);
        }
    }
}

#[test]
fn a_hundred_thousand_nested_arrays_show_and_unfold() {
    let depth = 100_000;
    for text in [
        [vec![b'['; depth], vec![b']'; depth]].concat(),
        vec![b'['; depth],
    ] {
        let document = Document::parse(text);
        let closed = usize::from(document.fault().is_none());
        let lines = Lines::new(&document);
        assert_eq!(lines.line_count(), 32 + 1 + closed * 32);
        let line = lines.line(&document, 32).unwrap().line;
        assert_eq!(line.part, LinePart::Folded { len: 1 });
        let lines = lines.folded(&document, Fold::ToDepth(usize::MAX));
        assert_eq!(lines.line_count(), depth + closed * (depth - 1));
        let lines = lines.folded(&document, Fold::ToDepth(1));
        assert_eq!(lines.line_count(), 2 + closed);
    }
}

#[test]
fn the_innermost_of_many_nested_arrays_is_reached() {
    let depth = 100_000;
    let document = Document::parse([vec![b'['; depth], vec![b']'; depth]].concat());
    let lines = Lines::new(&document).folded(&document, Fold::ToDepth(usize::MAX));
    let parts: Vec<LinePart> = lines
        .window(&document, depth - 2)
        .take(3)
        .map(|placed| placed.line.part)
        .collect();
    assert_eq!(parts, [LinePart::Open, LinePart::Empty, LinePart::Close]);
    let last = lines.line(&document, 2 * depth - 2).unwrap().line;
    assert_eq!((last.part, last.depth), (LinePart::Close, 0));
}

#[test]
fn toggling_moves_the_lines_of_later_blocks() {
    let row = r#"{"a":1,"b":[true,false],"c":"x"},"#.repeat(5_000);
    let document = Document::parse(format!("[{row}0]").into_bytes());
    let root = document.root().unwrap();
    let mut lines = Lines::new(&document);
    assert_eq!(lines.line_count(), 2 + 5_000 * 8 + 1);
    let last = document.children(root).last().unwrap();
    for row in document.children(root).step_by(100) {
        lines = lines.folded(&document, Fold::Toggle(vec![row]));
    }
    assert_eq!(lines.line_count(), 2 + 5_000 * 8 + 1 - 50 * 7);
    assert_eq!(lines.line_of(&document, last), lines.line_count() - 2);
    let line = lines.line(&document, lines.line_count() - 2).unwrap().line;
    assert_eq!(line.node, last);
}

#[test]
fn a_document_without_json_has_no_lines() {
    let document = Document::parse(b"<html>".to_vec());
    let lines = Lines::new(&document);
    assert_eq!(lines.line_count(), 0);
    let lines = lines.folded(&document, Fold::ToDepth(1));
    assert_eq!(lines.line(&document, 0), None);
}

fn copied(text: &str, fold: Fold, from: (usize, usize), to: (usize, usize)) -> String {
    let document = Document::parse(text.as_bytes().to_vec());
    let lines = Lines::new(&document).folded(&document, fold);
    let place = |(line, column)| LinePlace { line, column };
    let whole = |steps| {
        let mut copying = Copying::new(place(from), place(to));
        while !copying.advance(&lines, &document, steps) {}
        copying.take_text()
    };
    assert_eq!(whole(1), whole(1_000_000));
    whole(1)
}

#[test]
fn copied_lines_are_the_document_s() {
    const ALL: usize = usize::MAX;
    const TEXT: &str = "{\"a\": [1.0, 1e400,\"x\ty\"],\n\"ü😀\":{}, \"b\":{\"c\" :null}}";
    let open = || Fold::ToDepth(ALL);
    assert_eq!(
        copied(TEXT, open(), (0, 0), (ALL, ALL)),
        "{\n  \"a\": [\n    1.0,\n    1e400,\n    \"x\ty\"\n  ],\n  \"ü😀\": {},\n  \"b\": {\n    \"c\": null\n  }\n}"
    );
    // What is folded is copied with all that it has, as it came.
    assert_eq!(
        copied(TEXT, Fold::ToDepth(1), (0, 0), (ALL, ALL)),
        "{\n  \"a\": [1.0, 1e400,\"x\ty\"],\n  \"ü😀\": {},\n  \"b\": {\"c\" :null}\n}"
    );
    assert_eq!(copied(TEXT, Fold::ToDepth(0), (0, 0), (ALL, ALL)), TEXT);
    // LinePart of a line, and from within one line to within another.
    assert_eq!(copied(TEXT, open(), (4, 1), (4, 4)), "x\ty");
    assert_eq!(copied(TEXT, open(), (6, 1), (6, 4)), "ü😀");
    assert_eq!(copied(TEXT, open(), (3, 0), (3, ALL)), "1e400,");
    assert_eq!(copied(TEXT, open(), (2, 2), (3, 3)), "0,\n    1e4");
    assert_eq!(copied(TEXT, open(), (2, ALL), (3, 0)), "\n    ");
}

#[test]
fn what_is_copied_of_any_document_is_that_document() {
    let mut random = Random::new(7);
    for _ in 0..200 {
        let text = random.json(60);
        let document = Document::parse(text.clone());
        for fold in [Fold::ToDepth(usize::MAX), Fold::ToDepth(2)] {
            let text = String::from_utf8(text.clone()).unwrap();
            let copy = copied(&text, fold, (0, 0), (usize::MAX, usize::MAX));
            let again = Document::parse(copy.into_bytes());
            assert!(again.fault().is_none());
            assert_eq!(again.node_count(), document.node_count());
        }
    }
}

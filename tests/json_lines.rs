//! The lines of a folded tree, held against a plain recursive rendering.

// A test says what it expects by unwrapping.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod generator;

use generator::Random;
use seatable_playground::json::{Document, Line, Lines, NodeId, Part};
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
        false => Part::Leaf,
        true if len > 0 && folded.contains(&node) => Part::Folded { len },
        true if len == 0 && document.is_closed(node) => Part::Empty,
        true => Part::Open,
    };
    let open = part == Part::Open;
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
                part: Part::Close,
                key: None,
                comma,
            });
        }
    }
}

fn nodes(document: &Document) -> Vec<NodeId> {
    let mut nodes: Vec<NodeId> = document.root().into_iter().collect();
    let mut done = 0;
    while done < nodes.len() {
        nodes.extend(document.children(nodes[done]));
        done += 1;
    }
    nodes
}

fn check(document: &Document, lines: &Lines, folded: &HashSet<NodeId>, random: &mut Random) {
    let mut expected = Vec::new();
    render(document, folded, document.root().unwrap(), 0, &mut expected);
    assert_eq!(lines.line_count(), expected.len());
    assert!(lines.window(document, 0).eq(expected.iter().copied()));
    assert_eq!(lines.line(document, expected.len()), None);
    for _ in 0..8 {
        let number = random.below(expected.len());
        assert_eq!(lines.line(document, number), Some(expected[number]));
        let node = expected[number].node;
        assert_eq!(expected[lines.line_of(document, node)].node, node);
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
        let mut folded = HashSet::new();
        lines.unfold_all(&document);
        check(&document, &lines, &folded, &mut random);
        for _ in 0..12 {
            let node = nodes[random.below(nodes.len())];
            lines.toggle(&document, node);
            if document.is_container(node) && !folded.remove(&node) {
                folded.insert(node);
            }
            check(&document, &lines, &folded, &mut random);
        }
        let node = nodes[random.below(nodes.len())];
        lines.reveal(&document, node);
        let mut hiding = document.parent(node);
        while let Some(container) = hiding {
            folded.remove(&container);
            hiding = document.parent(container);
        }
        check(&document, &lines, &folded, &mut random);
        let depth = random.below(5);
        lines.fold_to_depth(&document, depth);
        folded = nodes
            .iter()
            .copied()
            .filter(|&node| document.depth(node) >= depth)
            .collect();
        check(&document, &lines, &folded, &mut random);
    }
}

#[test]
fn a_hundred_thousand_nested_arrays_show_and_unfold() {
    let depth = 100_000;
    let text = [vec![b'['; depth], vec![b']'; depth]].concat();
    let document = Document::parse(text);
    let mut lines = Lines::new(&document);
    assert_eq!(lines.line_count(), 32 + 1 + 32);
    assert_eq!(
        lines.line(&document, 32).unwrap().part,
        Part::Folded { len: 1 }
    );
    lines.unfold_all(&document);
    assert_eq!(lines.line_count(), 2 * depth - 1);
    let parts: Vec<Part> = lines
        .window(&document, depth - 2)
        .take(3)
        .map(|line| line.part)
        .collect();
    assert_eq!(parts, [Part::Open, Part::Empty, Part::Close]);
    let last = lines.line(&document, 2 * depth - 2).unwrap();
    assert_eq!((last.part, last.depth), (Part::Close, 0));
    lines.fold_all(&document);
    assert_eq!(lines.line_count(), 3);
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
        lines.toggle(&document, row);
    }
    assert_eq!(lines.line_count(), 2 + 5_000 * 8 + 1 - 50 * 7);
    assert_eq!(lines.line_of(&document, last), lines.line_count() - 2);
    assert_eq!(
        lines.line(&document, lines.line_count() - 2).unwrap().node,
        last
    );
}

#[test]
fn a_document_without_json_has_no_lines() {
    let document = Document::parse(b"<html>".to_vec());
    let mut lines = Lines::new(&document);
    assert_eq!(lines.line_count(), 0);
    lines.fold_all(&document);
    assert_eq!(lines.line(&document, 0), None);
}

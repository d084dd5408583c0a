//! The JSON documents, held against the JSONTestSuite corpus and against serde_json.

// A test says what it expects by unwrapping.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod generator;

use generator::Random;
use playground_core::json::{Builder, Document, Fold, Kind, LinePart, Lines, NodeId};
use serde_json::Value;
use std::path::Path;

/// What the corpus rejects and the index tolerates: raw control characters in strings, which
/// SeaTable's file server sends.
const TOLERATED: [&str; 3] = [
    "n_string_unescaped_ctrl_char.json",
    "n_string_unescaped_newline.json",
    "n_string_unescaped_tab.json",
];

fn corpus(prefix: &str) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/json-suite");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| (entry.file_name().into_string().unwrap(), entry.path()))
        .filter(|(name, _)| name.starts_with(prefix))
        .map(|(name, path)| (name, std::fs::read(path).unwrap()))
        .collect();
    files.sort();
    files
}

/// Feeds a text in chunks of all small sizes in turn, and checks that nothing depends on the cuts.
fn parse(bytes: &[u8]) -> Document {
    let whole = Document::parse(bytes.to_vec());
    let mut builder = Builder::with_capacity(bytes.len());
    let mut rest = bytes;
    let mut size = 1;
    while !rest.is_empty() {
        let (chunk, next) = rest.split_at(size.min(rest.len()));
        builder.feed(chunk);
        rest = next;
        size = size % 97 + 1;
    }
    let chunked = builder.finish();
    assert_eq!(chunked.fault(), whole.fault());
    assert_eq!(chunked.node_count(), whole.node_count());
    assert_eq!(chunked.bytes(), bytes);
    whole
}

/// Writes a document again, from nothing but the index: brackets, keys and the sources of the leaves.
fn rewrite(document: &Document) -> Vec<u8> {
    let mut out = Vec::new();
    let lines = Lines::new(document).folded(document, Fold::ToDepth(usize::MAX));
    for line in lines.window(document, 0).map(|placed| placed.line) {
        if let Some(key) = line.key {
            out.extend_from_slice(key.raw());
            out.push(b':');
        }
        let is_object = document.kind(line.node) == Kind::Object;
        match line.part {
            LinePart::Open => out.push(if is_object { b'{' } else { b'[' }),
            LinePart::Close => out.push(if is_object { b'}' } else { b']' }),
            LinePart::Empty => out.extend_from_slice(if is_object { b"{}" } else { b"[]" }),
            LinePart::Leaf | LinePart::Folded { .. } => {
                out.extend_from_slice(document.source(line.node));
            }
        }
        if line.comma {
            out.push(b',');
        }
    }
    out
}

/// Removes the white space between tokens, and the byte order mark.
fn compact(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let (mut in_string, mut escaped) = (false, false);
    for &byte in bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes) {
        if in_string || !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
            out.push(byte);
        }
        in_string ^= byte == b'"' && !escaped;
        escaped = in_string && byte == b'\\' && !escaped;
    }
    out
}

#[test]
fn what_must_be_accepted_is_accepted_and_round_trips() {
    let files = corpus("y_");
    assert_eq!(files.len(), 95);
    for (name, bytes) in files {
        let document = parse(&bytes);
        assert_eq!(document.fault(), None, "{name}");
        assert_eq!(rewrite(&document), compact(&bytes), "{name}");
        let root = document.source(document.root().unwrap());
        assert_eq!(root, bytes.trim_ascii(), "{name}");
    }
}

#[test]
fn what_must_be_rejected_is_rejected_at_a_place() {
    let files = corpus("n_");
    assert_eq!(files.len(), 188);
    let mut accepted = Vec::new();
    for (name, bytes) in files {
        let document = parse(&bytes);
        rewrite(&document);
        match document.fault() {
            Some(fault) => {
                assert!(
                    fault.offset <= bytes.len() && fault.line > 0 && fault.column > 0,
                    "{name}"
                );
                assert!(
                    !document.excerpt(fault.offset, 20).before.contains('\n'),
                    "{name}"
                );
            }
            None => {
                assert!(document.tolerated() > 0, "{name}");
                accepted.push(name);
            }
        }
    }
    assert_eq!(accepted, TOLERATED);
}

#[test]
fn what_parsers_may_decide_is_kept_as_it_came() {
    for (name, bytes) in corpus("i_") {
        let document = parse(&bytes);
        let is_utf16 = name.contains("UTF-16") || name.contains("utf16");
        assert_eq!(document.fault().is_some(), is_utf16, "{name}");
        if !is_utf16 {
            assert_eq!(rewrite(&document), compact(&bytes), "{name}");
        }
    }
}

/// Compares a value with what serde_json makes of the same text.
fn compare(document: &Document, id: NodeId, value: &Value) {
    match value {
        Value::Null => assert_eq!(document.kind(id), Kind::Null),
        Value::Bool(bool) => assert_eq!(document.text(id), bool.to_string()),
        Value::String(text) => assert_eq!(document.string(id).as_ref(), Some(text)),
        Value::Number(number) => {
            assert_eq!(document.kind(id), Kind::Number);
            let text = document.text(id);
            if number.is_f64() {
                // Without its feature float_roundtrip serde_json may miss the last digit.
                let (ours, theirs) = (text.parse::<f64>().unwrap(), number.as_f64().unwrap());
                assert!(
                    (ours - theirs).abs() <= ours.abs() * 4.0 * f64::EPSILON,
                    "{text}"
                );
            } else {
                assert_eq!(text, number.to_string());
            }
        }
        Value::Array(items) => {
            assert_eq!(document.kind(id), Kind::Array);
            assert_eq!(document.len(id), items.len());
            for (child, item) in document.children(id).zip(items) {
                compare(document, child, item);
            }
        }
        Value::Object(members) => {
            assert_eq!(document.kind(id), Kind::Object);
            for (key, member) in members {
                compare(document, document.member(id, key).unwrap(), member);
            }
            for child in document.children(id) {
                assert!(members.contains_key(&*document.key(child).unwrap().text()));
            }
        }
    }
}

#[test]
fn generated_documents_hold_the_values_that_serde_json_finds() {
    let mut random = Random::new(1);
    for round in 0..400 {
        let text = random.json(round);
        let document = parse(&text);
        assert_eq!(document.fault(), None);
        assert_eq!(rewrite(&document), compact(&text));
        compare(
            &document,
            document.root().unwrap(),
            &serde_json::from_slice(&text).unwrap(),
        );
    }
}

#[test]
fn pointers_lead_where_serde_json_s_pointers_lead() {
    let mut random = Random::new(2);
    for round in 1..100 {
        let text = random.json(round);
        let document = parse(&text);
        let value: Value = serde_json::from_slice(&text).unwrap();
        let mut ids: Vec<NodeId> = document.root().into_iter().collect();
        while let Some(id) = ids.pop() {
            let pointer = document.pointer_of(id);
            assert_eq!(document.pointer(&pointer), Some(id));
            compare(&document, id, value.pointer(&pointer).unwrap());
            // Of members with the same key no pointer leads to any but the last.
            ids.extend(document.children(id).filter(|&child| {
                document
                    .key(child)
                    .is_none_or(|key| document.member(id, &key.text()) == Some(child))
            }));
        }
    }
}

#[test]
fn damaged_documents_are_refused_where_serde_json_refuses_them() {
    const DAMAGE: [u8; 11] = *b"{}[],:\"\\-0x";
    let mut random = Random::new(3);
    for round in 0..4000 {
        let mut text = random.json(1 + round % 40);
        let at = random.below(text.len());
        match random.below(3) {
            0 => text.truncate(at),
            1 => drop(text.remove(at)),
            _ => text[at] = DAMAGE[random.below(DAMAGE.len())],
        }
        let document = parse(&text);
        let is_json = serde_json::from_slice::<Value>(&text).is_ok();
        let shown = String::from_utf8_lossy(&text);
        if document.fault().is_none() != is_json {
            // serde_json refuses what the index tolerates: control characters, what is no
            // Unicode, and numbers beyond f64.
            assert!(document.fault().is_none(), "{shown}");
            let is_known = document.tolerated() > 0
                || shown.contains('\u{fffd}')
                || shown.contains("\\uD83D")
                || shown.contains("\\uDE00")
                || shown.contains(['e', 'E']);
            assert!(is_known, "{shown}");
        }
        rewrite(&document);
    }
}

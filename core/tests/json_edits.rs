//! Repairs and edits of JSON texts, held against random documents.

// A test says what it expects by unwrapping.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod generator;

use generator::Random;
use playground_core::json::{Document, Kind, NodeId, member, repair, set_member};

const ROUNDS: u64 = 400;

fn generate(random: &mut Random) -> String {
    let size = random.below(60);
    String::from_utf8(random.json(size)).unwrap()
}

fn parse(text: &str) -> Document {
    let document = Document::parse(text.as_bytes().to_vec());
    assert_eq!(document.fault(), None, "{text}");
    document
}

fn assert_same(left: &str, right: &str) {
    let (a, b) = (parse(left), parse(right));
    assert!(
        a.same(a.root().unwrap(), &b, b.root().unwrap()),
        "{left}\n{right}"
    );
}

/// Returns the contents of all strings and keys, in their order.
fn strings(document: &Document) -> Vec<String> {
    let mut strings = Vec::new();
    let mut next = document.root();
    while let Some(id) = next {
        strings.extend(document.key(id).map(|key| key.text().into_owned()));
        strings.extend(document.string(id));
        let up = std::iter::successors(Some(id), |&id| document.parent(id));
        next = (document.children(id).next())
            .or_else(|| up.into_iter().find_map(|id| document.next_sibling(id)));
    }
    strings
}

/// Writes a text as people and other languages would: with comments, trailing commas, other quotes and words.
fn spoil(text: &str, random: &mut Random) -> String {
    const QUOTES: [(&str, &str); 6] = [
        ("\"", "\""),
        ("'", "'"),
        ("“", "”"),
        ("„", "“"),
        ("‘", "’"),
        ("«", "»"),
    ];
    const AIR: [&str; 6] = [
        "\u{a0}",
        "/* \"no\", ' ] */",
        "// it's, }\n",
        "\u{3000}",
        "\u{feff} ",
        "",
    ];
    let mut out = String::from(random.pick(&["", "\u{feff}"]));
    let mut rest = text;
    let mut before = ' ';
    while let Some(c) = rest.chars().next() {
        if c == '"' {
            let mut end = 1;
            while !rest[end..].starts_with('"') {
                end += if rest[end..].starts_with('\\') { 2 } else { 1 };
                while !rest.is_char_boundary(end) {
                    end += 1;
                }
            }
            let (mut open, mut close) = QUOTES[random.below(QUOTES.len())];
            let mut inside = rest[1..end].to_owned();
            if close != "'" && (inside.contains(close) || open == "„" && inside.contains('”')) {
                (open, close) = ("\"", "\"");
            }
            if open != "\"" && random.below(2) == 0 {
                // Not where the backslash is itself escaped.
                inside = inside
                    .replace("\\\\", "\0")
                    .replace("\\\"", "\"")
                    .replace('\0', "\\\\");
            }
            if close == "'" {
                inside = inside.replace('\'', "\\'");
            }
            inside = inside.replace("\\n", random.pick(&["\\n", "\n"]));
            [open, &inside, close]
                .iter()
                .for_each(|piece| out.push_str(piece));
            rest = &rest[end + 1..];
            before = '"';
            continue;
        }
        if let Some((word, python)) = [("true", "True"), ("false", "False"), ("null", "None")]
            .into_iter()
            .find(|(word, _)| rest.starts_with(word))
        {
            out.push_str(random.pick(&[word, python]));
            rest = &rest[word.len()..];
            before = 'x';
            continue;
        }
        if "]}".contains(c) && !"[{".contains(before) && random.below(2) == 0 {
            out.push(',');
        }
        if "[]{}:, \n".contains(c) {
            out.push_str(random.pick(&AIR));
        }
        out.push(c);
        if !c.is_whitespace() {
            before = c;
        }
        rest = &rest[c.len_utf8()..];
    }
    out
}

#[test]
fn a_spoilt_document_is_repaired_to_what_it_was() {
    let mut random = Random::new(1);
    let mut repaired = 0;
    for _ in 0..ROUNDS * 3 {
        let text = generate(&mut random);
        let spoilt = spoil(&text, &mut random);
        let Some(json) = repair(&spoilt) else {
            assert_same(&spoilt, &text);
            continue;
        };
        assert_same(&json, &text);
        assert_eq!(strings(&parse(&json)), strings(&parse(&text)), "{spoilt}");
        assert_eq!(repair(&json), None, "once is enough");
        repaired += 1;
    }
    assert!(repaired > ROUNDS * 2, "{repaired}");
}

#[test]
fn what_is_json_needs_no_repair() {
    let mut random = Random::new(2);
    for _ in 0..ROUNDS {
        assert_eq!(repair(&generate(&mut random)), None);
    }
}

#[test]
fn no_text_is_too_odd() {
    const PIECES: [&str; 30] = [
        "{", "}", "[", "]", ",", ":", "\"", "'", "“", "”", "„", "‘", "«", "»", "\\", "/", "*",
        "//", "/*", "*/", "\n", "\u{a0}", "\u{feff}", "True", "None", "null", "1", "a", "ü", "\\u",
    ];
    let mut random = Random::new(3);
    for round in 0..ROUNDS * 50 {
        let mut text = String::new();
        for _ in 0..random.below(12) {
            text.push_str(random.pick(&PIECES));
        }
        if round % 2 == 0 {
            let bytes: Vec<u8> = (0..random.below(30)).map(|_| random.next() as u8).collect();
            text.push_str(&String::from_utf8_lossy(&bytes));
        }
        if let Some(json) = repair(&text) {
            assert_eq!(parse(&json).tolerated(), 0, "{text}");
        }
        for value in [None, Some("1")] {
            if let Some(text) = set_member(&text, "", "a", value) {
                assert_eq!(member(&text, "", "a").as_deref(), value, "{text}");
            }
        }
    }
    let deep = "[".repeat(100_000) + "1," + &"]".repeat(100_000);
    assert_eq!(repair(&deep).map(|json| json.len()), Some(200_001));
}

/// Returns the pointers of all objects.
fn objects(document: &Document) -> Vec<String> {
    let mut found = Vec::new();
    let mut next = document.root();
    while let Some(id) = next {
        if document.kind(id) == Kind::Object {
            // Where keys are repeated, the pointer may lead to another.
            let pointer = document.pointer_of(id);
            found.extend((document.pointer(&pointer) == Some(id)).then_some(pointer));
        }
        let up = std::iter::successors(Some(id), |&id| document.parent(id));
        next = (document.children(id).next())
            .or_else(|| up.into_iter().find_map(|id| document.next_sibling(id)));
    }
    found
}

/// Returns key and value of all members but those with the name, as they stand.
fn others(text: &str, pointer: &str, name: &str) -> Vec<(String, String)> {
    let document = parse(text);
    let id: NodeId = document.pointer(pointer).unwrap();
    (document.children(id))
        .map(|id| (document.key(id).unwrap(), document.text(id)))
        .filter(|(key, _)| key.text() != name)
        .map(|(key, value)| (key.source().into_owned(), value.into_owned()))
        .collect()
}

#[test]
fn an_edit_changes_one_member_and_can_be_taken_back() {
    const VALUES: [&str; 5] = ["1.0", "\"ü\"", "[1, {}]", "null", "{\"a\": []}"];
    let mut random = Random::new(4);
    let mut edits = 0;
    for _ in 0..ROUNDS {
        let text = generate(&mut random);
        let document = parse(&text);
        for pointer in objects(&document) {
            let id = document.pointer(&pointer).unwrap();
            let keys: Vec<_> = (document.children(id))
                .filter_map(|id| document.key(id).map(|key| key.text().into_owned()))
                .collect();
            let mut names: Vec<&str> = keys.iter().map(String::as_str).collect();
            names.extend(["New", "a/~\"\\"]);
            let name = random.pick(&names);
            let value = random.pick(&VALUES);
            let set = set_member(&text, &pointer, name, Some(value)).unwrap();
            assert_eq!(member(&set, &pointer, name).as_deref(), Some(value));
            let removed = set_member(&set, &pointer, name, None).unwrap();
            assert_eq!(member(&removed, &pointer, name), None);
            for edited in [&set, &removed] {
                assert_eq!(
                    others(edited, &pointer, name),
                    others(&text, &pointer, name)
                );
            }
            match member(&text, &pointer, name) {
                // Between the braces of an empty object there may have been white space.
                None if document.is_empty(id) => assert_same(&removed, &text),
                None => assert_eq!(removed, text),
                Some(old) => {
                    assert_eq!(set_member(&set, &pointer, name, Some(&old)).unwrap(), text);
                }
            }
            edits += 1;
        }
    }
    assert!(edits > ROUNDS, "{edits}");
}

//! Comparisons of random documents with spellings and changes of themselves.

// A test says what it expects by unwrapping.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod generator;

use generator::{Random, nodes};
use playground_core::json::{Change, Comparison, Document, Kind, NodeId};

fn compare(before: &Document, after: &Document, steps: usize) -> Vec<Change> {
    let mut comparison = Comparison::new();
    while !comparison.advance(before, after, steps) {}
    assert!(!comparison.is_cut());
    comparison.changes().to_vec()
}

/// How a document is spelled again.
struct Spelling<'a> {
    random: &'a mut Random,
    /// Whether members change places.
    shuffled: bool,
    /// What stands in the place of which value.
    instead: Option<(NodeId, &'a str)>,
}

impl Spelling<'_> {
    fn of(&mut self, document: &Document) -> Document {
        let mut out = String::new();
        self.write(document, document.root().unwrap(), &mut out);
        let spelled = Document::parse(out.into_bytes());
        assert_eq!(spelled.fault(), None);
        spelled
    }

    fn write(&mut self, document: &Document, id: NodeId, out: &mut String) {
        self.space(out);
        let kind = document.kind(id);
        if let Some((_, text)) = self.instead.filter(|(place, _)| *place == id) {
            out.push_str(text);
        } else if document.is_container(id) {
            let mut children: Vec<NodeId> = document.children(id).collect();
            if self.shuffled && kind == Kind::Object {
                self.shuffle(document, &mut children);
            }
            out.push(if kind == Kind::Object { '{' } else { '[' });
            for (i, &child) in children.iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                if let Some(key) = document.key(child) {
                    self.space(out);
                    self.string(&key.source(), out);
                    self.space(out);
                    out.push(':');
                }
                self.write(document, child, out);
            }
            out.push(if kind == Kind::Object { '}' } else { ']' });
        } else if kind == Kind::String {
            self.string(&document.text(id), out);
        } else {
            out.push_str(&document.text(id));
        }
        self.space(out);
    }

    /// Shuffles members, but for those of one key, whose order counts.
    fn shuffle(&mut self, document: &Document, members: &mut [NodeId]) {
        let key = |id| document.key(id).unwrap().text().into_owned();
        for i in 1..members.len() {
            let j = self.random.below(i + 1);
            if members[j..=i]
                .iter()
                .skip(1)
                .all(|&id| key(id) != key(members[j]))
                && members[j..i].iter().all(|&id| key(id) != key(members[i]))
            {
                members.swap(i, j);
            }
        }
    }

    /// Writes a string, now and then with an escape where there was none.
    fn string(&mut self, source: &str, out: &mut String) {
        let again = match self.random.below(3) {
            0 => source.replace('a', "\\u0061").replace('ü', "\\u00FC"),
            1 => source
                .replace("\\u00e9", "é")
                .replace("\\uD83D\\uDE00", "😀"),
            _ => source.to_owned(),
        };
        out.push_str(&again);
    }

    fn space(&mut self, out: &mut String) {
        for _ in 0..self.random.below(5).saturating_sub(3) {
            out.push_str(self.random.pick(&[" ", "\n", "\t"]));
        }
    }
}

#[test]
fn a_document_is_the_same_as_itself_however_it_is_spelled() {
    let mut random = Random::new(1);
    for round in 0..300 {
        let size = random.below(200);
        let document = Document::parse(random.json(size));
        assert_eq!(compare(&document, &document, usize::MAX), [], "{round}");
        let again = Spelling {
            random: &mut random,
            shuffled: round % 2 == 0,
            instead: None,
        }
        .of(&document);
        for steps in [1, 10, usize::MAX] {
            assert_eq!(compare(&document, &again, steps), [], "{round}");
            assert_eq!(compare(&again, &document, steps), [], "{round}");
        }
    }
}

#[test]
fn one_changed_value_is_the_one_that_is_told() {
    let mut random = Random::new(2);
    for round in 0..600 {
        let size = 1 + random.below(100);
        let document = Document::parse(random.json(size));
        let all = nodes(&document);
        let place = all[random.below(all.len())];
        let kind = document.kind(place);
        let text = match kind {
            Kind::Number => "\"other\"",
            _ => "77",
        };
        let changed = Spelling {
            random: &mut random,
            shuffled: false,
            instead: Some((place, text)),
        }
        .of(&document);
        let [Change::Changed { before, after }] = compare(&document, &changed, usize::MAX)[..]
        else {
            panic!("{round}: {:?}", compare(&document, &changed, usize::MAX));
        };
        assert_eq!(before, place, "{round}");
        assert_eq!(changed.text(after), text);
        assert_eq!(compare(&document, &changed, 1).len(), 1);
    }
}

/// Returns what another reader makes of a value.
fn value(document: &Document, id: NodeId) -> Option<serde_json::Value> {
    serde_json::from_str(&document.text(id)).ok()
}

#[test]
fn two_documents_have_no_change_exactly_when_they_are_the_same() {
    let mut random = Random::new(3);
    let words = [
        "1",
        "2",
        "\"a\"",
        "[]",
        "[1]",
        "[1,2]",
        "{}",
        "{\"a\":1}",
        "{\"b\":[1]}",
    ];
    for round in 0..3000 {
        let mut text = || {
            let items: Vec<&str> = (0..random.below(5)).map(|_| random.pick(&words)).collect();
            format!("[{}]", items.join(","))
        };
        let [left, right] = [text(), text()].map(|text| Document::parse(text.into_bytes()));
        let changes = compare(&left, &right, usize::MAX);
        let root = |document: &Document| value(document, document.root().unwrap());
        assert_eq!(changes.is_empty(), root(&left) == root(&right), "{round}");
        // As many items come as go, but for the difference in length.
        let count = |is: fn(&Change) -> bool| changes.iter().filter(|change| is(change)).count();
        let added = count(|change| matches!(change, Change::Added(_)));
        let removed = count(|change| matches!(change, Change::Removed(_)));
        let top = |document: &Document, id| document.parent(id) == document.root();
        let at_top = changes.iter().all(|change| match *change {
            Change::Added(id) => top(&right, id),
            Change::Removed(id) => top(&left, id),
            Change::Changed { .. } => true,
        });
        if at_top {
            let len = |document: &Document| document.len(document.root().unwrap());
            assert_eq!(len(&left) + added, len(&right) + removed, "{round}");
        }
    }
}

/// Returns rows of the ids as an array, or as an object that has them for keys.
fn rows(ids: &[(u64, u64)], as_array: bool) -> Document {
    let row = |(id, value): &(u64, u64)| match as_array {
        true => format!(r#"{{"_id":"r{id}","n":{value}}}"#),
        false => format!(r#""r{id}":{{"n":{value}}}"#),
    };
    let rows = ids.iter().map(row).collect::<Vec<_>>().join(",");
    let text = if as_array {
        format!("[{rows}]")
    } else {
        format!("{{{rows}}}")
    };
    Document::parse(text.into_bytes())
}

#[test]
fn rows_that_came_went_or_changed_are_told_each() {
    let mut random = Random::new(4);
    for round in 0..600 {
        let as_array = round % 2 == 0;
        let count = random.below(30) as u64;
        let before: Vec<(u64, u64)> = (0..count).map(|id| (id * 37 % 101, 0)).collect();
        let mut expected = Vec::new();
        let mut after = Vec::new();
        for &(id, value) in &before {
            match random.below(12) {
                0 => expected.push(format!("- {id}")),
                1 => {
                    expected.push(format!("~ {id}"));
                    after.push((id, value + 1));
                }
                _ => after.push((id, value)),
            }
        }
        for id in 200..200 + random.below(3) as u64 {
            expected.push(format!("+ {id}"));
            after.insert(random.below(after.len() + 1), (id, 0));
        }
        if round % 3 == 0 {
            for i in 1..after.len() {
                after.swap(i, random.below(i + 1));
            }
        }
        let [before, after] = [before, after].map(|ids| rows(&ids, as_array));
        let id = |document: &Document, node: NodeId| {
            let id = match as_array {
                true => document
                    .string(document.member(node, "_id").unwrap())
                    .unwrap(),
                false => document.key(node).unwrap().text().into_owned(),
            };
            id.trim_start_matches('r').to_owned()
        };
        let told = |change: &Change| match *change {
            Change::Added(node) => format!("+ {}", id(&after, node)),
            Change::Removed(node) => format!("- {}", id(&before, node)),
            Change::Changed { after: node, .. } => {
                format!("~ {}", id(&after, after.parent(node).unwrap()))
            }
        };
        for steps in [1, 5, usize::MAX] {
            let mut found: Vec<String> = compare(&before, &after, steps).iter().map(told).collect();
            found.sort();
            expected.sort();
            assert_eq!(found, expected, "{round}");
        }
    }
}

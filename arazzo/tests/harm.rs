//! What is known of the harm of operations: what its files may say, and the faults of what they may not.
#![allow(
    clippy::unwrap_used,
    reason = "tests say what they expect by unwrapping"
)]

use arazzo::{Catalogue, File, risks_of_area};
use playground_core::catalogue::{FieldPath, Place};
use playground_core::harm::{Back, Case, Hit, Is, Risk, When, Whole};
use playground_core::known::Kind;

const CATALOGUE: &str = include_str!("faults/catalogue.json");

fn risks(file: &str, text: &str) -> Result<Vec<Risk>, Vec<String>> {
    let mut catalogue = Catalogue::default();
    catalogue.add(CATALOGUE).unwrap();
    let file = File {
        name: file.to_owned(),
        text: text.to_owned(),
    };
    let told = |faults: Vec<arazzo::Fault>| faults.iter().map(ToString::to_string).collect();
    risks_of_area(&file, &catalogue).map_err(told)
}

#[test]
fn they_say_what_is_hit_and_when_to_ask() {
    let text = "\
within:
  path/uuid: base
  body/table: table
operations:
  write:
    hits: { body/table: view }
    destroys: named
    enforces: yes
    many: { body/rows: several, query/limit: \"7\", body/table: any }
    statement: body/table
    again: send
    shown-by: base/open
  send: { trash: open }
";
    let risks = risks("harm/base.yaml", text).unwrap();
    let [open, write, send] = risks.as_slice() else {
        panic!("one for each operation: {risks:?}");
    };
    assert_eq!(*open, Risk::default());
    assert_eq!(send.back, Back::Trash(0));
    let table = FieldPath::body().member("table");
    let base = FieldPath {
        place: Place::Path,
        steps: "uuid".into(),
    };
    let hits = [(table.clone(), Kind::View), (base, Kind::Base)];
    assert_eq!(write.hits, hits.map(|(by, kind)| Hit { by, kind }));
    assert_eq!(write.destroys, Some(Whole::Named));
    assert_eq!(write.enforces, When::Always);
    let When::If([rows, limit, any]) = &write.many else {
        panic!("{:?}", write.many);
    };
    assert_eq!((rows.is, limit.is), (Is::Several, Is::Text("7")));
    let (field, is) = (table.clone(), Is::Given);
    assert_eq!(*any, Case { field, is });
    assert_eq!(write.statement, Some(table));
    assert_eq!((write.back, write.shown_by), (Back::Anew(2), Some(0)));
}

#[test]
fn what_is_not_understood_is_told_with_its_place() {
    for (text, fault) in [
        (
            "hits: {}\n",
            "1:1: the key \"hits\"; expected in harm only: within, operations",
        ),
        (
            "within: { path/uid: base }\noperations: {}\n",
            "1:11: the field \"path/uid\"; expected one that an operation of the area has",
        ),
        (
            "within: { path/uuid: bases }\noperations: {}\n",
            "1:22: \"bases\"; expected team, ",
        ),
        (
            "operations:\n  close: { many: yes }\n",
            "2:3: the operation \"close\"; expected an operationId of the area",
        ),
        (
            "operations:\n  open: { much: yes }\n",
            "2:11: the key \"much\"; expected in an operation only: hits, ",
        ),
        (
            "operations:\n  open: { many: always }\n",
            "2:17: \"always\"; expected yes",
        ),
        (
            "operations:\n  open: { many: { query/exq: any } }\n",
            "2:19: the field \"query/exq\"; expected one that open has",
        ),
        (
            "operations:\n  send: { hits: { body/password: user } }\n",
            "2:19: \"body/password\", a secret; expected what may be shown",
        ),
        (
            "operations:\n  open: { destroys: named }\n",
            "2:21: a whole that no field names; expected hits",
        ),
        (
            "operations:\n  open: { shown-by: user/open }\n",
            "2:21: \"user/open\"; expected an operationId of the area",
        ),
    ] {
        let faults = risks("harm/base.yaml", text).err().unwrap_or_default();
        let told = ["harm/base.yaml:", fault].concat();
        assert!(
            faults.first().is_some_and(|first| first.starts_with(&told)),
            "expected {told}, got {faults:#?}"
        );
    }
    let faults = risks("harm/cats.yaml", "operations: {}").err().unwrap();
    assert!(faults[0].starts_with("harm/cats.yaml:1:1: "), "{faults:?}");
}

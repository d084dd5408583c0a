//! The overlay of the catalogue: what it may say, and the faults of what it may not.
#![allow(
    clippy::unwrap_used,
    reason = "tests say what they expect by unwrapping"
)]

use arazzo::{Catalogue, File};
use playground_core::catalogue::{FieldPath, Harm, Operation, Place, Role, Shape};

const CATALOGUE: &str = include_str!("faults/catalogue.json");

fn overlaid(file: &str, text: &str) -> Result<Catalogue, Vec<String>> {
    let mut catalogue = Catalogue::default();
    catalogue.add(CATALOGUE).unwrap();
    let file = File {
        name: file.to_owned(),
        text: text.to_owned(),
    };
    match catalogue.overlay(&file) {
        Ok(()) => Ok(catalogue),
        Err(faults) => Err(faults.iter().map(ToString::to_string).collect()),
    }
}

fn operation(catalogue: &Catalogue, id: &str) -> Operation {
    let mut operations = catalogue.operations().iter();
    operations
        .find(|operation| operation.id == id)
        .unwrap()
        .clone()
}

#[test]
fn it_says_what_the_documents_do_not() {
    let text = "\
identifiers: [uuid, table]
fields:
  query/limit: { role: limit }
operations:
  open: { harm: adds, asynchronous: yes, token: none, gives: { /token: account-token } }
  write:
    fields:
      body/table: { secret: yes, hint: Not your own. }
";
    let catalogue = overlaid("overlay/base.yaml", text).unwrap();
    let open = operation(&catalogue, "open");
    assert_eq!((open.harm, open.token), (Harm::Adds, None));
    assert!(open.flags.asynchronous);
    assert!(open.gives.iter().any(|gives| gives.is_at("/token")));
    let write = operation(&catalogue, "write");
    assert!(write.field(0).unwrap().is_identifier());
    assert_eq!(write.harm, Harm::Adds, "as its method says");
    assert_eq!(write.field_for(Role::Limit).unwrap().name, "limit");
    let table = write.schema_at(&FieldPath::body().member("table")).unwrap();
    assert_eq!(table.shape, Shape::Secret);
    assert_eq!(table.hint.as_deref(), Some("Not your own."));
    assert_eq!(write.field(0).unwrap().place, Place::Path);
}

#[test]
fn what_is_not_understood_is_told_with_its_place() {
    for (text, fault) in [
        (
            "harm: reads\n",
            "1:1: the key \"harm\"; expected in an overlay only: identifiers, fields, operations",
        ),
        (
            "operations:\n  close: { harm: adds }\n",
            "2:3: the operation \"close\"; expected an operationId of the area",
        ),
        (
            "operations:\n  open: { harms: adds }\n",
            "2:11: the key \"harms\"; expected in an operation only: harm, ",
        ),
        (
            "operations:\n  open: { harm: hurts }\n",
            "2:17: \"hurts\"; expected reads, adds, changes, removes, removes-much",
        ),
        (
            "operations:\n  open: { harm: reads }\n",
            "2:17: what open does by its method; expected only what differs",
        ),
        (
            "identifiers: [uuid, uvid]\n",
            "1:21: \"uvid\"; expected the name of a text that an operation of the area takes",
        ),
        (
            "operations:\n  open: { gives: { token: api-token } }\n",
            "2:20: \"token\"; expected a JSON Pointer",
        ),
        (
            "operations:\n  open: { gives: { /token: cookie } }\n",
            "2:28: \"cookie\"; expected account-token, api-token, base-token, ",
        ),
        (
            "operations:\n  open: { token: api }\n",
            "2:18: \"api\"; expected none",
        ),
        (
            "operations:\n  open: { fields: { query/exq: { secret: yes } } }\n",
            "2:21: the field \"query/exq\"; expected one that open has",
        ),
        (
            "operations:\n  open: { fields: { body/exp: { secret: yes } } }\n",
            "2:21: the field \"body/exp\"; expected one that open has",
        ),
        (
            "operations:\n  write: { fields: { body/rows/x: { secret: yes } } }\n",
            "2:22: the field \"body/rows/x\"; expected one that write has",
        ),
        (
            "fields:\n  cookie/exp: { role: page }\n",
            "2:3: the field \"cookie/exp\"; expected one that an operation of the area has",
        ),
        (
            "fields:\n  query/exp: { role: paging }\n",
            "2:22: \"paging\"; expected identifier, one-time-code, ",
        ),
        (
            "fields:\n  query/exp: { rule: page }\n",
            "2:16: the key \"rule\"; expected in a field only: secret, role, hint",
        ),
        (
            "fields:\n  query/exp: {}\n",
            "2:14: a field of which nothing is said; expected secret, role or hint",
        ),
    ] {
        let faults = overlaid("overlay/base.yaml", text)
            .err()
            .unwrap_or_default();
        let told = ["overlay/base.yaml:", fault].concat();
        assert!(
            faults.first().is_some_and(|first| first.starts_with(&told)),
            "expected {told}, got {faults:#?}"
        );
    }
    let faults = overlaid("overlay/cats.yaml", "").err().unwrap();
    assert!(
        faults[0].starts_with("overlay/cats.yaml:1:1: \"cats.yaml\"; expected the name of an area"),
        "{faults:?}"
    );
}

//! The values of the catalogue: what they may say, the faults of what they may not, and that they say it of all operations.
#![allow(
    clippy::unwrap_used,
    reason = "tests say what they expect by unwrapping"
)]

mod all;
mod faults;

use arazzo::{Catalogue, File};
use playground_core::known::{Facet, Kind, Ruled};

fn read(name: &str, text: &str) -> Result<Vec<Ruled>, Vec<String>> {
    let mut catalogue = Catalogue::default();
    catalogue.add(include_str!("catalogue.json")).unwrap();
    let file = File {
        name: name.to_owned(),
        text: text.to_owned(),
    };
    let told = |faults: Vec<arazzo::Fault>| faults.iter().map(ToString::to_string).collect();
    arazzo::rules_of(&file, &catalogue).map_err(told)
}

#[test]
fn they_say_what_stands_where_and_what_a_field_wants() {
    let text = "\
shapes:
  table: { kind: table, name: name, values: { id: id, name: name, base.name: size } }
wants:
  path/base: base.uuid
operations:
  list:
    gives:
      - at: tables/*
        is: table
        holds:
          - { at: views/*, kind: view, values: { id: { at: url, part: last } } }
    wants: { query/folder: { is: folder.id, aside: yes } }
  remove:
    wants: { path/base: nothing, body/table: table.name, body/rows/*/id: row.id }
    removes: table
";
    let rules = read("values/base.yaml", text).unwrap();
    let [list, remove] = &rules[..] else {
        panic!("{rules:?}")
    };
    let [table] = list.gives else {
        panic!("{list:?}")
    };
    assert_eq!(
        (table.at, table.kind, table.name),
        ("/tables/*", Kind::Table, "/name")
    );
    let outer = table.values.last().unwrap();
    assert_eq!(
        (outer.kind, outer.facet, outer.at),
        (Kind::Base, Facet::Name, "/size")
    );
    let view = &table.holds[0];
    assert_eq!((view.at, view.values[0].at), ("/views/*", "/url"));
    assert!(view.values[0].is_last_part);
    let wants = |ruled: &Ruled| {
        let wants = ruled.wants.iter();
        let wants = wants.map(|want| (want.steps, want.kind, want.facet, want.is_aside));
        wants.collect::<Vec<_>>()
    };
    assert_eq!(
        wants(list),
        [
            ("folder", Kind::Folder, Facet::Id, true),
            ("base", Kind::Base, Facet::Uuid, false)
        ]
    );
    assert_eq!(
        wants(remove),
        [
            ("table", Kind::Table, Facet::Name, false),
            ("rows/*/id", Kind::Row, Facet::Id, true)
        ]
    );
    assert_eq!(remove.removes, Some(Kind::Table));
}

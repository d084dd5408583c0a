//! What may not stand in a file of values, and how it is told.

use crate::read;

#[test]
fn what_is_not_understood_is_told_with_its_place() {
    for (text, fault) in [
        (
            "gives: []\n",
            "1:1: the key \"gives\"; expected in the values of an area only: shapes, wants, operations",
        ),
        (
            "wants: { path/bass: base.uuid }\n",
            "1:10: the field \"path/bass\"; expected one that an operation of the area has",
        ),
        (
            "wants: { body/rows/name: base.uuid }\n",
            "1:10: the field \"body/rows/name\"; expected one that an operation",
        ),
        (
            "wants: { path/base: base }\n",
            "1:21: \"base\"; expected a kind and what of it, as base.uuid",
        ),
        (
            "wants: { path/base: bass.uuid }\n",
            "1:21: the kind \"bass\"; expected team, ",
        ),
        (
            "wants: { path/base: base.key }\n",
            "1:21: \"key\" of a base; expected id, uuid, name",
        ),
        (
            "wants: { path/base: { is: base.uuid, aside: no } }\n",
            "1:45: \"no\"; expected yes",
        ),
        (
            "operations:\n  lists: {}\n",
            "2:3: the operation \"lists\"; expected an operationId of the area",
        ),
        (
            "operations:\n  list: { give: [] }\n",
            "2:11: the key \"give\"; expected in an operation only: gives, ",
        ),
        (
            "operations:\n  list: { wants: { query/folders: folder.id } }\n",
            "2:20: the field \"query/folders\"; expected one that list has",
        ),
        (
            "operations:\n  list: { gives: [{ at: table/*, kind: table, values: { id: id } }] }\n",
            "2:25: the place \"table/*\"; expected one that the documented response of list has",
        ),
        (
            "operations:\n  list: { gives: [{ at: tables/*, kind: table, values: { id: _id } }] }\n",
            "2:62: the place \"tables/*/_id\"; expected one that",
        ),
        (
            "operations:\n  list: { gives: [{ at: tables/*, kind: table, name: title, values: { id: id } }] }\n",
            "2:25: the place \"tables/*/title\"; expected one that",
        ),
        (
            "operations:\n  list: { gives: [{ at: tables/*/size/*, kind: table, values: { id: . } }] }\n",
            "2:25: the place \"tables/*/size/*\"; expected one that",
        ),
        (
            "operations:\n  list: { gives: [{ kind: base, values: { name: error } }] }\n",
            "2:49: the place \"error\"; expected one that",
        ),
        (
            "operations:\n  list: { gives: [{ at: tables/*, kind: table, values: { id: id }, documented: no }] }\n",
            "2:80: what the document has; expected documented: no only where",
        ),
        (
            "operations:\n  list: { gives: [{ at: tables/*, kind: table, values: { key: id } }] }\n",
            "2:58: \"key\" of a table; expected id, name",
        ),
        (
            "operations:\n  list: { gives: [{ at: tables/*, kind: table, values: { base.uuid: id } }] }\n",
            "2:56: a table that nothing names; expected a value of its own",
        ),
        (
            "operations:\n  list: { gives: [{ at: tables/*, kind: table }] }\n",
            "2:19: what a response has; expected either is, or kind and values",
        ),
        (
            "operations:\n  list: { gives: [{ at: tables/*, is: table }] }\n",
            "2:39: the shape \"table\"; expected ",
        ),
        (
            "shapes: { table: { kind: table, values: { id: id } } }\n",
            "1:11: the shape \"table\"; expected one that a response has",
        ),
        (
            "operations:\n  list: { gives: [{ at: tables/*, kind: asset, values: { path: { at: name, under: query/dir } } }] }\n",
            "2:64: the field \"query/dir\"; expected one that list has",
        ),
        (
            "operations:\n  list: { gives: [{ at: tables/*, kind: table, values: { id: { at: id, part: first } } }] }\n",
            "2:78: \"first\"; expected last",
        ),
        (
            "operations:\n  remove: { removes: table }\n",
            "2:11: \"table\", which no field wants; expected a kind that a field of the operation names",
        ),
        (
            "operations:\n  remove: { removes: tables, wants: { body/table: table.name } }\n",
            "2:22: the kind \"tables\"; expected ",
        ),
        (
            "operations:\n  remove: { renames: { table: body/new }, wants: { body/table: table.name } }\n",
            "2:31: the field \"body/new\"; expected one that remove has",
        ),
    ] {
        let faults = read("values/base.yaml", text).err().unwrap_or_default();
        let told = ["values/base.yaml:", fault].concat();
        assert!(
            faults.first().is_some_and(|first| first.starts_with(&told)),
            "expected {told}, got {faults:#?}"
        );
    }
}

#[test]
fn a_file_is_named_after_its_area() {
    let faults = read("values/cats.yaml", "").err().unwrap();
    let told = "values/cats.yaml:1:1: \"cats.yaml\"; expected the name of an area";
    assert!(faults[0].starts_with(told), "{faults:?}");
}

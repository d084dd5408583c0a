//! What cells show, and the rows that are one's own.

use super::super::*;
use super::{csv, parse, sort, table, table_at};
use crate::selected::Spot;

/// What a cell shows, in a table by keys whose column `c1` has options, with a person who is known.
fn shown(value: &str) -> (String, bool) {
    let mut names = Names::new();
    names.read(&parse(
        r#"{"metadata":{"tables":[{"_id":"0000","columns":[{"key":"c1","name":"Status","type":"single-select",
            "data":{"options":[{"id":"1","name":"open"},{"id":"2","name":"done"}]}}]}]}}"#,
    ));
    names.read(&parse(
        r#"{"user_list":[{"email":"a1@auth.local","name":"Ada"},{"email":"b2@auth.local","name":""},{"name":"x"}],"app_user_list":[]}"#,
    ));
    let document = parse(&format!(r#"[{{"c1":{value}}}]"#));
    let table = table_at(&document, "", names, 1);
    let cell = table.cell(&document, 0, 0).unwrap();
    let shown = table.shown(&document, 0, cell, 40).unwrap();
    (shown.text, shown.is_named)
}

#[test]
fn links_files_people_and_options_are_shown_by_their_names() {
    for (value, text) in [
        (
            r#"[{"row_id":"r","display_value":"Berlin"},{"row_id":"s","display_value":1.10}]"#,
            "Berlin, 1.10",
        ),
        (
            r#"[{"name":"résumé.pdf","size":1,"type":"file","url":"https://t/x/1"}]"#,
            "résumé.pdf",
        ),
        (
            r#"["https://t.example/asset/u/images/2024-05/my%20cat.png?dl=1","https://t/a.gif"]"#,
            "my cat.png, a.gif",
        ),
        (r#"["a1@auth.local"]"#, "Ada"),
        (r#""a1@auth.local""#, "Ada"),
        (r#""2""#, "done"),
        (r#"["2","1"]"#, "done, open"),
        (
            r#"[{"row_id":"r","display_value":"a long name of a row"},{"row_id":"r","display_value":"and a longer one"}]"#,
            "a long name of a row, and a longer one",
        ),
        (
            r#"[{"row_id":"r","display_value":"a long name of a row"},{"row_id":"r","display_value":"and one that is cut"}]"#,
            "a long name of a row, and one that is cu…",
        ),
    ] {
        assert_eq!(shown(value), (text.to_owned(), true), "{value}");
    }
}

#[test]
fn what_is_not_known_is_shown_as_it_came() {
    for value in [
        "[]",
        "null",
        "1.50",
        r#"["a","b"]"#,
        r#"["a1@auth.local","c3@auth.local"]"#,
        r#"["b2@auth.local"]"#,
        r#"["https://t.example/"]"#,
        r#"["https://t.example/x"]"#,
        r#"[{"row_id":"r","display_value":null}]"#,
        r#"[{"display_value":"x"}]"#,
        r#"[{"name":"x"}]"#,
        r#"[["a1@auth.local"]]"#,
        r#"{"lng":8.23,"lat":50.0}"#,
    ] {
        assert_eq!(shown(value), (value.to_owned(), false), "{value}");
    }
    assert_eq!(
        shown(r#""https://t/a.gif""#),
        ("https://t/a.gif".to_owned(), false)
    );
    assert_eq!(shown(r#""3""#), ("3".to_owned(), false));
}

#[test]
fn names_are_copied_as_they_are_shown_and_csv_has_what_came() {
    let document =
        parse(r#"[{"a":[{"row_id":"r","display_value":"Berlin"}],"b":"x"},{"a":[],"b":"y"}]"#);
    let table = table(&document);
    let mut copying = CellsCopying::new(Spot::START, Spot::END);
    assert!(copying.advance(&table, &document, usize::MAX));
    assert_eq!(copying.take_text(), "a\tb\nBerlin\tx\n[]\ty");
    assert!(csv(&table, &document, 1).contains(r#""[{""row_id"":""r""#));
}

#[test]
fn rows_are_found_by_their_ids_and_in_any_order() {
    let document = parse(
        r#"{"first_row":{"_id":"A"},"row_ids":[{"_id":"A"}],"rows":[{"_id":"B","n":1},{"n":2,"_id":"A"},{"_id":"C","n":0},7]}"#,
    );
    let lists = || sources(&document).into_iter().map(|source| source.array);
    let find = |ids: &[&str], steps: usize| {
        let ids = ids.iter().map(ToString::to_string).collect();
        let mut search = RowSearch::new(ids, lists().collect());
        while !search.advance(&document, steps) {}
        search.into_found()
    };
    for steps in [1, usize::MAX] {
        assert_eq!(find(&["A", "C", "D"], steps).len(), 2);
        assert_eq!(find(&["D"], steps), []);
        assert_eq!(find(&[], steps), []);
    }
    let found = find(&["A"], 1);
    let mut table = table_at(&document, "/rows", Names::new(), 1);
    assert_eq!(table.place_of(found[0]), Some(1));
    sort(&mut table, &document, 0, true);
    assert_eq!(table.place_of(found[0]), Some(0));
    assert_eq!(table.place_of(document.root().unwrap()), None);
}

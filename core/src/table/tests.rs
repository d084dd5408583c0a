mod shown;

use super::*;
use crate::json::Document;
use crate::selected::Spot;

fn parse(text: &str) -> Document {
    Document::parse(text.as_bytes().to_vec())
}

fn table_at(document: &Document, pointer: &str, names: Names, steps: usize) -> Table {
    let mut table = Table::new(document.pointer(pointer).unwrap(), names);
    while !table.advance(document, steps) {}
    table
}

fn table(document: &Document) -> Table {
    table_at(document, "", Names::new(), usize::MAX)
}

fn sort(table: &mut Table, document: &Document, column: usize, descending: bool) {
    let mut sorting = Sorting::new(table, column, descending);
    while !sorting.advance(document, 3) {}
    table.take(sorting);
}

fn column(table: &Table, document: &Document, column: usize) -> Vec<String> {
    let cell = |row| table.cell(document, row, column);
    let text = |row| cell(row).map_or("–".to_owned(), |cell| cell_text(document, cell, 99));
    (0..table.len()).map(text).collect()
}

fn csv(table: &Table, document: &Document, steps: usize) -> String {
    let mut csv = Csv::new();
    while !csv.advance(table, document, steps) {}
    csv.into_text()
}

#[test]
fn lists_of_objects_are_found_two_levels_deep() {
    for (text, expected) in [
        ("", vec![]),
        ("[]", vec![]),
        ("[1]", vec![]),
        ("[{}]", vec![("", 1)]),
        (r#"{"rows":[{"a":1},{}]}"#, vec![("rows", 2)]),
        (r#"{"rows":[]}"#, vec![]),
        (
            r#"{"a":[{}],"b":[[]],"c":[{},1],"d":{"e":[{},{}]}}"#,
            vec![("a", 1), ("d.e", 2)],
        ),
        (
            r#"{"metadata":{"tables":[{"columns":[{}]}]},"x":{"y":{"z":[{}]}}}"#,
            vec![("metadata.tables", 1)],
        ),
        (r#"[{"a":[{}]}]"#, vec![("", 1)]),
        (r#"[{},{},{},1]"#, vec![("", 4)]),
    ] {
        let found = sources(&parse(text));
        let found: Vec<_> = found.iter().map(|s| (s.label.as_str(), s.len)).collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn columns_are_the_keys_in_the_order_of_their_appearance() {
    let document = parse(r#"[{"_id":"r","b":1},{"c":"ünü","b":2,"\u005fid":"x"},7,{"b":3,"b":4}]"#);
    for steps in [1, 2, usize::MAX] {
        let table = table_at(&document, "", Names::new(), steps);
        let keys: Vec<_> = table
            .columns()
            .iter()
            .map(|column| column.key.as_str())
            .collect();
        assert_eq!(keys, ["b", "c"]);
        assert_eq!(table.len(), 4);
        assert_eq!(column(&table, &document, 0), ["1", "2", "–", "4"]);
        assert_eq!(table.cell(&document, 1, 2), None);
        assert_eq!(table.cell(&document, 4, 0), None);
    }
}

#[test]
fn seatables_own_columns_come_last_and_when_they_are_asked_for() {
    for (rows, own, all) in [
        (
            r#"[{"_id":"r","_mtime":"m","Name":"a","_x":1},{"Age":1}]"#,
            "Name,_x,Age",
            "Name,_x,Age,_id,_mtime",
        ),
        // Nothing else is there.
        (r#"[{"_id":"r"}]"#, "_id", "_id"),
        (r#"[{"a":1}]"#, "a", "a"),
    ] {
        let document = parse(rows);
        let mut table = table(&document);
        let titles = |table: &Table| {
            let titles: Vec<_> = table.columns().iter().map(Column::title).collect();
            titles.join(",")
        };
        assert_eq!(titles(&table), own);
        assert_eq!(
            table.seatables(),
            all.split(',').count() - own.split(',').count()
        );
        let cells = |table: &Table| table.cells(&document, table.row(0).unwrap()).len();
        assert_eq!(cells(&table), own.split(',').count());
        table.show_seatables(true);
        assert_eq!(titles(&table), all);
        assert_eq!(cells(&table), all.split(',').count());
        table.show_seatables(false);
        assert_eq!(titles(&table), own);
    }
}

#[test]
fn a_column_is_as_wide_as_what_it_shows() {
    let long = "ü".repeat(50);
    let document = parse(&format!(r#"[{{"a":"{long}","name":"ab","b":"sechs…"}}]"#));
    let widths: Vec<_> = table(&document)
        .columns()
        .iter()
        .map(|column| column.width)
        .collect();
    assert_eq!(widths, [40, 4, 6]);
}

#[test]
fn there_is_an_end_to_columns() {
    let rows: Vec<String> = (0..3000).map(|i| format!(r#"{{"k{i}":1}}"#)).collect();
    let document = parse(&format!("[{}]", rows.join(",")));
    let table = table(&document);
    assert_eq!(table.columns().len(), 1000);
    assert!(table.is_cut());
    let members: Vec<String> = (0..3000).map(|i| format!(r#""k{}":1"#, i % 900)).collect();
    let document = parse(&format!("[{{{}}}]", members.join(",")));
    let table = self::table(&document);
    assert_eq!(table.columns().len(), 900);
    assert!(table.is_cut());
}

#[test]
fn names_come_from_the_table_that_fits_best() {
    let metadata = parse(
        r#"{"metadata":{"tables":[
            {"_id":"0000","name":"T1","columns":[{"key":"0000","name":"Name"},{"key":"ab12","name":"Age of the oldest"}]},
            {"_id":"x9y8","name":"T2","columns":[{"key":"0000","name":"Title"},{"key":"cd34","name":"City"}]}
        ]}}"#,
    );
    let mut names = Names::new();
    names.read(&metadata);
    for (rows, expected) in [
        (
            r#"[{"_id":"r","0000":"a","ab12":1}]"#,
            [Some("Name"), Some("Age of the oldest")].as_slice(),
        ),
        (
            r#"[{"0000":"a"},{"cd34":1}]"#,
            &[Some("Title"), Some("City")],
        ),
        // Either table fits.
        (r#"[{"0000":"a"}]"#, &[None]),
        (r#"[{"Name":"a","Age of the oldest":1}]"#, &[None, None]),
        (r#"[{"zz":"a"}]"#, &[None]),
    ] {
        let document = parse(rows);
        let table = table_at(&document, "", names.clone(), 1);
        let found: Vec<_> = table
            .columns()
            .iter()
            .map(|column| column.name.as_deref())
            .collect();
        assert_eq!(found, expected, "{rows}");
    }
    let document = parse(r#"[{"0000":"a","ab12":1}]"#);
    let table = table_at(&document, "", names.clone(), 1);
    assert_eq!(table.columns()[1].width, 17);
    assert_eq!(table.columns()[1].title(), "Age of the oldest");
}

#[test]
fn a_query_brings_its_own_names() {
    let mut names = Names::new();
    names.read(&parse(
        r#"{"metadata":[{"key":"0000","name":"Old"}],"results":[]}"#,
    ));
    let document = parse(
        r#"{"metadata":[{"key":"0000","name":"Name"},{"key":"_id","name":"_id"}],"results":[{"0000":"a","_id":"r"}]}"#,
    );
    names.read(&document);
    let mut table = table_at(&document, "/results", names, usize::MAX);
    table.show_seatables(true);
    assert_eq!(table.columns()[0].name.as_deref(), Some("Name"));
    assert_eq!(table.columns()[1].name, None);
    // An UPDATE has no metadata, other answers have no such member.
    for text in [
        r#"{"metadata":null}"#,
        "[]",
        "",
        r#"{"metadata":[1,{"key":2}]}"#,
    ] {
        Names::new().read(&parse(text));
    }
}

#[test]
fn a_column_sorts_by_kind_and_value_with_empty_cells_last() {
    let document = parse(
        r#"[{"n":"b"},{"n":10},{"n":null},{"n":"B"},{"n":9},{},{"n":true},{"n":[2]},{"n":9.0},{"n":"a"},{"n":false},{"n":{}},{"n":"Ä"}]"#,
    );
    let mut table = table(&document);
    sort(&mut table, &document, 0, false);
    assert_eq!(
        column(&table, &document, 0),
        [
            "false", "true", "9", "9.0", "10", "a", "B", "b", "Ä", "{}", "[2]", "null", "–"
        ]
    );
    assert_eq!(table.sorted_by(), Some((0, false)));
    sort(&mut table, &document, 0, true);
    assert_eq!(
        column(&table, &document, 0),
        [
            "[2]", "{}", "Ä", "b", "B", "a", "10", "9", "9.0", "true", "false", "null", "–"
        ]
    );
    table.unsort();
    assert_eq!(column(&table, &document, 0)[..2], ["b", "10"]);
    assert_eq!(table.sorted_by(), None);
    // A sorting that is not done changes nothing.
    table.take(Sorting::new(&table, 0, false));
    assert_eq!(table.sorted_by(), None);
}

#[test]
fn csv_quotes_what_needs_it() {
    let document = parse(
        r#"[{"a":"x","b,c":1.0},{"a":"say \"hi\",\n","b,c":null},{"a":{"k":"v"}},{"b,c":" x "}]"#,
    );
    let mut table = table(&document);
    let expected =
        "a,\"b,c\"\r\nx,1.0\r\n\"say \"\"hi\"\",\n\",\r\n\"{\"\"k\"\":\"\"v\"\"}\",\r\n, x \r\n";
    for steps in [1, usize::MAX] {
        assert_eq!(csv(&table, &document, steps), expected);
    }
    sort(&mut table, &document, 1, true);
    assert!(csv(&table, &document, 1).starts_with("a,\"b,c\"\r\n, x \r\nx,1.0\r\n"));
}

#[test]
fn an_empty_line_of_csv_is_still_a_line() {
    let document = parse(r#"[{"a":null},{}]"#);
    assert_eq!(
        csv(&table(&document), &document, 1),
        "a\r\n\"\"\r\n\"\"\r\n"
    );
}

#[test]
fn a_long_text_is_cut_between_characters() {
    for (json, longest, text) in [
        (r#""abc""#, 3, "abc"),
        (r#""abcd""#, 3, "abc…"),
        (r#""aüü""#, 2, "a…"),
        (r#""\u00fc\u00fc""#, 4, "üü"),
        (r#""\u00fc\u00fc\u00fc""#, 5, "üü…"),
        (r#"[1, 2]"#, 2, "[1…"),
        (r#""a""#, 0, "…"),
        (r#""""#, 0, ""),
        ("null", 9, "null"),
    ] {
        let document = parse(json);
        assert_eq!(
            cell_text(&document, document.root().unwrap(), longest),
            text
        );
    }
}

#[test]
fn copied_cells_have_tabs_between_them() {
    let document = parse(
        r#"[{"a":"x","b":1.0,"c":"two\tparts"},{"a":"überlang","c":null},{"b":"say \"so\""}]"#,
    );
    let table = table(&document);
    let spot = |row, cell, column| Spot { row, cell, column };
    for (from, to, expected) in [
        (
            Spot::START,
            Spot::END,
            "a\tb\tc\nx\t1.0\t\"two\tparts\"\nüberlang\t\t\n\t\"say \"\"so\"\"\"\t",
        ),
        (spot(1, 1, 0), spot(2, 0, 4), "1.0\t\"two\tparts\"\nüber"),
        (spot(2, 0, 1), spot(2, 0, 5), "berl"),
        (spot(1, 0, usize::MAX), spot(1, 1, 1), "\t1"),
    ] {
        for steps in [1, 1_000] {
            let mut copying = CellsCopying::new(from, to);
            while !copying.advance(&table, &document, steps) {}
            assert_eq!(copying.take_text(), expected, "{from:?} {to:?}");
        }
    }
}

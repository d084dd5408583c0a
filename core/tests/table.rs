//! Random rows as a table: sorting held against the standard library's, CSV against a reader.

// A test says what it expects by unwrapping.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod generator;

use generator::Random;
use playground_core::json::Document;
use playground_core::table::{Csv, Names, Sorting, Table};
use serde_json::Value;
use std::cmp::Ordering;

const KEYS: [&str; 6] = ["_id", "0000", "Name", "Größe", "a,b", "\\u0041\\\"ge"];

const VALUES: [&str; 24] = [
    "null",
    "true",
    "false",
    "0",
    "-1",
    "1",
    "10",
    "9.5",
    "1e2",
    "\"\"",
    "\"a\"",
    "\"A\"",
    "\"b\"",
    "\"Ä\"",
    "\"ä\"",
    "\"\\u00e4\"",
    "\"x,y\"",
    "\"say \\\"hi\\\"\"",
    "\"two\\r\\nlines\"",
    "\" \"",
    "[]",
    "[1, 2]",
    "{}",
    "{\"k\": \"v\"}",
];

/// Returns the JSON of an array of objects, and now and then of something else among them.
fn rows(random: &mut Random, count: usize) -> String {
    let mut row = || {
        if random.below(20) == 0 {
            return random.pick(&VALUES[..20]).to_owned();
        }
        let count = random.below(KEYS.len() + 1);
        let members: Vec<String> = (0..count)
            .map(|_| format!("\"{}\": {}", random.pick(&KEYS), random.pick(&VALUES)))
            .collect();
        format!("{{{}}}", members.join(", "))
    };
    let rows: Vec<String> = (0..count).map(|_| row()).collect();
    format!("[{}]", rows.join(","))
}

fn table(document: &Document, steps: usize) -> Table {
    let mut table = Table::new(document.root().unwrap(), Names::new());
    while !table.advance(document, steps) {}
    table
}

/// Returns the exact texts of a column's cells, in the order shown.
fn column(table: &Table, document: &Document, column: usize) -> Vec<Option<String>> {
    let cell = |row| table.cell(document, row, column);
    let text = |row| cell(row).map(|cell| document.text(cell).into_owned());
    (0..table.len()).map(text).collect()
}

fn sort(table: &mut Table, document: &Document, column: usize, descending: bool, steps: usize) {
    let mut sorting = Sorting::new(table, column, descending);
    while !sorting.advance(document, steps) {}
    table.take(sorting);
}

fn compare(left: &str, right: &str) -> Ordering {
    let [a, b] = [left, right].map(|text| serde_json::from_str::<Value>(text).unwrap());
    let rank = |value: &Value| match value {
        Value::Bool(_) => 0,
        Value::Number(_) => 1,
        Value::String(_) => 2,
        Value::Object(_) => 3,
        Value::Array(_) => 4,
        Value::Null => 5,
    };
    rank(&a).cmp(&rank(&b)).then_with(|| match (&a, &b) {
        (Value::Bool(a), Value::Bool(b)) => a.cmp(b),
        (Value::Number(a), Value::Number(b)) => a.as_f64().unwrap().total_cmp(&b.as_f64().unwrap()),
        (Value::String(a), Value::String(b)) => (a.to_lowercase(), a).cmp(&(b.to_lowercase(), b)),
        _ => left.cmp(right),
    })
}

#[test]
fn sorting_is_the_standard_library_s() {
    let mut random = Random::new(11);
    for round in 0..120 {
        let count = random.below(60);
        let document = Document::parse(rows(&mut random, count).into_bytes());
        let mut table = table(&document, 1 + random.below(20));
        for place in 0..table.columns().len() {
            table.unsort();
            let unsorted = column(&table, &document, place);
            for descending in [false, true] {
                let mut expected: Vec<usize> = (0..table.len()).collect();
                let full = |i: &usize| unsorted[*i].as_deref().filter(|text| *text != "null");
                expected.sort_by(|a, b| match (full(a), full(b)) {
                    (Some(a), Some(b)) if descending => compare(b, a),
                    (Some(a), Some(b)) => compare(a, b),
                    (a, b) => a.is_none().cmp(&b.is_none()),
                });
                table.unsort();
                let rows: Vec<_> = expected.iter().map(|&i| table.row(i)).collect();
                sort(
                    &mut table,
                    &document,
                    place,
                    descending,
                    1 + random.below(50),
                );
                let found: Vec<_> = (0..table.len()).map(|i| table.row(i)).collect();
                assert_eq!(found, rows, "{round}");
            }
        }
    }
}

/// Reads CSV the simple way.
fn read(csv: &str) -> Vec<Vec<String>> {
    let mut lines = Vec::new();
    let mut line = Vec::new();
    let mut field = String::new();
    let mut quoted = false;
    let mut chars = csv.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '"' if quoted && chars.peek() == Some(&'"') => {
                field.push('"');
                chars.next();
            }
            '"' => quoted = !quoted,
            ',' if !quoted => line.push(std::mem::take(&mut field)),
            '\r' if !quoted => {
                assert_eq!(chars.next(), Some('\n'));
                line.push(std::mem::take(&mut field));
                lines.push(std::mem::take(&mut line));
            }
            _ => field.push(char),
        }
    }
    assert!(field.is_empty() && line.is_empty() && !quoted);
    lines
}

#[test]
fn csv_read_back_is_what_the_cells_say() {
    let mut random = Random::new(12);
    for round in 0..200 {
        let count = random.below(40);
        let document = Document::parse(rows(&mut random, count).into_bytes());
        let mut table = table(&document, usize::MAX);
        let columns = table.columns().len();
        if columns > 0 && round % 2 == 0 {
            let place = random.below(columns);
            sort(&mut table, &document, place, round % 4 == 0, usize::MAX);
        }
        let mut csv = Csv::new();
        let steps = 1 + random.below(30);
        while !csv.advance(&table, &document, steps) {}
        let lines = read(&csv.into_text());
        assert_eq!(lines.len(), table.len() + 1);
        if columns == 0 {
            continue;
        }
        let keys: Vec<_> = table.columns().iter().map(|column| &column.key).collect();
        assert_eq!(lines[0].iter().collect::<Vec<_>>(), keys);
        for (row, line) in lines.iter().skip(1).enumerate() {
            for (place, field) in line.iter().enumerate() {
                let cell = table.cell(&document, row, place);
                let text = cell.map(|cell| document.text(cell).into_owned());
                let expected = match text.as_deref().map(serde_json::from_str::<Value>) {
                    None | Some(Ok(Value::Null)) => String::new(),
                    Some(Ok(Value::String(text))) => text,
                    Some(_) => text.unwrap_or_default(),
                };
                assert_eq!(*field, expected, "{round}");
            }
        }
    }
}

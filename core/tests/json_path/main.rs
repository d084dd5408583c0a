//! Queries, held against the examples of RFC 9535 and against `serde_json_path`.

// A test says what it expects by unwrapping.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod generated;
#[path = "../generator/mod.rs"]
mod generator;

use generated::{document, path};
use generator::Random;
use playground_core::json::{Document, Query, Selection};
use serde_json::Value;
use serde_json_path::JsonPath;

fn select(text: &str, query: &str, steps: usize) -> Vec<String> {
    let document = Document::parse(text.as_bytes().to_vec());
    let query = Query::parse(query).unwrap_or_else(|fault| panic!("{query}: {fault:?}"));
    let mut selection = Selection::new(query);
    while !selection.advance(&document, steps) {}
    let nodes = selection.nodes().iter();
    nodes.map(|&id| document.pointer_of(id)).collect()
}

/// Checks a table of queries, each with the pointers that it leads to, with blanks between them.
fn check(text: &str, table: &[(&str, &str)]) {
    for (query, pointers) in table {
        let found = select(text, query, 1000).join(" ");
        assert_eq!(found, *pointers, "{query}");
    }
}

#[test]
fn the_book_store_of_the_rfc() {
    const TEXT: &str = r#"{"store": {"book": [
        {"category": "reference", "author": "Nigel Rees", "title": "Sayings of the Century", "price": 8.95},
        {"category": "fiction", "author": "Evelyn Waugh", "title": "Sword of Honour", "price": 12.99},
        {"category": "fiction", "author": "Herman Melville", "title": "Moby Dick", "isbn": "0-553-21311-3", "price": 8.99},
        {"category": "fiction", "author": "J. R. R. Tolkien", "title": "The Lord of the Rings", "isbn": "0-395-19395-8", "price": 22.99}],
        "bicycle": {"color": "red", "price": 399}}}"#;
    check(
        TEXT,
        &[
            (
                "$.store.book[*].author",
                "/store/book/0/author /store/book/1/author /store/book/2/author /store/book/3/author",
            ),
            (
                "$..author",
                "/store/book/0/author /store/book/1/author /store/book/2/author /store/book/3/author",
            ),
            ("$.store.*", "/store/book /store/bicycle"),
            (
                "$.store..price",
                "/store/book/0/price /store/book/1/price /store/book/2/price /store/book/3/price /store/bicycle/price",
            ),
            ("$..book[2]", "/store/book/2"),
            ("$..book[2].author", "/store/book/2/author"),
            ("$..book[2].publisher", ""),
            ("$..book[-1]", "/store/book/3"),
            ("$..book[0,1]", "/store/book/0 /store/book/1"),
            ("$..book[:2]", "/store/book/0 /store/book/1"),
            ("$..book[?@.isbn]", "/store/book/2 /store/book/3"),
            ("$..book[?@.price<10]", "/store/book/0 /store/book/2"),
        ],
    );
    let value: Value = serde_json::from_str(TEXT).unwrap();
    let all = JsonPath::parse("$..*").unwrap().query(&value).len();
    assert_eq!(select(TEXT, "$..*", 1000).len(), all);
}

#[test]
fn the_tables_of_the_rfc_for_each_selector() {
    check(
        r#"{"o": {"j j": {"k.k": 3}}, "'": {"@": 2}}"#,
        &[
            ("$.o['j j']", "/o/j j"),
            ("$.o['j j']['k.k']", "/o/j j/k.k"),
            (r#"$.o["j j"]["k.k"]"#, "/o/j j/k.k"),
            (r#"$["'"]["@"]"#, "/'/@"),
            (r"$['\'']['@']", "/'/@"),
        ],
    );
    check(
        r#"{"o": {"j": 1, "k": 2}, "a": [5, 3]}"#,
        &[
            ("$[*]", "/o /a"),
            ("$.o[*]", "/o/j /o/k"),
            ("$.o[*, *]", "/o/j /o/k /o/j /o/k"),
            ("$.a[*]", "/a/0 /a/1"),
        ],
    );
    check(
        r#"["a", "b", "c", "d", "e", "f", "g"]"#,
        &[
            ("$[1]", "/1"),
            ("$[-2]", "/5"),
            ("$[1:3]", "/1 /2"),
            ("$[5:]", "/5 /6"),
            ("$[1:5:2]", "/1 /3"),
            ("$[5:1:-2]", "/5 /3"),
            ("$[::-1]", "/6 /5 /4 /3 /2 /1 /0"),
            ("$[0, 3]", "/0 /3"),
            ("$[0:2, 5]", "/0 /1 /5"),
            ("$[0, 0]", "/0 /0"),
        ],
    );
    check(
        r#"{"o": {"j": 1, "k": 2}, "a": [5, 3, [{"j": 4}, {"k": 6}]]}"#,
        &[
            ("$..j", "/o/j /a/2/0/j"),
            ("$..[0]", "/a/0 /a/2/0"),
            (
                "$..[*]",
                "/o /a /o/j /o/k /a/0 /a/1 /a/2 /a/2/0 /a/2/1 /a/2/0/j /a/2/1/k",
            ),
            ("$..o", "/o"),
            ("$.o..[*, *]", "/o/j /o/k /o/j /o/k"),
            ("$.a..[0, 1]", "/a/0 /a/1 /a/2/0 /a/2/1"),
        ],
    );
    check(
        r#"{"a": null, "b": [null], "c": [{}], "null": 1}"#,
        &[
            ("$.a", "/a"),
            ("$.a[0]", ""),
            ("$.a.d", ""),
            ("$.b[0]", "/b/0"),
            ("$.b[*]", "/b/0"),
            ("$.b[?@]", "/b/0"),
            ("$.b[?@==null]", "/b/0"),
            ("$.c[?@.d==null]", ""),
            ("$.null", "/null"),
        ],
    );
}

#[test]
fn the_table_of_the_rfc_for_filters() {
    check(
        r#"{"a": [3, 5, 1, 2, 4, 6, {"b": "j"}, {"b": "k"}, {"b": {}}, {"b": "kilo"}],
            "o": {"p": 1, "q": 2, "r": 3, "s": 5, "t": {"u": 6}}, "e": "f"}"#,
        &[
            ("$.a[?@.b == 'kilo']", "/a/9"),
            ("$.a[?(@.b == 'kilo')]", "/a/9"),
            ("$.a[?@>3.5]", "/a/1 /a/4 /a/5"),
            ("$.a[?@.b]", "/a/6 /a/7 /a/8 /a/9"),
            ("$[?@.*]", "/a /o"),
            ("$[?@[?@.b]]", "/a"),
            ("$.o[?@<3, ?@<3]", "/o/p /o/q /o/p /o/q"),
            (r#"$.a[?@<2 || @.b == "k"]"#, "/a/2 /a/7"),
            ("$.o[?@>1 && @<4]", "/o/q /o/r"),
            ("$.o[?@.u || @.x]", "/o/t"),
            ("$.a[?@ == $.a[-6]]", "/a/4"),
            ("$.a[?@.b == $.x]", "/a/0 /a/1 /a/2 /a/3 /a/4 /a/5"),
            (
                "$.a[?@ == @]",
                "/a/0 /a/1 /a/2 /a/3 /a/4 /a/5 /a/6 /a/7 /a/8 /a/9",
            ),
        ],
    );
}

#[test]
fn the_table_of_the_rfc_for_comparisons() {
    for (comparison, holds) in [
        ("$.absent1 == $.absent2", true),
        ("$.absent1 <= $.absent2", true),
        ("$.absent == 'g'", false),
        ("$.absent1 != $.absent2", false),
        ("$.absent != 'g'", true),
        ("1 <= 2", true),
        ("1 > 2", false),
        ("13 == '13'", false),
        ("'a' <= 'b'", true),
        ("'a' > 'b'", false),
        ("$.obj == $.arr", false),
        ("$.obj != $.arr", true),
        ("$.obj == $.obj", true),
        ("$.obj != $.obj", false),
        ("$.arr == $.arr", true),
        ("$.arr != $.arr", false),
        ("$.obj == 17", false),
        ("$.obj != 17", true),
        ("$.obj <= $.arr", false),
        ("$.obj < $.arr", false),
        ("$.obj <= $.obj", true),
        ("$.arr <= $.arr", true),
        ("1 <= $.arr", false),
        ("1 >= $.arr", false),
        ("1 > $.arr", false),
        ("1 < $.arr", false),
        ("true <= true", true),
        ("true > true", false),
        ("length('aü😀') == 3", true),
        ("length($.arr) == 2", true),
        ("length($.obj) == 1", true),
        ("length(1) == $.absent", true),
        ("count($..*) == 5", true),
        ("value($..x) == 'y'", true),
        ("value($.arr[*]) == $.absent", true),
        ("length(value($..x)) == 1", true),
    ] {
        let text = r#"{"obj": {"x": "y"}, "arr": [2, 3]}"#;
        let found = select(text, &format!("$[?{comparison}]"), 2).join(" ");
        assert_eq!(found, if holds { "/obj /arr" } else { "" }, "{comparison}");
    }
}

#[test]
fn generated_queries_lead_where_serde_json_path_s_lead() {
    let cases = if cfg!(debug_assertions) {
        40_000
    } else {
        300_000
    };
    let mut random = Random::new(13);
    let mut selected = 0;
    for _ in 0..cases {
        let value = document(&mut random, 0);
        let text = value.to_string();
        let query = path(&mut random, "$", 0);
        let theirs = JsonPath::parse(&query).unwrap_or_else(|error| panic!("{query}: {error}"));
        let expected: Vec<String> = theirs
            .query_located(&value)
            .iter()
            .map(|node| node.location().to_json_pointer())
            .collect();
        let steps = [1, 10, 10_000][random.below(3)];
        assert_eq!(select(&text, &query, steps), expected, "{query} in {text}");
        selected += expected.len();
    }
    assert!(selected > cases / 2, "{selected}");
}

#[test]
fn what_serde_json_path_refuses_is_refused() {
    // No blanks: `serde_json_path` allows fewer than the RFC.
    const DAMAGE: [&str; 15] = [
        "0", "-", ".", "[", "]", "(", ")", "?", "@", "$", "'", "\"", "\\", "!", "==",
    ];
    let mut random = Random::new(19);
    let (mut taken, mut refused) = (0, 0);
    for _ in 0..40_000 {
        let query = path(&mut random, "$", 0);
        let mut chars: Vec<char> = query.chars().collect();
        let at = 1 + random.below(chars.len());
        if random.below(2) == 0 && at < chars.len() {
            chars.remove(at);
        } else {
            chars.splice(at..at, random.pick(&DAMAGE).chars());
        }
        let query: String = chars.into_iter().collect();
        let query = query.trim_end();
        let ours = Query::parse(query);
        let theirs = JsonPath::parse(query);
        let reason = ours.as_ref().err().map(|fault| fault.reason);
        assert_eq!(ours.is_ok(), theirs.is_ok(), "{query}: {reason:?}");
        if theirs.is_ok() {
            taken += 1;
        } else {
            refused += 1;
        }
    }
    assert!(taken > 5000 && refused > 5000, "{taken}, {refused}");
}

use super::*;
use crate::json::Document;

fn select(text: &str, query: &str, steps: usize) -> Vec<String> {
    let document = Document::parse(text.as_bytes().to_vec());
    let query = Query::parse(query).unwrap_or_else(|fault| panic!("{query}: {fault:?}"));
    let mut selection = Selection::new(query);
    while !selection.advance(&document, steps) {}
    assert!(!selection.is_cut());
    let nodes = selection.nodes().iter();
    nodes.map(|&id| document.pointer_of(id)).collect()
}

fn check(text: &str, table: &[(&str, &[&str])]) {
    for (query, pointers) in table {
        for steps in [1, 3, 1000] {
            assert_eq!(select(text, query, steps), *pointers, "{query}");
        }
    }
}

#[test]
fn the_sign_for_the_root_may_be_left_out() {
    check(
        r#"{"rows":[{"Name":"a"},{"Name":"b"}],"Größe":1}"#,
        &[
            ("$.rows[*].Name", &["/rows/0/Name", "/rows/1/Name"]),
            ("rows[*].Name", &["/rows/0/Name", "/rows/1/Name"]),
            (".rows[-1]", &["/rows/1"]),
            ("['rows'][0]", &["/rows/0"]),
            ("*", &["/rows", "/Größe"]),
            ("..Name", &["/rows/0/Name", "/rows/1/Name"]),
            (" Größe\n", &["/Größe"]),
            ("$", &[""]),
        ],
    );
}

#[test]
fn blanks_stand_where_the_rfc_has_them() {
    check(
        r#"{"a":[{"b":1},{"b":[2,3]}]}"#,
        &[
            ("$ .a\t[ 0 ] ..b", &["/a/0/b"]),
            ("$ [ 'a' , \"a\" ] [ 0 : 1 : 1 ]", &["/a/0", "/a/0"]),
            ("a[ ? ( @ .b == 1 ) && ! @ .c ]", &["/a/0"]),
            ("a[?length( @.b )==2||count( @ .* ) >9]", &["/a/1"]),
        ],
    );
    for query in [
        "$. a",
        "$.. a",
        "a[?length (@) > 1]",
        "a[?@.b = = 1]",
        "a[- 1]",
    ] {
        assert!(Query::parse(query).is_err(), "{query}");
    }
}

#[test]
fn numbers_are_compared_as_they_are_written() {
    check(
        "[9007199254740993, 1e400, 1.0, \"1\", -0]",
        &[
            ("$[?@ == 9007199254740993]", &["/0"]),
            ("$[?@ == 9007199254740992]", &[]),
            ("$[?@ > 1e399]", &["/1"]),
            ("$[?@ == 1]", &["/2"]),
            ("$[?@ == 0]", &["/4"]),
        ],
    );
}

#[test]
fn texts_and_names_are_compared_decoded() {
    check(
        r#"{"\u0061": "\u00fc\n", "x\\n": 1, "x\n": 2}"#,
        &[
            ("a", &["/a"]),
            ("$[?@ == 'ü\\n']", &["/a"]),
            ("$['x\\n']", &["/x\n"]),
            (r#"$["x\\n"]"#, &["/x\\n"]),
            (r#"$["\u0061", '\u0078\n']"#, &["/a", "/x\n"]),
        ],
    );
}

#[test]
fn of_a_repeated_key_the_last_counts() {
    let document = Document::parse(br#"{"a":1,"a":2}"#.to_vec());
    for (query, values) in [("a", &["2"][..]), ("*", &["1", "2"]), ("$[?@.a]", &[])] {
        let mut selection = Selection::new(Query::parse(query).unwrap());
        assert!(selection.advance(&document, 100));
        let texts: Vec<_> = selection
            .nodes()
            .iter()
            .map(|&id| document.text(id))
            .collect();
        assert_eq!(texts, values, "{query}");
    }
}

#[test]
fn containers_are_equal_whatever_the_order_of_members() {
    for (left, right, equal) in [
        ("[]", "[]", true),
        ("{}", "[]", false),
        ("[1,[2,3]]", "[1.0,[2,3]]", true),
        ("[1,[2,3]]", "[[1,2],3]", false),
        ("[[],[[]]]", "[[[]],[]]", false),
        (
            r#"{"a":1,"b":[{"c":2,"d":3}]}"#,
            r#"{"b":[{"d":3,"\u0063":2}],"a":1}"#,
            true,
        ),
        (r#"{"a":1,"b":2,"c":3}"#, r#"{"c":3,"b":2,"a":1}"#, true),
        (r#"{"a":1,"b":2,"c":3}"#, r#"{"c":3,"b":2,"d":1}"#, false),
        (r#"{"a":1,"b":2}"#, r#"{"b":1,"a":2}"#, false),
        (r#"{"a":{},"b":1}"#, r#"{"a":{"b":1}}"#, false),
        (r#"{"a":[1],"b":[]}"#, r#"{"b":[],"a":[1]}"#, true),
    ] {
        let text = format!("[[{left},{right}]]");
        let found = if equal { &["/0"][..] } else { &[] };
        assert_eq!(select(&text, "$[?@[0] == @[1]]", 1), found, "{text}");
        assert_eq!(select(&text, "$[?@[1] == @[0]]", 1), found, "{text}");
        assert_eq!(select(&text, "$[?@[1] >= @[0]]", 1), found, "{text}");
        assert_eq!(select(&text, "$[?!(@[1] != @[0])]", 1), found, "{text}");
    }
}

#[test]
fn in_what_a_fault_cut_the_index_is_looked_through() {
    check(
        r#"{"rows":[{"n":1},{"n":2},{"n":"#,
        &[
            ("rows[*].n", &["/rows/0/n", "/rows/1/n"]),
            ("rows[-1]", &["/rows/2"]),
            ("$..[?@.n]", &["/rows/0", "/rows/1"]),
        ],
    );
    check("", &[("$", &[]), ("$..*", &[]), ("a", &[])]);
}

#[test]
fn what_is_no_query_is_told_with_its_place() {
    for (query, column, part) in [
        ("", 1, "Type a path"),
        ("  ", 3, "Type a path"),
        ("@.a", 1, "@ stands for"),
        ("$a", 2, "continues"),
        ("ä.ö x", 5, "continues"),
        ("rows.", 6, "A name or *"),
        ("rows.0", 6, "goes in brackets"),
        ("rows..", 7, "A name or *"),
        ("rows[", 6, "A name in quotes"),
        ("rows[0", 7, "A comma or"),
        ("rows[0 1]", 8, "A comma or"),
        ("rows[]", 6, "A name in quotes"),
        ("rows[Name]", 6, "needs quotes"),
        ("rows[01]", 6, "no leading zero"),
        ("rows[-0]", 6, "no leading zero"),
        ("rows[-]", 7, "A digit"),
        ("rows[9007199254740992]", 6, "so many items"),
        ("rows['a]", 9, "closing quote"),
        (r"rows['\x']", 8, "A backslash is followed"),
        (r"rows['\u12']", 11, "A backslash is followed"),
        (r"rows['\ud800']", 8, "Half"),
        (r"rows['\ud800\ud800']", 8, "Half"),
        (r"rows['\udc00']", 8, "Half"),
        ("rows['\n']", 7, "control character"),
        ("$[?1]", 4, "isn't a condition"),
        ("$[?length(@)]", 4, "isn't a condition"),
        ("$[?@.a == @.*]", 11, "several values"),
        ("$[?@.a == ]", 11, "A path with"),
        ("$[?@.a = 1]", 8, "A comma or"),
        ("$[?(@.a]", 8, "closing )"),
        ("$[?!@.a == 1]", 9, "A comma or"),
        ("$[?@.a == 01]", 11, "no leading zeros"),
        ("$[?@.a == 1.]", 13, "A digit"),
        ("$[?@.a == True]", 11, "A path with"),
        ("$[?match(@.a, 'x')]", 4, "regular expressions"),
        ("$[?size(@.a) > 1]", 4, "The functions here"),
        ("$[?count(1) > 1]", 10, "take a path"),
        ("$[?length(@.*) > 1]", 11, "several values"),
        ("$[?length(@.a > 1]", 15, "closing )"),
    ] {
        let fault = Query::parse(query)
            .err()
            .unwrap_or_else(|| panic!("{query}"));
        let reason = crate::words::query::reason(fault.reason);
        assert_eq!(fault.column, column, "{query}: {reason}");
        assert!(reason.contains(part), "{query}: {reason}");
    }
}

#[test]
fn a_query_may_be_deep_but_not_endless() {
    let nested = |open: &str, close: &str, depth: usize| {
        let text = format!("$[?{}@.a{}]", open.repeat(depth), close.repeat(depth));
        Query::parse(&text)
            .map(|_| ())
            .map_err(|fault| fault.reason)
    };
    for (open, close) in [("(", ")"), ("!(", ")"), ("@[?", "]"), ("$..[?", "]")] {
        assert_eq!(nested(open, close, 63), Ok(()), "{open}");
        let reason = nested(open, close, 64).unwrap_err();
        assert_eq!(reason, QueryReason::TooDeep, "{open}");
        assert!(nested(open, close, 100_000).is_err(), "{open}");
    }
    let lengths = format!("$[?1 == {}", "length(".repeat(100_000));
    assert!(Query::parse(&lengths).is_err());
}

#[test]
fn selecting_may_be_left_and_taken_up_at_any_value() {
    let document = Document::parse(format!("[{}0]", "[1,{\"a\":2}],".repeat(1000)).into_bytes());
    let mut selection = Selection::new(Query::parse("$..*").unwrap());
    let mut turns = 0;
    while !selection.advance(&document, 100) {
        turns += 1;
        assert!(selection.nodes().len() <= turns * 100);
    }
    assert!(turns > 40);
    assert_eq!(selection.nodes().len(), document.node_count() - 1);
    assert!(selection.advance(&document, 100));
}

#[test]
fn a_selection_that_would_fill_the_memory_is_cut() {
    let document = Document::parse([vec![b'['; 3000], vec![b']'; 3000]].concat());
    let mut selection = Selection::new(Query::parse("$..*..*").unwrap());
    while !selection.advance(&document, 100_000) {}
    assert!(selection.is_cut());
    assert_eq!(selection.nodes().len(), 1_000_000);
}

use super::*;

fn parse(text: &str) -> Document {
    Document::parse(text.as_bytes().to_vec())
}

/// Lists the changes as `+ place`, `- place` and `~ place before>after`.
fn changes_in(before: &Document, after: &Document, steps: usize) -> Vec<String> {
    let mut comparison = Comparison::new();
    while !comparison.advance(before, after, steps) {}
    let told = |change: &Change| match *change {
        Change::Added(id) => format!("+ {}", after.dotted_of(id)),
        Change::Removed(id) => format!("- {}", before.dotted_of(id)),
        Change::Changed {
            before: b,
            after: a,
        } => {
            format!(
                "~ {} {}>{}",
                after.dotted_of(a),
                before.text(b),
                after.text(a)
            )
        }
    };
    comparison.changes().iter().map(told).collect()
}

fn changes(before: &str, after: &str) -> Vec<String> {
    let [before, after] = [before, after].map(parse);
    let all = changes_in(&before, &after, usize::MAX);
    for steps in [1, 3] {
        assert_eq!(changes_in(&before, &after, steps), all, "{steps} steps");
    }
    all
}

#[test]
fn the_outermost_differences_are_listed_in_order() {
    for (before, after, expected) in [
        ("1", "1", vec![]),
        ("1", "1.0", vec!["~  1>1.0"]),
        (r#""é""#, r#""\u00e9""#, vec![]),
        (
            r#""\ud800""#,
            r#""\ud801""#,
            vec![r#"~  "\ud800">"\ud801""#],
        ),
        (r#"{"a":1,"b":2}"#, r#"{ "b" : 2, "\u0061": 1 }"#, vec![]),
        (
            r#"{"a":1,"b":2,"c":3}"#,
            r#"{"a":1,"c":4,"d":5}"#,
            vec!["- b", "~ c 3>4", "+ d"],
        ),
        (
            r#"{"a":[1,{"x":null}]}"#,
            r#"{"a":[1,{"x":false}]}"#,
            vec!["~ a[1].x null>false"],
        ),
        (r#"{"a":{}}"#, r#"{"a":[]}"#, vec!["~ a {}>[]"]),
        (
            r#"{"a":1,"a":2,"b":0}"#,
            r#"{"b":0,"a":1,"a":3}"#,
            vec!["~ a 2>3"],
        ),
        (r#"{"a":1,"a":2,"b":0}"#, r#"{"b":0,"a":1}"#, vec!["- a"]),
        ("", "[]", vec!["+ "]),
        ("[]", "", vec!["- "]),
        ("", "", vec![]),
    ] {
        assert_eq!(changes(before, after), expected, "{before} and {after}");
    }
}

#[test]
fn items_go_by_their_place_between_what_is_the_same_at_both_ends() {
    for (before, after, expected) in [
        ("[1,2,3]", "[1,9,3]", vec!["~ [1] 2>9"]),
        ("[1,2,3]", "[1,2,3,4]", vec!["+ [3]"]),
        ("[1,2,3]", "[0,1,2,3]", vec!["+ [0]"]),
        ("[1,2,3]", "[ 1 , 3 ]", vec!["- [1]"]),
        ("[1,1,1]", "[1,1]", vec!["- [2]"]),
        ("[[1, 2],[3],[4, 5]]", "[[1,2],[4,5]]", vec!["- [1]"]),
        ("[[1, 2],[4, 5]]", "[[1,2],[3],[4,5]]", vec!["+ [1]"]),
        ("[1,2]", "[]", vec!["- [0]", "- [1]"]),
        (
            r#"[{"a":1},{"b":2, "c":3}]"#,
            r#"[{"x":0},{"a":1},{"c":3,"b":2}]"#,
            vec!["+ [0]"],
        ),
    ] {
        assert_eq!(changes(before, after), expected, "{before} and {after}");
    }
}

#[test]
fn rows_go_by_their_id() {
    let before = r#"[{"_id":"a","n":1},{"_id":"b","n":2},{"n":3,"_id":"c"}]"#;
    for (after, expected) in [
        (
            r#"[{"_id":"c","n":3},{"_id":"a","n":1},{"_id":"b","n":2}]"#,
            vec![],
        ),
        (
            r#"[{"_id":"c","n":3},{"_id":"d","n":1},{"_id":"b","n":5}]"#,
            vec!["- [0]", "+ [1]", "~ [2].n 2>5"],
        ),
        (
            r#"[{"_id":"x"},{"_id":"a","n":1},{"_id":"b","n":2},{"n":4,"_id":"c"}]"#,
            vec!["+ [0]", "~ [3].n 3>4"],
        ),
        // What ends both alike is left aside first.
        (
            r#"[{"_id":"b","n":1},{"_id":"b","n":2},{"n":3,"_id":"c"}]"#,
            vec!["- [0]", "+ [0]"],
        ),
        // An id that is there twice names no row.
        (
            r#"[{"_id":"b","n":1},{"_id":"b","n":2},{"n":3,"_id":"d"}]"#,
            vec![r#"~ [0]._id "a">"b""#, r#"~ [2]._id "c">"d""#],
        ),
    ] {
        assert_eq!(changes(before, after), expected, "{after}");
    }
}

#[test]
fn a_list_of_changes_has_an_end() {
    let text = |digit: &str| format!("[{}0]", format!("{digit},").repeat(20_000));
    let [before, after] = ["1", "2"].map(|digit| parse(&text(digit)));
    let mut comparison = Comparison::new();
    assert!(comparison.advance(&before, &after, usize::MAX));
    assert_eq!(comparison.changes().len(), MOST);
    assert!(comparison.is_cut());
}

#[test]
fn depth_costs_neither_stack_nor_time() {
    let text = |inner: &str, space: &str| {
        let depth = 100_000;
        ["[", space].concat().repeat(depth) + inner + &",0]".repeat(depth)
    };
    for (before, after) in [
        (text("1", ""), text("2", "")),
        (text("1", ""), text("2", " ")),
        (text("1", ""), text("2,3", " ")),
    ] {
        let [before, after] = [before, after].map(|text| parse(&text));
        let mut comparison = Comparison::new();
        // Each turn is short, and there are not many.
        let mut turns = 0;
        while !comparison.advance(&before, &after, 10_000) {
            turns += 1;
        }
        assert!(!comparison.changes().is_empty() && comparison.changes().len() <= 2);
        assert!(turns < 1_000, "{turns}");
    }
}

#[test]
fn reordered_rows_take_no_time_to_speak_of() {
    let row = |i: usize| format!(r#"{{"_id":"row{}","n":{i}}},"#, i * 7919 % 100_003);
    let text = |rows: &mut dyn Iterator<Item = usize>| {
        let rows: String = rows.map(row).collect();
        format!("[{}]", rows.trim_end_matches(','))
    };
    let before = parse(&text(&mut (0..100_000)));
    let after = parse(&text(&mut (0..100_000).rev()));
    let mut comparison = Comparison::new();
    let mut turns = 0;
    while !comparison.advance(&before, &after, 10_000) {
        turns += 1;
    }
    assert_eq!(comparison.changes(), []);
    assert!(turns < 1_000, "{turns}");
}

//! Answers of absurd shape: they are shown, folded and searched like any other, and the page stays small.

use super::stage::{PATIENCE, Stage};
use fantoccini::key::Key;
use practice::http::{Options, StandIn};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::time::{Duration, Instant};

const PATH: &str = "/api/v2.1/dtable/app-access-token/";

/// The tree of the whole answer: the one that is shown while it comes has another name.
const TREE: &str = ".step.open .tree[id^='tree-']";

/// What the page holds and what of the tree is in sight: the chosen line, and how many lines are drawn.
const LOOK: &str = "const tree = document.querySelector(arguments[0]);\
    const line = tree && document.getElementById(tree.getAttribute('aria-activedescendant'));\
    const frame = tree && tree.getBoundingClientRect(), box = line && line.getBoundingClientRect();\
    return { nodes: document.querySelectorAll('*').length, rows: tree ? tree.querySelectorAll('.row').length : 0,\
        seen: !!box && box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1,\
        number: line ? Number(line.id.split('-').pop()) + 1 : 0, text: line ? line.innerText : '',\
        found: document.querySelector('.step.open .find output')?.textContent ?? '' };";

/// The most elements that the page may have at any time.
const MOST_NODES: u64 = 2_000;

/// At least so many lines are drawn where there are so many.
const SCREEN: u64 = 20;

/// An answer, and what is to be seen of it.
struct Giant {
    body: String,
    /// What its first lines say.
    begins: &'static str,
    /// How many lines it has when all of it is open.
    lines: u64,
    /// How many it has when only the outermost value is open.
    folded: u64,
    /// A text that stands near the end, once.
    needle: &'static str,
    /// What the line says where it is found.
    hit: &'static str,
}

/// Waits until the page looks as wanted, small all the while.
async fn looks(stage: &Stage, what: &str, wanted: impl Fn(&Value) -> bool) {
    let began = Instant::now();
    loop {
        let seen = stage.run(LOOK, vec![json!(TREE)]).await;
        let nodes = seen["nodes"].as_u64().unwrap();
        assert!(nodes < MOST_NODES, "{what}: {nodes} elements");
        if wanted(&seen) {
            return;
        }
        assert!(began.elapsed() < PATIENCE * 2, "{what}: {seen}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Opens the page with the answer in its first step.
async fn shown(giant: &mut Giant) -> Stage {
    let options = Options::default();
    let body = std::mem::take(&mut giant.body);
    let answer = StandIn::new(PATH, "application/json", body);
    options.stand_ins.lock().unwrap().push(answer);
    let stage = Stage::set_with(options).await;
    stage
        .open_with_practice("#/walkthrough/write-and-read")
        .await;
    stage.press("Fill in the practice token").await;
    stage.press("Next:").await;
    stage.press("Send").await;
    looks(&stage, "shown", |seen| seen["rows"].as_u64() > Some(0)).await;
    stage.shows(TREE, giant.begins).await;
    stage
}

/// Opens or folds all of it, as a person does who knows the list.
async fn fold(stage: &Stage, level: &str, lines: u64) {
    go(stage, Key::Home, 1).await;
    let list = stage.find("select[aria-label='Fold the response']").await;
    list.select_by_value(level).await.unwrap();
    let is_drawn = |seen: &Value| match seen["rows"].as_u64().unwrap() {
        drawn if drawn < SCREEN => drawn == lines,
        _ => lines >= SCREEN,
    };
    looks(stage, level, is_drawn).await;
    go(stage, Key::End, lines).await;
}

/// Goes to the first or the last line by its key.
async fn go(stage: &Stage, key: Key, number: u64) {
    let tree = stage.find(TREE).await;
    tree.send_keys(&key.to_string()).await.unwrap();
    let is_there = |seen: &Value| seen["seen"] == true && seen["number"] == number;
    looks(stage, "first and last", is_there).await;
}

/// Finds the text, and goes to where it stands.
async fn find(stage: &Stage, giant: &Giant) {
    let field = stage.find("input[aria-label='Find in the response']").await;
    field.send_keys(giant.needle).await.unwrap();
    let is_over = |seen: &Value| seen["found"] == "1 found";
    looks(stage, giant.needle, is_over).await;
    field.send_keys(&Key::Enter.to_string()).await.unwrap();
    let is_there = |seen: &Value| {
        let line = seen["text"].as_str().unwrap();
        seen["found"] == "1 of 1" && seen["seen"] == true && line.contains(giant.hit)
    };
    looks(stage, giant.hit, is_there).await;
}

/// Does with an answer what people do with answers.
async fn survives(mut giant: Giant) {
    let stage = shown(&mut giant).await;
    fold(&stage, "1", giant.folded).await;
    fold(&stage, "all", giant.lines).await;
    // What is folded is found as well.
    fold(&stage, "1", giant.folded).await;
    find(&stage, &giant).await;
    stage.strike_http().await;
}

#[tokio::test]
async fn arrays_stand_in_one_another_a_hundred_thousand_deep() {
    let depth = 100_000;
    let (open, close) = ("[".repeat(depth), "]".repeat(depth - 5));
    survives(Giant {
        body: format!(r#"{open}1{close},"not the last"]]]]]"#),
        begins: "[",
        lines: 2 * depth as u64 + 2,
        folded: 3,
        needle: "not the",
        hit: "not the last",
    })
    .await;
}

#[tokio::test]
async fn a_string_is_ten_megabytes_long() {
    let text = r#"Some text\nof \"many\" lines \u00fcber \ud83d\ude00 and more. "#;
    survives(Giant {
        body: format!(r#""{}the end""#, text.repeat(10_000_000 / text.len())),
        begins: r#""Some text\nof \"many\" lines"#,
        lines: 1,
        folded: 1,
        needle: "the end",
        // It is too long to be shown whole; the place of the hit is.
        hit: "the end",
    })
    .await;
}

#[tokio::test]
async fn an_array_has_ten_megabytes_of_numbers() {
    let mut body = String::from("[0");
    let mut count = 1;
    while body.len() < 10_000_000 {
        write!(body, ",{}", 7 * count).unwrap();
        count += 1;
    }
    body.push_str(",-31415926535,1]");
    survives(Giant {
        body,
        begins: "0",
        lines: count + 4,
        folded: count + 4,
        needle: "-314159",
        hit: "-31415926535",
    })
    .await;
}

#[tokio::test]
async fn fifty_megabytes_of_rows_are_shown() {
    let row = r#"{"_id":"Qtf7xPmoRaiFyQPO1aENTg","_ctime":"2026-03-06T10:57:44.000+00:00","Name":"John","Age":34,"Tags":["a","b"],"Done":null},"#;
    let rows = 50_000_000 / row.len();
    survives(Giant {
        body: format!(r#"{{"rows":[{}{{"Name":"Jane"}},{{}}]}}"#, row.repeat(rows)),
        begins: "Qtf7xPmoRaiFyQPO1aENTg",
        lines: 11 * rows as u64 + 8,
        folded: 3,
        needle: "jane",
        hit: "\"Jane\"",
    })
    .await;
}

#[tokio::test]
async fn a_row_has_a_hundred_thousand_cells() {
    let mut body = String::from(r#"{"rows":[{"_id":"first""#);
    for cell in 0..100_000 {
        write!(body, r#","column {cell}":"{cell:0>80}""#).unwrap();
    }
    body.push_str("}]}");
    survives(Giant {
        body,
        begins: "column 1",
        lines: 100_007,
        folded: 3,
        needle: "column 99990",
        hit: "00000099990\"",
    })
    .await;
}

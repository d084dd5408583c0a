//! Documents and queries that look random and meet each other.

use crate::generator::Random;
use serde_json::Value;

const NAMES: [&str; 5] = ["a", "b", "Größe", "a b", "'\"\\"];
const NUMBERS: [&str; 7] = ["0", "1", "2", "-1", "1.5", "100", "1e-2"];
const TEXTS: [&str; 6] = ["", "a", "b", "ü\n", "aa", "😀\"'\\"];

/// Returns a document whose keys and values are few enough for queries to meet them.
pub(crate) fn document(random: &mut Random, depth: usize) -> Value {
    let kind = match depth {
        0 => 5 + random.below(4),
        1..4 => random.below(9),
        _ => random.below(5),
    };
    match kind {
        0 => Value::Null,
        1 => Value::Bool(random.below(2) == 0),
        2 | 3 => serde_json::from_str(random.pick(&NUMBERS)).unwrap(),
        4 => Value::from(random.pick(&TEXTS)),
        5 | 6 => (0..random.below(5))
            .map(|_| document(random, depth + 1))
            .collect(),
        _ => {
            let mut members = serde_json::Map::new();
            for _ in 0..random.below(5) {
                let key = random.pick(&NAMES).to_owned();
                members.insert(key, document(random, depth + 1));
            }
            Value::Object(members)
        }
    }
}

fn quoted(random: &mut Random, text: &str) -> String {
    if random.below(2) == 0 {
        return serde_json::to_string(text).unwrap();
    }
    let text = text.replace('\\', r"\\").replace('\'', r"\'");
    format!("'{}'", text.replace('\n', r"\n"))
}

/// Returns a path with the segments, selectors and filters of RFC 9535, but for `match` and `search`.
pub(crate) fn path(random: &mut Random, root: &str, depth: usize) -> String {
    let mut path = root.to_owned();
    for _ in 0..random.below(4) {
        path.push_str(&segment(random, depth));
    }
    path
}

fn segment(random: &mut Random, depth: usize) -> String {
    let dots = if random.below(4) == 0 { ".." } else { "." };
    match random.below(6) {
        0 => format!("{dots}*"),
        1 | 2 => format!("{dots}{}", random.pick(&["a", "b", "Größe"])),
        _ => {
            let count = 1 + random.below(5) / 3;
            let selectors: Vec<String> = (0..count).map(|_| selector(random, depth)).collect();
            let dots = if dots == ".." { dots } else { "" };
            format!("{dots}[{}]", selectors.join(random.pick(&[",", " , "])))
        }
    }
}

fn selector(random: &mut Random, depth: usize) -> String {
    match random.below(if depth < 2 { 7 } else { 4 }) {
        0 => "*".to_owned(),
        1 => {
            let name = random.pick(&NAMES);
            quoted(random, name)
        }
        2 => place(random),
        3 => {
            let mut bound = || match random.below(2) {
                0 => String::new(),
                _ => place(random),
            };
            let (start, end, step) = (bound(), bound(), bound());
            format!("{start}:{end}:{step}")
        }
        _ => format!("?{}", condition(random, depth + 1)),
    }
}

fn place(random: &mut Random) -> String {
    (random.below(9) as i64 - 4).to_string()
}

fn condition(random: &mut Random, depth: usize) -> String {
    match random.below(9) {
        0 => format!(
            "{} && {}",
            condition(random, depth),
            condition(random, depth)
        ),
        1 => format!("{}||{}", condition(random, depth), condition(random, depth)),
        2 => format!("!({})", condition(random, depth)),
        3 => format!("({})", condition(random, depth)),
        4 => {
            let root = random.pick(&["@", "$", "!@"]);
            path(random, root, depth)
        }
        5 => {
            // With another left side `serde_json_path` departs from the RFC: it takes `[1] > [2]` for true, and
            // `@.absent <= @.absent` for false. The table of comparisons has these.
            let relation = random.pick(&["<=", ">", " >= "]);
            format!("{}{relation}{}", literal(random), side(random, depth))
        }
        _ => {
            let relation = random.pick(&["==", "!=", " < "]);
            format!("{}{relation}{}", side(random, depth), side(random, depth))
        }
    }
}

fn literal(random: &mut Random) -> String {
    if random.below(2) == 0 {
        return random.pick(&NUMBERS).to_owned();
    }
    let text = random.pick(&TEXTS);
    quoted(random, text)
}

fn side(random: &mut Random, depth: usize) -> String {
    match random.below(9) {
        0 => random.pick(&["true", "false", "null"]).to_owned(),
        1 | 2 => literal(random),
        3 => format!("length({})", singular(random)),
        4 => {
            let function = random.pick(&["count", "value"]);
            match random.below(3) {
                0 => format!("{function}({})", singular(random)),
                _ => format!("{function}({}.*)", path(random, "@", depth)),
            }
        }
        _ => singular(random),
    }
}

/// Returns a path to one value. `serde_json_path` does not count from the end in such paths; the RFC does, and
/// the table of filters has an example.
fn singular(random: &mut Random) -> String {
    let mut path = random.pick(&["@", "@", "$"]).to_owned();
    for _ in 0..random.below(3) {
        path.push_str(&match random.below(3) {
            0 => format!("[{}]", random.below(4)),
            1 => ".a".to_owned(),
            _ => format!("[{}]", quoted(random, "b")),
        });
    }
    path
}

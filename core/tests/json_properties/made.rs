//! What the cases are made of.

use super::generator::Random;

/// What damages a text: what JSON is made of, and what is no text at all.
const DAMAGE: [&[u8]; 16] = [
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"\"",
    b"\\",
    b"\\u",
    b"0",
    b"-",
    b"e",
    b"nul",
    b"\xff",
    b"\xe2\x82",
    b"\xef\xbb\xbf",
];

/// What is looked for.
pub(crate) const NEEDLES: [&str; 14] = [
    "a", "NAME", "ü", "Ü", "€", "😀", " ", "\"", "\\", "\n", "\\u00", "1", "tru", "\u{fffd}",
];

/// What queries are made of; most of what comes of it is none.
const PIECES: [&str; 40] = [
    "$", "@", ".", "..", "*", "[", "]", "[0]", "[-1]", "[*]", "['a']", "[?", "(", ")", "&&", "||",
    "!", "==", "!=", "<", "<=", ">", ">=", "a", ".Name", "\"ü\"", "'\\n'", "0", "-1", "1e2", ":",
    "::-1", ",", " ", "length(", "count(", "value(", "null", "match(", "\\",
];

/// Queries that are some.
const QUERIES: [&str; 14] = [
    "$",
    "$..*",
    "$..*..*",
    "a",
    "..Name",
    "*[0, -1]",
    "$..[1:3, ::-2]",
    "$..[?@.a || @.Name]",
    "$..[?@ == $[0] && !(@ < 1)]",
    "$..[?@ != $..a]",
    "$..[?$[0] == $[1]]",
    "$..[?length(@) >= 2]",
    "$..[?count(@..*) > 3, ?value(@.*) == '']",
    "$..[?@[?@ == $]]",
];

/// Returns a text: JSON, mostly damaged, or bytes of any kind.
pub(crate) fn text(random: &mut Random) -> Vec<u8> {
    if random.below(10) == 0 {
        let length = random.below(60);
        return (0..length).map(|_| random.next() as u8).collect();
    }
    let values = 1 + random.below(60);
    let mut text = random.json(values);
    for _ in 0..random.below(4) {
        let at = random.below(text.len());
        match random.below(4) {
            0 => text.truncate(at),
            1 => drop(text.splice(at..at + random.below(2).min(text.len() - at), [])),
            2 => {
                let piece = DAMAGE[random.below(DAMAGE.len())];
                drop(text.splice(at..at, piece.iter().copied()));
            }
            _ => {
                let end = at + random.below(text.len() - at + 1);
                let part = text.get(at..end).unwrap().to_vec();
                text.splice(at..at, part);
            }
        }
    }
    text
}

/// Returns a query, or what only looks like one.
pub(crate) fn query(random: &mut Random) -> String {
    if random.below(2) == 0 {
        return random.pick(&QUERIES).to_owned();
    }
    (0..random.below(12))
        .map(|_| random.pick(&PIECES))
        .collect()
}

//! The notes of an area: what the page says of its operations in its own words, one file for each area.
//!
//! They are read as strictly as a walkthrough. Each operation of the area has its note, in the order of the catalogue; a field, an
//! operation or a word that is not known is a fault with its place, and so is a text that is longer than the page has room for.

use crate::fault::Faults;
use crate::inline::{self, Code};
use crate::members::{entries, members, text};
use crate::place;
use crate::yaml::{Node, Text};
use playground_core::catalogue::{Area, FieldPath, Operation};
use playground_core::reference::Hint;
use std::ops::RangeInclusive;

/// How many characters a title may have, what is said, and a sentence about a field or a limit.
const TITLE: RangeInclusive<usize> = 4..=50;
const SAYS: RangeInclusive<usize> = 60..=420;
pub(crate) const SENTENCE: RangeInclusive<usize> = 4..=160;

/// What the notes say of an operation.
pub(crate) struct Said {
    pub(crate) title: &'static str,
    pub(crate) says: &'static str,
    pub(crate) limit: &'static str,
    pub(crate) words: &'static str,
    pub(crate) hints: Vec<Hint>,
}

/// Reads the notes of an area: one for each of its operations, in their order, unless there are faults. `all` has those of the others too.
pub(crate) fn read(root: &Node, area: Area, all: &[Operation], faults: &mut Faults) -> Vec<Said> {
    let [hints, said] = members(root, "notes", ["hints?", "operations"], faults);
    let reader = Reader {
        all,
        operations: all.iter().filter(|one| one.area == area).collect(),
    };
    let of_area = hints.map_or(&[][..], |node| entries(node, "hints", faults));
    let of_area = reader.hints(of_area, &reader.operations, faults);
    let Some(node) = said else { return Vec::new() };
    let mut notes = Vec::new();
    let mut titles: Vec<&Text> = Vec::new();
    let mut operations = reader.operations.iter();
    for (id, node) in entries(node, "operations", faults) {
        let mut rest = operations.clone();
        let Some(operation) = rest.find(|operation| operation.id == id.text) else {
            let found = format!("the operation \"{}\"", id.text);
            let expected = "an operationId of the area, in the order of the catalogue";
            faults.push(id.at, found, expected);
            continue;
        };
        // Those in between are missing: they are told at the first that is there.
        for missing in operations.by_ref().take_while(|one| one.id != operation.id) {
            let found = format!("no note for {} before this", missing.id);
            faults.push(id.at, found, "one for each operation");
        }
        notes.extend(reader.note(operation, node, &of_area, &mut titles, faults));
    }
    for missing in operations {
        let found = format!("no note for {}", missing.id);
        faults.push(node.at, found, "one for each operation");
    }
    notes
}

struct Reader<'a> {
    all: &'a [Operation],
    operations: Vec<&'a Operation>,
}

impl Reader<'_> {
    fn note<'n>(
        &self,
        operation: &Operation,
        node: &'n Node,
        of_area: &[(FieldPath, &'static str)],
        titles: &mut Vec<&'n Text>,
        faults: &mut Faults,
    ) -> Option<Said> {
        let known = ["title", "says", "limit?", "words?", "hints?"];
        let [title, says, limit, words, hints] = members(node, "a note", known, faults);
        let title = sized(title?, "a title", TITLE, faults)?;
        if titles.iter().any(|other| other.text == title.text) {
            let found = format!("the title \"{}\" a second time", title.text);
            faults.push(title.at, found, "each title once in an area");
        }
        titles.push(title);
        let says = sized(says?, "a text", SAYS, faults)?;
        let limit = limit.and_then(|limit| sized(limit, "a limit", SENTENCE, faults));
        let words = words.and_then(|words| text(words, "words", faults));
        let hints = hints.map_or(&[][..], |node| entries(node, "hints", faults));
        let mut hints = self.hints(hints, &[operation], faults);
        // What is said of the field of this operation counts before what is said of all.
        let others = of_area
            .iter()
            .filter(|(path, _)| place::exists(operation, path));
        hints.extend(others.cloned());
        hints.sort_by_key(|(path, _)| path.steps.matches('*').count());
        let hint = |(path, text)| Hint { path, text };
        Some(Said {
            title: title.text.clone().leak(),
            says: self.html(says, &[operation], faults),
            limit: limit.map_or("", |limit| self.html(limit, &[operation], faults)),
            words: words.map_or("", |words| words.text.clone().leak()),
            hints: hints.into_iter().map(hint).collect(),
        })
    }

    /// Reads hints of fields, each of which one of these operations has.
    fn hints(
        &self,
        hints: &[(Text, Node)],
        of: &[&Operation],
        faults: &mut Faults,
    ) -> Vec<(FieldPath, &'static str)> {
        let mut read = Vec::new();
        for (path, node) in hints {
            let field = place::read(&path.text);
            let field = field.filter(|field| of.iter().any(|one| place::exists(one, field)));
            let sentence = sized(node, "a hint", SENTENCE, faults);
            match (field, sentence) {
                (Some(field), Some(text)) => read.push((field, self.html(text, of, faults))),
                (None, _) => {
                    let whose = match of {
                        [operation] => operation.id.as_ref(),
                        _ => "an operation of the area",
                    };
                    let expected = format!("one that {whose} has, as body/rows/*/name");
                    faults.push(path.at, format!("the field \"{}\"", path.text), expected);
                }
                (Some(_), None) => {}
            }
        }
        read
    }

    fn html(&self, text: &Text, of: &[&Operation], faults: &mut Faults) -> &'static str {
        inline::html(text, |code| what_is(code, self.all, of), faults).leak()
    }
}

/// Says what a word in backticks is, in what is said of some operations of an area.
pub(crate) fn what_is<'a>(code: &str, all: &'a [Operation], of: &[&Operation]) -> Code<'a> {
    let area = of.first().map(|operation| operation.area);
    let (area, id) = match code.split_once('/') {
        Some((name, id)) => (Area::ALL.into_iter().find(|area| area.name() == name), id),
        None => (area, code),
    };
    let Some(area) = area else { return Code::Plain };
    let mut all = all.iter();
    match all.find(|operation| operation.area == area && operation.id == id) {
        Some(operation) => Code::Operation(operation),
        None if code.contains('/') || looks_like_an_operation(code) => {
            let is_field = of.iter().any(|operation| place::has_name(operation, code));
            if is_field { Code::Plain } else { Code::Unknown }
        }
        None => Code::Plain,
    }
}

/// Whether a word is written as SeaTable writes operationIds: `listRows`.
fn looks_like_an_operation(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase())
        && word.contains(|c: char| c.is_ascii_uppercase())
        && word.chars().all(|c| c.is_ascii_alphanumeric())
}

/// Returns a text that has about as many characters as there is room for.
pub(crate) fn sized<'n>(
    node: &'n Node,
    what: &str,
    room: RangeInclusive<usize>,
    faults: &mut Faults,
) -> Option<&'n Text> {
    let text = text(node, what, faults)?;
    let count = text.text.trim().chars().count();
    if !room.contains(&count) {
        let expected = format!("{} to {}", room.start(), room.end());
        faults.push(node.at, format!("{what} of {count} characters"), expected);
    }
    Some(text)
}

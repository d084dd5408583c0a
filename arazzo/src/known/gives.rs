//! What answers give.

use super::documented::{Documented, documented};
use super::{Meant, field, leak, words};
use crate::fault::Faults;
use crate::members::{entries, items, members, text, word};
use crate::yaml::{Content, Node, Position, Text};
use playground_core::catalogue::Operation;
use playground_core::known::{Gives, Kind, Pick};

/// What entries of several answers have in common, by name.
pub(super) struct Shapes(Vec<Shape>);

struct Shape {
    name: Text,
    entry: Entry,
    is_used: bool,
}

/// What is said of an entry, wherever it stands.
#[derive(Clone)]
struct Entry {
    kind: Kind,
    name: &'static str,
    note: &'static str,
    values: Vec<(Pick, Position)>,
}

/// Where a rule is: which operation, and the place that holds the entry.
#[derive(Clone, Copy)]
struct Around<'a> {
    operation: &'a Operation,
    place: &'a str,
    /// Whether the document is said not to know it.
    is_undocumented: bool,
}

impl Shapes {
    /// Reads the shapes of a file.
    pub(super) fn read(node: Option<&Node>, faults: &mut Faults) -> Self {
        let mut shapes = Vec::new();
        for (name, node) in node.map_or(&[][..], |node| entries(node, "shapes", faults)) {
            let known = ["kind", "name?", "note?", "values"];
            let [kind, label, note, values] = members(node, "a shape", known, faults);
            let entry = kind
                .zip(values)
                .and_then(|(kind, values)| entry(kind, label, note, values, faults));
            shapes.extend(entry.map(|entry| Shape {
                name: name.clone(),
                entry,
                is_used: false,
            }));
        }
        Self(shapes)
    }

    /// Tells the shapes that no answer has.
    pub(super) fn tell_unused(&self, faults: &mut Faults) {
        for shape in self.0.iter().filter(|shape| !shape.is_used) {
            let found = format!("the shape \"{}\"", shape.name.text);
            faults.push(shape.name.at, found, "one that a response has");
        }
    }

    /// Reads what the answer of an operation gives.
    pub(super) fn gives(
        &mut self,
        node: &Node,
        operation: &Operation,
        faults: &mut Faults,
    ) -> Vec<Gives> {
        let around = Around {
            operation,
            place: "",
            is_undocumented: false,
        };
        self.list(node, around, faults)
    }

    fn list(&mut self, node: &Node, around: Around, faults: &mut Faults) -> Vec<Gives> {
        let rules = items(node, "what it gives", faults).iter();
        let rules: Vec<_> = rules
            .filter_map(|node| self.rule(node, around, faults))
            .collect();
        rules
    }

    fn rule(&mut self, node: &Node, around: Around, faults: &mut Faults) -> Option<Gives> {
        let known = [
            "at?",
            "is?",
            "kind?",
            "name?",
            "note?",
            "values?",
            "holds?",
            "documented?",
        ];
        let [at, is, kind, name, note, values, holds, told] =
            members(node, "what a response has", known, faults);
        word(told, &["no"], faults);
        let step = at.and_then(|node| text(node, "a place", faults));
        let step = step.map_or("", |text| leak(&["/", &text.text].concat()));
        let place = [around.place, step].concat();
        let is_undocumented = told.is_some() || around.is_undocumented;
        let here = Around {
            place: &place,
            is_undocumented,
            ..around
        };
        let entry = match (is, kind.zip(values)) {
            (Some(is), None) => self.shape(is, faults)?,
            (None, Some((kind, values))) => entry(kind, name, note, values, faults)?,
            _ => {
                let expected = "either is, or kind and values";
                faults.push(node.at, "what a response has", expected);
                return None;
            }
        };
        here.check(
            at.unwrap_or(node).at,
            &entry,
            told.map(|node| node.at),
            faults,
        );
        let holds = holds
            .map(|node| self.list(node, here, faults))
            .unwrap_or_default();
        let values: Vec<_> = entry.values.into_iter().map(|(pick, _)| pick).collect();
        Some(Gives {
            at: step,
            kind: entry.kind,
            name: entry.name,
            note: entry.note,
            values: values.leak(),
            holds: holds.leak(),
        })
    }

    fn shape(&mut self, node: &Node, faults: &mut Faults) -> Option<Entry> {
        let name = text(node, "the name of a shape", faults)?;
        let mut shapes = self.0.iter_mut();
        let Some(shape) = shapes.find(|shape| shape.name.text == name.text) else {
            let names: Vec<_> = self
                .0
                .iter()
                .map(|shape| shape.name.text.as_str())
                .collect();
            faults.push(
                name.at,
                format!("the shape \"{}\"", name.text),
                names.join(", "),
            );
            return None;
        };
        shape.is_used = true;
        Some(shape.entry.clone())
    }
}

fn entry(
    kind: &Node,
    name: Option<&Node>,
    note: Option<&Node>,
    values: &Node,
    faults: &mut Faults,
) -> Option<Entry> {
    let kind = words::kind(kind, faults)?;
    let mut place = |node: Option<&Node>| {
        let place = node.and_then(|node| text(node, "a place", faults));
        place.map_or("", |place| pointer(&place.text))
    };
    let (name, note) = (place(name), place(note));
    let mut picks = Vec::new();
    let all = entries(values, "values", faults);
    for (meant, node) in all {
        let found = words::meant(&meant.text, Some(kind), meant.at, faults);
        let pick = found.and_then(|meant| pick(meant, node, faults));
        picks.extend(pick.map(|pick| (pick, node.at)));
    }
    let has_own = picks.iter().any(|(pick, _): &(Pick, _)| pick.kind == kind);
    if !has_own && picks.len() == all.len() {
        let found = format!("a {} that nothing names", words::of_kind(kind));
        let expected = "a value of its own, as id or name";
        faults.push(values.at, found, expected);
    }
    Some(Entry {
        kind,
        name,
        note,
        values: picks,
    })
}

/// Reads where a value stands: a place, or with more said of it `{ at: upload_link, part: last }`.
fn pick((kind, facet): Meant, node: &Node, faults: &mut Faults) -> Option<Pick> {
    let (at, part, under) = match &node.content {
        Content::Mapping(_) => {
            let [at, part, under] = members(node, "a value", ["at", "part?", "under?"], faults);
            word(part, &["last"], faults);
            let under = under.and_then(|under| text(under, "a field", faults));
            (at?, part.is_some(), under)
        }
        _ => (node, false, None),
    };
    let at = text(at, "a place", faults)?;
    Some(Pick {
        kind,
        facet,
        at: pointer(&at.text),
        is_last_part: part,
        under: under.map_or("", |under| leak(&under.text)),
    })
}

/// Writes a place as a JSON Pointer: `.` is the entry itself, and `*` alone the name under which it stands.
fn pointer(place: &str) -> &'static str {
    match place {
        "." => "",
        "*" => "*",
        place => leak(&["/", place].concat()),
    }
}

impl Around<'_> {
    /// Checks the places of an entry against the documented answer, and that what is said not to be documented is not.
    fn check(self, at: Position, entry: &Entry, told: Option<Position>, faults: &mut Faults) {
        let mut places = vec![(self.place.to_owned(), at)];
        let named = [entry.name, entry.note].into_iter().map(|step| (step, at));
        let values = entry.values.iter().map(|(pick, at)| (pick.at, *at));
        let below = named
            .chain(values)
            .filter(|(step, _)| *step != "*" && !step.is_empty());
        places.extend(below.map(|(step, at)| ([self.place, step].concat(), at)));
        if let Some(told) = told
            && places
                .iter()
                .all(|(place, _)| documented(self.operation, place) == Documented::Yes)
        {
            let expected = "documented: no only where the document has no such place";
            faults.push(told, "what the document has", expected);
        }
        for (place, at) in places {
            if !self.is_undocumented && documented(self.operation, &place) == Documented::No {
                let found = format!("the place \"{}\"", place.trim_start_matches('/'));
                let expected = format!(
                    "one that the documented response of {} has",
                    self.operation.id
                );
                faults.push(at, found, expected);
            }
        }
        for (pick, at) in &entry.values {
            if !pick.under.is_empty() && !field::is_there(self.operation, pick.under) {
                let found = format!("the field \"{}\"", pick.under);
                let expected = format!("one that {} has, as query/path", self.operation.id);
                faults.push(*at, found, expected);
            }
        }
    }
}

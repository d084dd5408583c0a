//! What is known of the harm of operations beside its kind, one file for each area: what they hit, and when a person is asked first.
//!
//! `within` says which fields of all operations name what things are in. An operation can say which fields name what it acts on (`hits`)
//! and what shows that (`shown-by`); that it takes away a whole whose name has to be typed (`destroys`), and what brings it back
//! (`trash`, or `again` where the same can be done over again); when it decides for other people (`enforces`) or acts on many things
//! (`many`): always, or by what stands in a field; and which field has a statement that says so for itself (`statement`).
//!
//! It is read as strictly as a walkthrough: an operation, a field or a word that is not known is a fault with its place.

use crate::areas::{Catalogue, area_of};
use crate::fault::Faults;
use crate::kinds;
use crate::members::{describe, entries, members, text};
use crate::overlay::word;
use crate::yaml::{Content, Node, Text};
use crate::{Fault, File, place, yaml};
use playground_core::catalogue::{Area, FieldPath, Operation, Shape};
use playground_core::harm::{Back, Case, Hit, Is, Risk, When, Whole};
use playground_core::known::Kind;

/// What is taken away as a whole.
const WHOLES: [(&str, Whole); 3] = [
    ("named", Whole::Named),
    ("own-team", Whole::OwnTeam),
    ("trash", Whole::Trash),
];

/// What an operation can say.
const KEYS: [&str; 8] = [
    "hits?",
    "destroys?",
    "enforces?",
    "many?",
    "statement?",
    "trash?",
    "again?",
    "shown-by?",
];

/// Reads the file of an area, which is named after it.
///
/// # Errors
///
/// Every fault of the file.
pub fn of_area(file: &File, catalogue: &Catalogue) -> Result<Vec<Risk>, Vec<Fault>> {
    let mut faults = Faults::of(&file.name);
    let area = area_of(file, &mut faults);
    let root = yaml::parse(&file.text, &mut faults);
    let all = catalogue.operations();
    let read = area.zip(root);
    let risks = read.map(|(area, root)| Reader { all, area }.file(&root, &mut faults));
    let faults = faults.into_sorted();
    match risks {
        Some(risks) if faults.is_empty() => Ok(risks),
        _ => Err(faults),
    }
}

struct Reader<'a> {
    all: &'a [Operation],
    area: Area,
}

impl Reader<'_> {
    fn file(&self, root: &Node, faults: &mut Faults) -> Vec<Risk> {
        let [within, said] = members(root, "harm", ["within?", "operations"], faults);
        let within = within.map_or_else(Vec::new, |node| kinds(node, faults));
        let said = said.map_or(&[][..], |node| entries(node, "operations", faults));
        let of_area = self.all.iter().filter(|one| one.area == self.area);
        for (id, _) in said {
            if !of_area.clone().any(|operation| operation.id == id.text) {
                let found = format!("the operation \"{}\"", id.text);
                faults.push(id.at, found, "an operationId of the area");
            }
        }
        for (path, _) in &within {
            let field = place::read(&path.text);
            let has = |one: &Operation| field.as_ref().is_some_and(|it| place::exists(one, it));
            if !of_area.clone().any(has) {
                let found = format!("the field \"{}\"", path.text);
                faults.push(path.at, found, "one that an operation of the area has");
            }
        }
        let risk = |operation: &Operation| {
            let mut said = said.iter();
            let node = said.find(|(id, _)| operation.id == id.text);
            let node = node.map(|(_, node)| node);
            self.operation(node, operation, &within, faults)
        };
        of_area.map(risk).collect()
    }

    fn operation(
        &self,
        node: Option<&Node>,
        operation: &Operation,
        within: &[(&Text, Kind)],
        faults: &mut Faults,
    ) -> Risk {
        let said = node.map(|node| members(node, "an operation", KEYS, faults));
        let [
            hits,
            destroys,
            enforces,
            many,
            statement,
            trash,
            again,
            shown,
        ] = said.unwrap_or_default();
        let hits = hits.map_or_else(Vec::new, |node| self::hits(node, operation, faults));
        let whole = destroys.and_then(|node| word(node, &WHOLES, faults));
        if let (Some(node), Some(Whole::Named), []) = (destroys, whole, hits.as_slice()) {
            faults.push(node.at, "a whole that no field names", "hits");
        }
        let back = match (self.other(trash, faults), self.other(again, faults)) {
            (Some(place), _) => Back::Trash(place),
            (None, Some(place)) => Back::Anew(place),
            (None, None) => Back::Never,
        };
        let statement = statement.and_then(|node| text(node, "a field", faults));
        Risk {
            hits: with_what_it_is_in(hits, operation, within).leak(),
            destroys: whole,
            enforces: when(enforces, operation, faults),
            many: when(many, operation, faults),
            statement: statement.and_then(|path| field(path, operation, faults)),
            back,
            shown_by: self.other(shown, faults),
        }
    }

    /// Finds another operation, in the catalogue: of the same area by its id, or of any as AREA/ID.
    fn other(&self, node: Option<&Node>, faults: &mut Faults) -> Option<usize> {
        let node = node?;
        let name = text(node, "an operation", faults)?.text.as_str();
        let (area, id) = match name.split_once('/') {
            Some((name, id)) => (Area::ALL.into_iter().find(|area| area.name() == name), id),
            None => (Some(self.area), name),
        };
        let is_it = |one: &Operation| Some(one.area) == area && one.id == id;
        let found = self.all.iter().position(is_it);
        if found.is_none() {
            let expected = "an operationId of the area, or AREA/ID of another";
            faults.push(node.at, describe(node), expected);
        }
        found
    }
}

/// Reads which field names what.
fn kinds<'a>(node: &'a Node, faults: &mut Faults) -> Vec<(&'a Text, Kind)> {
    let mut found = Vec::new();
    for (path, node) in entries(node, "fields", faults) {
        let word = text(node, "the kind of thing", faults);
        let kind = word.and_then(|word| kinds::of(word, faults));
        found.extend(kind.map(|kind| (path, kind)));
    }
    found
}

fn hits(node: &Node, operation: &Operation, faults: &mut Faults) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (path, kind) in kinds(node, faults) {
        let by = field(path, operation, faults);
        if by.as_ref().is_some_and(|by| is_secret(operation, by)) {
            faults.push(
                path.at,
                format!("\"{}\", a secret", path.text),
                "what may be shown",
            );
        }
        hits.extend(by.map(|by| Hit { by, kind }));
    }
    hits
}

/// Adds the fields that name what the things are in, wherever the operation has them.
fn with_what_it_is_in(
    mut hits: Vec<Hit>,
    operation: &Operation,
    within: &[(&Text, Kind)],
) -> Vec<Hit> {
    for (path, kind) in within {
        let by = place::read(&path.text).filter(|by| place::exists(operation, by));
        if let Some(by) = by
            && hits.iter().all(|hit| hit.by != by)
        {
            hits.push(Hit { by, kind: *kind });
        }
    }
    hits
}

/// Reads a place that the operation has.
fn field(path: &Text, operation: &Operation, faults: &mut Faults) -> Option<FieldPath> {
    let field = place::read(&path.text).filter(|field| place::exists(operation, field));
    if field.is_none() {
        let expected = format!("one that {} has", operation.id);
        faults.push(path.at, format!("the field \"{}\"", path.text), expected);
    }
    field
}

/// Whether what stands at a place must not be shown.
fn is_secret(operation: &Operation, field: &FieldPath) -> bool {
    let schema = operation.schema_at(field);
    schema.is_some_and(|schema| matches!(schema.shape, Shape::Secret))
}

/// Reads a condition: `yes` for always, or what has to stand in one of some fields.
fn when(node: Option<&Node>, operation: &Operation, faults: &mut Faults) -> When {
    let Some(node) = node else { return When::Never };
    if !matches!(node.content, Content::Mapping(_)) {
        let is_always = word(node, &[("yes", ())], faults).is_some();
        return if is_always { When::Always } else { When::Never };
    }
    let mut cases = Vec::new();
    for (path, node) in entries(node, "fields", faults) {
        let (field, is) = (
            field(path, operation, faults),
            text(node, "a value", faults),
        );
        let is = is.map(|text| match text.text.as_str() {
            "any" => Is::Given,
            "several" => Is::Several,
            other => Is::Text(other.to_owned().leak()),
        });
        cases.extend(field.zip(is).map(|(field, is)| Case { field, is }));
    }
    When::If(cases.leak())
}

//! What SeaTable's own reference calls the pages of operations, today and before: `catalogue/slugs.yaml`.

use crate::fault::Faults;
use crate::inline;
use crate::members::{describe, entries, items, members, text};
use crate::notes;
use crate::yaml::{Node, Text};
use playground_core::catalogue::{Area, Operation};
use playground_core::reference::Slug;

/// The names of pages.
#[derive(Debug, Default)]
pub(crate) struct Slugs {
    /// That of each operation today, in the order of the catalogue.
    pub(crate) today: Vec<String>,
    /// Those that are not found by the operationId.
    pub(crate) special: Vec<Slug>,
}

/// Reads the names.
pub(crate) fn read(root: &Node, operations: &[Operation], faults: &mut Faults) -> Slugs {
    let [order, pages, old] = members(root, "slugs", ["order", "pages", "old"], faults);
    let order = order.map_or(Vec::new(), |node| areas(node, faults));
    let mut today: Vec<_> = (0..operations.len())
        .map(|place| numbered(operations, place, &order))
        .collect();
    let pages = pages.map_or(&[][..], |node| entries(node, "pages", faults));
    for (of, node) in pages {
        let Some(place) = place(of, operations, faults) else {
            continue;
        };
        let Some(name) = text(node, "a name", faults) else {
            continue;
        };
        if today[place] == name.text {
            faults.push(name.at, describe(node), "only what differs from the order");
        } else if is_free(&name.text, &today, name, faults) {
            today[place].clone_from(&name.text);
        }
    }
    let is_special = |(place, name): &(usize, &String)| found(operations, name) != Some(*place);
    let special = today.iter().enumerate().filter(is_special);
    let mut special: Vec<_> = special
        .map(|(place, name)| Slug {
            name: name.clone().leak(),
            place,
            says: "",
        })
        .collect();
    let old = old.map_or(&[][..], |node| entries(node, "old names", faults));
    for (name, node) in old {
        if is_free(&name.text, &today, name, faults) {
            special.extend(old_name(name, node, operations, faults));
        }
    }
    Slugs { today, special }
}

/// Reads which area had its pages first.
fn areas(node: &Node, faults: &mut Faults) -> Vec<Area> {
    let mut areas = Vec::new();
    for item in items(node, "areas", faults) {
        let mut known = Area::ALL.into_iter();
        let name = text(item, "an area", faults).map_or("", |name| &name.text);
        match known.find(|area| area.name() == name && !areas.contains(area)) {
            Some(area) => areas.push(area),
            None => faults.push(item.at, describe(item), "each area once"),
        }
    }
    if areas.len() < Area::ALL.len() {
        faults.push(node.at, "a list without some areas", "each area once");
    }
    areas
}

/// Returns the name of a page by the order of the areas.
fn numbered(operations: &[Operation], place: usize, order: &[Area]) -> String {
    let of = |operation: &Operation| order.iter().position(|area| *area == operation.area);
    let operation = &operations[place];
    let mut name = operation.id.to_ascii_lowercase();
    let same = |one: &&Operation| one.id.eq_ignore_ascii_case(&name) && of(one) < of(operation);
    match operations.iter().filter(same).count() {
        0 => {}
        before => name.push_str(&format!("-{before}")),
    }
    name
}

fn place(of: &Text, operations: &[Operation], faults: &mut Faults) -> Option<usize> {
    let (area, id) = of.text.split_once('/').unwrap_or_default();
    let mut all = operations.iter();
    let place = all.position(|one| one.area.name() == area && one.id == id);
    if place.is_none() {
        let found = format!("the operation \"{}\"", of.text);
        faults.push(of.at, found, "an operation, as AREA/ID");
    }
    place
}

/// Tells a name that is none, or that a page has already. Returns whether it is free.
fn is_free(name: &str, today: &[String], at: &Text, faults: &mut Faults) -> bool {
    let is_of_it = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let is_name = name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(is_of_it);
    let is_new = !today.iter().any(|other| other == name);
    if !is_name {
        let found = format!("the name \"{name}\"");
        faults.push(at.at, found, "small letters, digits and hyphens");
    } else if !is_new {
        let found = format!("the name \"{name}\" a second time");
        faults.push(at.at, found, "one that no page has");
    }
    is_name && is_new
}

fn old_name(
    name: &Text,
    node: &Node,
    operations: &[Operation],
    faults: &mut Faults,
) -> Option<Slug> {
    let known = ["operation", "says?"];
    let [operation, says] = members(node, "an old name", known, faults);
    let operation = text(operation?, "an operation", faults)?;
    let place = place(operation, operations, faults)?;
    let says = says.and_then(|says| notes::sized(says, "a sentence", notes::SENTENCE, faults));
    let html = |says| -> &'static str {
        let what_is = |code: &str| notes::what_is(code, operations, &[&operations[place]]);
        inline::html(says, what_is, faults).leak()
    };
    Some(Slug {
        name: name.text.clone().leak(),
        place,
        says: says.map_or("", html),
    })
}

/// Finds the operation that the page would, if it knew no special names: [`playground_core::reference::Index::by_slug`].
fn found(operations: &[Operation], name: &str) -> Option<usize> {
    let by_id = |name: &str| {
        let mut all = operations.iter();
        all.position(|one| one.id.eq_ignore_ascii_case(name))
    };
    by_id(name).or_else(|| by_id(name.rsplit_once('-')?.0))
}

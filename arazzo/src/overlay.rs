//! The overlay of the catalogue: what SeaTable's documents do not say of an operation, one file for each area.
//!
//! It says what an operation does to what is there, which of its values are secrets although the document does not mark them,
//! and what the page does with some values besides sending them. It is read as strictly as a walkthrough: an operation, a field or a
//! word that is not known is a fault with its place.

use crate::areas::area_of;
use crate::fault::Faults;
use crate::members::{describe, entries, members, text};
use crate::yaml::{self, Content, Node, Text};
use crate::{Fault, File};
use playground_core::catalogue::{Further, Harm, Method, Operation, Place, Role, Schema, Shape};

/// What an operation does, by the word that the overlay has for it.
const HARMS: [(&str, Harm); 5] = [
    ("reads", Harm::Reads),
    ("adds", Harm::Adds),
    ("changes", Harm::Changes),
    ("removes", Harm::Removes),
    ("removes-much", Harm::RemovesMuch),
];

/// What a value is for, by the word that the overlay has for it.
const ROLES: [(&str, Role); 11] = [
    ("one-time-code", Role::OneTimeCode),
    ("login", Role::Login),
    ("upload-link", Role::UploadLink),
    ("workspace", Role::Workspace),
    ("base-name", Role::BaseName),
    ("page", Role::Page),
    ("per-page", Role::PerPage),
    ("start", Role::Start),
    ("limit", Role::Limit),
    ("columns-of-a-new-table", Role::ColumnsOfNewTable),
    ("more-columns", Role::MoreColumns),
];

/// Says what an operation does that the overlay does not name: what its method says. This is the one place that goes by it.
fn by_method(method: Method) -> Harm {
    match method {
        Method::Get => Harm::Reads,
        Method::Post => Harm::Adds,
        Method::Put => Harm::Changes,
        Method::Delete => Harm::Removes,
    }
}

/// Applies the overlay of an area, which the file is named after, to its operations.
pub(crate) fn apply(file: &File, operations: &mut [Operation]) -> Vec<Fault> {
    let mut faults = Faults::of(&file.name);
    if let Some(area) = area_of(file, &mut faults) {
        let mut operations: Vec<_> = operations
            .iter_mut()
            .filter(|operation| operation.area == area)
            .collect();
        for operation in &mut operations {
            operation.harm = by_method(operation.method);
        }
        if let Some(root) = yaml::parse(&file.text, &mut faults) {
            read(&root, &mut operations, &mut faults);
        }
    }
    faults.into_sorted()
}

fn read(root: &Node, operations: &mut [&mut Operation], faults: &mut Faults) {
    let [fields, named] = members(root, "an overlay", ["fields?", "operations?"], faults);
    let of_area = fields.map_or(&[][..], |node| entries(node, "fields", faults));
    for (path, node) in of_area {
        let Some(facts) = facts(node, faults) else {
            continue;
        };
        let operations = operations.iter_mut();
        let found: usize = operations
            .map(|operation| change(operation, &path.text, &facts))
            .sum();
        if found == 0 {
            let expected = "one that an operation of the area has, as body/name";
            faults.push(path.at, format!("the field \"{}\"", path.text), expected);
        }
    }
    let named = named.map_or(&[][..], |node| entries(node, "operations", faults));
    for (id, node) in named {
        let mut operations = operations.iter_mut();
        match operations.find(|operation| operation.id == id.text) {
            Some(operation) => read_operation(id, node, operation, faults),
            None => {
                let found = format!("the operation \"{}\"", id.text);
                faults.push(id.at, found, "an operationId of the area");
            }
        }
    }
}

fn read_operation(id: &Text, node: &Node, operation: &mut Operation, faults: &mut Faults) {
    let known = ["harm?", "asynchronous?", "token?", "fields?"];
    let [harm, asynchronous, token, fields] = members(node, "an operation", known, faults);
    if let Some(harm) = harm
        && let Some(found) = word(harm, &HARMS, faults)
    {
        if found == by_method(operation.method) {
            let found = format!("what {} does by its method", id.text);
            faults.push(harm.at, found, "only what differs");
        }
        operation.harm = found;
    }
    if let Some(node) = asynchronous {
        operation.flags.asynchronous = word(node, &[("yes", true)], faults).is_some();
    }
    if let Some(node) = token
        && word(node, &[("none", ())], faults).is_some()
    {
        operation.token = None;
    }
    for (path, node) in fields.map_or(&[][..], |node| entries(node, "fields", faults)) {
        let facts = facts(node, faults);
        if facts.is_some_and(|facts| change(operation, &path.text, &facts) == 0) {
            let found = format!("the field \"{}\"", path.text);
            let expected = format!("one that {} has, as body/name", id.text);
            faults.push(path.at, found, expected);
        }
    }
}

/// What the overlay says of a field.
enum Fact {
    Secret,
    Role(Role),
    Hint(String),
}

fn facts(node: &Node, faults: &mut Faults) -> Option<Vec<Fact>> {
    let [secret, role, hint] = members(node, "a field", ["secret?", "role?", "hint?"], faults);
    let mut facts = Vec::new();
    if let Some(secret) = secret {
        facts.extend(word(secret, &[("yes", ())], faults).map(|()| Fact::Secret));
    }
    if let Some(role) = role {
        facts.extend(word(role, &ROLES, faults).map(Fact::Role));
    }
    if let Some(hint) = hint {
        facts.extend(text(hint, "a hint", faults).map(|hint| Fact::Hint(hint.text.clone())));
    }
    if matches!(&node.content, Content::Mapping(entries) if entries.is_empty()) {
        faults.push(
            node.at,
            "a field of which nothing is said",
            "secret, role or hint",
        );
    }
    Some(facts).filter(|facts| !facts.is_empty())
}

/// Reads one of a few words.
pub(crate) fn word<T: Copy>(node: &Node, words: &[(&str, T)], faults: &mut Faults) -> Option<T> {
    let given = text(node, "a word", faults)?;
    let found = words.iter().find(|(word, _)| *word == given.text);
    if found.is_none() {
        let words: Vec<_> = words.iter().map(|(word, _)| *word).collect();
        faults.push(node.at, describe(node), words.join(", "));
    }
    found.map(|(_, value)| *value)
}

/// Changes what stands at a place such as `query/page` or `body/columns/*/name`, and returns how often it stands there.
fn change(operation: &mut Operation, path: &str, facts: &[Fact]) -> usize {
    let (place, steps) = path.split_once('/').unwrap_or((path, ""));
    let place = match place {
        "path" => Place::Path,
        "query" => Place::Query,
        "header" => Place::Header,
        "body" => {
            let body = operation.body.as_mut();
            return body.map_or(0, |body| change_below(&mut body.schema, steps, facts));
        }
        _ => return 0,
    };
    let mut parameters = operation.parameters.to_mut().iter_mut();
    let found = parameters.find(|parameter| parameter.place == place && parameter.name == steps);
    found.map_or(0, |parameter| change_here(&mut parameter.schema, facts))
}

fn change_below(schema: &mut Schema, steps: &str, facts: &[Fact]) -> usize {
    if steps.is_empty() {
        return change_here(schema, facts);
    }
    let (step, rest) = steps.split_once('/').unwrap_or((steps, ""));
    match &mut schema.shape {
        Shape::List(item) if step == "*" => change_below(item, rest, facts),
        Shape::Object {
            further: Further::Of(schema),
            ..
        } if step == "*" => change_below(schema, rest, facts),
        Shape::Object { members, .. } => {
            let mut members = members.to_mut().iter_mut();
            let found = members.find(|member| member.name == step);
            found.map_or(0, |member| change_below(&mut member.schema, rest, facts))
        }
        Shape::OneOf(kinds) => {
            let kinds = kinds.to_mut().iter_mut();
            kinds.map(|kind| change_below(kind, steps, facts)).sum()
        }
        _ => 0,
    }
}

fn change_here(schema: &mut Schema, facts: &[Fact]) -> usize {
    for fact in facts {
        match fact {
            Fact::Secret => schema.shape = Shape::Secret,
            Fact::Role(role) => schema.role = Some(*role),
            Fact::Hint(hint) => schema.hint = Some(hint.clone().into()),
        }
    }
    1
}

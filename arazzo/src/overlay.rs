//! The overlay of the catalogue: what SeaTable's documents do not say of an operation, one file for each area.
//!
//! It says what an operation does to what is there, which of its values are secrets although the document does not mark them,
//! what the page does with some values besides sending them, and what a response has that opens something. It is read as strictly as a walkthrough: an operation, a field or a
//! word that is not known is a fault with its place.

use crate::areas::area_of;
use crate::fault::Faults;
use crate::members::{describe, entries, items, members, text};
use crate::yaml::{self, Content, Node, Text};
use crate::{Fault, File};
use playground_core::auth::TokenKind;
use playground_core::catalogue::{Gives, Harm, Method, Operation, Role, ValueKind};

mod place;

use place::{change, identify};

/// What an operation does, by the word that the overlay has for it.
const HARMS: [(&str, Harm); 5] = [
    ("reads", Harm::Reads),
    ("adds", Harm::Adds),
    ("changes", Harm::Changes),
    ("removes", Harm::Removes),
    ("removes-much", Harm::RemovesMuch),
];

/// What a value is for, by the word that the overlay has for it.
const ROLES: [(&str, Role); 15] = [
    ("identifier", Role::Identifier),
    ("one-time-code", Role::OneTimeCode),
    ("login", Role::Login),
    ("upload-link", Role::UploadLink),
    ("workspace", Role::Workspace),
    ("base-name", Role::BaseName),
    ("page", Role::Page),
    ("per-page", Role::PerPage),
    ("start", Role::Start),
    ("limit", Role::Limit),
    ("long-text", Role::LongText),
    ("table-name", Role::TableName),
    ("row", Role::Row),
    ("columns-of-a-new-table", Role::ColumnsOfNewTable),
    ("more-columns", Role::MoreColumns),
];

/// What a value in an answer is, by the word that the overlay has for it.
const KINDS: [(&str, ValueKind); 6] = [
    ("account-token", ValueKind::Token(TokenKind::Account)),
    ("api-token", ValueKind::Token(TokenKind::Api)),
    ("base-token", ValueKind::Token(TokenKind::Base)),
    ("upload-link", ValueKind::UploadLink),
    ("base-name", ValueKind::BaseName),
    ("workspace", ValueKind::Workspace),
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
    let known = ["identifiers?", "fields?", "operations?"];
    let [identifiers, fields, named] = members(root, "an overlay", known, faults);
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
    // What was said of a field above counts for more.
    for node in identifiers.map_or(&[][..], |node| items(node, "names", faults)) {
        let Some(name) = text(node, "a name", faults) else {
            continue;
        };
        let operations = operations.iter_mut();
        let found: usize = operations
            .map(|operation| identify(operation, &name.text))
            .sum();
        if found == 0 {
            let expected = "the name of a text that an operation of the area takes";
            faults.push(name.at, format!("\"{}\"", name.text), expected);
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
    let known = ["harm?", "asynchronous?", "token?", "gives?", "fields?"];
    let [harm, asynchronous, token, gives, fields] = members(node, "an operation", known, faults);
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
    for (pointer, node) in gives.map_or(&[][..], |node| entries(node, "values", faults)) {
        if !pointer.text.starts_with('/') {
            faults.push(
                pointer.at,
                format!("\"{}\"", pointer.text),
                "a JSON Pointer, as /token",
            );
        }
        if let Some(kind) = word(node, &KINDS, faults) {
            let pointer = pointer.text.clone().into();
            operation.gives.to_mut().push(Gives { pointer, kind });
        }
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

//! The members of a mapping, by name, with nothing left over.

use crate::fault::Faults;
use crate::yaml::{Content, Node, Text};

/// Finds the members of a mapping. A name that ends in `?` may be absent; any other key is a fault.
pub(crate) fn members<'a, const N: usize>(
    node: &'a Node,
    what: &str,
    names: [&str; N],
    faults: &mut Faults,
) -> [Option<&'a Node>; N] {
    let mut found = [None; N];
    let Content::Mapping(entries) = &node.content else {
        faults.push(node.at, describe(node), format!("{what}, a mapping"));
        return found;
    };
    for (key, value) in entries {
        match names
            .iter()
            .position(|name| name.trim_end_matches('?') == key.text)
        {
            Some(place) => found[place] = Some(value),
            None => faults.push(
                key.at,
                format!("the key \"{}\"", key.text),
                one_of(what, &names),
            ),
        }
    }
    for (name, value) in names.iter().zip(&found) {
        if value.is_none() && !name.ends_with('?') {
            faults.push(
                node.at,
                format!("{what} without \"{name}\""),
                format!("the key \"{name}\""),
            );
        }
    }
    found
}

fn one_of(what: &str, names: &[&str]) -> String {
    let names: Vec<_> = names
        .iter()
        .map(|name| name.trim_end_matches('?'))
        .collect();
    format!("in {what} only: {}", names.join(", "))
}

/// Returns the items of a list.
pub(crate) fn items<'a>(node: &'a Node, what: &str, faults: &mut Faults) -> &'a [Node] {
    match &node.content {
        Content::Sequence(items) => items,
        _ => {
            faults.push(node.at, describe(node), format!("a list of {what}"));
            &[]
        }
    }
}

/// Returns the entries of a mapping whose keys are free.
pub(crate) fn entries<'a>(node: &'a Node, what: &str, faults: &mut Faults) -> &'a [(Text, Node)] {
    match &node.content {
        Content::Mapping(entries) => entries,
        _ => {
            faults.push(node.at, describe(node), format!("a mapping of {what}"));
            &[]
        }
    }
}

/// Returns a text that is not empty.
pub(crate) fn text<'a>(node: &'a Node, what: &str, faults: &mut Faults) -> Option<&'a Text> {
    match &node.content {
        Content::Scalar(text) if !text.text.trim().is_empty() => Some(text),
        _ => {
            faults.push(node.at, describe(node), format!("{what}, a text"));
            None
        }
    }
}

/// Checks that a text is one of a few words.
pub(crate) fn word(node: Option<&Node>, words: &[&str], faults: &mut Faults) {
    let Some(node) = node else { return };
    match &node.content {
        Content::Scalar(text) if words.contains(&text.text.as_str()) => {}
        _ => faults.push(node.at, describe(node), words.join(" or ")),
    }
}

/// Says in a few words what a node is.
pub(crate) fn describe(node: &Node) -> String {
    match &node.content {
        Content::Scalar(text) if text.text.is_empty() => "nothing".to_owned(),
        Content::Scalar(text) => format!("\"{}\"", text.text.trim()),
        Content::Sequence(_) => "a list".to_owned(),
        Content::Mapping(_) => "a mapping".to_owned(),
    }
}

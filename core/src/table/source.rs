//! The lists of an answer that make a table.

use crate::json::{Document, Kind, NodeId};

/// So many members of an object are looked at: answers with more name no lists, but things.
const LOOKED_AT: usize = 1000;

/// So many items of a list have to be objects.
const TRIED: usize = 3;

/// A list of objects in an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Where it is, as people write it: `rows`, `metadata.tables`. Empty for the answer itself.
    pub label: String,
    /// The list.
    pub array: NodeId,
    /// How many items it has.
    pub len: usize,
}

/// Returns the lists of objects that an answer is or has, at most two levels deep, in the order of the answer. Only the first
/// few items of a list are looked at.
pub fn sources(document: &Document) -> Vec<Source> {
    let mut sources = Vec::new();
    let Some(root) = document.root() else {
        return sources;
    };
    take(document, root, &mut sources);
    for member in members(document, root) {
        take(document, member, &mut sources);
        for inner in members(document, member) {
            take(document, inner, &mut sources);
        }
    }
    sources
}

fn members(document: &Document, object: NodeId) -> impl Iterator<Item = NodeId> + '_ {
    let is_object = document.kind(object) == Kind::Object;
    let most = if is_object { LOOKED_AT } else { 0 };
    document.children(object).take(most)
}

fn take(document: &Document, node: NodeId, sources: &mut Vec<Source>) {
    let is_object = |item: NodeId| document.kind(item) == Kind::Object;
    if document.kind(node) == Kind::Array
        && !document.is_empty(node)
        && document.children(node).take(TRIED).all(is_object)
    {
        sources.push(Source {
            label: document.dotted_of(node),
            array: node,
            len: document.len(node),
        });
    }
}

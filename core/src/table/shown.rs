//! What a cell shows: links to rows, files, images, people and options by their names, where those are known.

use super::{Column, cell_text};
use crate::encode;
use crate::json::{Document, Kind, NodeId};

/// So many items of a list are named: what a cell shows is cut long before that.
const MOST_ITEMS: usize = 100;

/// The names of people, by the ids that cells have.
pub(super) type People = Vec<(String, String)>;

/// The text that a cell shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The text, which ends in `…` where it is cut.
    pub text: String,
    /// Whether names stand in the place of the value.
    pub is_named: bool,
}

/// Returns what a cell shows, at most so many bytes of it. What is not known is shown as it came, and a list with one
/// item that is not known too.
pub(super) fn shown(
    document: &Document,
    node: NodeId,
    column: &Column,
    people: &[(String, String)],
    longest_bytes: usize,
) -> Shown {
    let name = match document.kind(node) {
        Kind::String => known(document, node, column, people),
        Kind::Array if document.len(node) <= MOST_ITEMS => list(document, node, column, people),
        _ => None,
    };
    match name {
        Some(name) => Shown {
            text: cut(name, longest_bytes),
            is_named: true,
        },
        None => Shown {
            text: cell_text(document, node, longest_bytes),
            is_named: false,
        },
    }
}

/// Names all items of a list; `None` if it is empty, or one of them is not known.
fn list(
    document: &Document,
    list: NodeId,
    column: &Column,
    people: &[(String, String)],
) -> Option<String> {
    let items = document.children(list);
    let names = items.map(|item| match document.kind(item) {
        Kind::String => {
            known(document, item, column, people).or_else(|| file_name(&document.string(item)?))
        }
        Kind::Object => thing(document, item),
        _ => None,
    });
    let names: Option<Vec<String>> = names.collect();
    names
        .filter(|names| !names.is_empty())
        .map(|names| names.join(", "))
}

/// Returns the name of an option or of a person.
fn known(
    document: &Document,
    node: NodeId,
    column: &Column,
    people: &[(String, String)],
) -> Option<String> {
    if column.options.is_empty() && people.is_empty() {
        return None;
    }
    let id = document.string(node)?;
    let mut named = column.options.iter().chain(people);
    named
        .find(|(known, _)| *known == id)
        .map(|(_, name)| name.clone())
}

/// Returns what a linked row, or a file, is called.
fn thing(document: &Document, item: NodeId) -> Option<String> {
    let member = |name| document.member(item, name);
    let name = match (member("row_id"), member("display_value")) {
        (Some(_), Some(name)) => name,
        _ => member("url").and_then(|_| member("name"))?,
    };
    match document.kind(name) {
        Kind::Null | Kind::Object | Kind::Array => None,
        _ => Some(document.content(name).into_owned()),
    }
}

/// Returns the name of the file that an address leads to.
fn file_name(address: &str) -> Option<String> {
    let (_, rest) = address.split_once("://")?;
    let path = rest.split(['?', '#']).next()?;
    let (_, name) = path.rsplit_once('/')?;
    let name = encode::decoded(name);
    name.contains('.').then_some(name)
}

fn cut(mut text: String, longest_bytes: usize) -> String {
    if text.len() > longest_bytes {
        let mut ends = (0..=longest_bytes).rev();
        let end = ends.find(|&end| text.is_char_boundary(end));
        text.truncate(end.unwrap_or_default());
        text.push('…');
    }
    text
}

//! The fields of a request, and what they want.

use super::{leak, words};
use crate::fault::Faults;
use crate::members::{members, text, word};
use crate::place;
use crate::yaml::{Content, Node, Text};
use playground_core::catalogue::{Operation, Place};
use playground_core::known::Want;

/// The word for a field of an operation that wants nothing, although others of its name do.
const NOTHING: &str = "nothing";

/// Whether a field is said to want nothing.
pub(super) fn is_none(node: &Node) -> bool {
    matches!(&node.content, Content::Scalar(text) if text.text == NOTHING)
}

/// Reads what a field wants: `base.uuid`, or with more said of it `{ is: base.uuid, aside: yes }`.
pub(super) fn want(path: &Text, node: &Node, faults: &mut Faults) -> Option<Want> {
    let (meant, is_aside) = match &node.content {
        Content::Mapping(_) => {
            let [is, aside] = members(node, "a field", ["is", "aside"], faults);
            word(aside, &["yes"], faults);
            (text(is?, "what it wants", faults)?, true)
        }
        _ => (text(node, "what it wants", faults)?, false),
    };
    let (kind, facet) = words::meant(&meant.text, None, meant.at, faults)?;
    let path = place::read(&path.text)?;
    Some(Want {
        place: path.place,
        steps: leak(&path.steps),
        kind,
        facet,
        // A part of a field names one of several, or something that the others are not about.
        is_aside: is_aside || (path.place == Place::Body && path.steps.contains('/')),
    })
}

/// Whether an operation has a field.
pub(super) fn is_there(operation: &Operation, path: &str) -> bool {
    place::read(path).is_some_and(|path| place::exists(operation, &path))
}

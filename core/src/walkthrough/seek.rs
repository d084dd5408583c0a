//! Criteria that look for an entry, and say where they found it.

use super::criterion::Context;
use super::fill::Sources;
use super::found::{Found, Position, Sought};
use super::model::{Reference, Template};
use crate::encode;
use crate::json::{Kind, NodeId};

/// Looks for the object with that member in a list.
pub(super) fn contains(
    context: &Context<'_>,
    pointer: &str,
    key: &str,
    equals: Template,
) -> (bool, Found) {
    let value = |from| (context.value)(from).map(|(value, _)| value);
    let Some(wanted) = Sources::earlier(&value).fill(equals) else {
        return (false, Found::NothingToLookFor(Sought::Value));
    };
    let body = &context.answer.body;
    let array = body
        .pointer(pointer)
        .filter(|&node| body.kind(node) == Kind::Array);
    let Some(array) = array else {
        return (false, Found::NoList);
    };
    let mut count = 0;
    let mut place = None;
    for item in body.children(array) {
        count += 1;
        if place.is_none()
            && body
                .member(item, key)
                .and_then(|node| body.string(node))
                .as_ref()
                == Some(&wanted)
        {
            place = Some(count);
        }
    }
    match place {
        Some(place) => {
            let start = context.window.map_or(0, |window| window.start);
            let is_cut = context.window.is_some_and(|window| window.is_cut(count));
            let position = Position {
                place: start + place,
                of: (!is_cut).then_some(start + count),
            };
            (true, Found::Entry(position))
        }
        None => (false, Found::NoEntry(count)),
    }
}

/// Looks for the file of that name in a cell.
pub(super) fn cell(context: &Context<'_>, column: Reference, file: Template) -> (bool, Found) {
    let value = |from| (context.value)(from).map(|(value, _)| value);
    let Some(file) = Sources::earlier(&value).fill(file) else {
        return (false, Found::NothingToLookFor(Sought::File));
    };
    let body = &context.answer.body;
    let cell = (context.cell)(column);
    let entries: Vec<NodeId> = cell
        .into_iter()
        .flat_map(|cell| body.children(cell))
        .collect();
    // The address is percent-encoded, unless another program has written it.
    let is_it = |node: NodeId| {
        let text = body.string(node);
        text.is_some_and(|text| text.ends_with(&file) || encode::decoded(&text).ends_with(&file))
    };
    let place = entries
        .iter()
        .position(|&entry| is_it(entry) || body.children(entry).any(is_it));
    match place {
        Some(place) => {
            let position = Position {
                place: place + 1,
                of: Some(entries.len()),
            };
            (true, Found::Entry(position))
        }
        None => (false, Found::NoEntry(entries.len())),
    }
}

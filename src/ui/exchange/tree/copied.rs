//! What is copied of a tree: the document, not what is made of it for the eye.

use super::TreeState;
use super::line::seen_from;
use crate::ui::exchange::selecting::Work;
use leptos::prelude::*;
use playground_core::json::{Copying, DEEPEST, Document, INDENT, LinePart, LinePlace, Placed};
use playground_core::selected::Spot;

/// How much is written at a time.
const STEPS: usize = 2_000;

/// Begins the text from one place to another.
pub(super) fn write(state: TreeState, from: Spot, to: Spot) -> Work {
    let mut copying = Copying::new(place(state, from, false), place(state, to, true));
    Box::new(move || {
        let is_over = state.with(|document| {
            state
                .lines
                .with_untracked(|lines| copying.advance(lines, document, STEPS))
        });
        (is_over != Some(false)).then(|| copying.take_text())
    })
}

/// Tells a place on the screen by what stands in the document.
fn place(state: TreeState, spot: Spot, is_end: bool) -> LinePlace {
    let column = state.with(|document| {
        state.lines.with_untracked(|lines| {
            let placed = lines.line(document, spot.row)?;
            Some(column(state, document, &placed, spot.column, is_end))
        })
    });
    LinePlace {
        line: spot.row,
        column: column.flatten().unwrap_or(spot.column),
    }
}

fn column(
    state: TreeState,
    document: &Document,
    placed: &Placed<'_>,
    column: usize,
    is_end: bool,
) -> usize {
    let line = &placed.line;
    // Where no fold mark stands, there is room for one.
    let mark = match line.part {
        LinePart::Open | LinePart::Folded { .. } => 0,
        LinePart::Leaf | LinePart::Empty | LinePart::Close => 2,
    };
    let column = match column {
        usize::MAX => return column,
        _ => column.saturating_sub(line.depth.min(DEEPEST) * INDENT + mark),
    };
    let before = line.before_value();
    match line.part {
        _ if column <= before => column,
        // What is folded is selected as a whole.
        LinePart::Folded { .. } if is_end => usize::MAX,
        LinePart::Folded { .. } => before,
        LinePart::Leaf => {
            let source = document.source(line.node);
            let from = state
                .needle
                .with_untracked(|needle| seen_from(source, needle.as_ref()));
            let hidden = String::from_utf8_lossy(source.get(..from).unwrap_or_default());
            column + hidden.encode_utf16().count()
        }
        _ => column,
    }
}

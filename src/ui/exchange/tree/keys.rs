//! The keys of a tree, after the pattern of the ARIA Authoring Practices.

use super::TreeState;
use crate::browser::clock;
use crate::browser::finding::{FindKey, find_key};
use crate::browser::page;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use playground_core::json::{LinePart, NodeId, fold};

/// How long typed letters belong together, in milliseconds.
const PATIENCE: f64 = 900.0;

/// How many lines are looked through for a key that begins with the typed letters.
const REACH: usize = 50_000;

/// Letters typed one after the other, and when the last one was.
pub(super) type Typed = StoredValue<(String, f64)>;

/// Does what a key means.
pub(super) fn pressed(state: TreeState, typed: Typed, event: &KeyboardEvent) {
    let key = event.key();
    let with_command = event.ctrl_key() || event.meta_key();
    let is_done = if let Some(meant) = find_key(event) {
        match state
            .step
            .get_value()
            .filter(|_| state.needle.with_untracked(Option::is_some))
        {
            Some(step) if meant != FindKey::Begin => step(meant == FindKey::Next),
            _ => page::focus(&format!("{}-find", state.id.get_value())),
        }
        true
    } else if with_command || event.alt_key() {
        false
    } else if moved(state, &key) {
        // Who goes elsewhere begins another word.
        typed.update_value(|(before, _)| before.clear());
        true
    } else {
        letter(state, typed, &key)
    };
    if is_done {
        event.prevent_default();
    }
}

/// Whether the key goes somewhere, folds or unfolds.
fn moved(state: TreeState, key: &str) -> bool {
    let active = state.active.get_untracked();
    let page = state.scroll.page();
    let container = |node: NodeId, part: LinePart| match part {
        LinePart::Close => Some(node),
        _ => state.with(|document| document.parent(node)).flatten(),
    };
    match (key, untrack(|| state.chosen())) {
        ("ArrowDown", _) | ("ArrowRight", Some((_, LinePart::Open))) => state.go(active + 1),
        ("ArrowUp", _) => state.go(active.saturating_sub(1)),
        ("PageDown", _) => state.go(active + page),
        ("PageUp", _) => state.go(active.saturating_sub(page)),
        ("Home", _) => state.go(0),
        ("End", _) => state.go(usize::MAX),
        ("ArrowRight", Some((node, LinePart::Folded { .. })))
        | ("ArrowLeft", Some((node, LinePart::Open)))
        | ("Enter" | " ", Some((node, LinePart::Open | LinePart::Folded { .. }))) => {
            state.toggle(node);
        }
        ("ArrowLeft", Some((node, part))) => {
            container(node, part)
                .into_iter()
                .for_each(|node| state.go_to(node));
        }
        _ => return false,
    }
    true
}

/// Goes to the next line whose key begins with the letters typed so far.
fn letter(state: TreeState, typed: Typed, key: &str) -> bool {
    let mut letters = key.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else {
        return false;
    };
    let now = clock::monotonic_ms();
    let mut text = String::new();
    typed.update_value(|(before, when)| {
        if now - *when > PATIENCE {
            before.clear();
        }
        before.push(fold(letter));
        *when = now;
        text.clone_from(before);
    });
    // The first letter goes on to the next line, the others may stay.
    let from = state.active.get_untracked() + usize::from(text.chars().nth(1).is_none());
    let found = find(state, &text, from).or_else(|| find(state, &text, 0));
    found.into_iter().for_each(|line| state.go(line));
    true
}

fn find(state: TreeState, text: &str, from: usize) -> Option<usize> {
    let begins = |key: &str| {
        let mut letters = key.chars().map(fold);
        text.chars().all(|letter| letters.next() == Some(letter))
    };
    state.with(|document| {
        state.lines.with_untracked(|lines| {
            lines
                .window(document, from)
                .take(REACH)
                .find(|placed| placed.line.key.is_some_and(|key| begins(&key.text())))
                .map(|placed| placed.number)
        })
    })?
}

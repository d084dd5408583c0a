//! What is different since the answer before, when the same was asked.

use super::super::Response;
use super::super::tree::TreeState;
use super::Goal;
use super::list::{List, list};
use super::path::shown;
use crate::browser::task;
use crate::ui::dynamic::words;
use leptos::prelude::*;
use playground_core::http::{Answer, Exchange};
use playground_core::json::{Change, Comparison, NodeId};
use playground_core::words;
use std::sync::Arc;

/// How many values are compared at a time.
const STEPS: usize = 5_000;

/// The list of changes.
pub(super) fn changes(response: Response, goal: Goal) -> AnyView {
    let Response {
        exchange, before, ..
    } = response;
    let Some(before) = before else {
        return ().into_any();
    };
    let found = RwSignal::new(None::<(Vec<Change>, bool)>);
    let pair = (before, exchange);
    compare(
        pair.clone(),
        Box::new(move |changes, is_cut| {
            let _ = found.try_set(Some((changes, is_cut)));
        }),
    );
    let count = Signal::derive(move || {
        found.with(|found| found.as_ref().map_or(0, |(changes, _)| changes.len()))
    });
    let told = move || {
        found.with(|found| match found {
            None => "Comparing …".to_owned(),
            Some((changes, is_cut)) => words::view::changes(changes.len(), *is_cut),
        })
    };
    // A long list is still being copied when somebody leaves it.
    let change_at =
        move |place: usize| found.try_with(|found| found.as_ref()?.0.get(place).copied())?;
    let opened = pair.1.clone();
    let open = move |place: usize| {
        if let Some(Change::Added(node) | Change::Changed { after: node, .. }) =
            untrack(|| change_at(place))
        {
            goal.set(opened.shown().map(|answer| answer.body.pointer_of(node)));
        }
    };
    let texts = pair.clone();
    let text = move |place: usize| {
        let change = untrack(|| change_at(place))?;
        Some(copied(texts.0.shown()?, texts.1.shown()?, change))
    };
    let draw = move |place: usize| {
        let change = change_at(place)?;
        entry(pair.0.shown()?, pair.1.shown()?, change)
    };
    view! {
        <p class="quiet-wire" role="status">{words(told)}</p>
        {list(List {
            label: "Changes since the previous response",
            id: "change",
            count,
            draw: Arc::new(draw),
            text: Arc::new(text),
            open: Arc::new(open),
        })}
    }
    .into_any()
}

/// Marks in a tree the values that were not there or not the same before.
pub(super) fn mark(state: TreeState, before: Arc<Exchange>) {
    let Some(after) = state.exchange() else {
        return;
    };
    compare(
        (before, after),
        Box::new(move |changes, _| {
            let place = |change: &Change| match change {
                Change::Added(node) | Change::Changed { after: node, .. } => Some(*node),
                Change::Removed(_) => None,
            };
            // They stand in the order of the text, as a search wants it.
            state.mark(changes.iter().filter_map(place).collect());
        }),
    );
}

/// Compares two answers, a part at a time.
fn compare(pair: (Arc<Exchange>, Arc<Exchange>), take: Box<dyn FnOnce(Vec<Change>, bool)>) {
    task::spawn(async move {
        let (Some(before), Some(after)) = (pair.0.shown(), pair.1.shown()) else {
            return;
        };
        let mut comparison = Comparison::new();
        let step = || comparison.advance(&before.body, &after.body, STEPS);
        task::in_steps(Box::new(step)).await;
        take(comparison.changes().to_vec(), comparison.is_cut());
    });
}

fn entry(before: &Answer, after: &Answer, change: Change) -> Option<AnyView> {
    let old = |node: NodeId| view! { <del>{shown(&before.body, node)}</del> };
    let new = |node: NodeId| view! { <ins>{shown(&after.body, node)}</ins> };
    let path =
        |answer: &Answer, node: NodeId| view! { <span class="n">{path(answer, node)}</span> };
    Some(match change {
        Change::Added(node) => view! { {path(after, node)} " added " {new(node)} }.into_any(),
        Change::Removed(node) => view! { {path(before, node)} " removed " {old(node)} }.into_any(),
        Change::Changed {
            before: was,
            after: is,
        } => view! { {path(after, is)} " was " {old(was)} " is " {new(is)} }.into_any(),
    })
}

/// Returns the words of an entry, with the values whole.
fn copied(before: &Answer, after: &Answer, change: Change) -> String {
    let (old, new) = (|node| before.body.text(node), |node| after.body.text(node));
    match change {
        Change::Added(node) => format!("{} added {}", path(after, node), new(node)),
        Change::Removed(node) => format!("{} removed {}", path(before, node), old(node)),
        Change::Changed {
            before: was,
            after: is,
        } => format!("{} was {} is {}", path(after, is), old(was), new(is)),
    }
}

fn path(answer: &Answer, node: NodeId) -> String {
    let path = answer.body.dotted_of(node);
    if path.is_empty() {
        "all of it".to_owned()
    } else {
        path
    }
}

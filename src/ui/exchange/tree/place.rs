//! Where the chosen value stands, and what can be done with it.

use super::super::copy::Copy;
use super::TreeState;
use crate::ui::dynamic::{dynamic, memo, words};
use leptos::prelude::*;
use playground_core::json::{Document, NodeId};

/// The path of the chosen value, the buttons that copy it, and the places that would take it.
pub(super) fn line(state: TreeState) -> AnyView {
    let look = move |look: fn(&Document, NodeId) -> String| {
        let node = state.chosen().map(|(node, _)| node);
        node.and_then(|node| state.with(|document| look(document, node)))
            .unwrap_or_default()
    };
    let path = move || look(Document::dotted_of);
    view! {
        <div class="place">
            <code>{words(path)}</code>
            <span class="grow"></span>
            {takers(state)}
            <Copy label="Copy value" text=move || untrack(|| look(plain)) />
            <Copy label="Copy JSON" text=move || untrack(|| look(exact)) />
            <Copy label="Copy path" text=move || untrack(path) />
            <Copy label="Copy pointer" text=move || untrack(|| look(Document::pointer_of)) />
        </div>
    }
    .into_any()
}

/// The places that would take the chosen value.
fn takers(state: TreeState) -> AnyView {
    let takers = memo(move || {
        let node = state.chosen().map(|(node, _)| node);
        node.and_then(|node| {
            state.with(|document| (state.uses.takers)(state.session, state.desk, document, node))
        })
        .unwrap_or_default()
    });
    let button = move |(place, words): (usize, String)| {
        let hand_over = move |_| {
            if let Some((node, _)) = untrack(|| state.chosen()) {
                state.with(|document| {
                    (state.uses.hand_over)(state.session, state.desk, document, node, place);
                });
            }
        };
        view! { <button type="button" class="use" on:click=hand_over>{words}</button> }
    };
    dynamic(move || {
        takers
            .get()
            .into_iter()
            .enumerate()
            .map(button)
            .collect_view()
    })
}

/// A string's content, the exact text of anything else.
pub(in crate::ui) fn plain(document: &Document, node: NodeId) -> String {
    document
        .string(node)
        .unwrap_or_else(|| document.text(node).into_owned())
}

fn exact(document: &Document, node: NodeId) -> String {
    document.text(node).into_owned()
}

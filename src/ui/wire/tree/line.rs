//! A line of the JSON tree.

use super::tree::TreeState;
use crate::json::{Document, Kind, Line, NodeId, Part};
use crate::ui::dynamic::{flag, truth};
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;

/// The longest text of a value that a line shows, in bytes.
const LONGEST: usize = 4_000;

/// How deep lines are indented at most, in levels.
const DEEPEST: usize = 60;

/// The line.
pub(super) fn row(
    state: TreeState,
    document: &Document,
    number: usize,
    line: &Line<'_>,
) -> AnyView {
    let node = line.node;
    let marked = match line.part {
        Part::Close => None,
        _ => state.taken.with_value(|taken| {
            taken
                .iter()
                .find(|(place, _)| *place == node)
                .map(|(_, words)| words.clone())
        }),
    };
    let expanded = match line.part {
        Part::Open => Some("true"),
        Part::Folded { .. } => Some("false"),
        _ => None,
    };
    let active = move || state.active.get() == number;
    let glow = marked.is_some();
    // Leptos has no name for this attribute.
    let level = custom_attribute("aria-level", line.depth + 1);
    view! {
        <div
            class="row" class:glow=glow class:active=flag(active) role="treeitem"
            id=format!("{}-{number}", state.id.get_value()) aria-expanded=expanded
            aria-selected=truth(active) on:click=move |_| state.active.set(number) {..level}
        >
            <span class="line-number" aria-hidden="true">{number + 1}</span>
            <span class="indent" style:width=format!("{}ch", line.depth.min(DEEPEST) * 2)></span>
            {fold_button(state, node, expanded)}
            {line.key.map(|key| view! { <span class="n">{clipped(&key.source())}</span><span class="p">": "</span> })}
            {value(document, line)}
            {line.comma.then(|| view! { <span class="p">","</span> })}
            {marked.map(|words| view! { <em>{words}</em> })}
        </div>
    }
    .into_any()
}

fn fold_button(state: TreeState, node: NodeId, expanded: Option<&'static str>) -> AnyView {
    let Some(expanded) = expanded else {
        return view! { <span class="fold-mark"></span> }.into_any();
    };
    let (mark, words) = if expanded == "true" {
        ("▾", "Fold")
    } else {
        ("▸", "Unfold")
    };
    // The tree itself has the keyboard: the button is for the mouse.
    view! {
        <button type="button" class="fold-mark" tabindex="-1" aria-label=words on:click=move |_| state.toggle(node)>{mark}</button>
    }
    .into_any()
}

fn value(document: &Document, line: &Line<'_>) -> AnyView {
    let is_object = document.kind(line.node) == Kind::Object;
    let (open, close) = if is_object { ("{", "}") } else { ("[", "]") };
    match line.part {
        Part::Open => view! { <span class="p">{open}</span> }.into_any(),
        Part::Close => view! { <span class="p">{close}</span> }.into_any(),
        Part::Empty => view! { <span class="p">{open}{close}</span> }.into_any(),
        Part::Folded { len } => {
            let noun = match (is_object, len) {
                (true, 1) => "member",
                (true, _) => "members",
                (false, 1) => "item",
                (false, _) => "items",
            };
            view! { <span class="p">{open}</span><span class="fold">{format!("{len} {noun}")}</span><span class="p">{close}</span> }
                .into_any()
        }
        Part::Leaf => {
            let class = match document.kind(line.node) {
                Kind::String => "s",
                Kind::Number => "m",
                _ => "v",
            };
            view! { <span class=class>{clipped(&document.text(line.node))}</span> }.into_any()
        }
    }
}

/// Shortens a text that would make the line too long to draw; the raw view has all of it.
fn clipped(text: &str) -> String {
    if text.len() <= LONGEST {
        return text.to_owned();
    }
    let mut end = LONGEST;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    format!("{}… ({} more bytes)", &text[..end], text.len() - end)
}
